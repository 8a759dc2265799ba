"""Texts of the bank fitted to what a school teaches: no class above its last one."""

import re
from collections.abc import Sequence

from shkola_desktop.domain.ids import ProgrammeCode

LAST_CLASS = {
    ProgrammeCode("noo"): 4,
    ProgrammeCode("ooo"): 9,
    ProgrammeCode("soo"): 11,
}
"""The class that ends a level of general education (273-ФЗ, ст. 10, ФГОС)."""
MIDDLE, SENIOR = ProgrammeCode("ooo"), ProgrammeCode("soo")
SPAN = re.compile(r"\b(\d{1,2})–(\d{1,2})(?=(?:-?х)?\s+класс)")
BOTH_EXAMS = re.compile(r"ОГЭ(?:/|, )ЕГЭ")
BOTH_LEAVERS = "9-х и 11-х классов"


def fitted(text: str, programmes: Sequence[ProgrammeCode]) -> str:
    """Return a text that names no classes above the school's last one.

    «6–11 классов» becomes «6–9 классов» in a nine-year school; a span that begins
    above its last class stays as it is: the measure is not about this school at all.
    Those who leave school leave its last class.
    """
    last = max((LAST_CLASS.get(code, 0) for code in programmes), default=0)
    if last == 0:
        return text

    def shorter(span: re.Match[str]) -> str:
        first, end = int(span[1]), int(span[2])
        return f"{first}–{last}" if first < last < end else span[0]

    text = SPAN.sub(shorter, text)
    if MIDDLE not in programmes or SENIOR not in programmes:
        text = text.replace(BOTH_LEAVERS, f"{last}-х классов")
    return text if SENIOR in programmes else BOTH_EXAMS.sub("ОГЭ", text)

"""The names of the documents and of their formats."""

from shkola_desktop.domain.documents import (
    DocumentFormat,
    DocumentKind,
    DocumentRecord,
)
from shkola_desktop.words.russian import counted

DOCUMENT_NAMES = {
    DocumentKind.PROTOCOL: "Протокол самодиагностики",
    DocumentKind.BLANK_FORM: "Бланк для заполнения на бумаге",
    DocumentKind.PROGRAMME: "Программа развития",
    DocumentKind.COVERING_SHEET: "Сопроводительный лист к пакету",
    DocumentKind.SUMMARY: "Программа развития кратко",
    DocumentKind.ROAD_MAP: "Дорожная карта отдельно",
    DocumentKind.ORDER: "Приказ о рабочей группе",
    DocumentKind.COUNCIL_EXTRACT: "Выписка из протокола педсовета",
    DocumentKind.FOUNDER_LETTER: "Письмо учредителю",
    DocumentKind.SELF_CHECK: "Лист самопроверки",
    DocumentKind.EXECUTION_REPORT: "Отчёт о реализации Программы развития",
    DocumentKind.ANALYTICS: "Аналитическая справка",
    DocumentKind.SUPPORT_MAP: "Дорожная карта поддержки школ",
    DocumentKind.REMARKS_SHEET: "Лист замечаний",
}
UNDRAWN = ("знак не печатается", "знака не печатаются", "знаков не печатаются")
SHOWN = 10
"""Characters that are named one by one."""


def document_named(record: DocumentRecord) -> str:
    """Return the name of a document, of a yearly report with its year."""
    year = record.about_year
    return DOCUMENT_NAMES[record.kind] + (f" за {year} год" if year else "")


def undrawn_said(characters: str) -> tuple[str, str]:
    """Return what to say of characters that no font has, and what can be done.

    They are told by their numbers too: the screen may not have them either.
    """
    told = ", ".join(f"{char} (U+{ord(char):04X})" for char in characters[:SHOWN])
    more = " и другие" if len(characters) > SHOWN else ""
    advice = (
        "В программе нет шрифта с ними, и в документе на их месте стоят номера в "
        "скобках. Замените их словами или сделайте документ для Word."
    )
    return f"{counted(len(characters), UNDRAWN)}: {told}{more}.", advice


FORMAT_NAMES = {
    DocumentFormat.PDF: "PDF",
    DocumentFormat.DOCX: "Word",
}

"""Rules P1–P3: the legal acts are in force, cited, and named in full."""

import re
from collections.abc import Iterator
from datetime import timedelta

from shkola_desktop.domain.programme import LegalAct
from shkola_desktop.domain.self_check import places
from shkola_desktop.domain.self_check.finding import Fault, Rule, Severity, fault
from shkola_desktop.domain.self_check.material import Material
from shkola_desktop.domain.self_check.printed import Text, own_texts

IN_FORCE = "in_force"
CHECKED_LONG_AGO = timedelta(days=365)
"""The programme is corrected every year to follow the law (programme.md §1)."""
MANDATORY = ("fz-273", "letter-03-877")
"""Acts that every programme rests on (programme.md §4.3, P2), by their codes."""
SPELLED = 5
"""Letters by which two forms of a Russian word are taken for one."""


def _stale(material: Material) -> Iterator[Fault]:
    """P1: no act that is repealed, not yet approved, or long unchecked."""
    told = own_texts(material)
    for act in material.paper.template.acts:
        place, named = f"act:{act.code}", _naming(act, told, material)
        cited = act in cited_acts(material)
        if act.state != IN_FORCE and (cited or named):
            where = named.place if named else places.BASIS
            facts = {"act": act.text, "note": act.note, "where": where}
            yield fault(place, what=act.state, **facts)
        elif cited and _unchecked(act, material):
            yield fault(place, what="unchecked", act=act.text)


def _naming(act: LegalAct, told: tuple[Text, ...], material: Material) -> Text | None:
    return next((text for text in told if names(act, text.text, material)), None)


def names(act: LegalAct, text: str, material: Material) -> bool:
    """Tell whether a text names an act: by number and year, or by its title."""
    lexicon = material.lexicon
    number, day = lexicon.act_number.search(act.text), lexicon.act_date.search(act.text)
    if number is None or day is None:
        title = _stems(act.text.partition("(")[0])
        return any(title <= _stems(line) for line in text.splitlines())
    said = {found[1] for found in lexicon.act_number.finditer(text)}
    return number[1] in said and day[0][-4:] in text


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:SPELLED] for word in re.findall(r"\w+", text.casefold()))


def cited_acts(material: Material) -> tuple[LegalAct, ...]:
    """Return the acts that the passport names."""
    acts = material.paper.template.acts
    taught = material.school.programmes
    return tuple(act for act in acts if act.cite and act.concerns(taught))


def _unchecked(act: LegalAct, material: Material) -> bool:
    checked = act.checked_on
    return checked is None or material.today - checked > CHECKED_LONG_AGO


def _mandatory(material: Material) -> Iterator[Fault]:
    """P2: the law and the letter that a programme rests on are named."""
    cited, told = cited_acts(material), own_texts(material)
    known = {act.code: act for act in material.paper.template.acts}
    for code in MANDATORY:
        act = known.get(code)
        if act is None or not (act in cited or _naming(act, told, material)):
            yield fault(f"act:{code}", code=code, act=act.text if act else "")


def _complete(material: Material) -> Iterator[Fault]:
    """P3: every act is named with its date and number.

    A collegium issues no numbered acts: the day of its minutes is its requisite, and
    schools cite them so (programme.md, S25).
    """
    for act in cited_acts(material):
        missing = _missing(act.text, material)
        if missing:
            yield fault(f"act:{act.code}", act=act.text, missing=missing)
    for text in own_texts(material):
        for line in text.text.splitlines():
            missing = _missing(line, material)
            if missing and material.lexicon.act_line.search(line):
                yield text.fault(act=line.strip(), missing=missing)


def _missing(text: str, material: Material) -> str:
    lexicon = material.lexicon
    patterns = {"date": lexicon.act_date}
    if not lexicon.act_unnumbered.search(text):
        patterns["number"] = lexicon.act_number
    return " ".join(name for name, p in patterns.items() if not p.search(text))


RULES = (
    Rule("P1", Severity.WARN, _stale),
    Rule("P2", Severity.INFO, _mandatory),
    Rule("P3", Severity.WARN, _complete),
)

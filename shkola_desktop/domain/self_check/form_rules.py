"""Rules F2–F4, F6, F7, F9: how the text looks. F1, F5, F8 the program keeps itself."""

import re
from collections.abc import Iterator

from shkola_desktop.domain.self_check import places
from shkola_desktop.domain.self_check.finding import Fault, Rule, Severity, fault
from shkola_desktop.domain.self_check.lexicon import Pattern
from shkola_desktop.domain.self_check.material import Material
from shkola_desktop.domain.self_check.printed import Text, own_texts, texts

LONG, TOO_LONG = 80, 120
"""Pages: from the first a hint, from the second a warning (programme.md §3.4)."""
GUARANTEED = ("F1", "F5", "F8")
"""Contents with page numbers, heads of tables, fonts: made by the generator."""


def _placeholders(material: Material) -> Iterator[Fault]:
    """F2: nothing stands in a text that should have been replaced."""
    return _matching(material, material.lexicon.placeholder)


def _matching(material: Material, pattern: Pattern) -> Iterator[Fault]:
    told: set[str] = set()
    for text in own_texts(material):
        found = pattern.search(text.text)
        if found and text.place not in told:
            told.add(text.place)
            yield text.fault(found=found[0], text=text.text)


def _abbreviations(material: Material) -> Iterator[Fault]:
    """F3: an abbreviation is written out where it is first used; told all at once."""
    found = unexpanded(texts(material), material)
    if found:
        expansions = material.lexicon.expansions
        known = "; ".join(f"{a} – {expansions[a]}" for a in found if a in expansions)
        yield fault(places.ABBREVIATIONS, list=", ".join(found), known=known)


def unexpanded(told: tuple[Text, ...], material: Material) -> tuple[str, ...]:
    """Return the abbreviations that no text writes out, in order of first use."""
    lexicon, school = material.lexicon, material.school
    names = f"{school.full_name} {school.short_name} {school.founder}"
    whole = "\n".join(text.text for text in told)
    found = dict.fromkeys(lexicon.abbreviation.findall(whole))
    return tuple(
        short
        for short in found
        if short not in lexicon.known_abbreviations
        and short not in names
        and not _expanded(short, whole)
    )


def _expanded(short: str, whole: str) -> bool:
    # «школьный спортивный клуб (далее – ШСК)», «ШСК (школьный спортивный клуб)»
    word = re.escape(short)
    return bool(re.search(rf"\([^()]*\b{word}\)|\b{word} \([^()]+ [^()]+\)", whole))


def _tables(material: Material) -> Iterator[Fault]:
    """F4: tables are numbered by the program, so no text counts on a number."""
    return _matching(material, material.lexicon.table_number)


def _pages(material: Material) -> Iterator[Fault]:
    """F6: a programme is read when it is short."""
    pages = material.pages or 0
    if pages > TOO_LONG:
        found = fault(places.PAGES, what="too_long", pages=pages, limit=TOO_LONG)
        yield found.weighing(Severity.WARN)
    elif pages > LONG:
        yield fault(places.PAGES, what="long", pages=pages, limit=LONG)


def _typography(material: Material) -> Iterator[Fault]:
    """F7: what the typesetting cannot mend: quotes without a pair, odd spaces."""
    told: set[str] = set()
    for text in own_texts(material):
        what = _untidy(text.text, material)
        if what and text.place not in told:
            told.add(text.place)
            yield text.fault(what=what, text=text.text)


def _untidy(text: str, material: Material) -> str:
    if text.count("«") != text.count("»") or text.count('"') % 2:
        return "quotes"
    return "spaces" if material.lexicon.spacing.search(text) else ""


def _personal(material: Material) -> Iterator[Fault]:
    """F9: no pupils by name, no private telephones and addresses.

    Where the school tells about itself, its own telephone may stand.
    """
    lexicon = material.lexicon
    for text in own_texts(material):
        pupil = lexicon.pupil_named.search(text.text)
        contact = lexicon.contact.search(text.text)
        if pupil:
            yield text.fault(what="pupil", found=pupil[0])
        elif contact and text.place != places.ABOUT:
            yield text.fault(what="contact", found=contact[0])


RULES = (
    Rule("F2", Severity.ERROR, _placeholders),
    Rule("F3", Severity.INFO, _abbreviations),
    Rule("F4", Severity.WARN, _tables),
    Rule("F6", Severity.INFO, _pages),
    Rule("F7", Severity.INFO, _typography),
    Rule("F9", Severity.WARN, _personal),
)

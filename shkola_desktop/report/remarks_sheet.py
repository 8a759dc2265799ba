"""«Лист замечаний»: what a methodologist hands over on paper, with room for answers."""

from collections.abc import Iterator

from shkola_desktop.domain.documents import RemarksMaterial
from shkola_desktop.domain.ids import IndicatorCode
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import EntryKind, PlaceKind, Thread
from shkola_desktop.report.document import (
    Approval,
    Approvals,
    Block,
    Column,
    Document,
    Gap,
    Paragraph,
    Row,
    RowKind,
    Style,
    Table,
)
from shkola_desktop.words.reviews import (
    SECTIONS,
    SIDES,
    WHOLE,
    decided,
    said_by,
    state,
)
from shkola_desktop.words.russian import capital, long_date

TITLE = "Лист замечаний"
NOTHING = "Замечаний нет."
COLUMNS = (
    Column("№", 6, centred=True),
    Column("О чём", 26),
    Column("Замечание", 30),
    Column("Ответ школы", 24),
    Column("Отметка", 14),
)
SIGNATURE = (
    "\n____________________________\n(должность, фамилия)\n\n"
    "____________________________\n(подпись)\n\n«____» ______________ 20___ г."
)
PROGRAMME = "Программа развития"


def remarks_sheet(material: RemarksMaterial) -> Document:
    """Return the sheet: the decision, every remark with its answers, signatures."""
    return Document(
        title=f"{TITLE}: {material.school.short_name}",
        author=material.office,
        subject=material.school.full_name,
        blocks=tuple(_blocks(material)),
    )


def _blocks(material: RemarksMaterial) -> Iterator[Block]:
    year = material.diagnosis.year
    day = long_date(material.made_at.astimezone().date())
    yield Paragraph(TITLE, Style.TITLE)
    yield Paragraph(f"к самодиагностике за {year} год", Style.CENTRED)
    yield Paragraph(material.school.full_name, Style.CENTRED)
    yield Paragraph(f"Составлен {day}", Style.LABEL)
    if material.decision is not None:
        yield Paragraph(decided(material.decision), Style.PLAIN)
    if material.threads:
        yield Table(COLUMNS, tuple(_rows(material)))
    else:
        yield Paragraph(NOTHING, Style.PLAIN)
    yield Gap(8)
    yield Approvals(
        (
            Approval("ВЫДАЛ", material.office, SIGNATURE),
            Approval("ПОЛУЧИЛ", material.school.short_name, SIGNATURE),
        )
    )


def _rows(material: RemarksMaterial) -> Iterator[Row]:
    number = 0
    for heading, threads in _groups(material):
        if threads:
            yield Row((heading,), RowKind.SECTION)
        for thread in threads:
            number += 1
            yield Row(
                (
                    str(number),
                    _about(thread, material),
                    _remarked(thread),
                    _answers(thread),
                    capital(state(thread)),
                )
            )


def _groups(
    material: RemarksMaterial,
) -> Iterator[tuple[str, tuple[Thread, ...]]]:
    by_place: dict[str, list[Thread]] = {}
    rest: dict[PlaceKind, list[Thread]] = {PlaceKind.WHOLE: [], PlaceKind.SECTION: []}
    for thread in material.threads:
        first = thread.first
        if first.place_kind is PlaceKind.INDICATOR:
            by_place.setdefault(first.place, []).append(thread)
        else:
            rest[first.place_kind].append(thread)
    yield WHOLE, tuple(rest[PlaceKind.WHOLE])
    for direction in material.form.directions:
        own = [t for i in direction.indicators for t in by_place.pop(i.code, [])]
        yield direction.name, tuple(own)
    # the school's form may have changed since: nothing is left out
    yield "Другие показатели", tuple(t for own in by_place.values() for t in own)
    yield PROGRAMME, tuple(rest[PlaceKind.SECTION])


def _about(thread: Thread, material: RemarksMaterial) -> str:
    first = thread.first
    match first.place_kind:
        case PlaceKind.INDICATOR:
            found = material.form.indicator(IndicatorCode(first.place))
            return f"{first.place} {found.name}" if found else first.place
        case PlaceKind.SECTION:
            return SECTIONS.get(first.place, first.place)
        case PlaceKind.WHOLE:
            return WHOLE


def _remarked(thread: Thread) -> str:
    said = [thread.first.text, f"({said_by(thread.first)})"]
    said += [
        f"{SIDES[e.side]}: {e.text}"
        for e in thread.entries
        if e.kind is EntryKind.REPLY and e.side is not Role.SCHOOL
    ]
    return "\n".join(said)


def _answers(thread: Thread) -> str:
    return "\n".join(
        e.text
        for e in thread.entries
        if e.kind is EntryKind.REPLY and e.side is Role.SCHOOL
    )

"""«Лист самопроверки»: a sheet beside the programme, never a part of it."""

from collections.abc import Iterator

from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.self_check.check import Checked
from shkola_desktop.domain.self_check.finding import Finding, Severity
from shkola_desktop.report.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Style,
    Table,
)
from shkola_desktop.words.plans import period_named
from shkola_desktop.words.russian import long_date
from shkola_desktop.words.self_check import (
    GROUPS,
    GUARANTEED,
    NOTHING,
    advice_for,
    left_alone,
    rule_name,
    summary,
)
from shkola_desktop.words.self_check_places import where

TITLE = "Лист самопроверки"
NOT_A_PART = "Лист для рабочей группы, в состав Программы развития не входит."
COLUMNS = (
    Column("№", 6, centred=True),
    Column("Правило", 18),
    Column("Где", 18),
    Column("Что не так", 29),
    Column("Как исправить", 29),
)
IGNORED_COLUMNS = (
    *COLUMNS[:4],
    Column("Почему оставлено", 29),
)
GUARANTEED_COLUMNS = (
    Column("Правило", 24),
    Column("Соблюдается программой", 76),
)


def self_check_sheet(checked: Checked, paper: ProgrammeMaterial) -> Document:
    """Return the sheet: summary, findings by severity, what is left, what holds."""
    return Document(
        title=f"{TITLE} Программы развития на {period_named(paper.programme)}",
        author=paper.school.short_name,
        subject=paper.school.full_name,
        blocks=_blocks(checked, paper),
    )


def _blocks(checked: Checked, paper: ProgrammeMaterial) -> tuple[Block, ...]:
    day = long_date(paper.made_at.astimezone().date())
    period = period_named(paper.programme)
    return (
        Paragraph(TITLE, Style.TITLE),
        Paragraph(f"Программа развития на {period}", Style.CENTRED),
        Paragraph(paper.school.full_name, Style.CENTRED),
        Paragraph(f"Проверено {day}: {_summary(checked)}", Style.LABEL),
        Paragraph(NOT_A_PART, Style.SMALL),
        *_findings(checked),
        *_ignored(checked),
        Heading("Соблюдается программой", 2),
        Table(
            GUARANTEED_COLUMNS,
            tuple(
                Row((f"{rule} {rule_name(rule)}", GUARANTEED[rule][1]))
                for rule in checked.guaranteed
            ),
        ),
    )


def _summary(checked: Checked) -> str:
    left = left_alone(len(checked.ignored)) if checked.ignored else ""
    return f"{'; '.join(p for p in (summary(checked.findings), left) if p)}."


def _findings(checked: Checked) -> tuple[Block, ...]:
    if not checked.findings:
        return (Paragraph(f"{NOTHING}.", Style.PLAIN),)
    return (
        Heading("Замечания", 2),
        Table(COLUMNS, tuple(_rows(checked))),
    )


def _rows(checked: Checked) -> Iterator[Row]:
    number = 0
    for severity in Severity:
        found = [f for f in checked.findings if f.severity is severity]
        if found:
            yield Row((GROUPS[severity],), RowKind.SECTION)
        for finding in found:
            number += 1
            yield Row((*_cells(number, finding), advice_for(finding).cure))


def _ignored(checked: Checked) -> tuple[Block, ...]:
    if not checked.ignored:
        return ()
    rows = tuple(
        Row((*_cells(number, left.finding), left.reason))
        for number, left in enumerate(checked.ignored, start=1)
    )
    return (Heading("Оставлено так", 2), Table(IGNORED_COLUMNS, rows))


def _cells(number: int, finding: Finding) -> tuple[str, ...]:
    rule = f"{finding.rule} {rule_name(finding.rule)}"
    return (str(number), rule, where(finding), advice_for(finding).wrong)

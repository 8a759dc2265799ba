"""Section «Показатели»: computed ones by year, and targets of the school's own."""

from collections.abc import Iterator

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.expectations import Expectation
from shkola_desktop.ui.programme.outcome.targets_card import TargetsCard
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import SectionPage
from shkola_desktop.ui.widgets.card import Card
from shkola_desktop.ui.widgets.facts_table import Fact, FactsTable
from shkola_desktop.ui.widgets.texts import muted

EXPLAINED = (
    "Считаются по самодиагностике и мероприятиям, в баллах. Выделены суммы, под ними – "
    "показатели, по которым работает программа."
)


class IndicatorsSection(SectionPage):
    """The computed table is read-only; targets are edited below it."""

    def __init__(self) -> None:
        super().__init__(Part.INDICATORS)
        self._targets = TargetsCard()
        self._targets.changed.connect(self.keeper("targets"))
        computed = Card("Показатели по данным")
        computed.body.addWidget(muted(EXPLAINED))
        self._table = FactsTable("indicators-table", "Показатели по годам")
        computed.body.addWidget(self._table)
        self.add(self._targets, computed)
        self.typed(self._targets)
        self.spot("target", self._targets, self._targets.focus)
        self.spot("indicators", computed, self._table.setFocus)

    def draw(self, outlook: Outlook) -> None:
        """Show targets and computed indicators."""
        programme = outlook.programme
        base = outlook.material.diagnosis.year
        self._targets.show_targets(programme.targets, tuple(programme.years))
        heads = ("Показатель", f"{base}", *map(str, programme.years))
        self._table.show_facts(heads, tuple(_facts(outlook)))


def _facts(outlook: Outlook) -> Iterator[Fact]:
    years = tuple(outlook.programme.years)
    results = [outlook.until(year) for year in years]
    now = outlook.material.result
    totals = (str(result.total) for result in results)
    yield Fact(("Сумма баллов", str(now.total), *totals), strong=True)
    closed = (str(sum(e.year <= year for e in outlook.lifted)) for year in years)
    yield Fact(("Устранено дефицитов с начала программы", "0", *closed))
    for number, direction in enumerate(now.directions):
        planned = (str(result.directions[number].score) for result in results)
        yield Fact((direction.name, str(direction.score), *planned), strong=True)
        for expected in outlook.lifted:
            if expected.deficit.direction == direction.code:
                yield _indicator(expected, years)


def _indicator(expected: Expectation, years: tuple[int, ...]) -> Fact:
    planned = (
        str((expected.planned if year >= expected.year else expected.now).points)
        for year in years
    )
    name = f"{expected.deficit.code}  {expected.indicator.name}"
    return Fact((name, str(expected.now.points), *planned))

"""Section «Ожидаемые результаты»: points now and by year, raised or kept."""

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.scoring import DirectionScore, Result
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import SectionPage
from shkola_desktop.ui.widgets.card import Card, Notice
from shkola_desktop.ui.widgets.facts_table import Fact, FactsTable
from shkola_desktop.ui.widgets.texts import muted, text
from shkola_desktop.words.levels import footnote_for, level_name
from shkola_desktop.words.russian import NBSP

EXPLAINED = (
    "Таблица считается сама: первый столбец чисел – сейчас, дальше – план на конец "
    "года. Показатель, по которому запланированы мероприятия, "
    "поднимается на одно значение; остальные сохраняются. Год – по срокам: сначала "
    "критические показатели, затем то, что не требует денег, затем партнёры и бюджет. "
    "Баллы складываются по правилам самодиагностики."
)
NOTHING = (
    "Пока все показатели сохраняются: мероприятий нет. Запланируйте их в разделе "
    "«Дефициты и мероприятия»."
)


class ResultsSection(SectionPage):
    """Read-only: it follows from deficits and measures."""

    def __init__(self) -> None:
        super().__init__(Part.RESULTS)
        card = Card("Баллы сейчас и по годам")
        self._nothing = Notice("warning")
        self._table = FactsTable("results-table", "Ожидаемые результаты по годам")
        self._levels = text("")
        self._foot = muted("")
        card.body.addWidget(muted(EXPLAINED))
        card.body.addWidget(self._nothing)
        card.body.addWidget(self._table)
        card.body.addWidget(self._levels)
        card.body.addWidget(self._foot)
        self.add(card)
        self.spot("results", card, self._table.setFocus)

    def draw(self, outlook: Outlook) -> None:
        """Show points now, by year, and what is expected."""
        years = tuple(outlook.programme.years)
        by_year = tuple(outlook.until(year) for year in years)
        now = outlook.material.result
        rows = [
            _row(direction, [_same(result, direction) for result in by_year])
            for direction in now.directions
        ]
        self._nothing.say("" if outlook.lifted else NOTHING)
        base = outlook.material.diagnosis.year
        heads = ("Направление", *map(str, (base, *years)))
        self._table.show_facts(heads, (*rows, _total(now, by_year)))
        self._levels.setText(_levels(now, outlook.planned))
        self._foot.setText(footnote_for(now) or footnote_for(outlook.planned))


def _row(now: DirectionScore, by_year: list[DirectionScore]) -> Fact:
    then = by_year[-1] if by_year else now
    name = _named(now.name, now.maximum, _expected(now.score, then.score))
    return Fact((name, *(str(known.score) for known in (now, *by_year))))


def _total(now: Result, by_year: tuple[Result, ...]) -> Fact:
    then = by_year[-1] if by_year else now
    name = _named("Всего", now.maximum, _expected(now.total, then.total))
    points = (str(known.total) for known in (now, *by_year))
    return Fact((name, *points), strong=True)


def _named(name: str, maximum: int, expected: str) -> str:
    return f"{name}\n{expected}, из{NBSP}{maximum}"


def _expected(before: int, after: int) -> str:
    return "повышение" if after > before else "сохранение"


def _same(result: Result, direction: DirectionScore) -> DirectionScore:
    return next(d for d in result.directions if d.code == direction.code)


def _levels(now: Result, then: Result) -> str:
    """Return which levels change, a line for each; the total's always."""
    before, after = level_name(now.level), level_name(then.level)
    lines = [f"Уровень в целом: {_change(before, after)}."]
    for direction, planned in zip(now.directions, then.directions, strict=True):
        before, after = level_name(direction.level), level_name(planned.level)
        if before != after:
            lines.append(f"{direction.name}: {_change(before, after)}.")
    return "\n".join(lines)


def _change(before: str, after: str) -> str:
    return f"{before} → {after}" if before != after else f"{after}, сохраняется"

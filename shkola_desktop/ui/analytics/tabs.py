"""The reading tabs of the analytics: handing in, levels, years, comparison."""

from collections.abc import Sequence

from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.analytics import DirectionAverage
from shkola_desktop.domain.ids import DirectionCode, SchoolId
from shkola_desktop.domain.results import TOTAL
from shkola_desktop.domain.review import Standing
from shkola_desktop.ui.widgets.bars_view import BarItem, BarsView
from shkola_desktop.ui.widgets.card import Card
from shkola_desktop.ui.widgets.facts_table import Fact, FactsTable
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import muted, text
from shkola_desktop.words.analytics import (
    OTHER_FORM,
    SCHOOLS_OF,
    WHOLE,
    change,
    footnotes,
    level_columns,
    percent,
    percent_exact,
)
from shkola_desktop.words.russian import SCHOOLS, capital, counted
from shkola_desktop.words.standings import STANDINGS_OF_MANY

NO_SCHOOLS = "Школ по этому отбору в реестре нет. Измените отбор вверху."
NO_RESULTS = (
    "Завершённых самодиагностик за этот год ещё нет. Они появятся, когда вы примете "
    "пакеты школ в разделе «Обмен»."
)
ONE_YEAR = "Пока есть только один год: сравнивать не с чем."
FAR_BELOW = "Заметно ниже остальных"
FAR_ABOVE = "Заметно выше остальных"
USUAL = "Школ, результат которых резко отличается от остальных, нет."
FENCES = (
    "Результат считается необычным, если он дальше полутора межквартильных расстояний "
    "от средней половины школ (правило Тьюки). Это повод посмотреть ответы, а не вывод."
)


class HandingInTab(ScrollPage):
    """«Сдача»: schools by standing, in a region by district too."""

    def show_analysis(self, analysis: Analysis) -> None:
        """Show another year or other schools."""
        self.clear()
        card = Card(f"Сдача самодиагностики {analysis.scope.year} года")
        self.column.addWidget(card)
        if not analysis.registered:
            card.body.addWidget(muted(NO_SCHOOLS))
            return
        bars = BarsView()
        bars.show_bars(
            tuple(
                BarItem(
                    capital(STANDINGS_OF_MANY[standing]),
                    analysis.standings.get(standing, 0),
                    analysis.registered,
                )
                for standing in Standing
            )
        )
        bars.setAccessibleName(_standings_spoken(analysis))
        card.body.addWidget(bars)
        if analysis.region:
            self.column.addWidget(_by_district(analysis))


class LevelsTab(ScrollPage):
    """«Уровни»: how many schools reached which level, direction by direction."""

    def show_analysis(self, analysis: Analysis) -> None:
        """Show another year or other schools."""
        self.clear()
        card = Card("Распределение школ по уровням")
        self.column.addWidget(card)
        if not analysis.counted:
            card.body.addWidget(muted(NO_RESULTS))
            return
        columns = level_columns(analysis)
        heads = ["Направление", *(name for _, name in columns)]
        facts = [
            Fact((name, *_levels_of(analysis, code, columns)), strong=code == TOTAL)
            for code, name in ((TOTAL, WHOLE), *analysis.names.items())
        ]
        table = FactsTable("levels", "Распределение школ по уровням")
        table.show_facts(heads, facts)
        card.body.addWidget(table)
        self.column.addWidget(_averages(analysis))
        for words in footnotes(analysis):
            self.column.addWidget(muted(words))


class YearsTab(ScrollPage):
    """«Динамика»: averages by year, and what became of them."""

    def show_analysis(self, analysis: Analysis) -> None:
        """Show another year or other schools."""
        self.clear()
        card = Card("Средняя доля от максимума по годам")
        self.column.addWidget(card)
        if not analysis.history:
            card.body.addWidget(muted(NO_RESULTS))
            return
        if len(analysis.history) == 1:
            card.body.addWidget(muted(ONE_YEAR))
        table = FactsTable("years", "Средняя доля от максимума по годам")
        heads = ["Направление", *(str(one.year) for one in analysis.history)]
        table.show_facts(heads, _years(analysis))
        card.body.addWidget(table)
        for pair in analysis.changes:
            self.column.addWidget(_changes(analysis, pair.before, pair.now))
        if not all(pair.whole for pair in analysis.changes):
            self.column.addWidget(muted(OTHER_FORM))


class ComparisonTab(ScrollPage):
    """«Сравнение»: districts and their region, schools that differ from the rest."""

    def show_analysis(self, analysis: Analysis) -> None:
        """Show another year or other schools."""
        self.clear()
        if not analysis.counted:
            card = Card("Сравнение")
            card.body.addWidget(muted(NO_RESULTS))
            self.column.addWidget(card)
            return
        if analysis.region and analysis.district:
            self.column.addWidget(_against_all(analysis))
        if analysis.region:
            self.column.addWidget(_districts(analysis))
        self.column.addWidget(_unusual(analysis))


def _standings_spoken(analysis: Analysis) -> str:
    return "; ".join(
        f"{STANDINGS_OF_MANY[s]}: {counted(analysis.standings.get(s, 0), SCHOOLS)}"
        for s in Standing
    )


def _by_district(analysis: Analysis) -> Card:
    card = Card("По районам")
    table = FactsTable("standings-by-district", "Сдача по районам")
    facts: list[Fact] = []
    for district in analysis.districts:
        found = analysis.standings_by_district.get(district.code)
        if found:
            cells = (str(found.get(s, 0)) for s in Standing)
            facts.append(Fact((district.name, *cells)))
    table.show_facts(["Район", *(STANDINGS_OF_MANY[s] for s in Standing)], facts)
    card.body.addWidget(table)
    return card


def _levels_of(
    analysis: Analysis,
    code: DirectionCode,
    columns: Sequence[tuple[str | None, str]],
) -> list[str]:
    counts = [analysis.at_level(code, level) for level, _ in columns]  # type: ignore[arg-type]
    asked = sum(counts) or 1
    return [f"{n} ({percent(n / asked)})" if n else "–" for n in counts]


def _averages(analysis: Analysis) -> Card:
    card = Card("Средние по направлениям")
    table = FactsTable("averages", "Средние по направлениям")
    heads = ("Направление", "Школ", "Средняя доля", "От и до", "Обнулено")
    facts = [
        Fact(
            (
                _name(analysis, a.direction),
                str(a.schools),
                percent_exact(a.share),
                f"{percent(a.lowest)} – {percent(a.highest)}",
                str(a.zeroed) if a.zeroed and a.direction != TOTAL else "–",
            ),
            strong=a.direction == TOTAL,
        )
        for a in analysis.averages
    ]
    table.show_facts(heads, facts)
    card.body.addWidget(table)
    return card


def _years(analysis: Analysis) -> list[Fact]:
    schools = Fact(
        (
            "Школ с завершённой самодиагностикой",
            *(str(y.schools) for y in analysis.history),
        )
    )
    known = [{a.direction: a.share for a in one.averages} for one in analysis.history]
    rows = [
        Fact(
            (
                name,
                *(percent_exact(y[code]) if code in y else "–" for y in known),
            ),
            strong=code == TOTAL,
        )
        for code, name in ((TOTAL, WHOLE), *analysis.names.items())
    ]
    return [*rows, schools]


def _changes(analysis: Analysis, before: int, now: int) -> Card:
    card = Card(f"Изменение с {before} по {now} год")
    pair = next(p for p in analysis.changes if (p.before, p.now) == (before, now))
    if not pair.changes:
        words = "Формы этих годов не имеют общих показателей, сравнивать их нельзя."
        card.body.addWidget(muted(words))
        return card
    table = FactsTable(f"changes-{now}", f"Изменение с {before} по {now} год")
    facts = [
        Fact(
            (
                _name(analysis, one.direction),
                percent_exact(one.before),
                percent_exact(one.now),
                change(one.gained),
                "всё направление" if one.whole else f"показателей: {one.indicators}",
            ),
            strong=one.direction == TOTAL,
        )
        for one in pair.changes
    ]
    heads = ("Направление", str(before), str(now), "Изменение", "Что сравнивается")
    table.show_facts(heads, facts)
    card.body.addWidget(table)
    return card


def _against_all(analysis: Analysis) -> Card:
    district = analysis.district
    card = Card(f"{district.name if district else ''}: сравнение с областью")
    everywhere = {a.direction: a for a in analysis.everywhere}
    table = FactsTable("against-all", "Район и область")
    facts: list[Fact] = []
    for own in analysis.averages:
        whole = everywhere.get(own.direction)
        if whole is not None:
            cells = (
                _name(analysis, own.direction),
                percent_exact(own.share),
                percent_exact(whole.share),
                change(own.share - whole.share),
            )
            facts.append(Fact(cells, strong=own.direction == TOTAL))
    table.show_facts(("Направление", "Район", "Область", "Разница"), facts)
    card.body.addWidget(table)
    return card


def _districts(analysis: Analysis) -> Card:
    card = Card("Районы: средняя доля от максимума")
    by_code: dict[str, dict[DirectionCode, DirectionAverage]] = {}
    for found in analysis.by_district:
        by_code.setdefault(found.district, {})[found.average.direction] = found.average
    names = {district.code: district.name for district in analysis.districts}
    ordered = sorted(
        by_code.items(), key=lambda d: (-d[1][TOTAL].share, names.get(d[0], d[0]))
    )
    facts = [
        Fact((names.get(code, code), str(own[TOTAL].schools), *_shares(analysis, own)))
        for code, own in ordered
    ]
    everywhere = {a.direction: a for a in analysis.everywhere}
    if TOTAL in everywhere:
        schools = str(everywhere[TOTAL].schools)
        cells = ("Вся область", schools, *_shares(analysis, everywhere))
        facts.append(Fact(cells, strong=True))
    table = FactsTable("districts", "Районы: средняя доля от максимума")
    names_of = (name.replace(" ", "\n") for name in analysis.names.values())
    heads = ("Район", "Школ", "Всего", *names_of)
    table.show_facts(heads, facts)
    card.body.addWidget(table)
    return card


def _shares(
    analysis: Analysis, own: dict[DirectionCode, DirectionAverage]
) -> list[str]:
    codes = (TOTAL, *analysis.names)
    return [percent(own[code].share) if code in own else "–" for code in codes]


def _unusual(analysis: Analysis) -> Card:
    card = Card("Необычные результаты")
    lists = ((FAR_BELOW, analysis.far_below), (FAR_ABOVE, analysis.far_above))
    if not analysis.far_below and not analysis.far_above:
        card.body.addWidget(text(USUAL))
    for words, found in lists:
        if found:
            card.body.addWidget(
                text(f"{words}: {counted(len(found), SCHOOLS)}", "strong")
            )
            card.body.addWidget(text(_named(analysis, found)))
    zeroed = [m.name for m in analysis.marks if any(x.zeroed for x in m.marks.values())]
    if zeroed:
        words = (
            f"Хотя бы одно направление обнулено у {counted(len(zeroed), SCHOOLS_OF)}"
        )
        card.body.addWidget(text(words, "strong"))
        card.body.addWidget(text("; ".join(zeroed)))
    card.body.addWidget(muted(FENCES))
    return card


def _named(analysis: Analysis, found: Sequence[SchoolId]) -> str:
    known = {m.school: m for m in analysis.marks}
    return "; ".join(
        f"{known[one].name} ({percent(known[one].marks[TOTAL].share)})" for one in found
    )


def _name(analysis: Analysis, code: DirectionCode) -> str:
    return WHOLE if code == TOTAL else analysis.names.get(code, code)

"""Ties «Аналитика» to the use cases: sums are made off the screen's thread."""

from shkola_desktop.app import analytics, consistency
from shkola_desktop.app.analytics import Asked, SchoolAnswers
from shkola_desktop.app.consistency import Difference
from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.analytics import SchoolMarks
from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.ui.analytics.page import AnalyticsPage
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.words.russian import counted

AGREES = "Все сохранённые результаты следуют из ответов школ."
RESULTS = ("результат", "результата", "результатов")
NAMED = 10
"""Schools named in a notice."""
EXCEL, CSV = "Excel (*.xlsx)", "CSV (*.csv)"


class AnalyticsPresenter:
    """Reckons anew each time the screen is opened or the choice changes."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._asked = Asked()
        self._shown: Analysis | None = None
        self.page = AnalyticsPage()
        self.page.asked.connect(self._ask)
        self.page.heat.answers_wanted.connect(self._look_into)
        self.page.excel_wanted.connect(lambda: self._export("xlsx", EXCEL))
        self.page.csv_wanted.connect(lambda: self._export("csv", CSV))
        self.page.check_wanted.connect(self._check)
        self.page.repair_wanted.connect(self._repair)
        self.page.report_wanted.connect(lambda: self._paper(DocumentKind.ANALYTICS))
        self.page.road_map_wanted.connect(lambda: self._paper(DocumentKind.SUPPORT_MAP))

    def open(self, _at: str | None = None) -> None:
        """Reckon what was looked at last."""
        self.page.notice.say("")
        self.page.differences.say("")
        self._ask(self._asked)

    def leave(self) -> None:
        """Nothing is open here."""

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        self.page.show_busy(busy=True)
        workspace = self._context.workspace
        self._context.runner.run(
            lambda: analytics.analysis(workspace, asked), self._show, self._refuse
        )

    def _show(self, found: Analysis) -> None:
        self._shown = found
        self.page.show_busy(busy=False)
        self.page.show_analysis(found)

    def _refuse(self, error: ShkolaError) -> None:
        self.page.show_busy(busy=False)
        self.page.notice.say_error(error)

    def _look_into(self, school: SchoolMarks, code: str) -> None:
        workspace = self._context.workspace
        self._context.runner.run(
            lambda: analytics.answers_of(
                school.diagnosis, DirectionCode(code), workspace
            ),
            self._show_answers,
            self._refuse,
        )

    def _show_answers(self, found: SchoolAnswers) -> None:
        self.page.heat.show_answers(found)

    def _export(self, ending: str, kinds: str) -> None:
        found = self._shown
        if found is None:
            return
        name = f"analytics-{found.office.code}-{found.scope.year}.{ending}"
        path = self._context.ask.save_file("Сохранить таблицы", name, kinds)
        if path is None:
            return
        workspace = self._context.workspace
        self.page.show_busy(busy=True)
        self._context.runner.run(
            lambda: analytics.export(found, path, workspace), self._saved, self._refuse
        )

    def _saved(self, path: object) -> None:
        self.page.show_busy(busy=False)
        self.page.notice.say(f"Сохранено: {path}", tone="good")

    def _check(self) -> None:
        workspace = self._context.workspace
        self.page.show_busy(busy=True)
        self.page.notice.say("Результаты пересчитываются по ответам школ…", tone="info")
        self._context.runner.run(
            lambda: consistency.differences(workspace), self._checked, self._refuse
        )

    def _checked(self, found: tuple[Difference, ...]) -> None:
        self.page.show_busy(busy=False)
        self.page.notice.say("")
        if not found:
            self.page.notice.say(AGREES, tone="good")
            return
        names = sorted({f"{d.school.short_name}, {d.year} год" for d in found})
        more = "; ".join(names[:NAMED]) + ("; и другие" if len(names) > NAMED else "")
        count = counted(len(found), RESULTS)
        self.page.differences.say(f"Не сходится с ответами: {count}.", more, "warning")

    def _repair(self) -> None:
        workspace = self._context.workspace
        self.page.show_busy(busy=True)
        self._context.saving.save(
            lambda: consistency.repair(workspace), self._repaired, self._refuse
        )

    def _repaired(self, count: int) -> None:
        self.page.differences.say("")
        self.page.notice.say(f"Пересчитано: {counted(count, RESULTS)}.", tone="good")
        self._ask(self._asked)

    def _paper(self, kind: DocumentKind) -> None:
        year = self._shown.scope.year if self._shown else 0
        self._context.go(Screen.DOCUMENTS, f"{kind.value}:{year}")

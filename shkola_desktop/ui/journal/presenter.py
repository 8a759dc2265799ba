"""Ties «Журнал действий» to the log: it is read off the screen's thread."""

from datetime import timedelta
from pathlib import Path

from shkola_desktop.app import journal
from shkola_desktop.app.journal import Journal, Wanted
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.journal.page import JournalPage

EXCEL, CSV = "Excel (*.xlsx)", "CSV (*.csv)"


class JournalPresenter:
    """Reads the log anew each time the screen is opened or the choice changes."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._shown = Journal((), ())
        self.page = JournalPage()
        self.page.asked.connect(self._ask)
        self.page.excel_wanted.connect(lambda: self._export("xlsx", EXCEL))
        self.page.csv_wanted.connect(lambda: self._export("csv", CSV))

    def open(self, _at: str | None = None) -> None:
        """Read what is wanted."""
        self.page.notice.say("")
        self._ask()

    def leave(self) -> None:
        """Nothing is open here."""

    def _ask(self) -> None:
        page, workspace = self.page, self._context.workspace
        since = workspace.clock.now() - timedelta(days=page.days)
        wanted = Wanted(page.who, page.kind, since if page.days else None, page.words)
        self._context.runner.run(
            lambda: journal.journal(workspace, wanted), self._show, self._refuse
        )

    def _show(self, found: Journal) -> None:
        self._shown = found
        self.page.show_journal(found)

    def _refuse(self, error: ShkolaError) -> None:
        self.page.notice.say_error(error)

    def _export(self, ending: str, kinds: str) -> None:
        path = self._context.ask.save_file("Сохранить журнал", f"log.{ending}", kinds)
        if path is None:
            return
        actions, workspace = self._shown.actions, self._context.workspace
        self._context.runner.run(
            lambda: journal.export(actions, path, workspace), self._saved, self._refuse
        )

    def _saved(self, path: Path) -> None:
        self.page.notice.say(f"Сохранено: {path}", tone="good")

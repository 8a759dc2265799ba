"""«Варианты программы»: kept under a name, compared, brought back, deleted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from shkola_desktop.app.programme_versions import LONGEST
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.programme_version import ProgrammeVersion
from shkola_desktop.ui.programme.versions.differences_box import DifferencesBox
from shkola_desktop.ui.programme.versions.told import Grouped
from shkola_desktop.ui.programme.versions.version_row import VersionRow
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, muted
from shkola_desktop.ui.widgets.typed_text import limit_line

EXPLAINED = (
    "Запомните программу перед большими изменениями или перед педсоветом: вариант "
    "останется целиком, его можно сравнить с нынешней программой и вернуть."
)
NONE = "Запомненных вариантов пока нет."


class VersionsCard(Card):
    """Signals carry the version that something is wanted of."""

    keep_wanted = Signal(str)
    compare_wanted = Signal(object)
    restore_wanted = Signal(object)
    delete_wanted = Signal(object)
    put_back_wanted = Signal()
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Варианты программы")
        self._shown: tuple[ProgrammeVersion, ...] | None = None
        self.body.addWidget(muted(EXPLAINED))
        self.fault = Notice("danger")
        self.body.addWidget(self.fault)
        self._add_line()
        self.deleted = Notice("info")
        self.deleted.add_button(
            "Вернуть удалённый", "put-back-version", self.put_back_wanted.emit
        )
        self.body.addWidget(self.deleted)
        self._none = muted(NONE)
        self.body.addWidget(self._none)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE)
        self.body.addLayout(self._column)
        self._differences = DifferencesBox()
        self._differences.closed.connect(self.close_wanted)
        self.body.addWidget(self._differences)

    def show_versions(self, versions: Sequence[ProgrammeVersion]) -> None:
        """Show the versions, newest first."""
        shown = tuple(versions)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._column)
        self._none.setVisible(not shown)
        for version in shown:
            made = VersionRow(version)
            made.compare_wanted.connect(partial(self.compare_wanted.emit, version))
            made.restore_wanted.connect(partial(self.restore_wanted.emit, version))
            made.delete_wanted.connect(partial(self.delete_wanted.emit, version))
            self._column.addWidget(made)

    def show_differences(self, version: ProgrammeVersion, lines: Grouped) -> None:
        """Show how the programme differs from a version."""
        self._differences.show_lines(version.name, lines)

    def hide_differences(self) -> None:
        """Show no comparison."""
        self._differences.hide()

    def focus_differences(self) -> None:
        """Put the keyboard under the comparison."""
        self._differences.focus()

    def focus_new(self) -> None:
        """Put the keyboard at the name of a new version."""
        self._line.setFocus()

    def show_deleted(self, name: str) -> None:
        """Offer to undo that a version was deleted; an empty name offers nothing."""
        self.deleted.say(f"Вариант «{name}» удалён." if name else "")

    def say_error(self, error: ShkolaError) -> None:
        """Tell what could not be kept."""
        self.fault.say_error(error)

    def _add_line(self) -> None:
        self._line = QLineEdit()
        self._line.setObjectName("version-name")
        self._line.setAccessibleName("Название варианта")
        self._line.setPlaceholderText("название, например «до педсовета»")
        limit_line(self._line, LONGEST)
        self._line.returnPressed.connect(self._keep)
        keep = button("Запомнить вариант", "keep-version")
        keep.clicked.connect(self._keep)
        self.body.addLayout(row(self._line, keep, stretch=0))

    def _keep(self) -> None:
        name = self._line.text().strip()
        self._line.clear()
        self.keep_wanted.emit(name)
        self._line.setFocus()

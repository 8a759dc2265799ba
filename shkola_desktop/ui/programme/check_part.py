"""Section «Проверка»: the self-check of the programme as it stands."""

from PySide6.QtCore import Signal

from shkola_desktop.app import checking
from shkola_desktop.domain.self_check.check import Checked
from shkola_desktop.domain.self_check.finding import Finding
from shkola_desktop.ui.programme.check_section import CheckSection
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import Telling


class CheckPart(Telling):
    """``jump_wanted`` carries a place."""

    jump_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(Part.CHECK)
        self._check = CheckSection()
        self._check.jump_wanted.connect(self.jump_wanted)
        self._check.ignore_wanted.connect(self._ignore)
        self._check.unignore_wanted.connect(self._take_back)
        self.own_words.hide()
        self.outer.addWidget(self._check)

    def show_checked(self, checked: Checked) -> None:
        """Show what was found."""
        self._check.show_checked(checked)

    def _ignore(self, finding: Finding, reason: str) -> None:
        if self.outlook is not None:
            changed = checking.ignore(finding, reason, self.outlook.programme)
            self.change(ignored=changed.ignored)

    def _take_back(self, finding: Finding) -> None:
        if self.outlook is not None:
            known = self.outlook.programme
            changed = checking.no_longer_ignored(finding, known)
            self.change(ignored=changed.ignored)

"""Падежи: everybody whom documents name, folded, with the forms to put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from shkola_desktop.app.declining import Shown
from shkola_desktop.domain.declension import plain
from shkola_desktop.ui.settings.case_form import CaseForm
from shkola_desktop.ui.widgets.card import Card, Notice
from shkola_desktop.ui.widgets.fold import Fold
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import muted


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody with position and name; either may be empty."""

    position: str
    name: str

    @property
    def told(self) -> str:
        """The heading; the position has one of its own inside."""
        return self.name or self.position


class CasesCard(Card):
    """Tells wishes; texts are told as they stand in the nominative.

    ``wanted`` carries somebody whose forms are to be shown, ``corrected`` a text with
    a case and its form, ``given_back`` a text whose forms are to be forgotten.
    """

    wanted = Signal(object)
    corrected = Signal(str, object, str)
    given_back = Signal(str)

    def __init__(self) -> None:
        super().__init__("Падежи имён и должностей")
        self.body.addWidget(
            muted(
                "Так имена и должности встанут в приказ, выписку и письмо учредителю. "
                "Исправленное запоминается: должность, исправленная один раз, верна у "
                "всех и в следующем году."
            )
        )
        self.notice = Notice("danger")
        self.body.addWidget(self.notice)
        self._nobody = muted("Внесите сотрудников, и их падежи появятся здесь.")
        self.body.addWidget(self._nobody)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self._people: tuple[Called, ...] = ()
        self._folds: list[Fold] = []
        self._forms: list[dict[str, CaseForm]] = []

    def show_people(self, people: Sequence[Called]) -> None:
        """Show a fold for everybody; who was open stays open."""
        if self._people == tuple(people):
            return
        opened = set(self.opened)
        self._people = tuple(people)
        empty(self._column)
        self._folds, self._forms = [], []
        self._nobody.setVisible(not people)
        for number, called in enumerate(self._people):
            fold = Fold(called.told, f"cases-{number}")
            self._folds.append(fold)
            self._forms.append(self._fill(fold, number, called))
            fold.opened.connect(partial(self.wanted.emit, called))
            self._column.addWidget(fold)
            if called in opened:
                fold.open()

    @property
    def opened(self) -> tuple[Called, ...]:
        """Everybody whose forms are shown."""
        pairs = zip(self._people, self._folds, strict=True)
        return tuple(called for called, fold in pairs if fold.is_open)

    def show_cases(self, shown: Sequence[Shown]) -> None:
        """Show the forms of texts, with everybody whom they belong to."""
        found = {known.text: known for known in shown}
        for forms in self._forms:
            for text, form in forms.items():
                if text in found:
                    form.show_cases(found[text])

    def flush(self) -> None:
        """Tell a form that is still being typed."""
        for fold, forms in zip(self._folds, self._forms, strict=True):
            for form in forms.values() if fold.is_open else ():
                form.flush()

    def _fill(self, fold: Fold, number: int, called: Called) -> dict[str, CaseForm]:
        made: dict[str, CaseForm] = {}
        parts = (("position", called.position), ("name", called.name))
        for sort, words in parts:
            if known := plain(words):
                form = CaseForm(words, f"cases-{number}-{sort}")
                form.corrected.connect(partial(self.corrected.emit, known))
                form.given_back.connect(partial(self.given_back.emit, known))
                fold.body.addWidget(form)
                made[known] = form
        return made

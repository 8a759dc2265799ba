"""One deficit: its words, causes and measures, with what the bank suggests."""

from dataclasses import replace

from PySide6.QtCore import Signal

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.programme import Deficit
from shkola_desktop.ui.programme.chain import Chain, chain_of
from shkola_desktop.ui.programme.deficits.causes_card import CausesCard
from shkola_desktop.ui.programme.deficits.measures_panel import MeasuresPanel
from shkola_desktop.ui.programme.deficits.words_card import WordsCard
from shkola_desktop.ui.widgets.card import Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, heading


class DeficitEditor(ScrollPage):
    """``changed`` carries the changed deficit, ``take_wanted`` a bank's measure.

    ``step_wanted`` carries -1 or 1: the deficit before or after this one.
    ``move_wanted`` carries a measure's id and the code of the deficit it goes to.
    """

    changed = Signal(object)
    take_wanted = Signal(object)
    own_wanted = Signal()
    back_wanted = Signal()
    step_wanted = Signal(int)
    move_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._deficit: Deficit | None = None
        self._ways()
        self._heading = heading("")
        self.column.addWidget(self._heading)
        self._chain = Notice("info")
        self.column.addWidget(self._chain)
        self._words = WordsCard()
        self._words.changed.connect(self.changed)
        self._causes = CausesCard()
        self._causes.changed.connect(self._change_causes)
        self._plan = MeasuresPanel()
        self._plan.changed.connect(self._change_measures)
        self._plan.move_wanted.connect(self.move_wanted)
        self._plan.take_wanted.connect(self.take_wanted)
        self._plan.own_wanted.connect(self.own_wanted)
        self._plan.shown.connect(self.reveal)
        for part in (self._words, self._causes, self._plan):
            self.column.addWidget(part)

    def show_deficit(self, deficit: Deficit, outlook: Outlook) -> None:
        """Show a deficit; the place on the page is kept for the same one."""
        known = self._deficit
        self._deficit = deficit
        if known is None or known.code != deficit.code:
            self.verticalScrollBar().setValue(0)
        shortfall = outlook.shortfall(deficit)
        indicator = shortfall.indicator if shortfall else None
        named = f"{indicator.code} {indicator.name}" if indicator else deficit.text
        self._heading.setText(f"Дефицит {deficit.code}. {named}")
        self._show_ways(outlook)
        self._show_chain(chain_of(deficit, outlook))
        self._words.show_deficit(deficit)
        self._causes.setVisible(deficit.included)
        self._plan.setVisible(deficit.included)
        self._causes.show_causes(deficit, outlook.suggested_causes(deficit))
        others = [
            (known.code, f"{known.code} {known.text}")
            for known in outlook.programme.included
            if known.code != deficit.code
        ]
        suggested = outlook.suggested_measures(deficit)
        self._plan.show_deficit(deficit, suggested, others)

    def go_to(self, spot: str) -> None:
        """Put the keyboard at the words, ``causes``, ``measures`` or a measure."""
        kind, _, id = spot.partition(":")
        editor = self._plan.editor_of(id) if kind == "measure" else None
        if editor is not None:
            editor.setFocus()
            self.reveal(editor)
        elif spot == "causes" and not self._causes.isHidden():
            self._causes.focus()
            self.reveal(self._causes)
        elif spot == "measures" and not self._plan.isHidden():
            self.reveal(self._plan.focus())
        else:
            self._words.focus()

    def flush(self) -> None:
        """Tell what is still being typed."""
        self._words.flush()
        self._causes.flush()
        self._plan.flush()

    def _ways(self) -> None:
        back = button("К списку дефицитов", "to-deficits", "link")
        back.clicked.connect(self.back_wanted)
        self._before = button("Предыдущий", "deficit-before")
        self._before.setAccessibleName("Предыдущий дефицит")
        self._before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._after = button("Следующий", "deficit-after")
        self._after.setAccessibleName("Следующий дефицит")
        self._after.clicked.connect(lambda: self.step_wanted.emit(1))
        layout = row(back)
        layout.addWidget(self._before)
        layout.addWidget(self._after)
        self.column.addLayout(layout)

    def _show_ways(self, outlook: Outlook) -> None:
        codes = [deficit.code for deficit in outlook.programme.deficits]
        here = self._deficit.code if self._deficit else ""
        self._before.setEnabled(codes[0] != here)
        self._after.setEnabled(codes[-1] != here)

    def _show_chain(self, chain: Chain) -> None:
        whole = chain.missing is None or not chain.deficit.included
        self._chain.say(f"Цепочка: {chain.words}", tone="good" if whole else "warning")

    def _set(self, **fields: object) -> None:
        if self._deficit is None:
            return
        changed = replace(self._deficit, **fields)  # pyright: ignore[reportArgumentType]  # fields of Deficit
        if changed != self._deficit:
            self.changed.emit(changed)

    def _change_causes(self, causes: object) -> None:
        self._set(causes=causes)

    def _change_measures(self, measures: object) -> None:
        self._set(measures=measures)

"""Section «Дефициты и мероприятия»: all chains, or one deficit to edit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from shkola_desktop.app.outlook import Outlook, reordered
from shkola_desktop.domain import regrouping
from shkola_desktop.domain.programme import Deficit
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.programme.chain import chain_of, chains_of
from shkola_desktop.ui.programme.deficits.chain_page import ChainPage, Order
from shkola_desktop.ui.programme.deficits.editor import DeficitEditor
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import Telling


class DeficitsSection(Telling):
    """``take_wanted`` carries a deficit and a bank's measure, ``own_wanted`` a deficit.

    ``add_wanted`` carries a shortfall that becomes a deficit.
    """

    take_wanted = Signal(object, object)
    own_wanted = Signal(object)
    add_wanted = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(Part.DEFICITS)
        self._code: str | None = None
        self._chains = ChainPage(icons)
        self._chains.chosen.connect(self._choose)
        self._chains.moved.connect(self._move)
        self._chains.order_wanted.connect(self._order)
        self._chains.add_wanted.connect(self.add_wanted)
        self._chains.column.addWidget(self.own_words)
        self._editor = DeficitEditor()
        self._editor.changed.connect(self._change)
        self._editor.move_wanted.connect(self._move_measure)
        self._editor.take_wanted.connect(self._take)
        self._editor.own_wanted.connect(self._own)
        self._editor.back_wanted.connect(self._back)
        self._editor.step_wanted.connect(self._step)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._chains)
        self._stack.addWidget(self._editor)
        self.outer.addWidget(self._stack)

    @property
    def place(self) -> str:
        """The open deficit, or the section itself."""
        return f"deficit:{self._code}" if self._code else super().place

    def draw(self, outlook: Outlook) -> None:
        """Show the chains, or the open deficit."""
        deficit = outlook.deficit(self._code or "")
        if deficit is None:
            self._code = None
            chains = chains_of(outlook)
            self._chains.show_chains(chains, outlook.others, self._code)
            self._stack.setCurrentIndex(0)
        else:
            self._editor.show_deficit(deficit, outlook)
            self._stack.setCurrentIndex(1)

    def flush(self) -> None:
        """Tell what is still being typed."""
        super().flush()
        if self._code is not None:
            self._editor.flush()

    def go_to(self, spot: str) -> None:
        """Open a deficit, a measure, the deficits of an indicator or a direction."""
        outlook = self.outlook
        if outlook is None:
            return
        kind, _, rest = spot.partition(":")
        found = _found(outlook, kind, rest)
        self._code = found.code if found else None
        self.draw(outlook)
        if found is not None:
            self._editor.go_to(spot)
            return
        self._chains.focus()
        if kind == "indicator":
            self._chains.offer(rest)

    def _choose(self, code: str) -> None:
        if self.outlook is None:
            return
        self._code = code
        self.draw(self.outlook)
        deficit = self.outlook.deficit(code)
        missing = chain_of(deficit, self.outlook).missing if deficit else None
        self._editor.go_to(missing.spot if missing else "deficit")

    def _move(self, start: int, target: int) -> None:
        if self.outlook is not None:
            known = self.outlook.programme.deficits
            self.change(deficits=reordered(known, known[start].code, target))

    def _order(self, order: Order) -> None:
        if self.outlook is not None:
            self.change(deficits=_ordered(self.outlook, order))

    def _move_measure(self, measure: str, code: str) -> None:
        if self.outlook is None:
            return
        self.flush()
        moved = regrouping.with_measure_moved(self.outlook.programme, measure, code)
        self.change(deficits=moved.deficits)
        self._editor.go_to("measures")

    def _back(self) -> None:
        code, self._code = self._code, None
        if self.outlook is not None:
            chains = chains_of(self.outlook)
            self._chains.show_chains(chains, self.outlook.others, code)
            self._stack.setCurrentIndex(0)
            self._chains.focus()

    def _step(self, step: int) -> None:
        if self.outlook is None:
            return
        codes = [deficit.code for deficit in self.outlook.programme.deficits]
        position = codes.index(self._code or "") + step
        if 0 <= position < len(codes):
            self.flush()
            self.go_to(f"deficit:{codes[position]}")

    def _change(self, deficit: Deficit) -> None:
        if self.outlook is not None:
            changed = self.outlook.programme.with_deficit(deficit)
            self.change(deficits=changed.deficits)

    def _take(self, measure: object) -> None:
        deficit = self._deficit
        if deficit is not None:
            self.take_wanted.emit(deficit, measure)
            self._show_last()

    def _own(self) -> None:
        deficit = self._deficit
        if deficit is not None:
            self.own_wanted.emit(deficit)
            self._show_last()

    def _show_last(self) -> None:
        deficit = self._deficit
        if deficit is not None and deficit.measures:
            self._editor.go_to(f"measure:{deficit.measures[-1].id}")

    @property
    def _deficit(self) -> Deficit | None:
        return self.outlook.deficit(self._code or "") if self.outlook else None


def _ordered(outlook: Outlook, order: Order) -> tuple[Deficit, ...]:
    deficits = outlook.programme.deficits
    if order is Order.DIRECTION:
        return regrouping.by_direction(deficits, outlook.material.form)
    found = {s.indicator.code: s for s in outlook.found}
    if order is Order.CRITICAL:
        return regrouping.critical_first(deficits, found)
    return regrouping.by_points_lost(deficits, found)


def _found(outlook: Outlook, kind: str, rest: str) -> Deficit | None:
    match kind:
        case "deficit":
            return outlook.deficit(rest)
        case "measure":
            return outlook.deficit_of(rest)
        case "indicator" | "direction":
            known = outlook.programme.deficits
            return next((d for d in known if getattr(d, kind) == rest), None)
        case _:
            return None

"""All deficits with their chains: what is missing, in which order they stand."""

from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.app.wizard import State
from shkola_desktop.domain.deficits import Shortfall
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.programme.chain import Chain
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Notice, row
from shkola_desktop.ui.widgets.flow_row import FlowRow
from shkola_desktop.ui.widgets.ordered_list import OrderedList
from shkola_desktop.ui.widgets.steps_list import STATE_ICONS
from shkola_desktop.ui.widgets.texts import button, muted, short
from shkola_desktop.words.russian import capital

CODE = Qt.ItemDataRole.UserRole
EXPLAINED = (
    "Дефицит → причина → задача → мероприятие → результат. Enter или щелчок открывают "
    "дефицит; порядок меняют мышью или Alt+↑ и Alt+↓."
)
NONE = (
    "Дефицитов нет: все показатели набрали баллы. Ниже можно добавить показатель, "
    "набравший не все баллы."
)
STATE_SPOKEN = {
    State.EMPTY: "не начато",
    State.PARTLY: "не всё есть",
    State.DONE: "цепочка полная",
}


class Order(Enum):
    """What all deficits can be ordered by at once."""

    DIRECTION = "direction"
    CRITICAL = "critical"
    POINTS = "points"


ORDERS = {
    Order.DIRECTION: ("По направлениям", "как направления идут в самодиагностике"),
    Order.CRITICAL: (
        "Сначала критические",
        "выше – критические показатели без баллов",
    ),
    Order.POINTS: ("По числу баллов", "выше – где потеряно больше баллов"),
}
"""What stands on the button, and what it does."""


class ChainPage(QWidget):
    """``chosen`` carries a deficit's code, ``add_wanted`` a shortfall.

    ``moved`` carries the old and the new position, ``order_wanted`` an ``Order``.
    """

    chosen = Signal(str)
    moved = Signal(int, int)
    order_wanted = Signal(object)
    add_wanted = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._nothing = Notice("good")
        self._list = OrderedList("deficits", "Дефициты и их цепочки")
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._list.moved.connect(self.moved)
        self._orders = self._order_row()
        self._more = QComboBox()
        self._more.setObjectName("more-deficits")
        self._more.setAccessibleName("Показатели, набравшие не все баллы")
        self._more.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._more.setMinimumContentsLength(12)
        self._add = button("Добавить", "add-deficit")
        self._add.setAccessibleName("Добавить дефицит")
        self._add.clicked.connect(self._ask)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 0)
        self.column.addWidget(muted(EXPLAINED))
        self.column.addWidget(self._nothing)
        self.column.addWidget(self._orders)
        self.column.addWidget(self._list, 1)
        self.column.addWidget(muted("Добавить показатель, набравший не все баллы:"))
        self.column.addLayout(row(self._more, self._add, stretch=0))

    def show_chains(
        self, chains: Sequence[Chain], others: Sequence[Shortfall], code: str | None
    ) -> None:
        """Show the chains; ``others`` are shortfalls that could be added."""
        self._nothing.say("" if chains else NONE)
        self._list.setVisible(bool(chains))
        self._orders.setVisible(len(chains) > 1)
        marked = code or self._marked
        self._list.blockSignals(True)  # Qt's setter
        self._list.clear()
        for chain in chains:
            item = self._item(chain)
            self._list.addItem(item)
            if chain.deficit.code == marked or self._list.count() == 1:
                self._list.setCurrentItem(item)
        self._list.blockSignals(False)
        self._more.clear()
        for shortfall in others:
            indicator = shortfall.indicator
            self._more.addItem(f"{indicator.code} {indicator.name}", shortfall)
        self._more.setEnabled(bool(others))
        self._add.setEnabled(bool(others))

    def focus(self) -> None:
        """Put the keyboard at the list."""
        if self._list.isHidden():
            self._more.setFocus()
        else:
            self._list.setFocus()

    def offer(self, indicator: str) -> None:
        """Show an indicator among those that can be added."""
        for position in range(self._more.count()):
            shortfall = self._more.itemData(position)
            if shortfall.indicator.code == indicator:
                self._more.setCurrentIndex(position)
                self._more.setFocus()

    @property
    def _marked(self) -> str | None:
        item = self._list.currentItem()
        return str(item.data(CODE)) if item is not None else None

    def _order_row(self) -> QWidget:
        buttons: list[QPushButton] = []
        for order, (words, told) in ORDERS.items():
            made = button(words, f"order-by-{order.value}")
            made.setAccessibleName(f"Упорядочить дефициты. {words}: {told}")
            made.setToolTip(capital(told))
            made.clicked.connect(partial(self.order_wanted.emit, order))
            buttons.append(made)
        box = QWidget()
        box.setLayout(FlowRow(short("Упорядочить:"), *buttons))
        return box

    def _item(self, chain: Chain) -> QListWidgetItem:
        deficit = chain.deficit
        words = f"{deficit.code}  {deficit.text}\n{chain.words}"
        item = QListWidgetItem(words)
        item.setData(CODE, deficit.code)
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        item.setIcon(self._icons.get(STATE_ICONS[chain.state], colour))
        spoken = f"{words}, {STATE_SPOKEN[chain.state]}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(CODE)))

    def _ask(self) -> None:
        shortfall = self._more.currentData()
        if shortfall is not None:
            self.add_wanted.emit(shortfall)

"""The goal: the suggested one follows the data until the school writes its own."""

from PySide6.QtCore import Signal

from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.texts import button, muted
from shkola_desktop.ui.widgets.typed_text import TypedText

HEIGHT = 120


class GoalCard(Card):
    """``changed`` carries the goal, empty for the suggested one."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__("Цель")
        self._known: str | None = None
        self._suggested = ""
        self.body.addWidget(
            muted(
                "Пустое поле – в документ войдёт предложенная цель, она показана "
                "серым и следует за данными."
            )
        )
        self._goal = TypedText("goal", "Цель программы", HEIGHT)
        self._goal.left.connect(self.flush)
        self.body.addWidget(self._goal)
        take = button("Править предложенную", "take-goal", "link")
        take.clicked.connect(self._take)
        clear = button("Вернуть предложенную", "clear-goal", "link")
        clear.clicked.connect(self._clear)
        self.body.addLayout(row(take, clear))

    def show_goal(self, goal: str, suggested: str) -> None:
        """Show the own goal and the suggested one."""
        self._known, self._suggested = goal, suggested
        self._goal.show_words(goal)
        self._goal.setPlaceholderText(suggested)

    def focus(self) -> None:
        """Put the keyboard into the goal."""
        self._goal.setFocus()

    def flush(self) -> None:
        """Tell a goal that is still being typed."""
        goal = self._goal.toPlainText().strip()
        if self._known is not None and goal != self._known:
            self._known = goal
            self.changed.emit(goal)

    def _take(self) -> None:
        self._goal.setPlainText(self._suggested)
        self._goal.setFocus()
        self.flush()

    def _clear(self) -> None:
        self._goal.setPlainText("")
        self.flush()

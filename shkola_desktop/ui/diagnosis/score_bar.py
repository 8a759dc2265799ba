"""Points so far under the page: direction, total, what a critical zero does."""

from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from shkola_desktop.app.wizard import Standing, progress_of
from shkola_desktop.domain.scoring import (
    Basis,
    DirectionScore,
    LevelReached,
    Result,
    score,
)
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.texts import restyle, text
from shkola_desktop.words.levels import FOOTNOTE, NO_LEVEL, footnote_for


class ScoreBar(QFrame):
    """Shows the result of the answers so far."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("score-bar")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Заполнено")
        self._direction = text("", "strong")
        self._direction.setObjectName("direction-score")
        self._total = text("")
        self._total.setObjectName("total-score")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE // 2, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self._progress)
        layout.addWidget(self._direction)
        layout.addWidget(self._total)

    def show_standing(self, standing: Standing) -> None:
        """Show the points of the open direction and the total."""
        result = score(standing.form, standing.diagnosis.options)
        direction = next(
            d for d in result.directions if d.code == standing.direction.code
        )
        progress = progress_of(standing.form, standing.diagnosis.options)
        self._progress.setRange(0, progress.applicable)
        self._progress.setValue(progress.answered)
        self._direction.setText(_direction_words(direction))
        restyle(self._direction, "look", "danger" if direction.zeroed_by else "strong")
        self._total.setText(_total_words(result))
        self.setToolTip(FOOTNOTE if footnote_for(result) else "")


def _direction_words(direction: DirectionScore) -> str:
    words = f"{direction.name}: {direction.score} из {direction.maximum}"
    if direction.zeroed_by:
        zeroed = ", ".join(direction.zeroed_by)
        return f"{words}. Обнулено показателем {zeroed}, набрано {direction.raw}"
    return f"{words}, {_level(direction.level)}"


def _total_words(result: Result) -> str:
    words = f"Всего: {result.total} из {result.maximum}, {_level(result.level)}"
    if result.complete:
        return words
    return f"{words}. Осталось ответить: {len(result.missing)}"


def _level(level: LevelReached | None) -> str:
    if level is None:
        return f"уровень {NO_LEVEL}"
    rough = " (ориентировочно)" if level.basis is Basis.ORIENTATION else ""
    return f"уровень {level.level.name}{rough}"

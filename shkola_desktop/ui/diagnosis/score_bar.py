"""Points so far under the page: direction, total, what a critical zero does."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from shkola_desktop.app.wizard import Standing, progress_of
from shkola_desktop.domain.scoring import DirectionScore, Result, score
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.texts import muted, restyle, text
from shkola_desktop.words.levels import FOOTNOTE, footnote_for, level_name
from shkola_desktop.words.russian import INDICATORS, counted


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
        self._footnote = muted(f"* {FOOTNOTE}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE // 2, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self._progress)
        figures = QHBoxLayout()
        figures.setSpacing(3 * SPACE)
        figures.addWidget(self._direction, 1)
        figures.addWidget(self._total, 1)
        layout.addLayout(figures)
        layout.addWidget(self._footnote)

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
        self._footnote.setVisible(bool(footnote_for(result)))


def _direction_words(direction: DirectionScore) -> str:
    words = f"{direction.name}: {direction.score} из {direction.maximum}"
    if direction.zeroed_by:
        return (
            f"{words}. Обнулено: критический показатель "
            f"{', '.join(direction.zeroed_by)}; без этого было бы {direction.raw}"
        )
    return f"{words}, уровень: {level_name(direction.level)}"


def _total_words(result: Result) -> str:
    words = (
        f"Всего: {result.total} из {result.maximum}, "
        f"уровень: {level_name(result.level)}"
    )
    if result.complete:
        return words
    left = counted(len(result.missing), INDICATORS)
    return f"{words}. Предварительно: без ответа {left}"

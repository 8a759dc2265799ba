"""Directions with their progress and criteria: where to go by one click."""

from collections.abc import Iterator

from shkola_desktop.app.wizard import Standing, progress_of
from shkola_desktop.domain.form import Criterion, Direction
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.widgets.steps_list import Step, StepsList
from shkola_desktop.words.reviews import REMARKS
from shkola_desktop.words.russian import counted


class SideList(StepsList):
    """``wanted`` carries the code of the criterion that was asked for."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("criteria", "Направления и критерии", icons)

    def show_standing(self, standing: Standing) -> None:
        """Show every direction, and the criteria of the open one."""
        self.show_steps(tuple(_steps(standing)))


def _steps(standing: Standing) -> Iterator[Step]:
    for direction in standing.form.directions:
        yield _direction_step(direction, standing)
        if direction == standing.direction:
            for criterion in direction.criteria:
                yield _criterion_step(criterion, standing)


def _direction_step(direction: Direction, standing: Standing) -> Step:
    progress = progress_of(direction, standing.diagnosis.options)
    remarked = sum(1 for i in direction.indicators if i.code in standing.remarked)
    marks = f"{progress.answered} из {progress.applicable}"
    if remarked:
        marks = f"{marks} · {counted(remarked, REMARKS)}"
    return Step(
        code=f"direction {direction.code}",
        target=direction.criteria[0].code,
        words=f"{direction.name}\n{marks}",
        state=progress.state,
        bold=True,
    )


def _criterion_step(criterion: Criterion, standing: Standing) -> Step:
    progress = progress_of(criterion, standing.diagnosis.options)
    return Step(
        code=criterion.code,
        target=criterion.code,
        words=f"{criterion.name} ({progress.answered}/{progress.applicable})",
        state=progress.state,
        open=criterion.code == standing.criterion,
    )

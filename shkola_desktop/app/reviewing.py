"""The result as it is shown: points, levels, deficits, last year beside this year."""

from dataclasses import dataclass

from shkola_desktop.app import diagnosing, editions
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.deficits import Shortfall, by_urgency, shortfalls
from shkola_desktop.domain.diagnosis import Diagnosis, Status
from shkola_desktop.domain.form import Form, Indicator, Option
from shkola_desktop.domain.ids import DiagnosisId
from shkola_desktop.domain.scoring import Basis, DirectionScore, Result, score


@dataclass(frozen=True, slots=True)
class CriticalIndicator:
    """A critical indicator with the option taken, None while unanswered."""

    indicator: Indicator
    direction: str
    taken: Option | None

    @property
    def failed(self) -> bool:
        """True where the answer has no points and zeroes its direction."""
        return self.taken is not None and self.taken.points == 0


@dataclass(frozen=True, slots=True)
class DirectionRow:
    """A direction this year, and last year where there was one."""

    now: DirectionScore
    before: DirectionScore | None

    @property
    def change(self) -> int | None:
        """Points gained or lost since last year, or None."""
        return None if self.before is None else self.now.score - self.before.score


@dataclass(frozen=True, slots=True)
class Review:
    """Everything the result screen draws."""

    form: Form
    diagnosis: Diagnosis
    result: Result
    rows: tuple[DirectionRow, ...]
    critical: tuple[CriticalIndicator, ...]
    deficits: tuple[Shortfall, ...]
    previous: Result | None
    previous_year: int | None

    @property
    def orientation(self) -> bool:
        """True where any level shown stands on the orientation scale."""
        levels = [self.result.level, *(row.now.level for row in self.rows)]
        return any(x is not None and x.basis is Basis.ORIENTATION for x in levels)


def review(id: DiagnosisId, workspace: Workspace) -> Review:
    """Score a diagnosis and set last year's beside it.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
    """
    diagnosis = diagnosing.load(id, workspace)
    form = editions.form_of(diagnosis, workspace)
    result = score(form, diagnosis.options)
    earlier = previous_of(diagnosis, workspace)
    before = earlier[1] if earlier else None
    return Review(
        form=form,
        diagnosis=diagnosis,
        result=result,
        rows=_rows(result, before),
        critical=_critical(form, diagnosis),
        deficits=by_urgency(shortfalls(form, diagnosis.options)),
        previous=before,
        previous_year=earlier[0].year if earlier else None,
    )


def previous_of(
    diagnosis: Diagnosis, workspace: Workspace
) -> tuple[Diagnosis, Result] | None:
    """Return the latest completed diagnosis of an earlier year with its result."""
    for other in diagnosing.diagnoses_of(workspace):
        if other.year < diagnosis.year and other.status is Status.COMPLETED:
            form = editions.form_of(other, workspace)
            return other, score(form, other.options)
    return None


def _rows(result: Result, before: Result | None) -> tuple[DirectionRow, ...]:
    known = {d.code: d for d in before.directions} if before else {}
    return tuple(DirectionRow(d, known.get(d.code)) for d in result.directions)


def _critical(form: Form, diagnosis: Diagnosis) -> tuple[CriticalIndicator, ...]:
    options = diagnosis.options
    return tuple(
        CriticalIndicator(
            indicator,
            direction.name,
            indicator.option(options[indicator.code])
            if indicator.code in options
            else None,
        )
        for direction in form.directions
        for indicator in direction.indicators
        if indicator.critical
    )

"""What is done and what is next, for the first screen."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shkola_desktop.app import diagnosing, editions, planning
from shkola_desktop.app.exchange import dispatching
from shkola_desktop.app.registering import required_school
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.diagnosis import Diagnosis, Status
from shkola_desktop.domain.package import PackageKind, Sending, SendingState
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.school import School
from shkola_desktop.domain.scoring import Result, score


class NextStep(Enum):
    """The one obvious next step."""

    START = "start"
    ANSWER = "answer"
    COMPLETE = "complete"
    PLAN = "plan"
    SEND = "send"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of a school's workspace."""

    school: School
    form_title: str
    diagnosis: Diagnosis | None
    answered: int
    applicable: int
    result: Result | None
    programme: Programme | None
    last_sending: Sending | None
    last_backup: datetime | None
    next_step: NextStep


def overview(workspace: Workspace) -> Overview:
    """Gather the state.

    Raises:
        NoSchool: the first start has not been finished.
    """
    with workspace.open_reading() as work:
        school = required_school(work)
    year = workspace.clock.now().astimezone().year
    found = diagnosing.diagnoses_of(workspace)
    diagnosis = next((d for d in found if d.year == year), None)
    programme = planning.programme_of(workspace)
    # parts for colleagues and receipts hand nothing over
    sendings = tuple(
        s for s in dispatching.ledger(workspace) if s.kind is PackageKind.DIAGNOSIS
    )
    backups = workspace.backups.list()
    if diagnosis is None:
        form, result = editions.form_for_school(school, workspace), None
    else:
        form = editions.form_of(diagnosis, workspace)
        result = score(form, diagnosis.options)
    answered = len(form.indicators) - len(result.missing) if result else 0
    return Overview(
        school=school,
        form_title=form.title,
        diagnosis=diagnosis,
        answered=answered,
        applicable=len(form.indicators),
        result=result,
        programme=programme,
        last_sending=sendings[0] if sendings else None,
        last_backup=backups[0].made_at if backups else None,
        next_step=_next_step(diagnosis, result, programme, sendings),
    )


def _next_step(
    diagnosis: Diagnosis | None,
    result: Result | None,
    programme: Programme | None,
    sendings: tuple[Sending, ...],
) -> NextStep:
    if diagnosis is None or result is None:
        return NextStep.START
    if not result.complete:
        return NextStep.ANSWER
    if diagnosis.status is Status.DRAFT:
        return NextStep.COMPLETE
    if programme is None or programme.diagnosis != diagnosis.id:
        return NextStep.PLAN
    given = {SendingState.WRITTEN, SendingState.DELIVERED}
    done = diagnosis.completed_at
    if any(s.state in given and done and s.created_at >= done for s in sendings):
        return NextStep.NOTHING
    return NextStep.SEND

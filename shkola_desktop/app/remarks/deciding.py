"""Accept a hand-over or return it, and take the decision back: one step each."""

from dataclasses import dataclass

from shkola_desktop.app import offices
from shkola_desktop.app.campaign import SchoolState, state_of
from shkola_desktop.app.logbook import log, who
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.remarks.writing import SUMMARY
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.errors import (
    DraftHandedIn,
    NoDecision,
    NothingHandedIn,
    RemarkTooLong,
    ReturnUnexplained,
    SenderUnknown,
)
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.results import StoredResult
from shkola_desktop.domain.review import (
    MAX_REMARK,
    Decision,
    Verdict,
    last_decision,
    next_number,
    threads,
)


@dataclass(frozen=True, slots=True)
class _Case:
    """What a decision is about: the newest hand-over of a school."""

    state: SchoolState
    result: StoredResult
    sequence: int
    held: Decision | None


def accept(
    school: SchoolId, year: int, workspace: Workspace, comment: str = ""
) -> Decision:
    """Accept the newest hand-over; what is accepted stays as it is.

    Raises:
        NothingHandedIn: the school handed nothing in for the year.
        DraftHandedIn: its diagnosis is not completed.
        RemarkTooLong: of the comment.
        NoOffice, SenderUnknown: it is no office's workspace, or not its school.
    """
    return _decide(school, year, Verdict.ACCEPTED, comment, workspace)


def give_back(
    school: SchoolId, year: int, workspace: Workspace, comment: str = ""
) -> Decision:
    """Return the newest hand-over to be put right.

    Raises:
        ReturnUnexplained: neither a comment nor an open remark says what.
        NothingHandedIn, RemarkTooLong, NoOffice, SenderUnknown: as in ``accept``.
    """
    return _decide(school, year, Verdict.RETURNED, comment, workspace)


def undo(school: SchoolId, year: int, workspace: Workspace) -> Decision:
    """Take back the own decision that stands about the newest hand-over.

    Raises:
        NoDecision: none of this side stands.
        NothingHandedIn, NoOffice, SenderUnknown: as in ``accept``.
    """
    with workspace.open_work() as work:
        case = _case(school, year, work)
        side = offices.required_office(work).role
        if case.held is None or case.held.side is not side:
            raise NoDecision
        return _keep(case, Verdict.WITHDRAWN, "", work, workspace)


def _decide(
    school: SchoolId, year: int, verdict: Verdict, comment: str, workspace: Workspace
) -> Decision:
    words = comment.strip()
    if len(words) > MAX_REMARK:
        raise RemarkTooLong(len(words), MAX_REMARK)
    with workspace.open_work() as work:
        case = _case(school, year, work)
        side, held = offices.required_office(work).role, case.held
        if held is not None and (held.verdict, held.side, held.comment) == (
            verdict,
            side,
            words,
        ):
            return held
        if verdict is Verdict.ACCEPTED and not case.result.completed:
            raise DraftHandedIn
        if verdict is Verdict.RETURNED and not words:
            _refuse_unexplained(case, work)
        return _keep(case, verdict, words, work, workspace)


def _case(school: SchoolId, year: int, work: UnitOfWork) -> _Case:
    offices.required_office(work)
    known = work.schools.get(school)
    if known is None:
        raise SenderUnknown(school)
    state = state_of(known, year, work)
    if state.result is None or state.received is None:
        raise NothingHandedIn
    sequence = state.received.sequence
    decisions = work.reviews.decisions(school)
    held = last_decision(
        d
        for d in decisions
        if d.diagnosis == state.result.diagnosis and d.sequence >= sequence
    )
    return _Case(state, state.result, sequence, held)


def _refuse_unexplained(case: _Case, work: UnitOfWork) -> None:
    found = threads(work.reviews.entries(case.state.school.id))
    about = (t for t in found if t.first.diagnosis == case.result.diagnosis)
    if not any(thread.open for thread in about):
        raise ReturnUnexplained


def _keep(
    case: _Case, verdict: Verdict, words: str, work: UnitOfWork, workspace: Workspace
) -> Decision:
    school = case.state.school
    decision = Decision(
        id=workspace.new_id(),
        school=school.id,
        diagnosis=case.result.diagnosis,
        sequence=case.sequence,
        verdict=verdict,
        side=offices.required_office(work).role,
        who=who(work),
        at=workspace.clock.now(),
        number=next_number(work.reviews.decisions(school.id)),
        comment=words,
    )
    work.reviews.add_decisions((decision,))
    old = case.held.verdict.value if case.held else ""
    log(
        work,
        workspace,
        ActionKind.DECISION_TAKEN,
        school.code,
        old=old,
        new=verdict.value,
        reason=words[:SUMMARY],
    )
    work.commit()
    return decision

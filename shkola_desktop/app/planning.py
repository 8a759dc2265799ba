"""Find a development programme, keep it, and add to it."""

from collections.abc import Sequence
from dataclasses import replace

from shkola_desktop.app import diagnosing, editions
from shkola_desktop.app.logbook import who
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.registering import required_school
from shkola_desktop.app.suggesting import deficit_from
from shkola_desktop.app.timing import timed
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.deficits import Shortfall
from shkola_desktop.domain.errors import NoSuchProgramme
from shkola_desktop.domain.ids import DirectionCode, ProgrammeId
from shkola_desktop.domain.programme import Member, Programme
from shkola_desktop.domain.school import Person
from shkola_desktop.domain.team import person_of


def programme_of(workspace: Workspace) -> Programme | None:
    """Return the newest programme of the school, or None."""
    with workspace.open_reading() as work:
        found = work.programmes.list(required_school(work).id)
        return found[0] if found else None


def load(id: ProgrammeId, workspace: Workspace) -> Programme:
    """Return a programme.

    Raises:
        NoSuchProgramme: nothing is kept under this id.
    """
    with workspace.open_reading() as work:
        return _required(work, id)


def save(programme: Programme, workspace: Workspace) -> Programme:
    """Keep a changed programme.

    Raises:
        NoSuchProgramme: it has never been drafted here.
    """
    with workspace.open_work() as work:
        before = _required(work, programme.id)
        work.programmes.put(programme)
        log_change(work, workspace, programme, _kind_of_change(before, programme))
        work.commit()
    return programme


def with_shortfall(
    programme: Programme, shortfall: Shortfall, workspace: Workspace
) -> Programme:
    """Return the programme with one more deficit, suggested like the first ones.

    Its measures begin when the plan of the years has room for it; what was planned
    before keeps its terms.

    Raises:
        NoSuchDiagnosis: the programme's self-diagnosis is not kept here.
    """
    diagnosis = diagnosing.load(programme.diagnosis, workspace)
    form = editions.form_of(diagnosis, workspace)
    with workspace.open_reading() as work:
        school = required_school(work)
    numbers = [int(d.code) for d in programme.deficits if d.code.isdigit()]
    code = numbered(max(numbers, default=0) + 1)
    bank = workspace.catalogue.bank()
    new = deficit_from(shortfall, code, school, bank, workspace.new_id)
    wider = replace(programme, deficits=(*programme.deficits, new))
    return timed(wider, (new,), form, diagnosis.options)


def team_from(
    people: Sequence[Person], programme: Programme, workspace: Workspace
) -> tuple[Member, ...]:
    """Suggest a team: the first person leads, directions go round the others.

    Who watches over the order stays: nothing here suggests another one.
    """
    diagnosis = diagnosing.load(programme.diagnosis, workspace)
    form = editions.form_of(diagnosis, workspace)
    curators = people[1:] or people
    if not curators:
        return ()
    given: dict[int, list[DirectionCode]] = {}
    for number, direction in enumerate(form.directions):
        given.setdefault(number % len(curators), []).append(direction.code)
    watching = [person_of(m, people) for m in programme.team if m.controls]
    shares = {curators[n].id: tuple(codes) for n, codes in given.items()}
    return tuple(
        Member(
            p.name,
            p.position,
            leads=n == 0,
            directions=shares.get(p.id, ()),
            person=p.id,
            controls=p in watching,
        )
        for n, p in enumerate(people)
    )


def log_change(
    work: UnitOfWork,
    workspace: Workspace,
    programme: Programme,
    kind: ActionKind = ActionKind.PROGRAMME_CHANGED,
) -> None:
    """Write down that a programme was changed: how many deficits, or records."""
    count = str(len(programme.deficits))
    if kind is ActionKind.EXECUTION_CHANGED:
        count = str(len(programme.execution.records))
    now = workspace.clock.now()
    work.actions.add(Action(now, who(work), kind, programme.id, new=count))


def numbered(number: int) -> str:
    """Return the code of a deficit by its number: «03»."""
    return f"{number:02d}"


def _required(work: UnitOfWork, id: ProgrammeId) -> Programme:
    programme = work.programmes.get(id)
    if programme is None:
        raise NoSuchProgramme(id)
    return programme


def _kind_of_change(before: Programme, after: Programme) -> ActionKind:
    """Tell work on the plan from marks of how it is carried out."""
    carried_out = replace(before, execution=after.execution, targets=after.targets)
    planned = [replace(target, reached=()) for target in before.targets]
    same = planned == [replace(target, reached=()) for target in after.targets]
    if before != after and carried_out == after and same:
        return ActionKind.EXECUTION_CHANGED
    return ActionKind.PROGRAMME_CHANGED

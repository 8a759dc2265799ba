"""Keep a programme under a name, and bring a kept one back."""

from shkola_desktop.app.logbook import who
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.ids import ProgrammeId, ProgrammeVersionId
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.programme_version import ProgrammeVersion
from shkola_desktop.words.programme_versions import before_return, usual_name

LONGEST = 120
"""Characters of a name: two lines of the list."""


def versions_of(id: ProgrammeId, workspace: Workspace) -> tuple[ProgrammeVersion, ...]:
    """Return the versions of a programme, newest first."""
    with workspace.open_reading() as work:
        return work.programme_versions.list(id)


def save_version(
    name: str, programme: Programme, workspace: Workspace
) -> ProgrammeVersion:
    """Keep a programme as it is under a name; an empty one becomes the date's."""
    with workspace.open_work() as work:
        made = _version(name, programme, workspace)
        work.programme_versions.put(made)
        work.commit()
    return made


def restore_version(
    version: ProgrammeVersion, present: Programme, workspace: Workspace
) -> Programme:
    """Make the programme what a version holds; the present state becomes a version.

    Returns the programme as it is now.
    """
    with workspace.open_work() as work:
        before = _version(before_return(version.name), present, workspace)
        work.programme_versions.put(before)
        work.programmes.put(version.content)
        _log(work, version, workspace)
        work.commit()
    return version.content


def delete_version(version: ProgrammeVersion, workspace: Workspace) -> None:
    """Forget a version."""
    with workspace.open_work() as work:
        work.programme_versions.delete(version.id)
        work.commit()


def put_back(version: ProgrammeVersion, workspace: Workspace) -> None:
    """Keep a version again that was deleted a moment ago."""
    with workspace.open_work() as work:
        work.programme_versions.put(version)
        work.commit()


def _version(name: str, programme: Programme, workspace: Workspace) -> ProgrammeVersion:
    now = workspace.clock.now()
    given = name.strip()[:LONGEST] or usual_name(now)
    id = ProgrammeVersionId(workspace.new_id())
    return ProgrammeVersion(id, given, now, programme)


def _log(work: UnitOfWork, version: ProgrammeVersion, workspace: Workspace) -> None:
    action = Action(
        at=workspace.clock.now(),
        who=who(work),
        kind=ActionKind.PROGRAMME_CHANGED,
        subject=version.content.id,
        new=str(len(version.content.deficits)),
        reason=version.name,
    )
    work.actions.add(action)

"""Who does something, and the log of what was done."""

from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind

PERSON = "person"
"""Setting that names the person at the computer."""


def who(work: UnitOfWork) -> str:
    """Return the name of the person at the computer, or an empty text."""
    return work.settings.get(PERSON) or ""


def log(
    work: UnitOfWork,
    workspace: Workspace,
    kind: ActionKind,
    subject: str,
    **words: str,
) -> None:
    """Write an action of the person at the computer down; ``words`` are its fields."""
    work.actions.add(Action(workspace.clock.now(), who(work), kind, subject, **words))

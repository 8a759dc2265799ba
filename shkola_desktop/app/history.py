"""Undo and redo of answers: two stacks of changes, as a frozen value."""

from dataclasses import dataclass

from shkola_desktop.app.answering import Batch, Change

Step = Change | Batch
"""What one Undo takes back."""

DEPTH = 500
"""Steps kept: more than a whole form answered twice."""


@dataclass(frozen=True, slots=True)
class History:
    """Changes that can be undone and redone, the latest last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    @property
    def last(self) -> Step | None:
        """The change that Undo takes back, or None."""
        return self.done[-1] if self.done else None

    @property
    def next(self) -> Step | None:
        """The change that Redo brings back, or None."""
        return self.undone[-1] if self.undone else None


def changed(history: History, change: Step) -> History:
    """Remember a new change; what was undone cannot be redone any more."""
    return History((*history.done, change)[-DEPTH:], ())


def stepped_back(history: History) -> History:
    """Move the latest change to the undone ones."""
    if history.last is None:
        return history
    return History(history.done[:-1], (*history.undone, history.last))


def stepped_forward(history: History) -> History:
    """Move the latest undone change back."""
    if history.next is None:
        return history
    return History((*history.done, history.next), history.undone[:-1])

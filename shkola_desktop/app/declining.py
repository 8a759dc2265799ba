"""Names and positions in their cases, with what the school put right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from shkola_desktop.app.logbook import who
from shkola_desktop.app.registering import required_school
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.declension import (
    LONGEST_FORM,
    Case,
    Cases,
    Correction,
    Declined,
    plain,
    unchanged,
)
from shkola_desktop.domain.errors import ResourceMissing


@dataclass(frozen=True, slots=True)
class Shown:
    """A text in its cases as a person checks it.

    ``suggested`` is what the program made, ``corrected`` the cases put right.
    """

    text: str
    suggested: Declined
    corrected: tuple[Correction, ...] = ()

    @property
    def declined(self) -> Declined:
        """The forms that documents take."""
        found = {known.case.value: known.form for known in self.corrected}
        return replace(self.suggested, **found)


def name_in_cases(name: str, workspace: Workspace) -> Shown:
    """Return a person's name in its cases.

    Raises:
        ResourceMissing: the dictionary is not there.
    """
    known = _corrections(workspace)
    return _shown(plain(name), workspace.declension.name(name), known)


def position_in_cases(position: str, workspace: Workspace) -> Shown:
    """Return a position in its cases.

    Raises:
        ResourceMissing: the dictionary is not there.
    """
    known = _corrections(workspace)
    return _shown(plain(position), workspace.declension.position(position), known)


def correct(text: str, case: Case, form: str, workspace: Workspace) -> None:
    """Remember a form for a text, wherever and whenever it stands.

    An empty form gives back what the program suggests.
    """
    text, form = plain(text), plain(form)[:LONGEST_FORM]
    with workspace.open_work() as work:
        school = required_school(work)
        before = {(c.text, c.case): c.form for c in work.corrections.list(school.id)}
        old = before.get((text, case), "")
        if old == form:
            return
        if form:
            work.corrections.put(school.id, Correction(text, case, form))
        else:
            work.corrections.delete(school.id, text, case)
        now, kind = workspace.clock.now(), ActionKind.FORM_CORRECTED
        work.actions.add(Action(now, who(work), kind, text, old=old, new=form))
        work.commit()


def give_back(text: str, workspace: Workspace) -> None:
    """Forget every correction of a text."""
    for case in Case:
        correct(text, case, "", workspace)


def cases_for(
    names: Iterable[str], positions: Iterable[str], workspace: Workspace
) -> Cases:
    """Return the texts of a document in their cases.

    Without the dictionary documents are made all the same: texts stand as they are,
    but for what the school put right.
    """
    known = _corrections(workspace)
    declension = workspace.declension
    found = {
        **_declined(positions, declension.position),
        **_declined(names, declension.name),
    }
    return Cases(
        MappingProxyType(
            {t: _shown(t, declined, known).declined for t, declined in found.items()}
        )
    )


def _declined(
    texts: Iterable[str], decline: Callable[[str], Declined]
) -> dict[str, Declined]:
    found: dict[str, Declined] = {}
    for text in filter(None, map(plain, texts)):
        try:
            found[text] = decline(text)
        except ResourceMissing:
            found[text] = unchanged(text, doubtful=True)
    return found


def _corrections(workspace: Workspace) -> tuple[Correction, ...]:
    with workspace.open_reading() as work:
        return work.corrections.list(required_school(work).id)


def _shown(text: str, declined: Declined, known: Iterable[Correction]) -> Shown:
    return Shown(text, declined, tuple(c for c in known if c.text == text))

"""The cases in the settings: loaded when somebody is unfolded, kept when put right."""

from functools import partial

from shkola_desktop.app import declining, planning, registering
from shkola_desktop.app.declining import Shown
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.declension import Case, plain
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.settings.cases_card import Called, CasesCard

DIRECTOR = "директор"


class CasesPresenter:
    """Shows everybody whom documents name: staff, director, the founder's head."""

    def __init__(self, card: CasesCard, context: Context) -> None:
        self._card = card
        self._context = context
        card.wanted.connect(self._load)
        card.corrected.connect(self._correct)
        card.given_back.connect(self._give_back)

    def open(self) -> None:
        """Read everybody anew; forms are loaded for those who are unfolded."""
        self._card.notice.say("")
        self._card.show_people(everybody(self._context.workspace))
        for called in self._card.opened:
            self._load(called)

    def leave(self) -> None:
        """Keep a form that is still being typed."""
        self._card.flush()

    def _load(self, called: Called) -> None:
        # the dictionary loads at the first look: off the screen's thread
        workspace = self._context.workspace
        self._context.runner.run(
            partial(_shown, called, workspace), self._card.show_cases, self._refused
        )

    def _correct(self, text: str, case: Case, form: str) -> None:
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: declining.correct(text, case, form, workspace),
            lambda _none: self._show_again(text),
            self._refused,
        )

    def _give_back(self, text: str) -> None:
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: declining.give_back(text, workspace),
            lambda _none: self._show_again(text),
            self._refused,
        )

    def _show_again(self, text: str) -> None:
        self._card.notice.say("")
        for called in self._card.opened:
            if text in {plain(called.position), plain(called.name)}:
                self._load(called)

    def _refused(self, error: ShkolaError) -> None:
        self._card.notice.say_error(error)


def everybody(workspace: Workspace) -> tuple[Called, ...]:
    """Return the people of the school and of the founder, each once."""
    school = registering.school_of(workspace)
    if school is None:
        return ()
    people = [Called(p.position, p.name) for p in registering.people_of(workspace)]
    if school.director.strip():
        people.append(Called(DIRECTOR, school.director.strip()))
    programme = planning.programme_of(workspace)
    addressee = programme.approvals.addressee if programme else None
    if addressee is not None and not addressee.empty:
        people.append(Called(addressee.position.strip(), addressee.name.strip()))
    return tuple(dict.fromkeys(people))


def _shown(called: Called, workspace: Workspace) -> tuple[Shown, ...]:
    found: list[Shown] = []
    if called.position:
        found.append(declining.position_in_cases(called.position, workspace))
    if called.name:
        found.append(declining.name_in_cases(called.name, workspace))
    return tuple(found)

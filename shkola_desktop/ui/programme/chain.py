"""Дефицит → причина → задача → мероприятие → результат: what a chain still lacks."""

from dataclasses import dataclass

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.app.wizard import State
from shkola_desktop.domain.programme import Deficit
from shkola_desktop.words.russian import MEASURES, NBSP, counted

ARROW = " → "
CAUSES = ("причина", "причины", "причин")
TASKS = ("задача", "задачи", "задач")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain: where it is edited, how it is told, whether it is there."""

    spot: str
    words: str
    there: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """The links behind a deficit, in order."""

    deficit: Deficit
    links: tuple[Link, ...]

    @property
    def missing(self) -> Link | None:
        """The first link that is missing, or None."""
        return next((link for link in self.links if not link.there), None)

    @property
    def state(self) -> State:
        """Empty, partly or done; a deficit left out with a reason is done."""
        if not self.deficit.included or self.missing is None:
            return State.DONE
        return State.PARTLY if any(x.there for x in self.links[1:]) else State.EMPTY

    @property
    def words(self) -> str:
        """The chain in a line."""
        if not self.deficit.included:
            return f"не включён: {self.deficit.left_out}"
        return ARROW.join(link.words for link in self.links[1:])


def chain_of(deficit: Deficit, outlook: Outlook) -> Chain:
    """Return the chain of a deficit.

    A cause always has a task: the school's own, or the prepared one.
    """
    causes, measures = deficit.causes, deficit.measures
    silent = sum(1 for m in measures if not m.result.strip())
    expected = outlook.expectation(deficit)
    if not measures or silent:
        result = "нет результата" if measures else "результата нет"
    elif expected is None:
        result = "результат описан"
    else:
        result = f"{expected.planned.points}{NBSP}б. к{NBSP}{expected.year}{NBSP}году"
    return Chain(
        deficit,
        (
            Link("deficit", deficit.text, bool(deficit.text.strip())),
            Link("causes", _said(len(causes), CAUSES, "причин нет"), bool(causes)),
            Link("causes", _said(len(causes), TASKS, "задач нет"), bool(causes)),
            Link(
                "measures",
                _said(len(measures), MEASURES, "мероприятий нет"),
                bool(measures),
            ),
            Link("measures", result, bool(measures) and not silent),
        ),
    )


def chains_of(outlook: Outlook) -> tuple[Chain, ...]:
    """Return the chains of all deficits, in the programme's order."""
    return tuple(chain_of(d, outlook) for d in outlook.programme.deficits)


def _said(number: int, forms: tuple[str, str, str], nothing: str) -> str:
    return counted(number, forms) if number else nothing

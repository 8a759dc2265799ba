"""Packages as lines of the table: headers first, then what the look told."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from shkola_desktop.app.exchange.looking import Candidate, State
from shkola_desktop.app.exchange.receiving import Outcome, OutcomeState
from shkola_desktop.domain.opened import Looked
from shkola_desktop.ui.widgets.rows_model import Line
from shkola_desktop.words import reception as words
from shkola_desktop.words.packages import KINDS
from shkola_desktop.words.russian import capital, moment, size

HEADINGS = ("Пакет", "От кого", "№", "Записан", "Размер", "Состояние")
WIDE = (0, 1, 5)
"""Columns that share the room."""
Names = Mapping[str, str]


def headers(found: Sequence[Looked], names: Names) -> tuple[Line, ...]:
    """Return lines of packages of which only the headers are known."""
    return tuple(_line(one, names, words.LOOKED_AT) for one in found)


def candidates(
    found: Sequence[Candidate], names: Names, wished: Collection[str]
) -> tuple[Line, ...]:
    """Return lines of packages that were looked through.

    ``wished`` are the paths that the person trusts, or wants though they are old.
    """
    return tuple(
        _line(one.looked, names, state_words(one, one.looked.path in wished))
        for one in found
    )


def outcomes(found: Sequence[Outcome], names: Names) -> tuple[Line, ...]:
    """Return lines of what became of packages."""
    lines: list[Line] = []
    for one in found:
        header = one.header
        code = header.sender if header else ""
        lines.append(
            Line(
                one.path,
                (
                    capital(KINDS[header.kind]) if header else Path(one.path).name,
                    sender_words(code, names),
                    str(header.sequence) if header else "",
                    _outcome_words(one),
                ),
            )
        )
    return tuple(lines)


def sender_words(code: str, names: Names) -> str:
    """Return a sender by name and code."""
    if not code:
        return ""
    return f"{names[code]} ({code})" if names.get(code) else f"Код {code}"


def state_words(one: Candidate, wished: bool) -> str:  # noqa: FBT001  # one answer
    """Return what the look says about a package."""
    match one.state:
        case State.NEW:
            state = words.NEW
        case State.ALREADY:
            return words.ALREADY
        case State.STALE:
            state = words.STALE_WISHED if wished else words.STALE
        case State.STRANGER:
            state = words.TRUSTED if wished else words.STRANGER
        case State.NEW_KEYS:
            state = words.TRUSTED if wished else words.NEW_KEYS
        case State.OTHERS:
            return words.OTHERS
        case State.REFUSED:
            return words.refused(one.fault)
    return words.with_contents(state, one.told)


def _outcome_words(one: Outcome) -> str:
    match one.state:
        case OutcomeState.IMPORTED:
            told = one.receiving.summary if one.receiving else ""
            return words.with_contents(words.DONE, told)
        case OutcomeState.ALREADY:
            return words.DONE_BEFORE
        case OutcomeState.REFUSED:
            return words.refused(one.fault)
        case OutcomeState.LEFT:
            return words.OTHERS


def _line(looked: Looked, names: Names, state: str) -> Line:
    header = looked.header
    if header is None:
        cells = (Path(looked.path).name, "", "", "", size(looked.size), state)
        return Line(looked.path, cells)
    return Line(
        looked.path,
        (
            capital(KINDS[header.kind]),
            sender_words(header.sender, names),
            str(header.sequence),
            moment(header.created_at).replace(", ", "\n"),
            size(looked.size),
            state,
        ),
    )

"""The action log to be read: filtered, with words in place of codes, written out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from shkola_desktop.app.editions import newest_edition
from shkola_desktop.app.files import put_file
from shkola_desktop.app.table_text import csv_bytes
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.form import Edition, Indicator
from shkola_desktop.domain.ids import OptionId
from shkola_desktop.words.actions import action_cells, actions_book, actions_table


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are wanted; what is None or empty narrows nothing.

    ``text`` is looked for in all that an entry shows, whatever its capitals.
    """

    who: str | None = None
    kind: ActionKind | None = None
    since: datetime | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Journal:
    """Entries found, newest first, and whose names stand in the whole log."""

    actions: tuple[Action, ...]
    people: tuple[str, ...]


def journal(workspace: Workspace, wanted: Wanted | None = None) -> Journal:
    """Return the entries that are wanted, codes of the form spelt out."""
    asked = wanted or Wanted()
    with workspace.open_reading() as work:
        known = work.actions.list()
    indicators = _indicators(newest_edition(workspace))
    told = (_told(action, indicators) for action in known)
    found = tuple(action for action in told if _fits(action, asked))
    return Journal(found, tuple(sorted({action.who for action in known})))


def export(actions: Iterable[Action], path: Path, workspace: Workspace) -> Path:
    """Write entries into a file: a workbook for .xlsx, else CSV.

    Raises:
        FolderNotWritable: the file cannot be written there.
    """
    found = tuple(actions)
    if path.suffix.lower() == ".xlsx":
        return put_file(workspace.workbooks.write(actions_book(found)), path)
    return put_file(csv_bytes(actions_table(found)), path)


def _fits(action: Action, asked: Wanted) -> bool:
    if asked.who is not None and action.who != asked.who:
        return False
    if asked.kind is not None and action.kind is not asked.kind:
        return False
    if asked.since is not None and action.at < asked.since:
        return False
    words = asked.text.strip().casefold()
    return not words or any(words in c.casefold() for c in action_cells(action))


def _indicators(edition: Edition) -> Mapping[str, Indicator]:
    return {indicator.code: indicator for indicator in edition.indicators}


def _told(action: Action, indicators: Mapping[str, Indicator]) -> Action:
    indicator = indicators.get(action.subject)
    if action.kind is not ActionKind.ANSWER_CHANGED or indicator is None:
        return action
    return replace(
        action,
        subject=f"{indicator.code}. {indicator.name}",
        old=_spelt(action.old, indicator),
        new=_spelt(action.new, indicator),
    )


def _spelt(told: str, indicator: Indicator) -> str:
    # see answering.in_words: option, comment and names of files
    id, mark, rest = told.partition("; ")
    option = indicator.option(OptionId(id))
    return told if option is None else f"{option.text}{mark}{rest}"

"""A district with one school in its registry, and packages that lie on its stick."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from shkola_desktop.app import offices
from shkola_desktop.app.exchange import looking, receiving
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.errors import SealBroken
from shkola_desktop.domain.opened import Opened, SignatureState
from shkola_desktop.domain.package import Correspondent, PublicKeys
from tests.support.fakes import (
    CountingIds,
    FakeBackups,
    FakeOpener,
    FixedClock,
    Tables,
    a_workspace,
)
from tests.support.packages import (
    DISTRICT,
    KEY,
    a_hand_over,
    a_header,
    a_travelling_school,
)

STICK = Path("stick")
KEYS = PublicKeys("age1school", "RWschool")


@dataclass
class Side:
    """A workspace and the stick that lies in its computer."""

    workspace: Workspace
    opener: FakeOpener
    backups: FakeBackups
    tables: Tables = field(default_factory=Tables)

    def put(self, content: Any, *, words_only: bool = False, **header: Any) -> Path:
        """Lay a package on the stick; ``words_only`` for a hand not known yet."""
        made = a_header(**header)
        path = STICK / made.file_name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made.id.encode())
        state = SignatureState.CARRIED if words_only else SignatureState.GOOD
        opened = Opened(made, content, f"{made.id}{content}", 9, state, KEYS, ("дом",))
        (self.opener.by_words if words_only else self.opener.known)[path] = opened
        return path

    def other_hand(self, path: Path) -> None:
        """Let the package be signed by keys that are not the sender's known ones."""
        opened = self.opener.known.pop(path)
        self.opener.known[path] = SealBroken(opened.header.sender)
        self.opener.by_words[path] = opened

    def look(self, *paths: Path) -> tuple[looking.Candidate, ...]:
        found = [self.workspace.opener.look(path) for path in paths]
        return looking.look_through(found, self.workspace)

    def read(self, *paths: Path, **wish: Any) -> receiving.Acceptance:
        candidates = self.look(*paths)
        return receiving.accept(candidates, self.workspace, receiving.Wish(**wish))

    def work(self):
        return self.workspace.open_reading()


def a_side() -> Side:
    opener, backups, tables = FakeOpener(), FakeBackups(), Tables()
    workspace = a_workspace(
        tables,
        opener=opener,
        backups=backups,
        clock=FixedClock(),
        new_id=CountingIds(),
    )
    return Side(workspace, opener, backups, tables)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def district() -> Side:
    """A district that knows its school and the school's key."""
    side = a_side()
    offices.save_office(DISTRICT, side.workspace)
    with side.workspace.open_work() as work:
        work.schools.put(a_travelling_school(short_name="Из реестра"))
        work.correspondents.put(Correspondent("701204", "Школа", KEYS))
        work.commit()
    return side


@pytest.fixture
def hand_over():
    return a_hand_over()


@pytest.fixture
def key() -> str:
    return KEY

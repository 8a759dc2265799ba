"""Desks in memory that swap parts: what one seals, another opens with the words."""

from dataclasses import dataclass
from pathlib import Path

from shkola_desktop.app.logbook import PERSON
from shkola_desktop.domain.addressing import readdressed
from shkola_desktop.domain.errors import SecretWrong
from shkola_desktop.domain.office import school_key
from shkola_desktop.domain.opened import Looked, Opened, SignatureState
from shkola_desktop.domain.package import PublicKeys
from tests.support.fakes import Tables, a_workspace


class Desk:
    """A workspace in memory; ``key`` is its signature key, ``person`` sits at it."""

    stick = Path("/stick")

    def __init__(self, key: str, person: str) -> None:
        self.key = key
        self.tables = Tables()
        self.sealed: dict[Path, tuple] = {}
        self.known: dict[Path, tuple] = {}
        self.workspace = a_workspace(
            self.tables,
            sealer=_Sealer(self),
            opener=_Opener(self.known),
            new_id=_Ids(key),
        )
        if person:
            self.tables.settings[PERSON] = person

    def fill(self, school, diagnosis) -> None:
        """Put a school and its diagnosis in."""
        with self.workspace.open_work() as work:
            work.schools.put(school)
            work.editions.put(diagnosis.edition_hash, "tiny", "pack of tiny")
            work.diagnoses.put(diagnosis)
            work.commit()

    def receive(self, sender: "Desk", done, change=lambda part: part) -> None:
        """Put a package of another desk on our stick, perhaps changed on the way."""
        header, content, secret = sender.sealed[done.path]
        keys = PublicKeys("age1", sender.key)
        self.known[done.path] = (header, change(content), secret, keys)


@dataclass
class _Ids:
    key: str
    count: int = 0

    def __call__(self) -> str:
        self.count += 1
        return f"{self.key}-{self.count}"


@dataclass
class _Sealer:
    desk: Desk
    secret: str = ""

    def locked_with(self, secret):
        return _Sealer(self.desk, secret)

    def seal(self, header, content, recipients):
        return header.id.encode()

    def write(self, package, header, content, place, stop):
        path = place / f"{self.desk.key}-{header.sequence}.shkola"
        school = content.school
        key = school_key("", school.district_code, school.code)
        travelling = readdressed(content, lambda _id: key)
        self.desk.sealed[path] = (header, travelling, self.secret)
        return path


@dataclass
class _Opener:
    known: dict

    def look(self, source):
        return Looked(str(source), 1, self.known[source][0])

    def open(self, source, sender, stop=None, progress=None, secret=""):
        header, content, words, keys = self.known[source]
        if secret != words:
            raise SecretWrong
        return Opened(header, content, "ab", 1, SignatureState.CARRIED, keys, ())

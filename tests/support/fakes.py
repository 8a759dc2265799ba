"""Second implementations of the ports, in memory; they pass the contract tests."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.analytics import (
    DirectionAverage,
    DistrictAverage,
    DistrictName,
    LevelCount,
    Mark,
    SchoolMarks,
    ShortfallCount,
    VariantCount,
)
from shkola_desktop.domain.backup import Backup
from shkola_desktop.domain.declension import Case, Correction, Declined
from shkola_desktop.domain.documents import DrawnProgramme
from shkola_desktop.domain.errors import (
    NoSuchEdition,
    PassphraseWrong,
    SheetMistyped,
)
from shkola_desktop.domain.ledger import ReceivingState
from shkola_desktop.domain.opened import Looked, Scanned
from shkola_desktop.domain.package import PublicKeys, SendingState
from shkola_desktop.domain.programme_parts import PreparedText
from shkola_desktop.domain.recovery import RecoverySheet
from tests.support.builders import NOON, an_edition


class FixedClock:
    """The same moment, a second later at every look."""

    def __init__(self, start: datetime = NOON) -> None:
        self._next = start

    def now(self) -> datetime:
        now, self._next = self._next, self._next + timedelta(seconds=1)
        return now


class CountingIds:
    """id-1, id-2, …"""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self) -> str:
        self._count += 1
        return f"id-{self._count}"


@dataclass
class Tables:
    """What a database holds."""

    schools: dict[str, Any] = field(default_factory=dict)
    school_infos: dict[str, Any] = field(default_factory=dict)
    people: dict[str, Any] = field(default_factory=dict)
    corrections: dict[Any, str] = field(default_factory=dict)
    diagnoses: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, bytes] = field(default_factory=dict)
    programmes: dict[str, Any] = field(default_factory=dict)
    programme_versions: dict[str, Any] = field(default_factory=dict)
    actions: list[Any] = field(default_factory=list)
    sendings: dict[str, Any] = field(default_factory=dict)
    correspondents: dict[str, Any] = field(default_factory=dict)
    offices: dict[str, Any] = field(default_factory=dict)
    receivings: dict[str, Any] = field(default_factory=dict)
    package_files: dict[str, bytes] = field(default_factory=dict)
    decisions: dict[Any, Any] = field(default_factory=dict)
    entries: dict[Any, Any] = field(default_factory=dict)
    results: dict[Any, Any] = field(default_factory=dict)
    parts: dict[str, Any] = field(default_factory=dict)
    merges: dict[str, Any] = field(default_factory=dict)
    documents: dict[str, Any] = field(default_factory=dict)
    editions: dict[str, str] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    busy: bool = False

    def copy(self) -> "Tables":
        return Tables(**{n: type(v)(v) for n, v in vars(self).items()})


class FakeSchools:
    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept = kept

    def get(self, id):
        return self._kept.get(id)

    def by_code(self, code):
        found = [s for s in self._kept.values() if s.code == code]
        return min(found, key=lambda s: s.id, default=None)

    def list(self):
        return tuple(sorted(self._kept.values(), key=lambda s: s.code))

    def put(self, school):
        self._kept[school.id] = school


class FakeSchoolInfos:
    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept = kept

    def get(self, school):
        return self._kept.get(school)

    def put(self, school, info):
        self._kept[school] = info


class FakePeople:
    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept = kept

    def list(self, school):
        return self._kept.get(school, ())

    def put(self, school, people):
        self._kept[school] = tuple(people)


class FakeCorrections:
    def __init__(self, kept: dict[Any, str]) -> None:
        self._kept = kept

    def list(self, school):
        return tuple(
            Correction(text, case, form)
            for (owner, text, case), form in sorted(self._kept.items())
            if owner == school
        )

    def put(self, school, correction):
        key = (school, correction.text, correction.case)
        self._kept[key] = correction.form

    def delete(self, school, text, case):
        self._kept.pop((school, text, case), None)


class FakeDiagnoses:
    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept = kept

    def get(self, id):
        return self._kept.get(id)

    def list(self, school):
        owned = [d for d in self._kept.values() if d.school == school]
        return tuple(sorted(owned, key=lambda d: (d.year, d.started_at), reverse=True))

    def status(self, id):
        found = self._kept.get(id)
        return None if found is None else found.status

    def answer(self, id, code):
        found = self._kept.get(id)
        return None if found is None else found.answers.get(code)

    def put(self, diagnosis):
        known = self._kept.get(diagnosis.id)
        if known is not None:
            diagnosis = replace(diagnosis, answers=known.answers)
        self._kept[diagnosis.id] = diagnosis

    def put_answer(self, id, code, answer):
        known = self._kept[id]
        answers = MappingProxyType({**known.answers, code: answer})
        self._kept[id] = replace(known, answers=answers)

    def put_answers(self, id, answers):
        for code, answer in answers.items():
            self.put_answer(id, code, answer)


class FakeEvidence:
    def __init__(self, kept: dict[str, bytes]) -> None:
        self._kept = kept

    def get(self, hash):
        return self._kept.get(hash)

    def put(self, hash, content):
        self._kept.setdefault(hash, content)


class FakeProgrammes:
    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept = kept

    def get(self, id):
        return self._kept.get(id)

    def list(self, school):
        owned = [p for p in self._kept.values() if p.school == school]
        return tuple(sorted(owned, key=lambda p: p.created_at, reverse=True))

    def put(self, programme):
        self._kept[programme.id] = programme


class FakeProgrammeVersions:
    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept = kept

    def get(self, id):
        return self._kept.get(id)

    def list(self, programme):
        owned = [v for v in self._kept.values() if v.content.id == programme]
        return tuple(sorted(owned, key=lambda v: v.made_at, reverse=True))

    def put(self, version):
        self._kept[version.id] = version

    def delete(self, id):
        self._kept.pop(id, None)


class FakeActions:
    def __init__(self, kept: list[Any]) -> None:
        self._kept = kept

    def add(self, action):
        self._kept.append(action)

    def list(self, limit=None):
        return tuple(reversed(self._kept))[:limit]


class FakeSendings:
    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept = kept

    def get(self, id):
        return self._kept.get(id)

    def list(self):
        found = self._kept.values()
        return tuple(sorted(found, key=lambda s: s.created_at, reverse=True))

    def put(self, sending):
        self._kept[sending.id] = sending

    def sent_to(self, receiver):
        return tuple(s for s in self.list() if s.receiver == receiver)

    def next_sequence(self, receiver):
        used = {
            SendingState.WRITTEN,
            SendingState.DELIVERED,
            SendingState.REFUSED,
        }
        return 1 + max(
            (
                s.sequence
                for s in self._kept.values()
                if s.receiver == receiver and s.state in used
            ),
            default=0,
        )


class FakeCorrespondents:
    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept = kept

    def get(self, code):
        return self._kept.get(code)

    def put(self, correspondent):
        self._kept[correspondent.code] = correspondent


class FakeOffices:
    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept = kept

    def get(self, code):
        return self._kept.get(code)

    def list(self):
        return tuple(self._kept[code] for code in sorted(self._kept))

    def put(self, office):
        self._kept[office.code] = office


class FakeReceivings:
    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept = kept

    def get(self, id):
        return self._kept.get(id)

    def list(self):
        found = self._kept.values()
        return tuple(sorted(found, key=lambda r: r.received_at, reverse=True))

    def put(self, receiving):
        self._kept[receiving.id] = receiving

    def last_received(self, sender):
        imported = [
            r.sequence
            for r in self._kept.values()
            if r.sender == sender and r.state is ReceivingState.IMPORTED
        ]
        return max(imported, default=0)


class FakePackageFiles:
    def __init__(self, kept: dict[str, bytes]) -> None:
        self._kept = kept

    def get(self, id):
        return self._kept.get(id)

    def put(self, id, content):
        self._kept.setdefault(id, content)


class FakeReviews:
    def __init__(self, decisions: dict[Any, Any], entries: dict[Any, Any]) -> None:
        self._decisions = decisions
        self._entries = entries

    def decisions(self, school=None):
        return self._listed(self._decisions, school)

    def entries(self, school=None):
        return self._listed(self._entries, school)

    def add_decisions(self, decisions):
        for decision in decisions:
            self._decisions.setdefault((decision.school, decision.id), decision)

    def add_entries(self, entries):
        for entry in entries:
            self._entries.setdefault((entry.school, entry.id), entry)

    def mark_sent(self, decisions, package):
        for key, known in self._decisions.items():
            if known.id in decisions and known.package is None:
                self._decisions[key] = replace(known, package=package)

    def _listed(self, kept, school):
        found = [v for v in kept.values() if school in (None, v.school)]
        return tuple(sorted(found, key=lambda v: (v.number, v.id)))


class FakeResults:
    def __init__(self, kept: dict[Any, Any]) -> None:
        self._kept = kept

    def get(self, diagnosis):
        return next((r for r in self.list() if r.diagnosis == diagnosis), None)

    def list(self, year=None):
        found = [r for r in self._kept.values() if year in (None, r.year)]
        return tuple(sorted(found, key=lambda r: (r.school, r.year, r.diagnosis)))

    def of_school(self, school):
        return tuple(r for r in self.list() if r.school == school)

    def put(self, result):
        self._kept[(result.school, result.diagnosis)] = result

    def put_all(self, results):
        for result in results:
            self.put(result)


class FakeParts:
    def __init__(self, kept: dict[str, Any], merges: dict[str, Any]) -> None:
        self._kept = kept
        self._merges = merges

    def get(self, id):
        return self._kept.get(id)

    def list(self):
        found = sorted(self._kept.values(), key=lambda r: r.id)
        return tuple(sorted(found, key=lambda r: r.given_at, reverse=True))

    def put(self, record):
        self._kept[record.id] = record

    def delete(self, id):
        self._kept.pop(id, None)

    def merges(self):
        return tuple(reversed(self._merges.values()))

    def merge(self, package):
        return next((m for m in self.merges() if m.package == package), None)

    def put_merge(self, merge):
        self._merges[merge.id] = merge


class FakeAnalytics:
    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def years(self):
        found = {r.year for r in self._tables.results.values() if r.completed}
        return tuple(sorted(found, reverse=True))

    def districts(self):
        grouped: dict[str, list[Any]] = {}
        for school in self._tables.schools.values():
            grouped.setdefault(school.district_code, []).append(school.district)
        found = [DistrictName(c, max(n), len(n)) for c, n in grouped.items()]
        return tuple(sorted(found, key=lambda d: (d.name, d.code)))

    def registered(self, scope):
        return sum(_meant(s, scope) for s in self._tables.schools.values())

    def directions(self, scope):
        found = [p for r in self._chosen(scope) for p in enumerate(r.points)]
        return _averages(found)

    def by_district(self, scope):
        grouped: dict[str, list[Any]] = {}
        for result in self._chosen(scope):
            district = self._tables.schools[result.school].district_code
            grouped.setdefault(district, []).extend(enumerate(result.points))
        return tuple(
            DistrictAverage(district, average)
            for district in sorted(grouped)
            for average in _averages(grouped[district])
        )

    def levels(self, scope):
        counts: dict[Any, list[int]] = {}
        for result in self._chosen(scope):
            for place, points in enumerate(result.points):
                key = (points.direction, points.level, points.basis)
                counts.setdefault(key, []).append(place)

        def order(key):
            return (min(counts[key]), key[0], key[1] or "", key[2] or "")

        return tuple(LevelCount(*k, len(counts[k])) for k in sorted(counts, key=order))

    def shortfalls(self, scope):
        grouped: dict[Any, list[Any]] = {}
        for result in self._chosen(scope):
            for short in result.shortfalls:
                key = (result.edition_hash, short.indicator)
                grouped.setdefault(key, []).append(short)
        return tuple(
            ShortfallCount(
                *key,
                schools=len(found),
                zeros=sum(s.points == 0 for s in found),
                lost=sum(s.maximum - s.points for s in found),
                critical=any(s.critical for s in found),
            )
            for key, found in sorted(grouped.items())
        )

    def variants(self, scope):
        counts: Counter[Any] = Counter()
        for result in self._chosen(scope):
            own = self._tables.diagnoses[result.diagnosis]
            counts[(own.edition, own.edition_hash, own.variant)] += 1
        ordered = sorted(counts.items(), key=lambda c: (-c[1], c[0][:2], c[0][2].code))
        return tuple(VariantCount(*key, count) for key, count in ordered)

    def marks(self, scope):
        found = []
        for result in self._chosen(scope):
            school = self._tables.schools[result.school]
            marks = {
                p.direction: Mark(p.points, p.maximum, p.level, p.zeroed)
                for p in result.points
            }
            found.append(
                SchoolMarks(
                    school.id,
                    result.diagnosis,
                    school.code,
                    school.short_name,
                    school.district,
                    school.district_code,
                    school.settlement,
                    school.pupils,
                    marks,
                )
            )
        return tuple(sorted(found, key=lambda m: (m.name, m.code, m.school)))

    def _chosen(self, scope):
        newest: dict[str, Any] = {}
        ordered = sorted(self._tables.results.values(), key=lambda r: r.diagnosis)
        for result in ordered:
            if result.year == scope.year and result.completed:
                newest[result.school] = result
        schools = self._tables.schools
        return [r for r in newest.values() if _meant(schools[r.school], scope)]


def _meant(school, scope):
    return (
        scope.district in ("", school.district_code)
        and (not scope.small or school.small)
        and not (scope.towns and not school.settlement)
        and not school.settlement.startswith(scope.towns or ("\0",))
    )


def _averages(found):
    grouped: dict[str, list[Any]] = {}
    for _place, points in sorted(found, key=lambda f: (f[0], f[1].direction)):
        grouped.setdefault(points.direction, []).append(points)
    return tuple(_average(direction, points) for direction, points in grouped.items())


def _average(direction, points):
    shares = [p.points / p.maximum for p in points if p.maximum] or [0.0]
    return DirectionAverage(
        direction=direction,
        schools=len(points),
        share=sum(shares) / len(shares),
        lowest=min(shares),
        highest=max(shares),
        zeroed=sum(p.zeroed for p in points),
    )


class FakeDocuments:
    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept = kept

    def list(self):
        records = [record for record, _ in self._kept.values()]
        return tuple(sorted(records, key=lambda r: r.made_at, reverse=True))

    def put(self, record, content):
        self._kept[record.id] = (record, content)

    def content(self, id):
        found = self._kept.get(id)
        return None if found is None else found[1]

    def delete(self, id):
        self._kept.pop(id, None)


class FakeEditions:
    def __init__(self, kept: dict[str, str]) -> None:
        self._kept = kept

    def has(self, hash):
        return hash in self._kept

    def get(self, hash):
        return self._kept.get(hash)

    def put(self, hash, code, text):
        self._kept.setdefault(hash, text)


class FakeSettings:
    def __init__(self, kept: dict[str, str]) -> None:
        self._kept = kept

    def get(self, name):
        return self._kept.get(name)

    def put(self, name, value):
        self._kept[name] = value


class FakeUnitOfWork:
    """One transaction over tables in memory."""

    def __init__(self, tables: Tables, *, reading: bool = False) -> None:
        self._kept = tables
        self._reading = reading

    def __enter__(self) -> Self:
        assert not self._kept.busy, "a transaction within a transaction"
        self._kept.busy = True
        self._now = now = self._kept.copy()
        self.schools = FakeSchools(now.schools)
        self.school_infos = FakeSchoolInfos(now.school_infos)
        self.people = FakePeople(now.people)
        self.corrections = FakeCorrections(now.corrections)
        self.diagnoses = FakeDiagnoses(now.diagnoses)
        self.evidence = FakeEvidence(now.evidence)
        self.programmes = FakeProgrammes(now.programmes)
        self.programme_versions = FakeProgrammeVersions(now.programme_versions)
        self.actions = FakeActions(now.actions)
        self.sendings = FakeSendings(now.sendings)
        self.correspondents = FakeCorrespondents(now.correspondents)
        self.offices = FakeOffices(now.offices)
        self.receivings = FakeReceivings(now.receivings)
        self.package_files = FakePackageFiles(now.package_files)
        self.reviews = FakeReviews(now.decisions, now.entries)
        self.results = FakeResults(now.results)
        self.parts = FakeParts(now.parts, now.merges)
        self.analytics = FakeAnalytics(now)
        self.documents = FakeDocuments(now.documents)
        self.editions = FakeEditions(now.editions)
        self.settings = FakeSettings(now.settings)
        return self

    def __exit__(self, *_error: object) -> None:
        self._kept.busy = False
        del self._now

    def commit(self) -> None:
        if self._reading:
            raise RuntimeError("a reading has nothing to commit")
        vars(self._kept).update(vars(self._now.copy()))


class FakeCatalogue:
    """One small edition, an empty bank unless given."""

    def __init__(self, edition=None, bank=None, template=None) -> None:
        self._edition = edition or an_edition()
        self._bank = bank
        self._template = template

    def codes(self):
        return (self._edition.code,)

    def edition(self, code):
        if code != self._edition.code:
            raise NoSuchEdition(code, self.codes())
        return self._edition

    def pack_text(self, code):
        return f"pack of {code}"

    def from_pack(self, text):
        assert text.startswith("pack of ")
        return self._edition

    def bank(self):
        return self._bank

    def template(self):
        return self._template


class FakeReports:
    """Documents that say what they were made from, and their format."""

    def __init__(self, format="pdf"):
        self._format = format
        self.undrawn = ""

    def of(self, format):
        return FakeReports(format)

    def protocol(self, school, form, diagnosis, result, made_at):
        return f"protocol {school.code} {result.total} {self._format}".encode()

    def blank_form(self, school, form, made_at):
        return f"blank {form.title} {self._format}".encode()

    def programme(self, kind, material):
        return f"{kind} {len(material.programme.deficits)} {self._format}".encode()

    def drawn_programme(self, material):
        count = len(material.programme.deficits)
        return DrawnProgramme(f"drawn {count}".encode(), {"section:passport": 3})

    def prepared_texts(self, material):
        name, year = material.school.short_name, material.programme.last_year
        return (
            PreparedText("about.opening", "О школе", "Начало", f"Школа: {name}."),
            PreparedText("results.opening", "Результаты", "Начало", f"К {year} году."),
        )

    def office_paper(self, kind, analysis, made_at):
        return f"{kind.value}.{self._format} {analysis.scope.year}".encode()

    def self_check_sheet(self, checked, material):
        return f"check {len(checked.findings)} {self._format}".encode()

    def recovery_sheet(self, name, code, sheet, made_at):
        return f"recovery {name} {code} {len(sheet.rows)}".encode()

    def qr_picture(self, content):
        return f"qr {content}".encode()

    def remarks_sheet(self, material):
        return f"remarks {len(material.threads)} {self._format}".encode()

    def covering_sheet(self, sending, sender, receiver, fingerprint, content):
        return (
            f"sheet {sending.sequence} {' '.join(fingerprint)} {self._format}".encode()
        )


class FakeKeys:
    """Keys with a passphrase where one is given; ``restored`` is what was typed."""

    def __init__(self) -> None:
        self.passphrase = ""
        self.locked = False
        self.restored = ""
        self.recovery: Path | None = None

    @property
    def protected(self):
        return bool(self.passphrase)

    def unlock(self, passphrase):
        if passphrase != self.passphrase:
            raise PassphraseWrong
        self.locked = False

    def protect(self, passphrase):
        if not passphrase:
            raise PassphraseWrong
        self.passphrase = passphrase

    def unprotect(self):
        self.passphrase = ""

    def restore(self, text):
        if "?" in text:
            raise SheetMistyped((2,))
        self.restored, self.locked, self.passphrase = text, False, ""
        return self.public()

    def make_recovery(self, path):
        return "age1recovery"

    def open_recovery(self, path):
        self.recovery = path
        return "age1recovery"

    def close_recovery(self):
        self.recovery = None

    def public(self):
        return PublicKeys("age1own", "RWown")

    def fingerprint(self):
        return ("берёза", "окно")

    def words_for(self, keys):
        return (keys.age, keys.minisign)

    def fresh_secret(self, words):
        return ("берёза", "окно", "трактор")[:words]

    def check(self, keys):
        return None

    def recovery_sheet(self):
        return RecoverySheet(("0000 1111 2222 3333 44",) * 8, "SHKOLA", ("берёза",))


class FakeDeclension:
    """«учитель» → «учитель-dative»; ``fault`` is raised instead when given."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault

    def name(self, name):
        return self.position(name)

    def position(self, position):
        if self.fault is not None:
            raise self.fault
        others = (case.value for case in tuple(Case)[1:])
        return Declined(position, *(f"{position}-{case}" for case in others))


class FakeSealer:
    """Writes the header's text; ``fault`` is raised instead when given."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault

    def locked_with(self, secret):
        return self

    def seal(self, header, content, recipients):
        return f"{header.file_name} {header.sequence} {recipients}".encode()

    def write(self, package, header, content, place, stop):
        if self.fault is not None:
            raise self.fault
        return place / header.file_name


class FakeOpener:
    """Opens what it was given: by path or bytes an ``Opened``, or an error to raise.

    ``by_words`` answers where no keys of the sender are given.
    """

    def __init__(self, known=None, by_words=None) -> None:
        self.known = known or {}
        self.by_words = by_words or {}

    def look(self, source):
        path = "" if isinstance(source, bytes) else str(source)
        found = self.by_words.get(source) or self.known[source]
        if isinstance(found, Exception):
            return Looked(path, 1, None, found)
        return Looked(path, found.size, found.header)

    def open(
        self,
        source,
        sender,
        stop=lambda: False,
        progress=lambda done, total: None,
        secret="",
    ):
        found = self.known.get(source) if sender else self.by_words.get(source)
        found = found or self.known.get(source) or self.by_words[source]
        if isinstance(found, Exception):
            raise found
        return found

    def scan(self, folder, stop=lambda: False):
        paths = {p for p in (*self.known, *self.by_words) if isinstance(p, Path)}
        return Scanned(tuple(self.look(p) for p in sorted(paths) if p.parent == folder))


class FakeBackups:
    """Remembers when copies were made."""

    def __init__(self) -> None:
        self.made: list[Backup] = []

    def make(self, at):
        path = Path(f"{at:%Y-%m-%d_%H-%M-%S}.backup.sqlite")
        self.made.insert(0, Backup(path, at, 1024))
        return path

    def bring(self, content, at):
        self.brought = content
        return self.make(at)

    def list(self):
        return tuple(self.made)


class FakeWorkbooks:
    """Gives what was put under a path; remembers what was written."""

    def __init__(self, **books: Any) -> None:
        self.books = books
        self.written: list[Any] = []

    def write(self, book):
        self.written.append(book)
        return f"workbook {book.title}".encode()

    def read(self, path, stop=lambda: False):
        return self.books[path.stem]


class FakePlaces:
    def __init__(self, *places) -> None:
        self.places = places

    def removable(self):
        return tuple(p for p in self.places if p.removable)

    def look(self, path):
        return next(p for p in self.places if p.path == str(path))


def a_workspace(tables: Tables | None = None, **ports: Any) -> Workspace:
    """A workspace in memory; every port can be given another one."""
    kept = tables or Tables()
    known: dict[str, Any] = {
        "folder": Path("/nowhere"),
        "open_work": lambda: FakeUnitOfWork(kept),
        "open_reading": lambda: FakeUnitOfWork(kept, reading=True),
        "catalogue": FakeCatalogue(),
        "reports": FakeReports(),
        "declension": FakeDeclension(),
        "keys": FakeKeys(),
        "sealer": FakeSealer(),
        "opener": FakeOpener(),
        "places": FakePlaces(),
        "workbooks": FakeWorkbooks(),
        "printouts": FakeWorkbooks(),
        "backups": FakeBackups(),
        "clock": FixedClock(),
        "new_id": CountingIds(),
        "program_version": "0.0.0",
    }
    return Workspace(**{**known, **ports})

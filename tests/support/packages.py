"""A content of every kind, its header, and the two sides that swap packages."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from types import MappingProxyType

from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.contents import (
    Average,
    Bundle,
    Enrolment,
    FormsIssue,
    Part,
    Receipt,
    Review,
    SchoolStanding,
    WorkspaceCopy,
)
from shkola_desktop.domain.diagnosis import Evidence
from shkola_desktop.domain.ledger import Confirmation, ReceivingState
from shkola_desktop.domain.office import Office, Role, school_key
from shkola_desktop.domain.package import HandOver, Header, PackageKind, PublicKeys
from shkola_desktop.domain.review import (
    Decision,
    Entry,
    EntryKind,
    PlaceKind,
    Standing,
    Verdict,
)
from tests.support.builders import (
    NOON,
    a_diagnosis,
    a_programme,
    a_school,
    an_answer,
)

FILE = b"order of the school"
HASH = sha256(FILE).hexdigest()
PACK_ID = "tiny@abababababab"
PACK_TEXT = '{"code":"tiny"}'
KEY = school_key("70", "7012", "701204")
"""How the school of ``builders.a_school`` is named on its way."""
DISTRICT = Office("7012", "Управление образования", Role.DISTRICT, "70", "Область")
PUBLIC = PublicKeys("age1" + "q" * 58, "RW" + "Q" * 54)
"""Texts that look like keys, where nobody encrypts for them."""


def a_header(kind=PackageKind.DIAGNOSIS, **fields):
    up = kind in {PackageKind.DIAGNOSIS, PackageKind.PART}
    known = {
        "id": "0f6b3c52-6f0a-4ed7-9a5b-3a8f5a1d2c3e",
        "kind": kind,
        "sender": "701204" if up else "7012",
        "receiver": "7012" if up else "701204",
        "sequence": 3,
        "last_received": 0,
        "form": PACK_ID,
        "created_at": datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
    }
    if kind is PackageKind.BACKUP:
        known |= {"receiver": "7012", "form": ""}
    return Header(**{**known, **fields})


def a_travelling_school(**fields):
    return a_school(**{"id": KEY, **fields})


def a_travelling_diagnosis():
    evidence = (Evidence(HASH, "приказ.pdf", len(FILE)),)
    answers = {
        "a.1.1": an_answer("o1", comment="Приказ № 5", evidence=evidence),
        "a.1.2": an_answer("o0", base="v0", changed_by="Л. И. Громова"),
    }
    return replace(a_diagnosis(school=KEY), answers=MappingProxyType(answers))


def an_action(**fields):
    known = {"at": NOON, "who": "А. П.", "kind": ActionKind.ANSWER_CHANGED}
    return Action(**{**known, "subject": "a.1.1", "old": "o0", "new": "o1", **fields})


def an_entry(**fields):
    known = {
        "id": "e1",
        "remark": "r1",
        "number": 1,
        "school": KEY,
        "diagnosis": "d1",
        "kind": EntryKind.REMARK,
        "place_kind": PlaceKind.INDICATOR,
        "place": "a.1.1",
        "side": Role.DISTRICT,
        "who": "И. И. Методист",
        "at": NOON,
        "text": "Нет приказа.",
    }
    return Entry(**{**known, **fields})


def a_decision(**fields):
    known = {
        "id": "c1",
        "school": KEY,
        "diagnosis": "d1",
        "sequence": 3,
        "verdict": Verdict.RETURNED,
        "side": Role.DISTRICT,
        "who": "И. И. Методист",
        "at": NOON,
        "number": 1,
        "comment": "Поправьте показатель.",
    }
    return Decision(**{**known, **fields})


def a_hand_over(**fields):
    known = {
        "school": a_travelling_school(),
        "diagnosis": a_travelling_diagnosis(),
        "programme": a_programme(school=KEY),
        "actions": (an_action(),),
        "evidence": {HASH: FILE},
        "pack_id": PACK_ID,
        "pack_text": PACK_TEXT,
        "program_version": "0.1.0",
        "entries": (an_entry(),),
    }
    return HandOver(**{**known, **fields})


def a_content(kind, keys=PUBLIC, packages=None):
    """A full content of a kind, as its reader gets it; ``keys`` of the sender."""
    return {
        PackageKind.DIAGNOSIS: a_hand_over,
        PackageKind.ENROLMENT: lambda: Enrolment(
            sender=replace(DISTRICT, term=date(2026, 12, 1)),
            keys=keys,
            recovery=PUBLIC.age,
            school=a_travelling_school(),
            office=None,
            pack_id=PACK_ID,
            pack_text=PACK_TEXT,
        ),
        PackageKind.REVIEW: lambda: Review(
            office=DISTRICT,
            decisions=(a_decision(),),
            entries=(an_entry(), an_entry(id="e2", number=2, kind=EntryKind.REPLY)),
            averages=(Average("", 61.5, 100.0, 6), Average("a", 3.25, 9.0, 6)),
            term=date(2026, 12, 1),
        ),
        PackageKind.RECEIPT: lambda: Receipt(
            (
                Confirmation("p1", 3, ReceivingState.IMPORTED, NOON),
                Confirmation("p2", 4, ReceivingState.REFUSED, NOON, ("Повреждён.",)),
            )
        ),
        PackageKind.PART: lambda: Part(
            school=a_travelling_school(),
            diagnosis=a_travelling_diagnosis(),
            directions=("a",),
            evidence={HASH: FILE},
            pack_id=PACK_ID,
            pack_text=PACK_TEXT,
            given_to="Л. И. Громова",
            id="5b1f",
            given_by="А. П. Соболева",
            note="До пятницы",
            due=date(2026, 12, 4),
        ),
        PackageKind.BUNDLE: lambda: Bundle(
            office=DISTRICT,
            standings=(
                SchoolStanding(a_travelling_school(), Standing.HANDED_IN, 3),
                SchoolStanding(
                    a_travelling_school(id="70/7012/2", code="2"),
                    Standing.NOT_STARTED,
                    None,
                ),
            ),
            decisions=(a_decision(),),
            entries=(an_entry(),),
            actions=(an_action(),),
            packages=packages or {"701204-0003-0f6b3c52.shkola": b"no package"},
        ),
        PackageKind.FORMS: lambda: FormsIssue(
            pack_id=PACK_ID,
            pack_text=PACK_TEXT,
            version=2,
            notes="Исправлены пороги.",
            files={"measures.yaml": "note: банк\n"},
        ),
        PackageKind.BACKUP: lambda: WorkspaceCopy(b"SQLite format 3\0 and more"),
    }[kind]()

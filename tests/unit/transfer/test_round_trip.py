"""Whatever a content holds, its reader gets the same, for every kind."""

from dataclasses import fields, replace
from datetime import UTC, date
from hashlib import sha256
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.contents import Average, SchoolStanding
from shkola_desktop.domain.diagnosis import Answer, Evidence, Status
from shkola_desktop.domain.ledger import Confirmation, ReceivingState
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.domain.programme import Cause, Deficit, Measure, Member
from shkola_desktop.domain.programme_parts import (
    Approval,
    ApprovalRow,
    Change,
    Ignored,
    OwnText,
    PaperSettings,
    PlannedMonitoring,
    PlannedRisk,
    Swot,
    Target,
)
from shkola_desktop.domain.review import (
    EntryKind,
    PlaceKind,
    Standing,
    Verdict,
)
from shkola_desktop.transfer import reader, seal
from tests.support import packages as known
from tests.support.builders import a_programme

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
LINE = TEXT.filter(lambda text: len(text) <= 200)
KEY = st.text("abcz.019-", min_size=1, max_size=20)
ID = st.uuids().map(str)
MOMENT = st.datetimes(timezones=st.just(UTC))
DAY = st.dates(date(2000, 1, 1), date(2100, 1, 1))
FILES = st.dictionaries(st.binary(max_size=60), LINE, max_size=3)


def of(made, /, **special):
    """Return values of a dataclass: texts, but for the fields given here."""
    plain = {field.name: LINE for field in fields(made)}
    return st.builds(made, **{**plain, **special})


def some(values, most=3):
    return st.lists(values, max_size=most).map(tuple)


MEASURE = of(Measure, id=KEY, bank_id=st.none() | KEY)
CAUSE = of(Cause, external=st.booleans())
DEFICIT = of(
    Deficit,
    code=ID,
    indicator=KEY,
    direction=KEY,
    causes=some(CAUSE),
    measures=some(MEASURE),
    depends=st.sampled_from(["", "yes", "partly", "no"]),
)
APPROVAL = of(Approval, on=st.none() | DAY)
PROGRAMMES = st.none() | st.builds(
    a_programme,
    school=st.just(known.KEY),
    goal=TEXT,
    preset=KEY,
    created_at=MOMENT,
    team=some(
        of(
            Member,
            leads=st.booleans(),
            controls=st.booleans(),
            directions=some(KEY),
            person=st.just(""),
        )
    ),
    deficits=st.lists(DEFICIT, max_size=3, unique_by=lambda d: d.code).map(tuple),
    texts=st.dictionaries(KEY, TEXT, max_size=3).map(MappingProxyType),
    own_texts=some(of(OwnText)),
    swot=of(Swot, **dict.fromkeys([f.name for f in fields(Swot)], some(LINE))),
    risks=st.none() | some(of(PlannedRisk, likelihood=KEY, impact=KEY)),
    monitoring=st.none() | some(of(PlannedMonitoring)),
    finance=st.none() | some(LINE),
    targets=some(of(Target, values=some(LINE), reached=some(LINE))),
    changes=some(of(Change, on=DAY)),
    approvals=st.builds(
        ApprovalRow,
        council=APPROVAL,
        founder=APPROVAL,
        order=APPROVAL,
        others=some(st.tuples(LINE, APPROVAL)),
    ),
    paper=of(
        PaperSettings,
        size=st.sampled_from([12, 14]),
        spacing=st.sampled_from([1.0, 1.15, 1.5]),
        number_at=st.sampled_from(["top", "bottom"]),
        draft_mark=st.booleans(),
        signature_room=st.booleans(),
    ),
    ignored=some(of(Ignored, rule=KEY)),
)
SCHOOLS = st.builds(
    known.a_travelling_school,
    full_name=LINE,
    settlement=LINE,
    address=LINE,
    programmes=some(KEY),
    ovz=st.booleans(),
    pupils=st.none() | st.integers(0, 100_000),
)
ACTIONS = some(of(Action, at=MOMENT, kind=st.sampled_from(ActionKind)))
ENTRIES = st.lists(
    st.builds(
        known.an_entry,
        id=ID,
        remark=ID,
        number=st.integers(1, 10**9),
        kind=st.sampled_from(EntryKind),
        place_kind=st.sampled_from(PlaceKind),
        place=LINE,
        side=st.sampled_from(Role),
        who=LINE,
        at=MOMENT,
        text=TEXT,
    ),
    max_size=4,
    unique_by=lambda entry: entry.id,
).map(tuple)
DECISIONS = st.lists(
    st.builds(
        known.a_decision,
        id=ID,
        verdict=st.sampled_from(Verdict),
        comment=TEXT,
        at=MOMENT,
        package=st.none() | ID,
    ),
    max_size=4,
    unique_by=lambda decision: decision.id,
).map(tuple)
REASONS = {
    ReceivingState.IMPORTED: some(LINE),
    ReceivingState.REFUSED: st.lists(LINE, min_size=1, max_size=3).map(tuple),
}
LINES = some(
    st.sampled_from(ReceivingState).flatmap(
        lambda state: st.builds(
            Confirmation,
            package=ID,
            sequence=st.integers(1, 10**9),
            state=st.just(state),
            at=MOMENT,
            reasons=REASONS[state],
        )
    )
)
AVERAGES = some(
    st.builds(
        Average,
        direction=st.just("") | KEY,
        points=st.floats(0, 1e6),
        maximum=st.floats(0, 1e6),
        schools=st.integers(0, 2_000),
    )
)
STANDINGS = some(
    st.builds(
        SchoolStanding,
        school=SCHOOLS,
        standing=st.sampled_from(Standing),
        sequence=st.none() | st.integers(1, 10**9),
    )
)


@st.composite
def diagnoses(draw):
    """A diagnosis with its files of evidence."""
    files = draw(FILES)
    hashes = {data: sha256(data).hexdigest() for data in files}
    evidence = tuple(Evidence(hashes[d], files[d], len(d)) for d in files)
    answer = st.builds(
        Answer,
        option=st.none() | KEY,
        version=ID,
        changed_at=MOMENT,
        changed_by=LINE,
        comment=TEXT,
        evidence=st.sampled_from([(), evidence]),
        base=st.none() | ID,
    )
    answers = draw(st.dictionaries(KEY, answer, max_size=4))
    named = {file.hash for given in answers.values() for file in given.evidence}
    done = draw(st.none() | MOMENT)
    diagnosis = replace(
        known.a_travelling_diagnosis(),
        year=draw(st.integers(1990, 2150)),
        status=Status.COMPLETED if done else Status.DRAFT,
        completed_at=done,
        answers=MappingProxyType(answers),
    )
    return diagnosis, {h: data for data, h in hashes.items() if h in named}


def filled(draw, kind, keys):
    """Return a content of a kind with everything in it drawn."""
    change = CHANGES.get(
        kind, lambda draw: {k: draw(v) for k, v in FIELDS[kind].items()}
    )
    return replace(known.a_content(kind, keys), **change(draw))


def drawn_diagnosis(draw):
    diagnosis, evidence = draw(diagnoses())
    return {
        "school": draw(SCHOOLS),
        "diagnosis": diagnosis,
        "evidence": evidence,
        "pack_text": draw(TEXT),
    }


def drawn_hand_over(draw):
    more = {"actions": draw(ACTIONS), "entries": draw(ENTRIES)}
    return {**drawn_diagnosis(draw), **more, "programme": draw(PROGRAMMES)}


def drawn_part(draw):
    more = {"note": draw(TEXT), "returned": draw(st.booleans())}
    return {**drawn_diagnosis(draw), **more, "directions": draw(some(KEY))}


# two names in other capitals would be one file on Windows
NAMES = st.lists(
    st.from_regex(r"[A-Za-z0-9-]{1,30}\.shkola", fullmatch=True),
    max_size=3,
    unique_by=str.casefold,
)
CHANGES = {PackageKind.DIAGNOSIS: drawn_hand_over, PackageKind.PART: drawn_part}
FIELDS = {
    PackageKind.ENROLMENT: {"school": SCHOOLS, "pack_text": TEXT},
    PackageKind.REVIEW: {
        "decisions": DECISIONS,
        "entries": ENTRIES,
        "averages": AVERAGES,
        "term": st.none() | DAY,
    },
    PackageKind.RECEIPT: {"lines": LINES},
    PackageKind.BUNDLE: {
        "standings": STANDINGS,
        "decisions": DECISIONS,
        "entries": ENTRIES,
        "actions": ACTIONS,
        "packages": NAMES.flatmap(
            lambda names: st.fixed_dictionaries(
                dict.fromkeys(names, st.binary(max_size=80))
            )
        ),
    },
    PackageKind.FORMS: {
        "notes": TEXT,
        "pack_text": TEXT,
        "files": st.dictionaries(
            st.sampled_from(["measures.yaml", "programme.yaml"]), TEXT
        ),
    },
    PackageKind.BACKUP: {"database": st.binary(max_size=300)},
}


@pytest.mark.parametrize("kind", PackageKind)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_the_reader_gets_what_was_sealed(ours, data, kind):
    content = filled(data.draw, kind, ours.public())
    package = seal.seal(known.a_header(kind), content, (), ours)
    seen = reader.inspect(package, ours, ours.public().minisign)
    assert seen.problems == ()
    assert seen.content == content


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_without_a_crash(data):
    assert not reader.inspect(data).sound

"""Signed and encrypted as it should be, and still a lie inside."""

import copy
import json
import tracemalloc

import pytest

from shkola_desktop.domain.errors import PackageDamaged
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.transfer import layout
from shkola_desktop.transfer.opener import PackageOpener
from shkola_desktop.words.messages import problem_line
from tests.support import forgery

EVERY = pytest.mark.parametrize("kind", PackageKind)
MEMORY = 300 * 1024 * 1024
"""Bytes for a content at its limits: about ten times its length."""


@pytest.fixture
def refused(ours):
    """Open a package with this content.json; return the rules and the sentences."""

    def call(kind, text, files=None):
        if not isinstance(text, str | bytes):
            text = json.dumps(text)
        own = (ours.public().age,)
        package = forgery.with_json(kind, text, ours, own, files)
        with pytest.raises(PackageDamaged) as caught:
            PackageOpener(ours).open(package, ours.public())
        problems = caught.value.problems
        lines = [problem_line(problem) for problem in problems]
        assert all(len(line) < 400 for line in lines)
        return [(problem.place, problem.rule) for problem in problems]

    return call


def places(value, path=()):
    """Yield the path to every value of a JSON text."""
    yield path
    inside = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        inside = enumerate(value)
    for key, item in inside:
        yield from places(item, (*path, key))


def put(value, path, new):
    """Return the values with another one at a path."""
    if not path:
        return new
    made = copy.deepcopy(value)
    at = made
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = new
    return made


@EVERY
def test_every_value_of_a_wrong_type_is_refused(ours, refused, kind):
    content, _ = forgery.inner_of(kind, ours)
    wrong = {"x": {"y": []}}
    for path in places(content):
        at = content
        for key in path:
            at = at[key]
        if path == ("programme", "texts"):
            continue  # a table of free keys takes the key, not the value
        found = refused(kind, put(content, path, wrong))
        assert found, path


LATER = {PackageKind.PART: {"part", "given_by", "due"}}
"""Fields that came after the first packages of a kind: they may be missing."""


@EVERY
def test_every_missing_and_every_unknown_field_is_told(ours, refused, kind):
    content, _ = forgery.inner_of(kind, ours)
    for key in set(content) - LATER.get(kind, set()):
        less = {k: v for k, v in content.items() if k != key}
        assert ("", layout.CONTENT_KEY_MISSING) in refused(kind, less)
    more = {**content, "extra": 1, "sender": 5}
    assert sorted(refused(kind, more)) == [
        ("extra", layout.CONTENT_KEY_UNKNOWN),
        ("sender", layout.CONTENT_TYPE),
    ]


@EVERY
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "diagnosis-2"),
        ("package", "0f6b3c52-6f0a-4ed7-9a5b-3a8f5a1d2c3f"),
        ("sender", "999"),
        ("receiver", "999"),
        ("sequence", 4),
        ("form", "tiny@000000000000"),
    ],
)
def test_the_inner_header_may_not_lie(ours, refused, kind, field, value):
    content, _ = forgery.inner_of(kind, ours)
    found = refused(kind, {**content, field: value})
    rules = {rule for _, rule in found}
    # where the kind itself looks at the field, the contradiction is found before
    assert rules <= {layout.CONTENT_LIES, layout.CONTENT_CONTRADICTS}


@EVERY
@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (b"", layout.CONTENT_BROKEN),
        (b"{", layout.CONTENT_BROKEN),
        (b"\xff\xfe", layout.CONTENT_BROKEN),
        (b'"\\u00"', layout.CONTENT_BROKEN),
        (b"[" * 100_000 + b"]" * 100_000, layout.CONTENT_DEEP),
        (b"[" * 30 + b"]" * 30, layout.CONTENT_DEEP),
        (b'{"a":' * 30 + b"1" + b"}" * 30, layout.CONTENT_DEEP),
        (b'{"sequence":1e400}', layout.CONTENT_NUMBER),
        (b'{"sequence":-1e400}', layout.CONTENT_NUMBER),
        (b'{"sequence":1' + b"0" * 5_000 + b"}", layout.CONTENT_NUMBER),
        (b'{"sequence":NaN}', layout.CONTENT_NUMBER),
        (b'{"sequence":-Infinity}', layout.CONTENT_NUMBER),
        (b'{"a":1,"a":2}', layout.CONTENT_KEY_TWICE),
        (b'{"a":"\\ud800"}', layout.CONTENT_TEXT),
        (b'{"\\udfff":1}', layout.CONTENT_TEXT),
        (b'{"a":"\\u0000"}', layout.CONTENT_TEXT),
        (b"[" + b"[]," * 600_000 + b"[]]", layout.CONTENT_LARGE),
        (b" " * (layout.MAX_CONTENT + 1), layout.CONTENT_LARGE),
    ],
    ids=lambda value: str(value[:20]),
)
def test_what_json_leaves_open_is_shut(refused, kind, text, rule):
    assert {found for _, found in refused(kind, text)} == {rule}


def test_a_content_at_its_limits_takes_bounded_memory(ours, refused):
    text = b"[" + b'{"":[]},' * 330_000 + b"0]"
    tracemalloc.start()
    try:
        refused(PackageKind.DIAGNOSIS, text)
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()


def test_a_list_of_faults_has_an_end(ours, refused):
    content, _ = forgery.inner_of(PackageKind.DIAGNOSIS, ours)
    many = [1] * 2_000
    assert len(refused(PackageKind.DIAGNOSIS, {**content, "actions": many})) == 100


@EVERY
def test_files_missing_too_many_and_changed_are_told(ours, refused, kind):
    content, files = forgery.inner_of(kind, ours)
    if files:
        names = {place for place, _ in refused(kind, content, {})}
        assert names == set(files)
    more = {**files, "attachments/../../evil": b"", "content.zip": b""}
    assert refused(kind, content, more) == [
        ("attachments/../../evil", layout.ZIP_NAME),
    ]
    more = {**files, "nested.zip": b"PK", "b/setup.exe": b"MZ"}
    assert refused(kind, content, more) == [
        ("b/setup.exe", layout.ATTACHMENT_EXTRA),
        ("nested.zip", layout.ATTACHMENT_EXTRA),
    ]
    hashed = [name for name in files if not name.startswith("form/")]
    other = {**files, **dict.fromkeys(hashed, b"other")}
    if hashed:
        assert refused(kind, content, other) == [
            (name, layout.ATTACHMENT_CHANGED) for name in sorted(hashed)
        ]


def test_a_form_that_is_no_text_is_refused(ours, refused):
    content, files = forgery.inner_of(PackageKind.FORMS, ours)
    files["form/tiny-abababababab.json"] = b"\xff\xfe"
    (found,) = refused(PackageKind.FORMS, content, files)
    assert found[1] == layout.CONTENT_TEXT
    files["form/tiny-abababababab.json"] = b"7" * (layout.MAX_TEXT_MEMBER + 1)
    rules = {rule for _, rule in refused(PackageKind.FORMS, content, files)}
    assert rules & {layout.ZIP_TOO_LARGE, layout.ZIP_RATIO}


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        (PackageKind.DIAGNOSIS, ("diagnosis", "year"), 10**12),
        (PackageKind.DIAGNOSIS, ("diagnosis", "started_at"), "2026-13-01T00:00:00Z"),
        (PackageKind.DIAGNOSIS, ("diagnosis", "started_at"), "2026-11-24T12:00:00"),
        (PackageKind.DIAGNOSIS, ("diagnosis", "status"), "lost"),
        (PackageKind.DIAGNOSIS, ("diagnosis", "edition_hash"), "AB" * 32),
        (PackageKind.DIAGNOSIS, ("school", "address", "code"), "../7"),
        (PackageKind.DIAGNOSIS, ("school", "pupils"), -1),
        (PackageKind.DIAGNOSIS, ("school", "ovz"), 1),
        (PackageKind.DIAGNOSIS, ("programme", "paper", "spacing"), 1e300),
        (PackageKind.DIAGNOSIS, ("programme", "last_year"), 2026),
        (PackageKind.DIAGNOSIS, ("entries", 0, "school", "code"), "7"),
        (PackageKind.DIAGNOSIS, ("entries", 0, "text"), "x" * 4_001),
        (PackageKind.DIAGNOSIS, ("keys", "age"), "AGE-SECRET-KEY-1"),
        (PackageKind.PART, ("directions",), ["a"] * 201),
        (PackageKind.REVIEW, ("term",), "24.11.2026"),
        (PackageKind.REVIEW, ("decisions", 0, "verdict"), "praised"),
        (PackageKind.REVIEW, ("office", "code"), "7013"),
        (PackageKind.REVIEW, ("averages", 0, "points"), -0.5),
        (PackageKind.RECEIPT, ("lines", 0, "sequence"), 0),
        (PackageKind.RECEIPT, ("lines", 1, "reasons"), []),
        (PackageKind.BUNDLE, ("packages", 0, "name"), "../a.shkola"),
        (PackageKind.BUNDLE, ("standings", 0, "standing"), "best"),
        (PackageKind.ENROLMENT, ("school",), None),
        (PackageKind.ENROLMENT, ("school", "address", "code"), "701205"),
        (PackageKind.ENROLMENT, ("recovery",), "age1"),
        (PackageKind.FORMS, ("files", 0, "name"), "checks.yaml"),
        (PackageKind.FORMS, ("pack",), "../../etc/passwd"),
        (PackageKind.BACKUP, ("size",), 10**17),
    ],
)
def test_values_out_of_their_bounds(ours, refused, kind, path, value):
    content, _ = forgery.inner_of(kind, ours)
    found = refused(kind, put(content, path, value))
    assert found
    assert {rule for _, rule in found} <= {
        layout.CONTENT_RANGE,
        layout.CONTENT_VALUE,
        layout.CONTENT_LONG,
        layout.CONTENT_TYPE,
        layout.CONTENT_CONTRADICTS,
    }


def test_an_answer_twice_is_a_contradiction(ours, refused):
    content, _ = forgery.inner_of(PackageKind.DIAGNOSIS, ours)
    answers = content["diagnosis"]["answers"]
    answers[1]["indicator"] = answers[0]["indicator"]
    assert refused(PackageKind.DIAGNOSIS, content) == [
        ("diagnosis.answers", layout.CONTENT_CONTRADICTS)
    ]


def test_actions_of_a_later_version_are_left_out(ours):
    content, _ = forgery.inner_of(PackageKind.DIAGNOSIS, ours)
    content["actions"].append({**content["actions"][0], "kind": "sung"})
    text = json.dumps(content)
    own = (ours.public().age,)
    package = forgery.with_json(PackageKind.DIAGNOSIS, text, ours, own)
    opened = PackageOpener(ours).open(package, ours.public())
    assert len(opened.content.actions) == 1

"""The quick way of reading never takes what the slow way refuses."""

import json

import pytest

from shkola_desktop.domain.errors import PackageDamaged
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.transfer import json_gate, layout
from shkola_desktop.transfer.wire import contents, gate
from tests.support.packages import PUBLIC, a_hand_over, a_header

SHAPE = contents.CODECS[PackageKind.DIAGNOSIS].shape


@pytest.fixture
def text():
    return contents.content_of(a_header(), a_hand_over(), PUBLIC).decode()


def refused(text):
    with pytest.raises(PackageDamaged) as caught:
        contents.content_from(text.encode(), PackageKind.DIAGNOSIS)
    return [problem.rule for problem in caught.value.problems]


def test_what_is_sound_goes_the_quick_way_and_means_the_same(text):
    found = json_gate.quick(text.encode())
    quick = gate.quickly(found, SHAPE)
    assert quick is not None
    assert quick == gate.converted(json_gate.plain(text.encode()), SHAPE)


def changed(text, key, value):
    found = json.loads(text)
    found[key] = value
    return json.dumps(found)


@pytest.mark.parametrize(
    ("key", "value", "rule"),
    [
        ("package", "abc\n", layout.CONTENT_VALUE),
        ("sender", "701204\n", layout.CONTENT_VALUE),
        ("program_version", "1\0", layout.CONTENT_TEXT),
        ("program_version", "1\ud800", layout.CONTENT_TEXT),
        ("sequence", 1.0, layout.CONTENT_TYPE),
        ("sequence", True, layout.CONTENT_TYPE),
        ("sequence", 10**30, layout.CONTENT_NUMBER),
        ("surplus", 1, layout.CONTENT_KEY_UNKNOWN),
    ],
)
def test_what_the_slow_way_refuses_is_refused(text, key, value, rule):
    assert rule in refused(changed(text, key, value))


def test_a_key_that_stands_twice_is_refused(text):
    assert layout.CONTENT_KEY_TWICE in refused('{"format":1,' + text[1:])


def test_no_number_and_too_deep_are_refused(text):
    nan = text.replace('"sequence":3', '"sequence":NaN')
    assert layout.CONTENT_NUMBER in refused(nan)
    deep = text.replace('"sequence":3', '"sequence":' + "[" * 9000 + "]" * 9000)
    assert layout.CONTENT_DEEP in refused(deep)


def test_a_line_feed_within_a_text_is_no_doubt(text):
    assert json_gate.quick(changed(text, "form", "a\nb").encode()) is not None
    assert json_gate.quick(changed(text, "form", "ab\n").encode()) is None

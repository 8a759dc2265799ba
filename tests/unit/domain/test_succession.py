"""Keys as text, and new keys in place of lost ones."""

import pytest

from shkola_desktop.domain.errors import KeyUnreadable, WordsDiffer
from shkola_desktop.domain.package import Correspondent, PublicKeys
from shkola_desktop.domain.public_text import keys_from, text_of
from shkola_desktop.domain.succession import accepted, succession

OLD, NEW = PublicKeys("age1old", "RWold"), PublicKeys("age1new", "RWnew")
SCHOOL = Correspondent("701204", "Тихореченская ООШ", OLD)
WORDS = ("берёза", "окно")


def test_known_keys_ask_nothing():
    assert succession(SCHOOL, OLD, WORDS) is None


def test_new_keys_are_taken_once_the_words_were_compared():
    waiting = succession(SCHOOL, NEW, WORDS)
    assert not waiting.first
    taken = accepted(waiting, (" Береза", "ОКНО "))
    assert taken == Correspondent("701204", "Тихореченская ООШ", NEW)


def test_the_first_keys_of_a_school_are_compared_too():
    assert succession(Correspondent("1", "Школа"), NEW, WORDS).first


@pytest.mark.parametrize("told", [(), ("берёза",), ("окно", "берёза"), ("a", "b")])
def test_other_words_take_nothing(told):
    with pytest.raises(WordsDiffer):
        accepted(succession(SCHOOL, NEW, WORDS), told)


def test_public_keys_go_through_a_code():
    text = text_of("701204", OLD)
    assert text == "SHKOLA-KEYS:1:701204:age1old:RWold"
    assert keys_from(f" {text}\n") == ("701204", OLD)


@pytest.mark.parametrize(
    "text", ["", "age1old", "SHKOLA-KEYS:2:7:age1:RW", "x" * 10_000, ":" * 4]
)
def test_another_text_is_no_keys(text):
    with pytest.raises(KeyUnreadable):
        keys_from(text)

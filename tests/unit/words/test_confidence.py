"""The form says how it is known, and stops saying so once it is confirmed."""

from shkola_desktop.domain.form import Confidence
from shkola_desktop.words.confidence import known_from

NAMES = {"sourced": "прочитано", "low": "предположение"}


def test_what_is_known_alike_is_told_together():
    words = known_from(Confidence("sourced", "low", "sourced"), NAMES)
    assert words == "название, отметка критического – прочитано; баллы – предположение"


def test_nothing_is_said_about_a_confirmed_item():
    assert known_from(Confidence("confirmed", "confirmed", "confirmed"), NAMES) == ""
    assert known_from(Confidence("confirmed", "low", "confirmed"), NAMES) == (
        "баллы – предположение"
    )

"""«Программа развития»: begun from the diagnosis, from an earlier one, or empty."""

import pytest
from PySide6.QtCore import Qt

from shkola_desktop.app import diagnosing, planning
from shkola_desktop.ui.context import Screen


@pytest.fixture
def outdated(demo_desk):
    """The demo school, whose programme was made from last year's diagnosis."""
    workspace = demo_desk.workspace
    diagnosing.start(workspace.clock.now().year + 1, workspace)
    return demo_desk.go(Screen.PROGRAMME)


def now(desk):
    return planning.programme_of(desk.workspace)


def test_a_school_without_a_diagnosis_is_led_there_alone(school_desk):
    school_desk.go(Screen.PROGRAMME)
    assert school_desk.shows("to-diagnosis")
    assert not school_desk.shows("draft-empty")


def test_an_empty_programme_can_be_begun_and_filled(school_desk):
    school_desk.go(Screen.DIAGNOSIS)
    school_desk.key("1")
    school_desk.go(Screen.PROGRAMME)
    assert school_desk.shows("draft")
    assert not school_desk.shows("draft-earlier")
    school_desk.press("draft-empty")
    assert now(school_desk).deficits == ()
    school_desk.go(Screen.PROGRAMME, "section:development")
    school_desk.press("add-deficit")
    school_desk.go(Screen.PROGRAMME, "section:development")
    assert len(school_desk.lines("deficits")) == 1


def test_a_programme_of_this_diagnosis_offers_no_new_start(demo_desk):
    demo_desk.go(Screen.PROGRAMME)
    assert not demo_desk.shows("redraft")
    assert not demo_desk.shows("redraft-earlier")


def test_the_next_programme_goes_on_from_the_earlier_one(outdated):
    earlier = now(outdated)
    outdated.press("redraft-earlier")
    made = now(outdated)
    assert made.id != earlier.id
    assert made.team == earlier.team
    assert [d.text for d in made.deficits] == [d.text for d in earlier.deficits]
    assert made.first_year == earlier.last_year + 1
    assert planning.load(earlier.id, outdated.workspace) == earlier
    assert not outdated.shows("redraft-earlier")
    assert not outdated.enabled("undo-programme")


def test_what_is_being_typed_belongs_to_the_earlier_programme(outdated):
    earlier = now(outdated)
    outdated.go(Screen.PROGRAMME, "passport:goal")
    outdated.write("Не дописа")
    outdated.press("redraft-earlier")
    assert planning.load(earlier.id, outdated.workspace).goal == "Не дописа"
    assert now(outdated).goal == ""


def test_an_outdated_programme_can_be_followed_by_an_empty_one(outdated):
    earlier = now(outdated)
    outdated.press("redraft-empty")
    assert (now(outdated).deficits, now(outdated).id != earlier.id) == ((), True)


def test_the_starts_are_reached_by_the_keyboard_and_not_cut(outdated):
    met = set()
    for _ in range(60):
        outdated.key(Qt.Key.Key_Tab)
        met.add(outdated.focus.objectName())
    assert {"redraft", "redraft-earlier", "redraft-empty"} <= met

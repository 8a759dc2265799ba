"""The first start: who we are, faults at their place, a look at the demo school."""

import pytest
from PySide6.QtWidgets import QLineEdit

from shkola_desktop.app import logbook, registering
from shkola_desktop.ui.context import Screen

NAMES = {
    "full_name": "МБОУ «Тихореченская ООШ»",
    "short_name": "Тихореченская ООШ",
    "code": "701204",
    "district": "Кедровский район",
    "district_code": "7012",
}


def fill(desk, **other):
    for name, words in {**NAMES, **other}.items():
        desk.type(name, words)


@pytest.fixture
def start(desk):
    return desk.open()


def test_a_new_workspace_asks_who_we_are_and_hides_the_rest(start):
    assert "Добро пожаловать" in start.words()
    assert not start.shows("navigation")


def test_a_school_begins_and_the_overview_opens(start):
    fill(start)
    start.press("programme-noo")
    start.press("programme-ooo")
    start.type("person", "Громова Е. В.")
    start.press("begin")
    assert start.window.screen_shown is Screen.HOME
    assert "Тихореченская ООШ" in start.words()
    school = registering.school_of(start.workspace)
    assert (school.code, school.district_code) == ("701204", "7012")
    assert school.programmes == ("noo", "ooo")
    assert registering.setting(logbook.PERSON, start.workspace) == "Громова Е. В."


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_missing_field_says_so_at_its_place(start, name):
    fill(start, **{name: ""})
    start.press("programme-noo")
    start.press("begin")
    line = start.the(QLineEdit, name)
    assert line.property("wrong") is True
    assert start.focus is line
    wanted = "Введите код" if name.endswith("code") else "Заполните это поле."
    assert start.words().count(wanted) == 1
    assert registering.school_of(start.workspace) is None


@pytest.mark.parametrize("name", ["code", "district_code"])
def test_a_code_in_russian_letters_says_what_a_code_is(start, name):
    fill(start, **{name: "школа 12"})
    start.press("programme-noo")
    start.press("begin")
    assert start.text(name) == "школа 12"
    assert "Введите код: латинские буквы, цифры, дефис." in start.words()
    assert registering.school_of(start.workspace) is None


def test_a_corrected_field_loses_its_mark(start):
    fill(start, short_name="")
    start.press("programme-noo")
    start.press("begin")
    start.type("short_name", "Тихореченская ООШ")
    start.press("begin")
    assert start.window.screen_shown is Screen.HOME


def test_no_programme_says_so(start):
    fill(start)
    start.press("begin")
    assert "Отметьте хотя бы одну программу." in start.words()


def test_programmes_that_no_form_is_for_say_what_goes_together(start):
    fill(start)
    start.press("programme-noo")
    start.press("programme-soo")
    start.press("begin")
    assert "формы нет" in start.words()
    assert "НОО, ООО, СОО идут подряд" in start.words()
    assert registering.school_of(start.workspace) is None


def test_a_correctional_school_always_has_pupils_with_ovz(start):
    fill(start)
    start.pick("kind", "коррекционная")
    assert not start.enabled("ovz")
    start.press("programme-noo")
    start.press("begin")
    assert registering.school_of(start.workspace).ovz is True


def test_the_demo_school_can_be_looked_at_and_left(start):
    start.press("demo")
    start.settle()
    assert "МБОУ «Тихореченская ООШ»" in start.words()
    assert "Это учебная школа: пробуйте всё." in start.words()
    demo = start.workspace.folder
    start.press("leave-demo")
    start.settle()
    assert "Добро пожаловать" in start.words()
    assert not demo.exists()
    assert registering.school_of(start.workspace) is None

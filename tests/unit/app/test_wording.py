"""Prepared texts and own ones: what is kept, what is dropped, what is outdated."""

from dataclasses import replace

import pytest

from shkola_desktop.app import wording
from shkola_desktop.app.wording import Wording
from shkola_desktop.domain.programme_parts import OwnText, PreparedText
from tests.support.builders import a_programme
from tests.support.fakes import a_workspace
from tests.support.papers import a_material

KEY = "results.opening"
OPENING = "К 2030 году."
OWN = OwnText(KEY, "Поднимем всё.", OPENING)
OTHER = OwnText("about.opening", "Мы – школа.", "Школа.")


@pytest.fixture
def workspace():
    return a_workspace()


def result(material, workspace):
    """Return the text at the beginning of the results."""
    found = wording.texts_of(material, workspace)
    return next(text for text in found if text.prepared.key == KEY)


def with_own(*texts, **fields):
    return a_material(programme=a_programme(own_texts=texts, **fields))


def test_every_prepared_text_comes_in_the_order_of_printing(workspace):
    texts = wording.texts_of(with_own(), workspace)
    assert [text.prepared.key for text in texts] == ["about.opening", KEY]
    assert texts[1] == Wording(PreparedText(KEY, "Результаты", "Начало", OPENING))
    assert not texts[1].outdated
    assert texts[1].text == OPENING


def test_an_own_text_stands_beside_the_prepared_one(workspace):
    known = result(with_own(OWN), workspace)
    assert known.own == OWN
    assert known.prepared.text == OPENING
    assert known.text == "Поднимем всё."
    assert not known.outdated


def test_an_own_text_is_outdated_once_the_data_change_the_prepared_one(workspace):
    known = result(with_own(OWN, last_year=2031), workspace)
    assert known.outdated
    assert (known.own, known.prepared.text) == (OWN, "К 2031 году.")
    assert known.text == "Поднимем всё."


def test_an_own_text_whose_place_is_not_printed_is_no_text_of_today(workspace):
    stale = OwnText("analysis.swot", "Наш анализ.", "О SWOT.")
    keys = {t.prepared.key for t in wording.texts_of(with_own(stale), workspace)}
    assert keys == {"about.opening", KEY}


def test_other_words_become_an_own_text_with_what_they_were_made_from():
    programme = a_programme(own_texts=(OTHER,))
    changed = wording.reword(programme, KEY, " Поднимем всё. ", OPENING)
    assert changed.own_texts == (OTHER, OWN)


def test_an_own_text_is_reworded_at_its_place():
    programme = a_programme(own_texts=(OWN, OTHER))
    changed = wording.reword(programme, KEY, "Поднимем два.", "К 2031 году.")
    again = OwnText(KEY, "Поднимем два.", "К 2031 году.")
    assert changed.own_texts == (again, OTHER)


@pytest.mark.parametrize("words", ["", "  \n", OPENING, f" {OPENING}\n"])
def test_no_words_or_the_prepared_ones_drop_the_own_text(words):
    programme = a_programme(own_texts=(OWN, OTHER))
    assert wording.reword(programme, KEY, words, OPENING).own_texts == (OTHER,)


def test_the_same_words_again_do_not_accept_what_the_data_changed():
    programme = a_programme(own_texts=(OWN,))
    assert wording.reword(programme, KEY, OWN.text, "К 2031 году.") == programme


def test_the_own_text_is_kept_with_todays_prepared_one():
    programme = a_programme(own_texts=(OTHER, OWN))
    kept = wording.keep_own(programme, KEY, "К 2031 году.")
    assert kept.own_texts == (OTHER, replace(OWN, made_from="К 2031 году."))


def test_nothing_is_kept_where_there_is_no_own_text():
    programme = a_programme(own_texts=(OTHER,))
    assert wording.keep_own(programme, KEY, OPENING) == programme


def test_the_prepared_text_is_taken_and_the_other_own_texts_stay():
    programme = a_programme(own_texts=(OTHER, OWN))
    assert wording.take_prepared(programme, KEY).own_texts == (OTHER,)
    assert wording.take_prepared(a_programme(), KEY) == a_programme()

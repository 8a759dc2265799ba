"""Words about the school: its years, sentences that end."""

import pytest

from shkola_desktop.words.russian import sentence
from shkola_desktop.words.school_info import school_year


@pytest.mark.parametrize(
    ("year", "words"), [(2026, "2026/27"), (2008, "2008/09"), (2099, "2099/00")]
)
def test_a_school_year_has_two_numbers(year, words):
    assert school_year(year) == words


@pytest.mark.parametrize(
    ("text", "whole"),
    [(" Село ", "Село."), ("Село.", "Село."), ("Село!", "Село!"), ("  ", "")],
)
def test_a_sentence_ends(text, whole):
    assert sentence(text) == whole

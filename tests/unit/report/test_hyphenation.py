"""Where Russian words break, and where they must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.report.pdf.hyphenation import (
    SOFT,
    breakable,
    breaks,
    compound_breaks,
    softened,
)

RUSSIAN = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВ -«»\u00a0", max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("кабинет", "ка·би·нет"),
        ("съёмный", "съём·ный"),
        ("«Возможность»", "«Воз·мож·ность»"),
        ("на\u00a0совете, программы/плана", "на\u00a0со·вете, про·граммы/плана"),
        ("школа", "школа"),
        ("ВСОКО МИНПРОСВЕЩЕНИЯ", "ВСОКО МИНПРОСВЕЩЕНИЯ"),
        ("сентябрь–декабрь", "сентябрь–декабрь"),
        ("программа2", "программа2"),
        ("үңгәннәребез", "үңгәннәребез"),
        ("офлайн-материалы", "офлайн-материалы"),
        ("«онлайн-занятия»", "«он·лайн-за·ня·тия»"),
    ],
)
def test_soft_hyphens_stand_at_syllables(text, shown):
    assert softened(text).replace(SOFT, "·") == shown


def test_in_the_head_of_a_table_only_the_longest_words_break():
    head = "Показатель, ответственность"
    assert softened(head, 13).replace(SOFT, "·") == "Показатель, от·вет·ствен·ность"


def test_a_compound_word_breaks_at_its_hyphen_and_never_leaves_one_letter():
    assert list(compound_breaks("офлайн-материалы")) == [
        ("офлайн-матери", "алы"),
        ("офлайн-мате", "риалы"),
        ("офлайн-ма", "териалы"),
        ("офлайн-", "материалы"),
    ]


def test_a_word_without_a_hyphen_is_no_compound():
    assert list(compound_breaks("материалы")) == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("обычный текст", True),
        ("щ" * 12, True),
        ("щ" * 13, False),
        ("Щ" * 8, True),
        ("Щ" * 9, False),
        ("school-tihaya-rechka@mail.example", False),
        ("ка\u00adби\u00adнет" * 9, True),
    ],
)
def test_what_has_no_syllables_cannot_be_broken(text, answer):
    assert breakable(text) is answer


@given(RUSSIAN)
def test_soft_hyphens_change_nothing_else(text):
    assert softened(text).replace(SOFT, "") == text


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=6, max_size=40))
def test_a_break_leaves_two_letters_before_and_three_after(word):
    assert all(2 <= place <= len(word) - 3 for place in breaks(word))

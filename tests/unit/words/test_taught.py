"""A nine-year school reads nothing about the eleventh class."""

import pytest

from shkola_desktop.words.taught import fitted

NINE, ELEVEN, FOUR = ("noo", "ooo"), ("noo", "ooo", "soo"), ("noo",)


@pytest.mark.parametrize(
    ("programmes", "text", "expected"),
    [
        (NINE, "Охват 6–11 классов, %", "Охват 6–9 классов, %"),
        (NINE, "в 6–11-х классах", "в 6–9-х классах"),
        (ELEVEN, "Охват 6–11 классов, %", "Охват 6–11 классов, %"),
        (FOUR, "обучающихся 1–11 классов", "обучающихся 1–4 классов"),
        (FOUR, "обучающихся 5–11 классов", "обучающихся 5–11 классов"),
        (NINE, "10–11 классы", "10–11 классы"),
        (NINE, "подготовка к ОГЭ/ЕГЭ", "подготовка к ОГЭ"),
        (ELEVEN, "подготовка к ОГЭ/ЕГЭ", "подготовка к ОГЭ/ЕГЭ"),
        (NINE, "2024–2025 учебный год", "2024–2025 учебный год"),
        ((), "6–11 классов", "6–11 классов"),
        (ELEVEN, "Выпускники 9-х и 11-х классов", "Выпускники 9-х и 11-х классов"),
        (NINE, "Выпускники 9-х и 11-х классов", "Выпускники 9-х классов"),
        (FOUR, "Выпускники 9-х и 11-х классов", "Выпускники 4-х классов"),
        (("soo",), "Выпускники 9-х и 11-х классов", "Выпускники 11-х классов"),
    ],
)
def test_classes_end_where_the_school_ends(programmes, text, expected):
    assert fitted(text, programmes) == expected

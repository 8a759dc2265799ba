"""Names and positions in their cases, against tables that people wrote and read."""

from pathlib import Path

import pytest

from shkola_desktop.domain.declension import Case, with_initials
from shkola_desktop.grammar.declension import RussianDeclension

DECLENSION = RussianDeclension()


def table(name: str) -> list[tuple[str, ...]]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    rows = (line for line in text.splitlines() if not line.startswith("#"))
    return [tuple(row.split(" | ")) for row in rows]


def in_cases(declined) -> tuple[str, ...]:
    return tuple(declined.in_case(case) for case in Case)


@pytest.mark.parametrize("forms", table("names.txt"), ids=lambda forms: forms[0])
def test_a_name_is_declined(forms):
    declined = DECLENSION.name(forms[0])
    assert in_cases(declined) == forms
    assert not declined.doubtful


@pytest.mark.parametrize("forms", table("positions.txt"), ids=lambda forms: forms[0])
def test_of_a_position_only_the_head_is_declined(forms):
    declined = DECLENSION.position(forms[0])
    assert in_cases(declined) == forms
    assert not declined.doubtful


def test_the_tables_hold_enough_of_real_life():
    assert len(table("names.txt")) >= 60
    assert len(table("positions.txt")) >= 60


@pytest.mark.parametrize(
    ("name", "dative"),
    [
        ("Шмидт А. К.", "Шмидт А. К."),  # a man's or a woman's
        ("Мамедова Севда Гасан кызы", "Мамедовой Севда Гасан кызы"),
        ("Воробей Иван Петрович", "Воробей Ивану Петровичу"),
        ("Ткач Иван Ильич", "Ткачу Ивану Ильичу"),  # «Ткачом», but «Бабичем»
        ("Кравец Иван Петрович", "Кравцу Ивану Петровичу"),
        ("Заяц Иван Иванович", "Заяц Ивану Ивановичу"),
        ("Калина Нина Павловна", "Калина Нине Павловне"),
        ("Нгуен Тхи Хоа", "Нгуен Тхи Хоа"),
        ("Ивановой Анны Петровны", "Ивановой Анны Петровны"),
        ("Соболева Ъыа Петровна", "Соболевой Ъыа Петровне"),
        ("один два три четыре пять шесть", "один два три четыре пять шесть"),
        ("12", "12"),
        ("", ""),
    ],
)
def test_what_is_not_known_stays_and_is_doubtful(name, dative):
    declined = DECLENSION.name(name)
    assert declined.dative == dative
    assert declined.doubtful


@pytest.mark.parametrize(
    "position",
    ["директору", "директора школы", "гыжник по УВР", "№ 5", "- учитель", "", "..."],
)
def test_a_position_without_a_known_head_stays_and_is_doubtful(position):
    declined = DECLENSION.position(position)
    assert set(in_cases(declined)) == {position}
    assert declined.doubtful


def test_spaces_do_not_matter():
    assert DECLENSION.name("  Иванова   Анна Петровна ") == DECLENSION.name(
        "Иванова Анна Петровна"
    )


@pytest.mark.parametrize(
    ("name", "shortened"),
    [
        ("Иванову Анну Петровну", "Иванову А. П."),
        ("Римскому-Корсакову Николаю Андреевичу", "Римскому-Корсакову Н. А."),
        ("Иванову А. П.", "Иванову А. П."),
        ("Иванову Анну", "Иванову Анну"),
        ("Мамедову Алекперу Гасан оглы", "Мамедову Алекперу Гасан оглы"),
        ("", ""),
    ],
)
def test_a_full_name_is_shortened_to_initials(name, shortened):
    assert with_initials(name).replace("\u00a0", " ") == shortened

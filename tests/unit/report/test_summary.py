"""The summary of three pages: goal, levels, main deficits and measures, leaders."""

from shkola_desktop.domain.programme import Member
from shkola_desktop.report.summary import summary
from tests.support.builders import a_deficit, a_measure, a_programme, a_school
from tests.support.papers import BEST, a_material, cells, tables, texts

DEFICITS = (
    a_deficit(code="01", measures=(a_measure(id="m1"), a_measure(id="m2", text="Б"))),
    a_deficit(
        code="02",
        indicator="a.1.2",
        text="нет психолога",
        measures=(
            a_measure(id="m3", text="Заключить договор в год. Один на две школы"),
        ),
    ),
)


def made(**programme):
    fields = {"deficits": DEFICITS, **programme}
    return summary(a_material(programme=a_programme(**fields)))


def test_it_begins_with_the_name_and_the_goal():
    document = made()
    assert document.title == "Программа развития на 2027–2030 годы: краткое изложение"
    assert texts(document.blocks)[:4] == [
        "МБОУ\n«Тихореченская основная общеобразовательная школа»",
        "ПРОГРАММА РАЗВИТИЯ",
        "на 2027–2030 годы\nкраткое изложение",
        "Цель",
    ]
    assert texts(document.blocks)[4].startswith("К 2030 году повысить результат")


def test_levels_deficits_and_measures_follow_the_most_urgent_first():
    levels, deficits, measures = tables(made().blocks)
    assert [row[0] for row in cells(levels)] == [
        "Направление a",
        "Направление b",
        "Всего",
    ]
    assert cells(deficits) == [
        ("02", "нет психолога", "да", "2027"),
        ("01", "Показатель a.1.1: значение 0", "да", "2028"),
    ]
    assert [row[:2] for row in cells(measures)] == [
        ("1", "Заключить договор в год"),
        ("2", "Утвердить положение"),
        ("3", "Б"),
    ]
    assert cells(measures)[1][2:] == (
        "2027 год, сентябрь",
        "директор",
        "Положение на сайте",
    )


def test_ten_are_shown_and_the_rest_is_counted():
    many = tuple(
        a_deficit(code=f"{n:02}", measures=(a_measure(text=f"Дело {n}"),))
        for n in range(1, 13)
    )
    document = made(deficits=many)
    _, deficits, measures = tables(document.blocks)
    assert len(deficits.rows) == len(measures.rows) == 10
    assert "Показаны 10 из 12; порядок – по срочности." in texts(document.blocks)


def test_the_team_leads_or_the_director():
    assert texts(made().blocks)[-1] == (
        "Директор А. П. Соболева; рабочая группа назначается приказом."
    )
    team = (Member("Лыткин С. И.", "советник", leads=True, directions=("a",)),)
    *_, people = tables(made(team=team).blocks)
    assert cells(people) == [
        ("Лыткин С. И.", "советник\n(руководитель группы)", "Направление a")
    ]


def test_without_deficits_and_director_nothing_odd_is_printed():
    document = summary(
        a_material(
            BEST, programme=a_programme(deficits=()), school=a_school(director="")
        )
    )
    assert len(tables(document.blocks)) == 1
    found = texts(document.blocks)
    assert "Основные дефициты" not in found
    assert not any("Главные мероприятия" in text for text in found)
    assert found[-1] == "Директор; рабочая группа назначается приказом."

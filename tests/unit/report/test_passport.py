"""The passport: every row from the data, in the template's order."""

from shkola_desktop.domain.programme import Member, PassportRow
from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.report.document import Paragraph, Style
from shkola_desktop.report.programme.passport import passport
from shkola_desktop.words.levels import FOOTNOTE
from tests.support.builders import a_deficit, a_programme, a_school
from tests.support.papers import (
    BEST,
    a_plan,
    a_template,
    cells,
    tables,
    without_levels,
)

FINANCE = PassportRow("finance", "Ф")


def rows(plan):
    (table,) = tables(passport(plan))
    return dict(cells(table))


def test_the_rows_stand_in_the_order_of_the_template():
    assert list(rows(a_plan(school=a_school(site="shkola.example")))) == [
        "Строка full_name",
        "Строка basis",
        "Строка team",
        "Строка goal",
        "Строка tasks",
        "Строка period",
        "Строка indicators",
        "Строка results",
        "Строка site",
    ]


def test_a_row_without_content_is_left_out():
    assert "Строка site" not in rows(a_plan())


def test_standards_of_other_levels_and_dead_acts_are_not_cited():
    assert rows(a_plan())["Строка basis"] == (
        "– Закон об образовании\n"
        "– Стандарт ООО\n"
        "– Результаты самодиагностики школы, 2026 год"
    )


def test_the_team_is_named_with_positions():
    team = (
        Member("Соболева А. П.", "директор", leads=True),
        Member("Лыткин С. И.", ""),
    )
    found = rows(a_plan(programme=a_programme(team=team)))["Строка team"]
    assert found == (
        "– Соболева А. П., директор, руководитель рабочей группы\n– Лыткин С. И."
    )


def test_without_a_team_the_director_answers():
    assert rows(a_plan())["Строка team"] == (
        "Ответственный – директор А. П. Соболева; рабочая группа назначается приказом"
    )
    nobody = rows(a_plan(school=a_school(director="")))["Строка team"]
    assert nobody == "Ответственный – директор; рабочая группа назначается приказом"


def test_the_own_goal_is_printed_as_it_was_typed():
    plan = a_plan(programme=a_programme(goal="  Стать опорной школой района. "))
    assert rows(plan)["Строка goal"] == "Стать опорной школой района."


def test_stages_divide_the_period():
    assert rows(a_plan())["Строка period"] == (
        "2027–2030 годы\n"
        "– Подготовительный: 2027 год\n"
        "– Основной: 2028–2029 годы\n"
        "– Обобщающий: 2030 год"
    )


def test_targets_show_now_and_then():
    answers = {**BEST, "b.1.1": "o0"}
    deficit = a_deficit(indicator="b.1.1", direction="b")
    plan = a_plan(answers, programme=a_programme(deficits=(deficit,)))
    found = rows(plan)
    assert found["Строка indicators"] == (
        "– сумма баллов самодиагностики: 4 → 5 (максимум 7)\n"
        "– уровень по результатам самодиагностики: базовый* → средний*\n"
        "– число устранённых дефицитов: 0 → 1\n"
        "– доля выполненных мероприятий дорожной карты: 100 % ежегодно"
    )
    assert found["Строка results"].replace("\u00a0", " ") == (
        "– рост суммы баллов с 4 до 5\n"
        "– повышение результата: «Направление b»\n"
        "– сохранение уровня: «Направление a»"
    )
    assert found["Строка tasks"].replace("\u00a0", " ") == (
        "1) «Направление a»: сохранить достигнутый уровень (3 балла из 3)\n"
        "2) «Направление b»: устранить дефицит 01, поднять результат с 1 до 2 баллов"
    )


def test_own_targets_and_sources_stand_in_the_passport():
    targets = (
        Target("Охват кружками", "%", "64", ("70", "", "80", "")),
        Target("ВФСК ГТО", "чел.", "", ()),
        Target("Есть театр", "", "да", ("да",) * 4),
    )
    known = a_template(passport=(PassportRow("indicators", "И"), FINANCE))
    own = a_programme(targets=targets, finance=("грант", "бюджет"))
    found = rows(a_plan(programme=own, template=known))
    assert found["И"].split("\n")[-3:] == [
        "– охват кружками, %: 64 → 80",
        "– ВФСК ГТО, чел.",
        "– есть театр: да",
    ]
    assert found["Ф"] == "– грант\n– бюджет"


def test_without_own_sources_the_banks_are_printed_and_emptied_ones_are_not():
    known = a_template(passport=(FINANCE,))
    assert rows(a_plan(template=known)) == {"Ф": "– субсидия\n– гранты"}
    assert rows(a_plan(template=known, programme=a_programme(finance=()))) == {}


def test_the_footnote_goes_with_the_levels():
    (table,) = tables(passport(a_plan()))
    assert table.foot == (Paragraph(f"* {FOOTNOTE}", Style.SMALL),)
    (bare,) = tables(passport(a_plan(edition=without_levels())))
    assert bare.foot == ()

"""Sections 4 to 8: actions, decisions, results, mechanisms, indicators, road map."""

from shkola_desktop.domain.programme import Cause, Member
from shkola_desktop.domain.programme_parts import (
    PlannedMonitoring,
    PlannedRisk,
    Target,
)
from shkola_desktop.report.document import Paragraph, RowKind, Style
from shkola_desktop.report.programme.development import development
from shkola_desktop.report.programme.indicators import indicators
from shkola_desktop.report.programme.mechanisms import mechanisms
from shkola_desktop.report.programme.results import results
from shkola_desktop.report.programme.roadmap import roadmap
from shkola_desktop.words.levels import FOOTNOTE
from tests.support.builders import a_deficit, a_measure, a_programme
from tests.support.papers import BEST, a_plan, cells, headings, tables, texts

ZEROS = {**BEST, "b.1.1": "o0", "b.1.2": "o0"}
CAUSE = Cause("нет опыта", external=False)
PAIR = (
    a_deficit(code="01", indicator="b.1.1", direction="b", causes=(CAUSE,)),
    a_deficit(
        code="02",
        indicator="b.1.2",
        direction="b",
        causes=(CAUSE, Cause("далеко", external=True)),
        measures=(
            a_measure(id="other"),
            a_measure(id="m2", text="Найти партнёра", resource="partner"),
        ),
    ),
)


def plan(**fields):
    return a_plan(ZEROS, programme=a_programme(deficits=PAIR, **fields))


def test_actions_name_task_measures_and_who():
    actions, _ = tables(development(plan(), "4"))
    assert cells(actions) == [
        ("Направление a",),
        ("Сохранение уровня: текущая работа направления продолжается.",),
        ("Направление b",),
        (
            "01",
            (
                "Довести показатель «Показатель b.1.1» до значения «значение 1» "
                "к 2028 году"
            ),
            "Утвердить положение",
            "директор",
        ),
        (
            "02",
            (
                "Довести показатель «Показатель b.1.2» до значения «значение 1» "
                "к 2028 году"
            ),
            "– Утвердить положение\n– Найти партнёра",
            "директор",
        ),
    ]


def test_one_decision_for_each_cause():
    _, decisions = tables(development(plan(), "4"))
    assert cells(decisions) == [
        ("Внутренние причины",),
        (
            "01, 02",
            "Нет опыта",
            "Устранить причину «нет опыта»: утвердить положение",
            "Организовать работу; результат: положение на сайте",
            "директор",
            "2028",
        ),
        ("Внешние причины",),
        (
            "02",
            "Далеко",
            "Уменьшить влияние причины «далеко»: утвердить положение",
            "Заключить договор с партнёром, использовать сетевую форму",
            "директор",
            "2028",
        ),
    ]


def test_a_cause_is_one_whatever_its_tasks():
    first = a_deficit(causes=(Cause("нет опыта", external=False, task="Обучить"),))
    second = a_deficit(
        code="02", causes=(Cause("нет опыта ", external=False, task="Нанять"),)
    )
    third = a_deficit(code="03", causes=(CAUSE,))
    shared = a_plan(programme=a_programme(deficits=(first, second, third)))
    _, decisions = tables(development(shared, "4"))
    assert [row[:3] for row in cells(decisions)] == [
        ("Внутренние причины",),
        ("01, 02, 03", "Нет опыта", "Обучить\nНанять"),
    ]


def test_without_causes_there_are_no_decisions():
    bare = a_plan(programme=a_programme(deficits=(a_deficit(causes=()),)))
    assert texts(development(bare, "4"))[-1] == (
        "Причины дефицитов не описаны, решений нет."
    )


def test_results_are_raised_or_kept():
    (table,) = tables(results(plan()))
    assert cells(table) == [
        (
            "Направление a",
            "3 из 3\nвысокий*",
            "3 из 3\nвысокий*",
            "сохранение уровня",
            "текущая работа",
        ),
        (
            "Направление b",
            "0 из 4\nниже базового*",
            "2 из 4\nбазовый*",
            "повышение",
            "мероприятия по дефицитам 01, 02",
        ),
        ("Всего", "3 из 7\nбазовый*", "5 из 7\nсредний*", "повышение", ""),
    ]
    assert table.foot == (Paragraph(f"* {FOOTNOTE}", Style.SMALL),)


def test_without_expectations_everything_is_kept():
    kept = a_plan(BEST, programme=a_programme(deficits=()))
    assert texts(results(kept)) == [
        "К концу 2030 года все показатели сохраняются на достигнутом уровне."
    ]


def test_targets_grow_year_by_year():
    (table,) = tables(indicators(plan()))
    assert [column.title for column in table.columns] == [
        "№",
        "Показатель",
        "Код",
        "База 2026",
        "2027",
        "2028",
        "2029",
        "2030",
    ]
    assert cells(table) == [
        ("", "Сумма баллов, всего", "", "3", "3", "5", "5", "5"),
        (
            "",
            "Устранено дефицитов с начала Программы, ед.",
            "",
            "0",
            "0",
            "2",
            "2",
            "2",
        ),
        ("", "Выполнено мероприятий года, %", "", "–", "100", "100", "100", "100"),
        ("", "Направление a", "", "3", "3", "3", "3", "3"),
        ("", "Направление b", "", "0", "0", "2", "2", "2"),
        ("b.1.1", "Показатель b.1.1", "01", "0", "0", "1", "1", "1"),
        ("b.1.2", "Показатель b.1.2", "02", "0", "0", "1", "1", "1"),
    ]
    assert table.rows[3].kind is table.rows[4].kind is RowKind.GROUP


def test_the_road_map_numbers_through_and_joins_what_is_the_same():
    (table,) = tables(roadmap(plan()))
    assert cells(table) == [
        ("Общие мероприятия",),
        (
            "1",
            "–",
            "Назначить кураторов",
            "2027 год, август",
            "директор",
            "Приказ\nЧисло кураторов, чел.",
            "не требуется",
        ),
        ("Направление a",),
        ("Сохранение уровня: текущая работа направления.",),
        ("Направление b",),
        (
            "2",
            "01, 02",
            "Утвердить положение",
            "2027 год, сентябрь",
            "директор",
            "Положение на сайте\nНаличие положения, да/нет",
            "не требуется",
        ),
        (
            "3",
            "02",
            "Найти партнёра",
            "2027 год, сентябрь",
            "директор",
            "Положение на сайте\nНаличие положения, да/нет",
            "партнёры",
        ),
    ]


def test_a_deficit_without_measures_is_not_called_kept():
    bare = a_plan(programme=a_programme(deficits=(a_deficit(measures=()),)))
    (table,) = tables(roadmap(bare))
    assert cells(table)[3] == ("Мероприятия не запланированы.",)


def test_own_money_is_printed_in_the_road_map_and_among_the_resources():
    paid = a_deficit(measures=(a_measure(finance="120 тыс. руб., 2028 год"),))
    rich = a_plan(programme=a_programme(deficits=(paid,)))
    (road,) = tables(roadmap(rich))
    assert cells(road)[3][-1] == "120 тыс. руб., 2028 год"
    (resources,) = [
        table
        for table in tables(mechanisms(rich, "6"))
        if table.caption == "Ресурсы и источники"
    ]
    assert cells(resources) == [
        ("01", "Утвердить положение", "120 тыс. руб., 2028 год", "2027 год, сентябрь")
    ]


def named(caption, blocks):
    (found,) = [t for t in tables(blocks) if t.caption == caption]
    return found


def test_own_risks_are_weighed():
    risks = (
        PlannedRisk("Отъезд", "нет урока", "договор", "high", "low", "директор"),
        PlannedRisk("Мороз", "", ""),
    )
    table = named("Риски и меры их предупреждения", mechanisms(plan(risks=risks), "6"))
    assert [column.title for column in table.columns] == [
        "Риск",
        "Чем грозит",
        "Вероятность",
        "Влияние",
        "Меры предупреждения",
        "Ответственный",
    ]
    assert cells(table) == [
        ("Отъезд", "нет урока", "высокая", "слабое", "договор", "директор"),
        ("Мороз", "–", "средняя", "среднее", "–", "–"),
    ]


def test_the_banks_risks_are_not_weighed():
    table = named("Риски и меры их предупреждения", mechanisms(plan(), "6"))
    assert cells(table) == [("Отъезд педагога", "потеря кружка", "переподготовка")]


def test_own_monitoring_and_finance_replace_the_banks():
    watched = (PlannedMonitoring("Охват", "опрос", "май", "", "педсовет"),)
    blocks = mechanisms(plan(monitoring=watched, finance=("грант",)), "6")
    assert cells(named("Мониторинг реализации Программы", blocks)) == [
        ("Охват", "опрос", "май", "–", "педсовет")
    ]
    assert "Источники: грант." in texts(blocks)


def test_what_the_school_emptied_is_said_in_words():
    blocks = mechanisms(plan(risks=(), monitoring=(), finance=()), "6")
    found = texts(blocks)
    assert "Значимые риски не выявлены." in found
    assert "Порядок мониторинга не установлен." in found
    assert "Источники определяются ежегодно." in found
    assert [t.caption for t in tables(blocks)] == [
        "Этапы реализации",
        "Ресурсы и источники",
    ]


def test_own_targets_have_unit_base_years_source_and_person():
    targets = (
        Target("Охват", "%", "64", ("70", "76", "80", "85"), "журнал", "директор"),
        Target("Есть театр", "да/нет", "нет", ("да",)),
    )
    _, table = tables(indicators(plan(targets=targets)))
    assert [column.title for column in table.columns] == [
        "№",
        "Показатель",
        "Ед.",
        "База",
        "2027",
        "2028",
        "2029",
        "2030",
        "Источник данных, ответственный",
    ]
    assert cells(table) == [
        ("1", "Охват", "%", "64", "70", "76", "80", "85", "журнал\nдиректор"),
        ("2", "Есть театр", "да/нет", "нет", "да", "–", "–", "–", "–"),
    ]


def test_mechanisms_have_five_parts():
    team = (
        Member("Соболева А. П.", "директор", leads=True),
        Member("Лыткин С. И.", "советник", directions=("a", "b")),
    )
    blocks = mechanisms(plan(team=team), "6")
    assert headings(blocks) == [
        "6.1 Управление и рабочая группа",
        "6.2 Этапы реализации",
        "6.3 Ресурсное обеспечение и партнёры",
        "6.4 Риски",
        "6.5 Мониторинг и корректировка",
    ]
    assert cells(tables(blocks)[0]) == [
        ("Соболева А. П.", "директор\n(руководитель группы)", "–"),
        ("Лыткин С. И.", "советник", "Направление a\nНаправление b"),
    ]
    assert "Источники: субсидия; гранты." in texts(blocks)


def test_without_a_team_it_is_to_be_named():
    assert (
        "Состав рабочей группы и кураторы направлений назначаются приказом директора."
    ) in texts(mechanisms(plan(), "6"))

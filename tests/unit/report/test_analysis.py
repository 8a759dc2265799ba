"""The analysis: results, deficits, causes, what comes first."""

from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.programme import Cause
from shkola_desktop.domain.programme_parts import Swot
from shkola_desktop.report.document import Bar, BarChart, Paragraph, RowKind, Style
from shkola_desktop.report.programme.analysis import analysis
from shkola_desktop.report.programme.reached import reached
from shkola_desktop.words.levels import FOOTNOTE
from tests.support.builders import (
    NOON,
    a_deficit,
    a_diagnosis,
    a_measure,
    a_programme,
)
from tests.support.papers import (
    BEST,
    a_plan,
    cells,
    headings,
    tables,
    texts,
    without_levels,
)

HALF = {**BEST, "a.1.1": "o0", "a.1.2": "o0"}


def spoken(blocks):
    return [text.replace("\u00a0", " ") for text in texts(blocks)]


def table_named(caption, plan):
    (found,) = [t for t in tables(analysis(plan, "3")) if t.caption == caption]
    return found


def test_the_subsections_are_those_of_the_recommendations():
    found = headings(analysis(a_plan(), "3"))
    assert [text.split(" ")[0] for text in found] == ["3.1", "3.2", "3.2.1", "3.2.2"]
    assert found[2] == (
        "3.2.1 Описание возможных причин возникновения дефицитов, внутренних и внешних "
        "факторов влияния на развитие школы"
    )


def test_results_stand_beside_last_years():
    plan = a_plan(HALF, previous={**BEST, "b.1.1": "o0"})
    (table,) = tables(reached(plan))
    assert cells(table) == [
        ("Направление a", "0", "3", "0", "ниже базового*", "0 из 1", "3", "−3"),
        ("Направление b", "4", "4", "100", "высокий*", "нет", "1", "+3"),
        ("Всего", "4", "7", "57", "базовый*", "", "4", "0"),
    ]
    assert table.foot == (Paragraph(f"* {FOOTNOTE}", Style.SMALL),)
    (chart,) = [b for b in reached(plan) if isinstance(b, BarChart)]
    assert chart.bars == (
        Bar("Направление a", 0, 3, 3),
        Bar("Направление b", 4, 4, 1),
    )
    assert chart.caption == "Набранные баллы от максимума; чертой отмечен прошлый год"


def test_without_a_last_year_there_is_no_change_and_no_mark():
    plan = a_plan(BEST)
    (table,) = tables(reached(plan))
    assert [row[6:] for row in cells(table)] == [("–", "–")] * 3
    (chart,) = [b for b in reached(plan) if isinstance(b, BarChart)]
    assert chart.caption == "Набранные баллы от максимума"
    assert [bar.before for bar in chart.bars] == [None, None]


def test_a_finished_diagnosis_is_told_with_its_date_and_change():
    finished = a_diagnosis(HALF, status=Status.COMPLETED, completed_at=NOON)
    plan = a_plan(HALF, previous=BEST, diagnosis=finished)
    assert spoken(reached(plan))[0] == (
        "Самодиагностика за 2026 год завершена 24 ноября 2026 г. Набрано 4 балла из 7, "
        "уровень – базовый*. По сравнению с прошлой самодиагностикой сумма баллов "
        "снизилась с 7 до 4. Критические показатели даны как число выполненных из "
        "применимых. Ответы на все показатели приведены в приложении 1."
    )


def test_an_unfinished_diagnosis_says_that_it_is_preliminary():
    answers = {"b.1.1": "o2", "b.1.2": "o1"}
    assert spoken(reached(a_plan(answers)))[0].startswith(
        "Самодиагностика за 2026 год начата 24 ноября 2026 г. и не завершена: "
        "результат предварительный, без ответа 2 показателя. Набрано 4 балла из 7"
    )


def test_no_level_no_footnote():
    plan = a_plan(HALF, edition=without_levels())
    (table,) = tables(reached(plan))
    assert table.foot == ()
    assert {row[4] for row in cells(table)} == {"не установлен"}


def test_every_direction_is_in_the_table_of_deficits():
    left = a_deficit(code="02", indicator="a.1.2", left_out="нет ставки")
    plan = a_plan(HALF, programme=a_programme(deficits=(a_deficit(), left)))
    table = table_named("Дефициты по направлениям", plan)
    assert [(row.kind, row.cells) for row in table.rows] == [
        (RowKind.SECTION, ("Направление a",)),
        (RowKind.PLAIN, ("01", "a.1.1 Показатель a.1.1", "значение 0", "0 из 2")),
        (
            RowKind.PLAIN,
            (
                "02",
                "a.1.2 Показатель a.1.2 (критический показатель)",
                "значение 0\nНе включён: нет ставки",
                "0 из 1",
            ),
        ),
        (RowKind.SECTION, ("Направление b",)),
        (RowKind.SUBSECTION, ("Дефициты не выявлены, задача – сохранение уровня.",)),
    ]


def test_a_direction_that_is_not_answered_is_not_called_faultless():
    answers = {"a.1.1": "o0", "a.1.2": "o1"}
    table = table_named("Дефициты по направлениям", a_plan(answers))
    assert cells(table)[-1] == (
        "Среди данных ответов дефицитов нет; без ответа 2\u00a0показателя.",
    )


def test_causes_are_sorted_and_dependence_is_told():
    causes = (
        Cause("нет опыта", external=False),
        Cause("нет плана", external=False),
        Cause("далеко", external=True),
    )
    partner = a_deficit(causes=causes, measures=(a_measure(resource="partner"),))
    plan = a_plan(HALF, programme=a_programme(deficits=(partner,)))
    assert cells(table_named("Причины дефицитов", plan)) == [
        (
            "01",
            "Показатель a.1.1: значение 0",
            "– нет опыта\n– нет плана",
            "далеко",
            "частично",
        )
    ]


def test_the_schools_own_word_about_dependence_wins():
    deficits = (
        a_deficit(depends="no"),
        a_deficit(code="02", depends="partly"),
        a_deficit(code="03", depends="yes", measures=()),
        a_deficit(code="04", measures=()),
    )
    plan = a_plan(HALF, programme=a_programme(deficits=deficits))
    table = table_named("Причины дефицитов", plan)
    assert [row[-1] for row in cells(table)] == ["нет", "частично", "да", "–"]


def test_swot_is_a_table_of_two_by_two():
    swot = Swot(("дружный коллектив", "традиции"), ("нет психолога",), ("гранты",))
    plan = a_plan(HALF, programme=a_programme(swot=swot))
    table = table_named("SWOT-анализ", plan)
    assert table.headless
    assert [(row.kind, row.cells) for row in table.rows] == [
        (RowKind.GROUP, ("Сильные стороны", "Слабые стороны")),
        (RowKind.PLAIN, ("– дружный коллектив\n– традиции", "нет психолога")),
        (RowKind.GROUP, ("Возможности", "Угрозы")),
        (RowKind.PLAIN, ("гранты", "–")),
    ]


def test_without_swot_nothing_is_said_of_it():
    blocks = analysis(a_plan(HALF), "3")
    assert not any("SWOT" in text for text in texts(blocks))
    assert "SWOT-анализ" not in [table.caption for table in tables(blocks)]


def test_strong_and_weak_sides_and_the_critical_zero():
    critical = a_deficit(code="02", indicator="a.1.2")
    plan = a_plan(HALF, programme=a_programme(deficits=(a_deficit(), critical)))
    found = spoken(analysis(plan, "3"))
    assert (
        "Сильные стороны ОО (не менее 85 % от максимума): «Направление b». Здесь "
        "Программа сохраняет достигнутое."
    ) in found
    assert "Больше всего резервов (менее 60 % от максимума): «Направление a»." in found
    assert (
        "Невыполненный критический показатель обнуляет направление: «Направление a» "
        "(показатель a.1.2; без обнуления было бы 0 из 3). Эти дефициты устраняются в "
        "первый год."
    ) in found


def test_a_critical_zero_without_measures_is_promised_nothing():
    plan = a_plan(HALF, programme=a_programme(deficits=()))
    assert not any("в первый год" in text for text in spoken(analysis(plan, "3")))


def test_nothing_is_wrong_with_the_best_school():
    found = spoken(analysis(a_plan(BEST, programme=a_programme(deficits=())), "3"))
    assert (
        "Дефициты не выявлены: показателей без баллов нет. По всем направлениям "
        "задача – сохранение уровня."
    ) in found
    assert "Все критические показатели выполнены." in found
    assert "Причины не описаны: дефицитов в Программе нет." in found


def test_zeros_that_are_not_planned_are_not_denied():
    found = spoken(analysis(a_plan(programme=a_programme(deficits=())), "3"))
    assert "Дефициты в Программу не включены." in found


def test_strengths_are_the_weighty_indicators_at_their_best():
    plan = a_plan(BEST)
    assert cells(table_named("Показатели с наивысшим значением", plan)) == [
        ("Направление b",),
        ("b.1.1", "Показатель b.1.1", "значение 3"),
    ]


def test_deficits_are_ranked_by_the_year_they_are_to_be_gone():
    deficits = (
        a_deficit(code="02", measures=(a_measure(resource="partner"),)),
        a_deficit(code="01", indicator="a.1.2"),
    )
    plan = a_plan(HALF, programme=a_programme(deficits=deficits))
    assert cells(table_named("Очерёдность устранения дефицитов", plan)) == [
        ("2027 год",),
        ("01", "Показатель a.1.2", "значение 0", "значение 1"),
        ("2029 год",),
        ("02", "Показатель a.1.1", "значение 0", "значение 1"),
    ]

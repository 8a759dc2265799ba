"""The yearly report: done and not done, reached, decided, concluded."""

from datetime import UTC, date, datetime
from types import MappingProxyType

from shkola_desktop.domain.execution import (
    CheckKind,
    CorrectionLine,
    Execution,
    MeasureRecord,
    Progress,
    YearCheck,
)
from shkola_desktop.domain.programme_parts import Approval, ApprovalRow, Target
from shkola_desktop.domain.scoring import score
from shkola_desktop.report.execution_report import execution_report
from tests.support.builders import a_deficit, a_measure, a_programme
from tests.support.papers import (
    BEST,
    FONTS,
    a_material,
    cells,
    flat,
    headings,
    output,
    tables,
    texts,
    word_texts,
    written,
)

IN_SUMMER = datetime(2028, 7, 1, 12, tzinfo=UTC)
MEASURES = (
    a_measure(id="m1", term="1-й год, сентябрь"),
    a_measure(id="m2", text="Открыть кружок. Один на две школы", term="1-й год"),
    a_measure(id="m3", text="Построить стадион", term="1–3-й годы"),
)
RECORDS = (
    MeasureRecord("m1", 2027, Progress.DONE, "приказ № 4", on=date(2027, 9, 20)),
    MeasureRecord("m2", 2027, Progress.MOVED, note="нет педагога"),
)
JUNE = YearCheck(2027, CheckKind.JUNE, date(2028, 6, 18), "директор", "Нужен договор")
LINE = CorrectionLine(2027, "Открыть кружок", "2027 год", "2028 год", "нет педагога")
TARGET = Target("Кружки", "%", "40", ("50", "60"), reached=("45,5",))


def made(records=RECORDS, checks=(JUNE,), lines=(LINE,), **fields):
    execution = Execution(records=records, checks=checks, corrections=lines)
    programme = a_programme(
        deficits=(a_deficit(measures=MEASURES),),
        execution=execution,
        targets=(TARGET,),
        **fields.pop("programme", {}),
    )
    known = {"made_at": IN_SUMMER, **fields}
    return execution_report(a_material(programme=programme, **known))


def test_it_is_about_the_last_year_that_is_over_unless_told_otherwise():
    assert made().title == "Отчёт о реализации Программы развития за 2027 год"
    later = made(report_year=2029)
    assert later.title == "Отчёт о реализации Программы развития за 2029 год"
    assert headings(later.blocks) == [
        "1 Программа и её цель",
        "2 Выполнение мероприятий",
        "3 Показатели и уровни",
        "4 Причины и решения",
        "5 Корректировка Программы",
        "6 Выводы",
    ]


def test_goal_order_and_check_are_told():
    order = ApprovalRow(order=Approval(date(2026, 12, 20), "14"))
    said = [flat(text) for text in texts(made(programme={"approvals": order}).blocks)]
    assert any("утверждена приказом от 20.12.2026 № 14. Отчёт" in text for text in said)
    assert any(text.startswith("Цель Программы: к 2030 году") for text in said)
    checked = "Ход реализации проверен: итоговая проверка – 18 июня 2028 г. (директор)."
    assert checked in said


def test_done_and_left_are_counted_by_direction():
    shares, works = tables(made().blocks)[:2]
    assert cells(shares) == [
        ("Общие мероприятия", "1", "0", "0", "0", "0", "1"),
        ("Направление a", "2", "1", "50", "1", "0", "0"),
        ("Всего", "3", "1", "33", "1", "0", "1"),
    ]
    rows = cells(works)
    assert rows[0] == ("Общие мероприятия: 0 из 1 (0\u00a0%)",)
    assert rows[3][4:] == ("выполнено\n20.09.2027", "приказ № 4")
    assert rows[4][4:] == ("перенесено", "нет педагога")
    assert rows[5][4:] == ("не начато\nдо\u00a031.12.2029", "–")
    said = [flat(text) for text in texts(made().blocks)]
    assert (
        "Из запланированного на 2027 год выполнено 1 мероприятие из 3 (33 %). Ещё 1 "
        "мероприятие рассчитано на несколько лет и продолжается. Просрочено 1 "
        "мероприятие."
    ) in said


def test_planned_and_reached_stand_side_by_side():
    own, points = tables(made().blocks)[2:4]
    assert cells(own) == [
        ("1", "Кружки", "%", "50", "45,5", "не достигнуто, разница 4,5")
    ]
    assert all(row[3] == "–" for row in cells(points))
    found = score(a_material().form, BEST)
    with_found = made(found_in=MappingProxyType({2027: found}))
    points = tables(with_found.blocks)[3]
    assert cells(points)[-1][3].startswith(f"{found.total} из {found.maximum}")
    assert any("план по сумме баллов выполнен" in t for t in texts(with_found.blocks))


def test_reasons_decisions_and_conclusions_are_told():
    document = made()
    said = [flat(text) for text in texts(document.blocks)]
    assert "Открыть кружок – перенесено. Нет педагога." in said
    assert "Ещё по 1 мероприятию причина не указана" in " ".join(said)
    decided = tables(document.blocks)[4]
    assert cells(decided) == [
        ("1", "Открыть кружок", "2027 год", "2028 год", "нет педагога")
    ]
    assert said[-1] == "Нужен договор"
    assert said[-2] == (
        "Запланированное на 2027 год выполнено на 33 %. Невыполненное (2 мероприятия) "
        "взято на контроль в 2028 году."
    )


def test_a_year_without_marks_says_so():
    said = [flat(t) for t in texts(made(records=(), checks=(), lines=()).blocks)]
    assert (
        "На 2027 год запланировано 3 мероприятия. Ход их выполнения на день "
        "составления отчёта не отмечен."
    ) in said
    assert "По итогам 2027 года изменения в Программу не внесены." in said


def test_pdf_and_word_say_the_same(tmp_path):
    from shkola_desktop.report.pdf.render import render

    document = made()
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(render(document, FONTS))
    printed = flat(output("pdftotext", pdf, "-"))
    word = " ".join(word_texts(written(*document.blocks)))
    for text in ("ОТЧЁТ", "Построить стадион", "45,5", "Нужен договор", "нет педагога"):
        assert text in printed
        assert text in word

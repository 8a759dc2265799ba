"""«Лист самопроверки»: what is wrong, what is left, what the program keeps."""

from types import MappingProxyType

from shkola_desktop.domain.self_check.check import Checked, IgnoredFinding, check
from shkola_desktop.domain.self_check.finding import Finding, Severity
from shkola_desktop.report.document import RowKind
from shkola_desktop.report.self_check_sheet import self_check_sheet
from tests.support.checks import a_check
from tests.support.papers import cells, headings, tables, texts

NBSP = "\u00a0"


def a_finding(rule, place, severity, **facts):
    return Finding(rule, severity, place, MappingProxyType(facts))


NO_CAUSE = a_finding("L2", "deficit:03", Severity.ERROR, code="03")
NO_SITE = a_finding("C6", "school:site", Severity.WARN)
LONG = a_finding("F6", "pages", Severity.INFO, what="long", pages=90, limit=80)


def sheet(*findings, ignored=()):
    return self_check_sheet(Checked(findings, ignored), a_check().paper).blocks


def test_it_begins_with_what_was_checked_and_the_counts():
    said = [t.replace(NBSP, " ") for t in texts(sheet(NO_CAUSE, NO_SITE, LONG))]
    assert said == [
        "Лист самопроверки",
        "Программа развития на 2027–2030 годы",
        "МБОУ «Тихореченская основная общеобразовательная школа»",
        "Проверено 24 ноября 2026 г.: 1 ошибка, 1 предупреждение, 1 совет.",
        "Лист для рабочей группы, в состав Программы развития не входит.",
    ]


def test_findings_stand_by_severity_and_are_numbered_through():
    table = tables(sheet(NO_CAUSE, NO_SITE, LONG))[0]
    assert [column.title for column in table.columns] == [
        "№",
        "Правило",
        "Где",
        "Что не так",
        "Как исправить",
    ]
    assert [r.cells[0] for r in table.rows if r.kind is RowKind.SECTION] == [
        "Ошибки",
        "Предупреждения",
        "Советы",
    ]
    assert cells(table)[1] == (
        "1",
        "L2 У дефицита есть причина",
        "Дефицит 03",
        "У дефицита 03 нет ни одной причины.",
        "Возьмите причину из списка или напишите свою: почему так получилось.",
    )
    assert [row[0] for row in cells(table) if len(row) > 1] == ["1", "2", "3"]


def test_what_is_left_as_it_is_stands_apart_with_the_reason():
    left = IgnoredFinding(NO_SITE, "сайт переезжает")
    blocks = sheet(NO_CAUSE, ignored=(left,))
    assert headings(blocks) == ["Замечания", "Оставлено так", "Соблюдается программой"]
    assert cells(tables(blocks)[1]) == [
        (
            "1",
            "C6 Указан сайт школы",
            "Данные школы: сайт",
            "Не указан сайт школы.",
            "сайт переезжает",
        )
    ]
    assert f"1{NBSP}замечание оставлено." in texts(blocks)[3]


def test_without_findings_it_says_so_and_what_the_program_keeps():
    blocks = self_check_sheet(check(a_check()), a_check().paper).blocks
    assert headings(blocks) == ["Соблюдается программой"]
    assert "Замечаний нет." in texts(blocks)
    assert [row[0] for row in cells(tables(blocks)[0])] == [
        "F1 Оглавление",
        "F5 Таблицы",
        "F8 Файл",
    ]

"""«Перенос ответов»: from a workbook or a printout, looked at, decided, undone."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QRadioButton

from shkola_desktop.app import answering, diagnosing, editions
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.diagnosis.page import DiagnosisPage
from tests.support import printouts as printed

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "Обеспеченность учебниками и учебными пособиями"


@pytest.fixture
def carry(school_desk):
    """The school's wizard with «Перенос ответов» open, nothing answered."""
    school_desk.go(Screen.DIAGNOSIS)
    school_desk.press("carry")
    return school_desk


def options(desk, year=0):
    known = diagnosing.diagnoses_of(desk.workspace)
    wanted = year or max(one.year for one in known)
    return next(dict(one.options) for one in known if one.year == wanted)


def year(desk):
    return desk.workspace.clock.now().astimezone().year


def the_form(desk):
    diagnosis = diagnosing.diagnoses_of(desk.workspace)[0]
    return editions.form_of(diagnosis, desk.workspace)


def a_table(desk, tmp_path, **cells):
    """Save the form as a workbook, type into it, and read it."""
    path = tmp_path / "ответы.xlsx"
    desk.dialogs.target = path
    desk.press("save-table")
    book = load_workbook(path)
    for place, words in cells.items():
        book["Знание"][place] = words
    book.save(path)
    desk.dialogs.files = (path,)
    desk.press("read-table")


def a_printout(desk, tmp_path, *rows, lines=(), name="итог.html"):
    path = tmp_path / name
    path.write_text(printed.as_html(lines, rows), "utf-8")
    desk.dialogs.files = (path,)
    desk.press("read-printout")


def test_a_table_is_saved_filled_in_read_and_taken_over(carry, tmp_path):
    a_table(carry, tmp_path, E4="обучающиеся не участвуют – 0 баллов", F5="Приказ № 7")
    words = carry.words()
    assert "Файл: ответы.xlsx" in words
    assert "После переноса: 0\xa0баллов из 199" in words
    (first, second) = carry.lines("carry-new")
    assert first.endswith("\nобучающиеся не участвуют – 0\xa0баллов")
    assert second.endswith("\nкомментарий: Приказ № 7")
    assert options(carry) == {}
    carry.press("carry-over")
    assert "Перенесено: 2\xa0ответа" in carry.words()
    assert options(carry) == {"zn.1.1": "o0"}
    carry.press("undo-carry")
    assert "Перенос отменён" in carry.words()
    assert options(carry) == {}


def test_undo_of_the_wizard_takes_the_whole_table_back_at_once(carry, tmp_path):
    a_table(carry, tmp_path, E4="2", E5="1")
    carry.press("carry-over")
    carry.press("back-from-carry")
    assert options(carry) == {"zn.1.1": "o2", "zn.1.2": "o1"}
    carry.press("undo")
    assert options(carry) == {}
    carry.press("redo")
    assert options(carry) == {"zn.1.1": "o2", "zn.1.2": "o1"}


def test_an_answer_that_changes_shows_both_values(carry, tmp_path):
    diagnosis = diagnosing.diagnoses_of(carry.workspace)[0].id
    answering.answer(diagnosis, "zn.1.2", "o0", carry.workspace)
    a_table(carry, tmp_path, E5="1")
    (line,) = carry.lines("carry-changed")
    assert "\nбыло: не все учителя работают по программам не ниже ФРП – 0" in line
    assert "\nстанет: 100 % учителей" in line


def test_faults_are_told_by_cell_and_stop_the_whole_table(carry, tmp_path):
    a_table(carry, tmp_path, E4="=1+1", E5="как-нибудь", E6="1")
    first, second = carry.lines("carry-faults")
    assert first.startswith("Знание, E4: в ячейке формула.")
    assert second.startswith("Знание, E5: нет значения «как-нибудь»; возможны: ")
    assert not carry.enabled("carry-over")
    assert options(carry) == {}


def test_a_table_without_new_answers_says_so(carry, tmp_path):
    a_table(carry, tmp_path)
    assert "Переносить нечего" in carry.words()
    assert not carry.enabled("carry-over")


def test_a_file_that_is_none_says_why_and_the_ways_stay(carry, tmp_path):
    path = tmp_path / "старый.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100)
    carry.dialogs.files = (path,)
    carry.press("read-table")
    assert "это таблица старого вида (.xls)" in carry.words()
    assert carry.enabled("read-table")


def test_a_doubtful_row_waits_for_the_person(carry, tmp_path):
    rows = (
        ("1", NAME, "учебниками обеспечено в полном объёме", "2"),
        ("2", "Погода", "да", "1"),
    )
    a_printout(carry, tmp_path, *rows, lines=("Сумма баллов за весь тест: 2",))
    words = carry.words()
    assert "Текст значения и баллы говорят о разном." in words
    assert "В распечатке 2\xa0балла, по узнанным ответам – 0." in words
    assert carry.lines("carry-unknown") == [
        "2 Погода: да – 1\xa0балл\nтакого показателя в форме нет"
    ]
    assert carry.the(QRadioButton, "doubt-0-none").isChecked()
    assert not carry.enabled("carry-over")
    carry.the(QRadioButton, "doubt-0-1").click()
    carry.draw()
    assert "по узнанным ответам" not in carry.words()
    carry.press("carry-over")
    assert options(carry) == {"zn.1.3": "o2"}


def test_arrows_choose_among_the_answers_of_a_doubtful_row(carry, tmp_path):
    a_printout(carry, tmp_path, ("1", NAME, "всем хватает", "9"))
    carry.the(QRadioButton, "doubt-0-none").setFocus()
    carry.key(Qt.Key.Key_Up)
    assert carry.the(QRadioButton, "doubt-0-2").isChecked()
    assert "2\xa0балла" in carry.lines("carry-new")[0]


def test_two_rows_given_to_one_indicator_clash(carry, tmp_path):
    rows = (("1", NAME, "", "1"), ("2", NAME, "", "2"))
    a_printout(carry, tmp_path, *rows)
    for number in (0, 1):
        carry.the(QRadioButton, f"doubt-{number}-0").click()
    carry.draw()
    assert "Показателю zn.1.3" in carry.words()
    assert not carry.enabled("carry-over")
    carry.the(QRadioButton, "doubt-1-none").click()
    carry.draw()
    assert carry.enabled("carry-over")


def test_a_result_of_last_year_gets_a_year_of_its_own_and_is_finished(carry, tmp_path):
    last = year(carry) - 1
    form = the_form(carry)
    best = {i.code: i.options[-1].id for i in form.indicators}
    lines, rows = printed.printed(form, best)
    a_printout(carry, tmp_path, *rows, lines=lines)
    carry.pick("carry-year", str(last))
    carry.press("carry-over")
    assert f"самодиагностика {last} года" in carry.words()
    assert options(carry) == {}
    assert options(carry, last) == best
    carry.press("finish-carried")
    assert f"Самодиагностика {last} года завершена." in carry.words()
    carry.press("back-from-carry")
    carry.go(Screen.DIAGNOSIS, "zn.1.1")
    assert "есть победители/призёры всероссийского уровня" in carry.words()


def test_a_completed_year_takes_nothing_and_says_what_to_do(demo_desk, tmp_path):
    demo_desk.go(Screen.DIAGNOSIS)
    demo_desk.press("carry")
    a_printout(demo_desk, tmp_path, ("1", NAME, "", "2"))
    assert "завершена, ответы в ней не меняются." in demo_desk.words()
    assert not demo_desk.enabled("carry-over")
    box = demo_desk.the(QComboBox, "carry-year")
    assert box.currentText().endswith("завершена")


def test_a_file_dropped_on_the_page_is_read(carry, tmp_path):
    path = tmp_path / "итог.html"
    path.write_text(printed.as_html([], [("1", NAME, "", "2")]), "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    page = carry.all(DiagnosisPage)[0]
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), *given, Qt.KeyboardModifier(0))
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(QPointF(9, 9), *given, Qt.KeyboardModifier(0)))
    carry.draw()
    assert "Файл: итог.html" in carry.words()
    assert len(carry.lines("carry-new")) == 1


def test_a_saved_table_says_where_it_is(carry, tmp_path):
    carry.dialogs.target = tmp_path / "без окончания"
    carry.press("save-table")
    assert (tmp_path / "без окончания.xlsx").is_file()
    assert "Сохранено:" in carry.words()


def test_giving_up_in_the_dialog_changes_nothing(carry):
    for name in ("read-table", "read-printout", "save-table"):
        carry.press(name)
        assert "Таблица Excel" in carry.words()


def test_reading_can_be_stopped(carry, tmp_path):
    shown = carry.window._presenters[Screen.DIAGNOSIS].carry
    path = tmp_path / "a.pdf"
    form = the_form(carry)
    path.write_bytes(printed.as_pdf(*printed.printed(form, {})))
    runner = shown._context.runner
    run = runner.run

    def stopped(task, done, failed):
        shown.page.stop_wanted.emit()
        run(task, done, failed)

    carry.dialogs.files = (path,)
    runner.run = stopped
    try:
        carry.press("read-printout")
    finally:
        runner.run = run
    assert "Чтение остановлено, ничего не изменено." in carry.words()
    assert not carry.all(QListWidget, "carry-new")


def test_another_file_begins_anew(carry, tmp_path):
    a_printout(carry, tmp_path, ("1", NAME, "", "9"), ("2", NAME, "", "2"))
    carry.press("other-file")
    assert carry.enabled("read-table")
    for name in ("carry-new", "carry-unknown", "doubt-0-none", "carry-over"):
        assert not carry.shows(name)

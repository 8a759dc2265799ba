"""«Проверка»: a district goes through what a school handed in, and decides."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPlainTextEdit, QPushButton

from shkola_desktop.app.campaign import campaign
from shkola_desktop.bootstrap import DATABASE, KEYS, Program
from shkola_desktop.domain.review import Standing, threads
from shkola_desktop.ui.context import Screen
from tests.support.reviewed_district import fill_district

BEREZOVSKAYA = "70/7012/701201"
KEDROVSKAYA = "70/7012/701206"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="session")
def district_folder(tmp_path_factory) -> Path:
    """A district with twelve schools; only read it."""
    folder, program = tmp_path_factory.mktemp("district"), Program()
    with program.workspace(folder) as workspace:
        fill_district(program, tmp_path_factory.mktemp("of-it"), workspace)
    return folder


@pytest.fixture
def review(desk, district_folder):
    """The list of schools to review."""
    desk.folder.mkdir()
    shutil.copy(district_folder / DATABASE, desk.folder)
    shutil.copytree(district_folder / KEYS, desk.folder / KEYS)
    return desk.open().go(Screen.REVIEW)


@pytest.fixture
def school(review):
    """A school that handed in and was not decided about."""
    return review.go(Screen.REVIEW, KEDROVSKAYA)


def standing(desk, code="701206"):
    found = {s.school.code: s.standing for s in campaign(desk.workspace).schools}
    return found[code]


def entries(desk, school=KEDROVSKAYA):
    with desk.workspace.open_reading() as work:
        return work.reviews.entries(school)


def show(desk, words):
    desk.pick("review-filter", words)


def codes(desk):
    """The numbers of the indicators on the screen."""
    from shkola_desktop.ui.review.reviewed_card import ReviewedCard

    return [card.indicator.code for card in desk.all(ReviewedCard)]


def test_schools_that_handed_in_stand_first(review):
    lines = review.lines("schools-to-review")
    assert len(lines) == 12
    assert lines[0].startswith("Большеярская СОШ")
    assert "сдана" in lines[0]
    assert "2\u00a0открытых замечания · школа ответила: 1" in "\n".join(lines)
    assert lines[-1].endswith("не начата")


def test_a_school_is_found_by_words_and_by_what_is_to_do(review):
    review.type("review-search", "кедров 2")
    assert [line.split("\n")[0] for line in review.lines("schools-to-review")] == [
        "Кедровская СОШ № 2"
    ]
    review.type("review-search", "нет такой")
    assert "Таких школ нет" in review.words()
    review.type("review-search", "")
    review.pick("review-state", "принята")
    assert len(review.lines("schools-to-review")) == 2
    review.pick("review-state", "Ждут вашего шага")
    assert len(review.lines("schools-to-review")) == 9


def test_a_school_is_opened_by_the_keyboard(review):
    assert review.focus.objectName() == "schools-to-review"
    review.key(Qt.Key.Key_Return)
    assert "Большеярская СОШ" in review.words()
    assert codes(review)[0] == "zn.1.1"


def test_a_school_that_handed_nothing_in_says_so(review):
    review.go(Screen.REVIEW, "70/7012/701212")
    assert "ещё ничего не сдала" in review.words()


def test_an_indicator_shows_answer_last_year_and_proof(school):
    words = school.words()
    assert "2\u00a0балла из 3" in words
    year = school.workspace.clock.now().year
    assert f"В {year - 1} году:" in words
    assert "Комментарий:" in words


def test_a_remark_is_written_without_the_mouse(school):
    school.key(Qt.Key.Key_Down)
    assert "zn.1.2" in school.focus.accessibleName()
    school.key(Qt.Key.Key_Return)
    school.write("Нет листа сверки.")
    school.key(Qt.Key.Key_Return, CONTROL)
    school.draw()
    (entry,) = entries(school)
    assert (entry.place, entry.text) == ("zn.1.2", "Нет листа сверки.")
    assert "Нет листа сверки." in school.words()
    assert "zn.1.2" in school.focus.accessibleName()
    assert school.saved().startswith("Сохранено")


def test_escape_drops_the_line_and_empty_words_keep_nothing(school):
    school.press("at-zn.1.1-remark")
    school.write("Не то")
    school.key(Qt.Key.Key_Escape)
    assert not school.shows("at-zn.1.1-line-text")
    school.press("at-zn.1.1-remark")
    school.press("at-zn.1.1-line-give")
    assert entries(school) == ()


def test_words_that_are_being_typed_wait_for_the_person_to_come_back(school):
    school.press("at-zn.1.1-remark")
    school.write("Недописанное")
    school.choose("review-places-list", 1)
    assert codes(school)[0] != "zn.1.1"
    school.choose("review-places-list", 0)
    assert school.the(QPlainTextEdit, "at-zn.1.1-line-text").toPlainText() == (
        "Недописанное"
    )


def test_a_closed_remark_folds_and_is_opened_again(school):
    school.press("at-zn.1.1-remark")
    school.write("Нет приказа.")
    school.key(Qt.Key.Key_Return, CONTROL)
    school.draw()
    remark = entries(school)[0].id
    school.press(f"resolved-{remark}")
    assert "Нет приказа." not in school.words()
    school.press("at-zn.1.1-closed")
    assert "Нет приказа." in school.words()
    school.press(f"reopened-{remark}")
    (thread,) = threads(entries(school))
    assert thread.open


def test_a_remark_of_ones_own_is_taken_back(school):
    school.press("at-zn.1.1-remark")
    school.write("Ошибся.")
    school.key(Qt.Key.Key_Return, CONTROL)
    school.draw()
    school.press(f"withdrawn-{entries(school)[0].id}")
    assert "Ошибся." not in school.words()


def test_filters_show_what_is_asked_for(review):
    desk = review.go(Screen.REVIEW, BEREZOVSKAYA)
    show(desk, "С замечаниями")
    assert codes(desk) == ["kl.1.1", "kl.1.2"]
    show(desk, "Критические")
    assert len(codes(desk)) >= 1
    assert all(label.text() for label in desk.all(QLabel))
    show(desk, "Ноль баллов")
    assert codes(desk)
    show(desk, "Изменены")
    assert "Это первая сдача школы" in desk.words()
    show(desk, "Без ответа")
    assert codes(desk) == []


def test_f_goes_to_the_filter(school):
    school.key(Qt.Key.Key_F)
    assert isinstance(school.focus, QComboBox)
    assert school.focus.objectName() == "review-filter"


def test_pages_turn_to_the_programme_and_the_history(school):
    for _ in range(8):
        school.key(Qt.Key.Key_PageDown)
        school.draw()
    assert "Паспорт и основное" in school.words()
    school.press("in-roadmap-remark")
    school.write("Нет сроков.")
    school.key(Qt.Key.Key_Return, CONTROL)
    school.draw()
    assert entries(school)[0].place == "roadmap"
    school.choose("review-places-list", 10)
    assert "Сдача № 1" in school.words()
    assert "Программа, раздел «Дорожная карта»" in school.words()


def test_accepting_and_taking_it_back_is_one_step_each(school):
    school.press("accept")
    assert standing(school) is Standing.ACCEPTED
    assert "Район, И. С. Лаптева" not in school.words()
    assert "Район принял." in school.words()
    school.press("undo-decision")
    assert standing(school) is Standing.HANDED_IN
    assert not school.shows("undo-decision")


def test_a_return_asks_what_is_to_be_put_right(school):
    school.press("return")
    school.press("return-give")
    assert "Не сказано, что поправить" in school.words()
    school.the(QPlainTextEdit, "return-text").setFocus()
    school.write("Приложите протоколы.")
    school.key(Qt.Key.Key_Return, CONTROL)
    school.draw()
    assert standing(school) is Standing.RETURNED
    assert "Район вернул на доработку: Приложите протоколы." in school.words()
    assert not school.shows("return-text")


def test_the_package_is_written_and_said_so(school, tmp_path):
    school.press("accept")
    assert "Ещё не записано в пакет." in school.words()
    school.press("write-review")
    stick = tmp_path / "stick"
    stick.mkdir()
    school.dialogs.place = stick
    school.press("review-folder")
    school.press("review-write")
    assert [path.suffix for path in stick.iterdir()] == [".shkola"]
    assert "Записано и проверено: 1\u00a0пакет." in school.words()
    assert "ещё раз" in school.the(QPushButton, "write-review").text()


def test_packages_for_all_schools_are_written_at_once(review, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    review.press("write-reviews")
    review.dialogs.place = stick
    review.press("review-folder")
    review.press("review-write")
    assert len(list(stick.iterdir())) == 3
    assert not review.shows("write-reviews")


def test_what_a_computer_would_run_is_saved_and_not_opened(review, tmp_path):
    from dataclasses import replace

    with review.workspace.open_work() as work:
        diagnosis = work.diagnoses.get("d-6")
        code = next(c for c, a in diagnosis.answers.items() if a.evidence)
        answer = diagnosis.answers[code]
        file = replace(answer.evidence[0], name="приказ.pdf.exe")
        changed = replace(answer, evidence=(file,), version="v-exe")
        work.diagnoses.put_answer("d-6", code, changed)
        work.commit()
    desk = review.go(Screen.REVIEW, KEDROVSKAYA)
    desk.dialogs.target = tmp_path / "saved.exe"
    for _ in range(8):
        if code not in codes(desk):
            desk.key(Qt.Key.Key_PageDown)
            desk.draw()
    desk.press("open-evidence")
    assert desk.dialogs.asked == ["приказ.pdf.exe"]
    assert (tmp_path / "saved.exe").read_bytes().startswith(b"%PDF")


def test_the_overview_leads_to_the_schools_of_a_standing(review):
    desk = review.go(Screen.CAMPAIGN)
    desk.press("standing-accepted")
    assert len(desk.lines("schools-to-review")) == 2


def test_threads_are_framed_so_that_they_are_told_apart(review):
    desk = review.go(Screen.REVIEW, BEREZOVSKAYA)
    show(desk, "С замечаниями")
    frames = [f for f in desk.all(QFrame) if f.property("tone") == "warning"]
    assert [f.accessibleName() for f in frames] == [
        "Замечание, школа ответила",
        "Замечание, ждёт ответа школы",
    ]


def test_the_sheet_of_remarks_is_saved_for_paper_and_for_word(review, tmp_path):
    desk = review.go(Screen.REVIEW, BEREZOVSKAYA)
    for name, head in (("лист.pdf", b"%PDF"), ("лист.docx", b"PK")):
        desk.dialogs.target = tmp_path / name
        desk.press("remarks-sheet")
        assert (tmp_path / name).read_bytes().startswith(head)
    assert "Лист замечаний сохранён" in desk.words()

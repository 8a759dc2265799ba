"""The wizard: answers, filters, search, undo, check, finish, reopen."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget

from shkola_desktop.app import diagnosing
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.widgets.indicator_card import IndicatorCard

Key = Qt.Key
offscreen = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The list of suggestions asks the platform for what it has no windows for."""
CTRL = Qt.KeyboardModifier.ControlModifier


def kept(desk):
    """Return the newest diagnosis as the closed file has it."""
    desk.close()
    with desk.program.workspace(desk.folder) as workspace:
        return diagnosing.diagnoses_of(workspace)[0]


def here(desk):
    """Return the code of the card that has the keyboard."""
    assert isinstance(desk.focus, IndicatorCard), desk.focus
    return desk.focus.indicator.code


def cards(desk):
    return [card.indicator.code for card in desk.all(IndicatorCard)]


def taken(desk, code):
    """Return the number of the option that a card shows as taken, None for none."""
    card = next(c for c in desk.all(IndicatorCard) if c.indicator.code == code)
    shown = [row.chosen for row in card._rows]
    return shown.index(True) + 1 if True in shown else None


@pytest.fixture
def wizard(school_desk):
    return school_desk.go(Screen.DIAGNOSIS)


@pytest.fixture
def full(draft_desk):
    return draft_desk.go(Screen.DIAGNOSIS, "zn.1.1")


def test_the_keyboard_stands_at_the_first_unanswered_indicator(wizard):
    assert here(wizard) == "zn.1.1"


def test_a_digit_answers_and_the_answer_is_kept_at_once(wizard):
    wizard.key("3")
    assert taken(wizard, "zn.1.1") == 3
    assert wizard.saved().startswith("Сохранено в ")
    assert kept(wizard).options == {"zn.1.1": "o2"}


def test_a_digit_without_an_option_changes_nothing(wizard):
    wizard.key("9")
    assert taken(wizard, "zn.1.1") is None
    assert kept(wizard).options == {}


def test_delete_takes_an_answer_back(wizard):
    wizard.key("2")
    wizard.key(Key.Key_Delete)
    assert taken(wizard, "zn.1.1") is None
    assert kept(wizard).options == {}


def test_arrows_move_between_indicators_and_on_to_the_next_page(wizard):
    wizard.key(Key.Key_Down)
    assert here(wizard) == "zn.1.2"
    wizard.key(Key.Key_Up)
    assert here(wizard) == "zn.1.1"
    for _ in range(5):
        wizard.key(Key.Key_Down)
    assert wizard.focus.objectName() == "next"
    wizard.key(Key.Key_Space)
    wizard.draw()
    assert here(wizard) == "zn.2.1"


def test_a_click_beside_the_radio_button_answers(wizard, qtbot):
    row = wizard.all(IndicatorCard)[1]._rows[1]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert taken(wizard, "zn.1.2") == 2
    assert kept(wizard).options == {"zn.1.2": "o1"}


def test_points_and_what_is_left_follow_every_answer(wizard):
    assert wizard.the(QLabel, "total-score").text().endswith("Осталось ответить: 111")
    wizard.key("4")
    assert wizard.the(QLabel, "direction-score").text().startswith("Знание: 3 из 44")
    assert wizard.the(QLabel, "total-score").text().startswith("Всего: 3 из 199")
    assert wizard.the(QLabel, "total-score").text().endswith("Осталось ответить: 110")
    assert wizard.lines("criteria")[:2] == [
        "Знание\n1 из 24",
        "Образовательный процесс (1/5)",
    ]


def test_undo_and_redo_go_across_pages(wizard):
    wizard.key("2")
    wizard.key(Key.Key_PageDown)
    wizard.draw()
    wizard.key("2")
    wizard.key("Z", CTRL)
    wizard.draw()
    assert (here(wizard), taken(wizard, "zn.2.1")) == ("zn.2.1", None)
    wizard.key("Z", CTRL)
    wizard.draw()
    assert (here(wizard), taken(wizard, "zn.1.1")) == ("zn.1.1", None)
    assert not wizard.enabled("undo")
    wizard.key("Y", CTRL)
    wizard.draw()
    assert taken(wizard, "zn.1.1") == 2
    wizard.key("Y", CTRL)
    wizard.draw()
    assert (here(wizard), taken(wizard, "zn.2.1")) == ("zn.2.1", 2)
    assert not wizard.enabled("redo")
    assert kept(wizard).options == {"zn.1.1": "o1", "zn.2.1": "o1"}


def test_undo_brings_a_comment_back(wizard):
    wizard.press("details")
    wizard.write("папка 3")
    wizard.key(Key.Key_PageDown)
    wizard.press("undo")
    assert kept(wizard).answers["zn.1.1"].comment == ""


def test_the_filter_shows_only_what_is_unanswered(wizard):
    wizard.key("2")
    wizard.pick("filter", "Без ответа")
    assert cards(wizard) == ["zn.1.2", "zn.1.3", "zn.1.4", "zn.1.5"]


def test_the_filter_shows_only_what_is_critical(wizard):
    wizard.pick("filter", "Критические")
    assert cards(wizard) == ["zn.1.2"]
    wizard.pick("filter", "Все показатели")
    assert len(cards(wizard)) == 5


def test_a_page_that_the_filter_empties_says_so(full):
    full.pick("filter", "Без ответа")
    assert cards(full) == []
    assert "На этой странице на всё есть ответ." in full.words()


@offscreen
def test_search_finds_by_number(wizard):
    wizard.key("F", CTRL)
    wizard.write("sr.4.1")
    wizard.key(Key.Key_Return)
    wizard.draw()
    assert here(wizard) == "sr.4.1"
    assert "страница 20 из 20" in wizard.words()


@offscreen
def test_search_finds_by_words(wizard):
    wizard.key("F", CTRL)
    wizard.write("педагога-психолога наличие")
    wizard.key(Key.Key_Return)
    wizard.draw()
    assert here(wizard) == "kl.1.1"


@offscreen
def test_search_says_when_it_finds_nothing(wizard):
    wizard.key("F", CTRL)
    wizard.write("синхрофазотрон")
    wizard.key(Key.Key_Return)
    assert "Показатель по словам «синхрофазотрон» не найден." in wizard.words()


def test_a_criterion_of_the_side_list_opens(wizard):
    wizard.choose("criteria", 2)
    assert here(wizard) == "zn.2.1"


def test_the_check_lists_what_is_left_and_jumps_to_it(wizard):
    wizard.key("2")
    wizard.key(Key.Key_F7)
    wizard.draw()
    found = wizard.lines("findings")
    assert len(found) == 111  # 110 without an answer, one without a proof
    assert found[0].startswith("zn.1.2 ")
    assert found[0].endswith(": нет ответа")
    assert found[-1].endswith("нет ни комментария, ни файла-подтверждения")
    assert not wizard.enabled("finish")
    wizard.choose("findings", 7)
    assert here(wizard) == "zn.2.4"


def test_a_finding_opens_from_the_keyboard(wizard):
    wizard.key(Key.Key_F7)
    wizard.draw()
    found = wizard.the(QListWidget, "findings")
    found.setFocus()
    wizard.key(Key.Key_Down)
    wizard.key(Key.Key_Return)
    wizard.draw()
    assert here(wizard) == "zn.1.2"


def test_the_last_page_leads_to_the_check(wizard):
    wizard.go(Screen.DIAGNOSIS, "sr.4.1")
    wizard.press("next")
    assert "Проверка и завершение" in wizard.words()


def test_ctrl_enter_goes_to_what_is_unanswered(wizard):
    wizard.key("2")
    wizard.key(Key.Key_Return, CTRL)
    assert here(wizard) == "zn.1.2"


def test_a_critical_zero_says_what_it_does(full):
    full.go(Screen.DIAGNOSIS, "kl.1.1")
    assert taken(full, "kl.1.1") == 1
    assert "обнуляет всё направление" in full.words()
    score = full.the(QLabel, "direction-score").text()
    assert score.startswith("Школьный климат: 0 из 15. Обнулено показателем kl.1.1")
    full.key("3")
    score = full.the(QLabel, "direction-score").text()
    assert score.startswith("Школьный климат: 14 из 15, уровень")
    assert "обнуляет всё направление" not in full.words()


def test_last_years_answer_stands_beside_this_years(full):
    year = full.workspace.clock.now().astimezone().year - 1
    assert f"В {year} году: " in full.words()


def test_a_comment_is_kept_when_the_cursor_leaves(wizard):
    wizard.press("details")
    wizard.write("Приказ № 7, папка 3")
    wizard.key(Key.Key_Tab)
    assert (
        "Комментарий и файлы (есть)"
        in wizard.the(IndicatorCard, "card")._details_button.text()
    )
    assert kept(wizard).answers["zn.1.1"].comment == "Приказ № 7, папка 3"


def test_a_comment_that_is_being_typed_survives_closing(wizard):
    wizard.press("details")
    wizard.write("не дописа")
    assert kept(wizard).answers["zn.1.1"].comment == "не дописа"


def test_a_comment_that_is_being_typed_survives_a_jump_to_another_page(wizard):
    wizard.press("details")
    wizard.write("не дописа")
    wizard.go(Screen.DIAGNOSIS, "vs.1.3")
    assert here(wizard) == "vs.1.3"
    assert kept(wizard).answers["zn.1.1"].comment == "не дописа"


def test_a_file_is_attached_and_taken_away(wizard, tmp_path):
    proof = tmp_path / "приказ.pdf"
    proof.write_bytes(b"%PDF-")
    wizard.dialogs.files = (proof,)
    wizard.press("details")
    wizard.press("attach")
    assert "приказ.pdf (5\xa0Б)" in wizard.words()
    wizard.press("detach-приказ.pdf")
    assert "приказ.pdf" not in wizard.words()
    assert kept(wizard).answers["zn.1.1"].evidence == ()


def test_a_file_that_is_not_there_says_so_on_the_page(wizard, tmp_path):
    wizard.dialogs.files = (tmp_path / "нет.pdf",)
    wizard.press("details")
    wizard.press("attach")
    assert "Файл прочитать не удалось" in wizard.words()


def test_of_several_files_the_good_ones_are_kept_and_the_bad_one_is_named(
    wizard, tmp_path
):
    good, heavy, empty = (tmp_path / name for name in ("а.jpg", "б.jpg", "в.jpg"))
    good.write_bytes(b"scan")
    heavy.touch()
    os.truncate(heavy, 50 * 1024 * 1024)
    empty.touch()
    wizard.dialogs.files = (heavy, empty, good)
    wizard.press("details")
    wizard.write("Снимки с урока")
    wizard.press("attach")
    assert "Файл «б.jpg» не приложен: 50\xa0МБ больше, чем 20\xa0МБ." in (
        wizard.words()
    )
    assert "Файл «в.jpg» не приложен: он пустой." in wizard.words()
    answer = kept(wizard).answers["zn.1.1"]
    assert [file.name for file in answer.evidence] == ["а.jpg"]
    assert answer.comment == "Снимки с урока"


def test_finishing_freezes_and_shows_the_result(full):
    full.key(Key.Key_F7)
    full.draw()
    assert "На все показатели есть ответ." in full.words()
    full.press("finish")
    assert full.window.screen_shown is Screen.RESULT
    full.go(Screen.DIAGNOSIS, "zn.1.1")
    assert taken(full, "zn.1.1") == 3
    full.key("1")
    assert taken(full, "zn.1.1") == 3
    assert "Самодиагностика завершена, ответы не меняются." in full.words()
    done = kept(full)
    assert done.status.value == "completed"
    assert done.options["zn.1.1"] == "o2"


def test_reopening_asks_for_a_reason_and_keeps_it(demo_desk):
    demo_desk.go(Screen.DIAGNOSIS)
    demo_desk.key(Key.Key_F7)
    demo_desk.draw()
    assert "Самодиагностика завершена" in demo_desk.words()
    demo_desk.press("reopen")
    assert "Причина не указана." in demo_desk.words()
    demo_desk.type("reason", "ошибка в показателе")
    demo_desk.press("reopen")
    demo_desk.go(Screen.DIAGNOSIS, "zn.1.1")
    demo_desk.key("1")
    assert taken(demo_desk, "zn.1.1") == 1
    with demo_desk.workspace.open_work() as work:
        reasons = [action.reason for action in work.actions.list()]
    assert "ошибка в показателе" in reasons
    assert kept(demo_desk).status.value == "draft"


def test_the_place_is_the_same_after_closing(wizard):
    wizard.go(Screen.DIAGNOSIS, "vs.1.3")
    assert here(wizard) == "vs.1.3"
    wizard.close()
    wizard.open().go(Screen.DIAGNOSIS)
    assert here(wizard) == "vs.1.3"

"""«Тексты»: prepared sentences in own words, and what becomes of them with the data."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
)

from shkola_desktop.app import planning
from shkola_desktop.app.material import gather
from shkola_desktop.report.programme.draft import programme as document
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.programme.texts.card import WordingCard
from tests.support.papers import texts

KEY = "results.opening"
OWN = "Поднимем всё, что наметили."
BLOCKS = ("text-was", "text-now", "text-own")
TEXTS = "9. Тексты"


@pytest.fixture
def desk(demo_desk):
    return demo_desk.go(Screen.PROGRAMME, f"text:{KEY}")


def card(desk, key=KEY):
    """Return the card of a text, None where it is not shown."""
    found = [known for known in desk.all(WordingCard) if known.key == key]
    return found[0] if found else None


def said(desk, key=KEY):
    """Return what the card's blocks say now, by their names."""
    labels = card(desk, key).findChildren(QLabel)
    shown = {known.objectName(): known.text() for known in labels if known.isVisible()}
    return {name: shown[name] for name in BLOCKS if name in shown}


def place(desk, key):
    """Return where a card stands in the window."""
    return card(desk, key).mapTo(desk.window, QPoint(0, 0))


def words(desk, key=KEY):
    labels = card(desk, key).findChildren(QLabel)
    return [known.text() for known in labels if known.isVisible()]


def buttons(desk, key=KEY):
    found = card(desk, key).findChildren(QPushButton)
    return {known.objectName(): known for known in found if known.isVisible()}


def click(desk, name, key=KEY):
    buttons(desk, key)[name].click()
    desk.draw()


def editor(desk, key=KEY):
    return card(desk, key).findChild(QPlainTextEdit, "text-editor")


def reword(desk, text=OWN, key=KEY):
    click(desk, "edit-text", key)
    editor(desk, key).selectAll()
    desk.write(text)
    desk.key(Qt.Key.Key_Tab)
    desk.draw()


def later(desk):
    """Change the data behind the text: a longer period."""
    known = planning.programme_of(desk.workspace)
    longer = replace(known, last_year=known.last_year + 1)
    planning.save(longer, desk.workspace)
    desk.go(Screen.HOME)
    desk.go(Screen.PROGRAMME, f"text:{KEY}")
    desk.draw()
    return longer.last_year


def own_texts(desk):
    kept = planning.programme_of(desk.workspace).own_texts
    return {text.key: text for text in kept}


def printed(desk):
    return texts(document(gather(desk.workspace)).blocks)


def state(desk):
    """Return what the side list says of the texts."""
    (line,) = [x for x in desk.lines("programme-parts") if x.startswith(TEXTS)]
    return line.partition("\n")[2]


def test_every_prepared_text_stands_under_its_section(desk):
    keys = [known.key for known in desk.all(WordingCard)]
    assert keys[0] == "passport.control"
    assert keys[-1] == "roadmap.opening"
    assert "8 Дорожная карта реализации Программы развития" in desk.words()
    prepared = said(desk)["text-now"]
    assert prepared in printed(desk)
    assert "свой текст" not in words(desk)
    assert state(desk) == "предложенные"


def test_a_place_of_the_self_check_leads_to_the_card(desk):
    desk.go(Screen.PROGRAMME, "section:passport")
    desk.go(Screen.PROGRAMME, "text:roadmap.opening")
    assert card(desk, "roadmap.opening").isAncestorOf(desk.focus)
    desk.go(Screen.PROGRAMME, "text:nothing.known")
    assert card(desk) is not None


def test_an_edited_text_is_kept_when_the_keyboard_leaves_and_is_printed(desk):
    prepared = said(desk)["text-now"]
    click(desk, "edit-text")
    assert editor(desk).toPlainText() == prepared
    editor(desk).selectAll()
    desk.write(OWN)
    desk.key(Qt.Key.Key_Tab)
    assert own_texts(desk)[KEY].text == OWN
    assert own_texts(desk)[KEY].made_from == prepared
    assert OWN in printed(desk)
    assert prepared not in printed(desk)
    assert desk.focus is buttons(desk)["close-text"]
    desk.press("close-text")
    assert said(desk) == {"text-now": prepared, "text-own": OWN}
    assert "свой текст" in words(desk)
    assert state(desk) == "свои: 1"


def test_words_that_are_being_typed_survive_closing(desk):
    click(desk, "edit-text")
    editor(desk).selectAll()
    desk.write("Не дописа")
    desk.close()
    with desk.program.workspace(desk.folder) as workspace:
        (own,) = planning.programme_of(workspace).own_texts
    assert (own.key, own.text) == (KEY, "Не дописа")


def test_an_editor_that_is_left_as_it_was_changes_nothing(desk):
    click(desk, "edit-text")
    click(desk, "close-text")
    assert own_texts(desk) == {}
    assert not desk.enabled("undo-programme")
    assert desk.focus is buttons(desk)["edit-text"]


def test_the_prepared_text_comes_back_by_a_button_or_by_no_words(desk):
    prepared = said(desk)["text-now"]
    for back in ("button", "nothing"):
        reword(desk)
        click(desk, "close-text")
        if back == "button":
            click(desk, "take-text")
        else:
            click(desk, "edit-text")
            editor(desk).selectAll()
            desk.key(Qt.Key.Key_Delete)
            click(desk, "close-text")
        assert own_texts(desk) == {}
        assert said(desk) == {"text-now": prepared}
    click(desk, "edit-text")
    editor(desk).selectAll()
    desk.key(Qt.Key.Key_Delete)
    desk.key(Qt.Key.Key_Tab)
    assert editor(desk).toPlainText() == prepared


def test_changed_data_show_old_new_and_own_and_print_the_own_text(desk):
    before = said(desk)["text-now"]
    reword(desk)
    year = later(desk)
    shown = said(desk)
    assert shown["text-was"] == before
    assert shown["text-now"] == before.replace(str(year - 1), str(year))
    assert shown["text-own"] == OWN
    captions = ["Было предложено", "Предлагается теперь", "Ваш текст"]
    assert [text for text in words(desk) if text in captions] == captions
    assert [known.text() for known in buttons(desk).values()] == [
        "Оставить свой",
        "Взять новый",
        "Править",
    ]
    assert state(desk) == "свои: 1, данные изменились: 1"
    assert OWN in printed(desk)


def test_data_that_change_back_need_no_decision(desk):
    reword(desk)
    later(desk)
    known = planning.programme_of(desk.workspace)
    planning.save(replace(known, last_year=known.last_year - 1), desk.workspace)
    desk.go(Screen.HOME)
    desk.go(Screen.PROGRAMME, f"text:{KEY}")
    assert state(desk) == "свои: 1"
    assert "text-was" not in said(desk)


def test_the_own_text_is_kept(desk):
    reword(desk)
    later(desk)
    now = said(desk)["text-now"]
    click(desk, "keep-text")
    assert own_texts(desk)[KEY].text == OWN
    assert own_texts(desk)[KEY].made_from == now
    assert said(desk) == {"text-now": now, "text-own": OWN}
    assert state(desk) == "свои: 1"
    assert card(desk).isAncestorOf(desk.focus)


def test_the_new_text_is_taken(desk):
    reword(desk)
    later(desk)
    now = said(desk)["text-now"]
    click(desk, "take-text")
    assert own_texts(desk) == {}
    assert said(desk) == {"text-now": now}
    assert now in printed(desk)
    assert state(desk) == "предложенные"
    assert card(desk).isAncestorOf(desk.focus)


def test_the_own_text_is_edited_with_old_and_new_in_sight(desk):
    reword(desk)
    later(desk)
    shown = said(desk)
    click(desk, "edit-text")
    assert said(desk) == {n: shown[n] for n in ("text-was", "text-now")}
    assert editor(desk).toPlainText() == OWN
    click(desk, "close-text")
    assert said(desk) == shown  # looked at, and not decided
    reword(desk, "Иначе.")
    click(desk, "close-text")
    assert own_texts(desk)[KEY].made_from == shown["text-now"]
    assert said(desk) == {"text-now": shown["text-now"], "text-own": "Иначе."}


@pytest.mark.parametrize("decide", ["keep-text", "take-text"])
def test_a_decision_is_undone_and_done_again(desk, decide):
    reword(desk)
    later(desk)
    before, shown = own_texts(desk), said(desk)
    click(desk, decide)
    after = own_texts(desk)
    desk.press("undo-programme")
    assert own_texts(desk) == before
    assert said(desk) == shown
    desk.press("redo-programme")
    assert own_texts(desk) == after


def test_an_edit_is_undone_from_anywhere_and_brought_into_view(desk):
    reword(desk, key="roadmap.opening")
    desk.go(Screen.PROGRAMME, "section:passport")
    desk.press("undo-programme")
    assert own_texts(desk) == {}
    assert card(desk, "roadmap.opening").visibleRegion().boundingRect().height() > 0


def test_half_typed_words_are_kept_before_they_are_undone(desk):
    click(desk, "edit-text")
    editor(desk).selectAll()
    desk.write(OWN)
    desk.the(QPushButton, "undo-programme").setEnabled(True)
    desk.press("undo-programme")
    assert own_texts(desk) == {}
    desk.press("redo-programme")
    assert own_texts(desk)[KEY].text == OWN
    assert said(desk)["text-own"] == OWN


def test_an_edit_of_one_text_does_not_move_the_others_until_it_is_closed(desk):
    click(desk, "edit-text")
    before = place(desk, "mechanisms.management")
    editor(desk).selectAll()
    desk.write(OWN)
    desk.key(Qt.Key.Key_Tab)
    desk.draw()
    assert place(desk, "mechanisms.management") == before


def test_own_texts_and_those_of_changed_data_are_shown_alone(desk):
    desk.pick("texts-choice", "Свои")
    assert desk.all(WordingCard) == []
    assert "Своих текстов нет" in desk.words()
    desk.pick("texts-choice", "Все")
    reword(desk)
    reword(desk, "Наша карта.", "roadmap.opening")
    later(desk)
    desk.pick("texts-choice", "Свои")
    shown = [known.key for known in desk.all(WordingCard)]
    assert shown == [KEY, "roadmap.opening"]
    desk.pick("texts-choice", "Данные")
    assert [known.key for known in desk.all(WordingCard)] == [KEY]
    click(desk, "keep-text")
    assert desk.all(WordingCard) == []
    assert desk.focus is desk.the(QComboBox, "texts-choice")


def test_a_hidden_text_is_shown_when_it_is_gone_to_or_undone(desk):
    reword(desk)
    click(desk, "close-text")
    desk.pick("texts-choice", "Свои")
    click(desk, "take-text")
    assert card(desk) is None
    desk.press("undo-programme")
    assert said(desk)["text-own"] == OWN
    desk.go(Screen.PROGRAMME, "text:roadmap.opening")
    assert card(desk, "roadmap.opening").isAncestorOf(desk.focus)


def test_a_text_that_is_being_edited_stays_whatever_is_chosen(desk):
    reword(desk)
    click(desk, "close-text")
    desk.pick("texts-choice", "Свои")
    click(desk, "edit-text")
    editor(desk).selectAll()
    desk.key(Qt.Key.Key_Delete)
    desk.key(Qt.Key.Key_Tab)
    assert own_texts(desk) == {}
    assert card(desk) is not None
    click(desk, "close-text")
    assert card(desk) is None


def test_texts_come_and_go_with_what_is_printed(desk):
    assert card(desk, "analysis.swot") is None
    desk.go(Screen.PROGRAMME, "swot")
    desk.press("take-strengths")
    desk.go(Screen.PROGRAMME, "text:analysis.swot")
    assert card(desk, "analysis.swot").isAncestorOf(desk.focus)
    desk.press("undo-programme")
    desk.go(Screen.PROGRAMME, f"text:{KEY}")
    assert card(desk, "analysis.swot") is None
    assert card(desk).isAncestorOf(desk.focus)


def test_the_side_list_opens_the_texts(desk):
    desk.go(Screen.PROGRAMME, "section:passport")
    lines = desk.lines("programme-parts")
    row = next(n for n, line in enumerate(lines) if line.startswith(TEXTS))
    desk.choose("programme-parts", row)
    assert card(desk) is not None

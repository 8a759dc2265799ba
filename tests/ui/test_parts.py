"""«Части для коллег»: two windows, a stick between them, a conflict, one undo."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from shkola_desktop.app import answering, diagnosing
from shkola_desktop.app.exchange import part_merging, parting
from shkola_desktop.domain.parts import Way
from shkola_desktop.ui.context import Screen
from tests.support.window import Desk


@pytest.fixture(autouse=True)
def light_words(monkeypatch):
    """A lock that costs nothing: what words cost is tried elsewhere."""
    from pyrage import passphrase

    head = b"age-encryption.org/v1\n-> scrypt c2FsdA 10\n---"

    def encrypt(data, secret):
        return head + secret.encode() + b"\0" + data

    def decrypt(data, secret):
        import pyrage

        said, _, plain = data.removeprefix(head).partition(b"\0")
        if said != secret.encode():
            raise pyrage.DecryptError
        return plain

    monkeypatch.setattr(passphrase, "encrypt", encrypt)
    monkeypatch.setattr(passphrase, "decrypt", decrypt)


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def deputy(draft_desk, stick) -> Desk:
    draft_desk.dialogs.place = stick
    return draft_desk.go(Screen.PARTS)


@pytest.fixture
def colleague(qtbot, tmp_path, forms) -> Iterator[Desk]:
    """A computer on which the program was never started."""
    made = Desk(qtbot, tmp_path / "colleague", forms)
    yield made
    made.discard()


def give(deputy, direction="znanie"):
    deputy.the(QCheckBox, f"give-{direction}").setChecked(True)
    deputy.type("part-name", "Громова Л. И.")
    deputy.type("part-note", "Приложите приказы")
    deputy.press("give-part")
    assert "Слова для коллеги" in deputy.words(), deputy.words()
    return parting.parts_of(deputy.workspace)[0]


def start_with_part(colleague, stick, record):
    (package,) = stick.iterdir()
    colleague.open().dialogs.files = (package,)
    colleague.type("part-secret", record.secret.title())
    colleague.press("start-part")


def answer(desk, code, option):
    id = diagnosing.diagnoses_of(desk.workspace)[0].id
    answering.answer(id, code, option, desk.workspace)


def options(desk):
    return dict(diagnosing.diagnoses_of(desk.workspace)[0].options)


def test_the_page_offers_directions_with_their_progress(deputy):
    said = deputy.words()
    boxes = [b.text() for b in deputy.all(QCheckBox) if b.objectName()[:5] == "give-"]
    assert len(boxes) == 8
    assert boxes[0].startswith("Знание – ")
    assert "Коллега заполнит выбранные направления на своём компьютере" in said


def test_nothing_chosen_is_said_at_its_place(deputy, stick):
    deputy.press("give-part")
    assert "Отметьте хотя бы одно направление" in deputy.words()
    assert list(stick.iterdir()) == []


def test_the_words_are_shown_and_stay_in_the_list(deputy, stick):
    record = give(deputy)
    said = deputy.words()
    assert f"Слова для коллеги: {record.secret}" in said
    assert "Громова Л. И. – на руках" in said
    assert len(list(stick.iterdir())) == 1


def test_a_fresh_computer_takes_the_school_and_shows_only_the_part(
    deputy, colleague, stick
):
    record = give(deputy)
    start_with_part(colleague, stick, record)
    colleague.go(Screen.DIAGNOSIS)
    said = colleague.words()
    assert "Вы заполняете часть самодиагностики" in said
    assert "Просьба: Приложите приказы" in said
    steps = colleague.lines("criteria")
    assert sum("из" in step for step in steps) >= 1
    assert not any("Здоровье" in step for step in steps)
    colleague.press("check")
    assert not colleague.shows("finish")


def test_wrong_words_are_said_at_the_start(deputy, colleague, stick):
    give(deputy)
    (package,) = stick.iterdir()
    colleague.open().dialogs.files = (package,)
    colleague.type("part-secret", "не те слова")
    colleague.press("start-part")
    assert "Слова к этой части не подходят." in colleague.words()
    assert colleague.window.screen_shown is None


@pytest.fixture
def returned(deputy, colleague, stick):
    """A part with one conflict lies on the stick; the deputy chose its file."""
    record = give(deputy)
    start_with_part(colleague, stick, record)
    answer(colleague, "zn.1.1", None)
    answer(colleague, "zn.1.2", None)
    answer(deputy, "zn.1.1", "o0" if options(deputy)["zn.1.1"] != "o0" else "o1")
    colleague.dialogs.place = stick
    colleague.go(Screen.PARTS)
    colleague.press("return-part")
    assert "Часть записана и проверена" in colleague.words()
    given = parting.parts_of(colleague.workspace, Way.HELD)[0]
    assert given.returned_at is not None
    colleague.close()
    newest = max(stick.iterdir(), key=lambda p: p.stat().st_mtime_ns)
    deputy.dialogs.files = (newest,)
    deputy.settle()
    return deputy


def test_a_conflict_is_decided_by_the_keyboard_applied_and_undone(returned):
    before = options(returned)
    returned.press("read-part")
    said = returned.words()
    assert "Расхождение 1 из 1" in said
    assert "Изменено только в части, берётся само: 1\u00a0ответ" in said
    assert "Громова Л. И.," in said
    assert not returned.enabled("apply-part")
    returned.key(Qt.Key.Key_Right)
    assert returned.enabled("apply-part")
    returned.press("apply-part")
    after = options(returned)
    assert "zn.1.1" not in after
    assert "zn.1.2" not in after
    assert "Принято из части (Громова Л. И.)" in returned.words()
    returned.press("undo-merge")
    assert options(returned) == before
    assert "Слияние отменено" in returned.words()
    assert not returned.shows("undo-merge")


def test_a_preview_put_off_changes_nothing(returned):
    before = options(returned)
    returned.press("read-part")
    returned.press("all-here")
    returned.press("cancel-part")
    assert options(returned) == before
    assert part_merging.merges_of(returned.workspace) == ()
    assert returned.the(QPushButton, "read-part").isVisible()


def test_the_same_file_twice_changes_nothing(returned):
    returned.press("read-part")
    returned.press("all-here")
    returned.press("apply-part")
    after = options(returned)
    returned.press("read-part")
    assert "Эта часть уже прочитана, ничего не изменилось." in returned.words()
    assert options(returned) == after

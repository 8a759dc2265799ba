"""«Варианты программы»: kept, compared, brought back, deleted and put back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from shkola_desktop.app import drafting, planning, programme_versions
from shkola_desktop.domain.comparing import compare
from shkola_desktop.domain.programme import Cause, Member
from shkola_desktop.domain.programme_parts import (
    Approval,
    ApprovalRow,
    Change,
    OwnText,
    PlannedRisk,
    Target,
)
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.programme.versions.told import grouped
from shkola_desktop.ui.runner import ThreadRunner
from tests.support.builders import a_deficit, a_measure, a_programme
from tests.support.window import Desk, FullDisk, SlowDisk

NAME = "до педсовета"
NAMES = {"volgograd": "Волгоградский", "a": "Знание"}


def now(desk):
    return planning.programme_of(desk.workspace)


def versions(desk):
    return programme_versions.versions_of(now(desk).id, desk.workspace)


def keep(desk, name=NAME):
    desk.the(QLineEdit, "version-name").setText(name)
    desk.press("keep-version")


def another_period(desk):
    """Change the programme beside the window's own sections: a change to be told."""
    desk.go(Screen.PROGRAMME, "changes")
    desk.type("new-change", "Уточнён срок")
    desk.press("add-change")


@pytest.fixture
def card(demo_desk):
    return demo_desk.go(Screen.PROGRAMME, "versions")


@pytest.fixture
def kept(card):
    """A kept version, and a change after it."""
    keep(card)
    another_period(card)
    return card


def test_at_first_there_is_none(card):
    assert card.focus.objectName() == "version-name"
    assert "Запомненных вариантов пока нет." in card.words()
    assert not card.shows("restore-version")


def test_a_version_is_kept_by_the_keyboard_alone(card):
    card.write(NAME)
    card.key(Qt.Key.Key_Return)
    card.draw()
    assert [v.name for v in versions(card)] == [NAME]
    assert NAME in card.words()
    assert "Запомненных вариантов пока нет." not in card.words()
    assert card.text("version-name") == ""
    card.key(Qt.Key.Key_Return)
    usual, first = versions(card)
    assert (usual.name[:10], first.name) == ("Вариант от", NAME)


def test_what_is_being_typed_is_in_the_version(card):
    card.go(Screen.PROGRAMME, "changes")
    card.write("Уточнён срок")
    keep(card)
    (version,) = versions(card)
    assert [change.what for change in version.content.changes] == ["Уточнён срок"]


def test_versions_are_there_after_the_next_start(kept):
    kept.open()
    kept.go(Screen.PROGRAMME, "versions")
    assert NAME in kept.words()


def test_a_version_without_differences_says_so(card):
    keep(card)
    card.press("compare-version")
    assert "Различий нет" in card.words()
    card.press("close-comparison")
    assert "Различий нет" not in card.words()
    assert card.focus.objectName() == "version-name"


def test_differences_are_told_and_follow_the_programme(kept):
    kept.press("compare-version")
    assert "– Изменение – добавлено: «Уточнён срок»" in kept.words()
    assert kept.focus.objectName() == "close-comparison"
    kept.press("undo-programme")
    assert "Различий нет" in kept.words()


def test_a_version_comes_back_and_undo_takes_it_away_again(kept):
    before = now(kept)
    kept.press("restore-version")
    assert now(kept).changes == ()
    assert [v.name for v in versions(kept)] == [
        f"до возврата к варианту «{NAME}»",
        NAME,
    ]
    assert versions(kept)[0].content == before
    kept.press("undo-programme")
    assert now(kept) == before
    kept.press("redo-programme")
    assert now(kept).changes == ()


def test_a_deleted_version_can_be_put_back(kept):
    kept.press("compare-version")
    kept.press("delete-version")
    assert versions(kept) == ()
    assert f"Вариант «{NAME}» удалён." in kept.words()
    assert not kept.shows("close-comparison")
    assert kept.focus.objectName() == "version-name"
    kept.press("put-back-version")
    assert [v.name for v in versions(kept)] == [NAME]
    assert not kept.shows("put-back-version")


def test_another_programme_has_its_own_versions(kept):
    kept.press("compare-version")
    kept.press("delete-version")
    drafting.draft_empty(now(kept).diagnosis, kept.workspace)
    kept.go(Screen.HOME)
    kept.go(Screen.PROGRAMME, "versions")
    assert "Запомненных вариантов пока нет." in kept.words()
    assert not kept.shows("put-back-version")


def test_a_full_disk_is_told_at_the_card(desk, demo_copy):
    disk = FullDisk()
    desk.program.disk = disk
    desk.open()
    desk.go(Screen.PROGRAMME, "versions")
    disk.full = True
    keep(desk)
    assert versions(desk) == ()
    assert "Запомненных вариантов пока нет." in desk.words()
    full = desk.words()
    disk.full = False
    keep(desk)
    assert [v.name for v in versions(desk)] == [NAME]
    assert desk.words() != full


@pytest.fixture
def slow(qtbot, desk, demo_copy):
    """A window with the real worker thread, on a disk that holds every write."""
    made = Desk(qtbot, demo_copy, desk.program.forms, ThreadRunner)
    disk = SlowDisk()
    made.program.disk = disk
    yield made.open(), disk
    disk.let_go()
    made.discard()


def test_a_version_on_its_way_to_a_slow_disk_appears_when_it_is_there(slow):
    desk, disk = slow
    desk.go(Screen.PROGRAMME, "versions")
    keep(desk)
    assert not desk.shows("restore-version")
    with desk.qtbot.waitSignal(desk.runner.idle):
        disk.let_go()
    desk.draw()
    assert desk.shows("restore-version")


def test_differences_are_told_in_russian():
    old = a_programme(
        team=(Member("А. Б.", "директор"),),
        risks=(PlannedRisk("паводок", "", ""),),
        targets=(Target("Кружки", "%", "40", ("45", "")),),
        deficits=(a_deficit(), a_deficit(code="02")),
    )
    deficit = a_deficit(
        depends="no",
        causes=(Cause("мало детей", external=True),),
        measures=(a_measure(resource="budget"), a_measure(id="m2", text="Купить")),
    )
    new = replace(
        old,
        last_year=2031,
        preset="volgograd",
        team=(Member("А. Б.", "директор", leads=True, directions=("a",)),),
        risks=(PlannedRisk("паводок", "", "", likelihood="high"),),
        finance=("бюджет",),
        targets=(Target("Кружки", "%", "40", ("45", "60")),),
        changes=(Change(date(2027, 9, 1), "", "срок"),),
        approvals=ApprovalRow(founder=Approval(date(2026, 12, 1))),
        deficits=(deficit,),
        own_texts=(OwnText("results.opening", "Своё", "Готовое"),),
    )
    assert grouped(compare(old, new), NAMES) == (
        (
            "Основное",
            (
                "Срок: было 2027–2030, стало 2027–2031",
                "Состав документа: было «standard», стало «Волгоградский»",
                "Согласована учредителем, дата: было пусто, стало 01.12.2026",
            ),
        ),
        (
            "Дефициты и мероприятия",
            (
                "Дефицит 01, зависит ли от школы: было пусто, стало «нет»",
                "Дефицит 01, причина – добавлено: «мало детей»",
                "Дефицит 01, причина – убрано: «нет опыта»",
                (
                    "Дефицит 01, мероприятие «Утвердить положение», ресурс: было "
                    "«без дополнительного финансирования», стало «средства бюджета, "
                    "гранты»"
                ),
                "Дефицит 01, мероприятие – добавлено: «Купить»",
                "Дефицит – убрано: «02. Показатель a.1.1: значение 0»",
            ),
        ),
        (
            "Ожидаемые результаты",
            ("Свой текст вместо готового: было пусто, стало «Своё»",),
        ),
        (
            "Механизмы",
            (
                "Участник команды «А. Б.», руководит: было нет, стало да",
                "Участник команды «А. Б.», направления: было пусто, стало Знание",
                "Риск «паводок», вероятность: было «средняя», стало «высокая»",
                "Источники средств: было типовой список, стало свой список, строк: 1",
            ),
        ),
        (
            "Показатели",
            (
                (
                    "Целевой показатель «Кружки», значения по годам: было 45, –, "
                    "стало 45, 60"
                ),
            ),
        ),
        ("Лист изменений", ("Изменение – добавлено: «срок»",)),
    )

"""The school's side of a review: told, shown at its place, answered."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from shkola_desktop.app import diagnosing, registering
from shkola_desktop.app.remarks.told import AVERAGES, TERM
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.package import PackageKind, Sending, SendingState
from shkola_desktop.domain.review import (
    Decision,
    Entry,
    EntryKind,
    PlaceKind,
    Verdict,
    threads,
)
from shkola_desktop.ui.context import Screen

CONTROL = Qt.KeyboardModifier.ControlModifier


def an_entry(school, diagnosis, now, **fields):
    known = {
        "id": "r1",
        "remark": "r1",
        "number": 1,
        "school": school,
        "diagnosis": diagnosis,
        "kind": EntryKind.REMARK,
        "place_kind": PlaceKind.INDICATOR,
        "place": "zn.1.2",
        "side": Role.DISTRICT,
        "who": "И. С. Лаптева",
        "at": now,
        "text": "Нет листа сверки.",
    }
    return Entry(**{**known, **fields})


def returned(workspace, verdict=Verdict.RETURNED):
    """Let the demo school be handed in, and returned with two remarks."""
    school = registering.school_of(workspace)
    diagnosis = diagnosing.diagnoses_of(workspace)[0]
    now = workspace.clock.now()
    remark = an_entry(school.id, diagnosis.id, now)
    section = replace(
        remark,
        id="r2",
        remark="r2",
        number=2,
        place_kind=PlaceKind.SECTION,
        place="roadmap",
        text="Нет сроков у трёх мероприятий.",
    )
    decision = Decision(
        "c1",
        school.id,
        diagnosis.id,
        1,
        verdict,
        Role.DISTRICT,
        "И. С. Лаптева",
        now,
        1,
        "Поправьте лист сверки.",
    )
    sending = Sending(
        "p1",
        PackageKind.DIAGNOSIS,
        school.district_code,
        1,
        SendingState.DELIVERED,
        now,
        "x.shkola",
        "stick",
        1,
        "ab",
    )
    with workspace.open_work() as work:
        work.sendings.put(sending)
        work.reviews.add_entries((remark, section))
        work.reviews.add_decisions((decision,))
        work.settings.put(TERM, "2026-12-01")
        averages = [["", 101.5, 199.0, 9], ["znanie", 20.5, 45.0, 9]]
        work.settings.put(AVERAGES, json.dumps(averages))
        work.commit()


@pytest.fixture
def told(desk, demo_copy):
    """The window of a school whose diagnosis was returned."""
    with desk.program.workspace(demo_copy) as workspace:
        returned(workspace)
    return desk.open()


def test_the_overview_says_what_is_to_be_put_right(told):
    words = told.words()
    assert "Район вернул на доработку: Поправьте лист сверки." in words
    assert "2\u00a0открытых замечания, без вашего ответа: 2." in words
    assert "Срок сдачи: 1\u00a0декабря 2026\u00a0г." in words
    assert "Всё сделано" not in words


def test_one_button_leads_to_opening_again_with_the_reason_filled_in(told):
    told.press("to-remarks")
    reason = "Район вернул на доработку: Поправьте лист сверки."
    assert told.text("reason") == reason
    told.press("reopen")
    (diagnosis, *_) = diagnosing.diagnoses_of(told.workspace)
    assert diagnosis.status is Status.DRAFT
    assert "Нет листа сверки." in told.words()
    assert "zn.1.1" not in told.words()


def test_a_remark_is_answered_at_its_indicator(told):
    told.go(Screen.DIAGNOSIS, "zn.1.2")
    assert "Район, И. С. Лаптева" in told.words()
    told.press("reply-r1")
    told.write("Лист приложен.")
    told.key(Qt.Key.Key_Return, CONTROL)
    told.draw()
    with told.workspace.open_reading() as work:
        found = threads(work.reviews.entries())
    assert [t.answered for t in found] == [True, False]
    assert "Лист приложен." in told.words()
    assert not told.shows("at-zn.1.2-line-text")
    assert not told.shows("resolved-r1")


def test_the_side_list_counts_remarks_and_the_filter_finds_them(told):
    told.go(Screen.DIAGNOSIS, "zd.1.1")
    assert "1\u00a0замечание" in "\n".join(told.lines("criteria"))
    told.pick("filter", "С замечаниями")
    assert "Нет листа сверки." in told.words()


def test_a_section_of_the_programme_shows_its_remark(told):
    told.go(Screen.PROGRAMME, "section:roadmap")
    assert "Нет сроков у трёх мероприятий." in told.words()
    told.press("reply-r2")
    told.write("Сроки внесли.")
    told.key(Qt.Key.Key_Return, CONTROL)
    told.draw()
    assert "Сроки внесли." in told.words()
    told.go(Screen.PROGRAMME, "section:about")
    assert "Нет сроков у трёх мероприятий." not in told.words()


def test_the_result_stands_beside_the_averages_of_the_district(told):
    words = told.go(Screen.RESULT).words()
    assert "В среднем у 9\u00a0школ района: 101,5 из 199,0" in words
    assert "В среднем по району: 20,5 из 45,0" in words


def test_what_was_accepted_is_said_too(desk, demo_copy):
    with desk.program.workspace(demo_copy) as workspace:
        returned(workspace, Verdict.ACCEPTED)
    desk.open()
    assert "Район принял: Поправьте лист сверки." in desk.words()

"""A programme carried out: marks, values, checks, the yearly correction."""

from dataclasses import replace
from datetime import date

import pytest

from shkola_desktop.app import (
    answering,
    diagnosing,
    drafting,
    executing,
    material,
    planning,
    programme_versions,
    reporting,
    versions,
)
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.correction import Decision
from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.domain.errors import YearNotInProgramme
from shkola_desktop.domain.execution import (
    CheckKind,
    MeasureRecord,
    Progress,
    YearCheck,
)
from shkola_desktop.domain.programme_parts import Change, Target
from shkola_desktop.domain.school_info import SchoolInfo
from tests.unit.app.test_planning import ZEROS, workspace_with

TODAY = date(2028, 6, 20)
TARGET = Target("Кружки", "%", "40", ("50", "60", "70"), reached=("45,5",))


@pytest.fixture
def known():
    """A workspace and a programme whose measures have terms of their own."""
    workspace, id = workspace_with(options=ZEROS)
    programme = drafting.draft(id, workspace)
    terms = ("1-й год, сентябрь", "ежегодно", "1-й год")
    deficit = programme.deficits[1]
    pairs = zip((*deficit.measures, deficit.measures[0]), terms, strict=True)
    measures = tuple(
        replace(measure, id=f"m{n}", text=f"Мера {n}", term=term)
        for n, (measure, term) in enumerate(pairs, start=1)
    )
    changed = programme.with_deficit(replace(deficit, measures=measures))
    return workspace, planning.save(replace(changed, targets=(TARGET,)), workspace)


def entries(programme, workspace, year=2027):
    planning.save(programme, workspace)
    return executing.course(material.gather(workspace)).entries(year)


def entry(programme, workspace, id="m1", year=2027):
    found = entries(programme, workspace, year)
    return next(e for e in found if e.work.id == id)


def proposed(programme, workspace, year=2027):
    planning.save(programme, workspace)
    return executing.proposed(executing.course(material.gather(workspace)), year)


def terms(programme):
    return [m.term for d in programme.deficits for m in d.measures if m.id[0] == "m"]


def kinds(workspace):
    with workspace.open_reading() as work:
        return [action.kind for action in work.actions.list()]


def test_a_state_that_ends_a_measure_gets_the_day(known):
    workspace, programme = known
    one = entry(programme, workspace)
    done = executing.with_state(programme, one, Progress.DONE, date(2027, 9, 20))
    assert done.execution.records == (
        MeasureRecord("m1", 2027, Progress.DONE, on=date(2027, 9, 20)),
    )
    again = entry(done, workspace)
    back = executing.with_state(done, again, Progress.NOT_BEGUN, TODAY)
    assert back.execution.records == ()
    assert back == programme


def test_a_day_far_outside_the_year_is_not_written(known):
    workspace, programme = known
    one = entry(programme, workspace)
    done = executing.with_state(programme, one, Progress.DONE, date(2029, 1, 1))
    assert done.execution.records[0].on is None


def test_words_are_kept_without_their_edges(known):
    workspace, programme = known
    one = entry(programme, workspace)
    told = replace(one.record, done=" приказ № 4 ", note="x" * 3_000)
    (kept,) = executing.recorded(programme, one, told).execution.records
    assert (kept.done, len(kept.note)) == ("приказ № 4", 2_000)


def test_marks_are_saved_logged_as_such_and_undone(known):
    workspace, programme = known
    one = entry(programme, workspace)
    done = executing.with_state(programme, one, Progress.DONE, TODAY)
    planning.save(done, workspace)
    assert planning.load(programme.id, workspace) == done
    assert kinds(workspace)[0] is ActionKind.EXECUTION_CHANGED
    before = versions.Versions(versions.Written(programme, SchoolInfo()))
    after = versions.changed(
        before, versions.Written(done, SchoolInfo()), "section:execution"
    )
    back, place = versions.stepped_back(after)
    assert (back.now.programme, place) == (programme, "section:execution")


def test_a_plan_that_changes_is_logged_as_a_plan(known):
    workspace, programme = known
    planning.save(replace(programme, goal="Ц"), workspace)
    assert kinds(workspace)[0] is ActionKind.PROGRAMME_CHANGED


def test_reached_values_stand_beside_the_planned_ones(known):
    _, programme = known
    later = executing.with_reached(programme, 0, 2029, " 66 ")
    assert later.targets[0].reached == ("45,5", "", "66")
    assert later.targets[0].values == TARGET.values
    assert executing.with_reached(later, 0, 2029, "").targets[0].reached[:1] == (
        "45,5",
    )


def test_checks_stand_in_order_and_an_empty_one_is_not_kept(known):
    _, programme = known
    june = YearCheck(2027, CheckKind.JUNE, date(2028, 6, 18), "директор", "Отстаём")
    january = YearCheck(2027, CheckKind.JANUARY, date(2028, 1, 15))
    made = executing.with_check(executing.with_check(programme, june), january)
    assert made.execution.checks == (january, june)
    without = executing.with_check(made, YearCheck(2027, CheckKind.JANUARY))
    assert without.execution.checks == (june,)


def test_the_correction_proposes_moves_and_values(known):
    workspace, programme = known
    found = [
        (p.decision, p.old, p.new)
        for p in proposed(programme, workspace)
        if p.target or p.entry.work.id in {"m1", "m2", "m3"}
    ]
    assert found == [
        (Decision.MOVE, "2027 год, сентябрь", "2028 год, сентябрь"),
        (Decision.KEEP, "ежегодно", ""),
        (Decision.MOVE, "2027 год", "2028 год"),
        (Decision.MOVE, "60", "55,5"),
    ]


def test_in_the_last_year_nothing_can_be_moved(known):
    workspace, programme = known
    short = replace(programme, last_year=2027)
    decisions = {p.decision for p in proposed(short, workspace)}
    assert Decision.MOVE not in decisions
    assert all(p.target is None for p in proposed(short, workspace))


def test_a_correction_changes_terms_and_the_list_of_changes_at_once(known):
    workspace, programme = known
    by_id = {
        p.entry.work.id if p.entry else "t": p for p in proposed(programme, workspace)
    }
    drop = replace(by_id["m3"], decision=Decision.DROP, reason="нет средств")
    taken = (replace(by_id["m1"], reason="болезнь."), by_id["m2"], drop, by_id["t"])
    correction = executing.Correction(2027, taken, "приказ № 5", TODAY)
    made = executing.correct(programme, correction, workspace)
    assert planning.load(programme.id, workspace) == made
    assert terms(made) == ["2028 год, сентябрь", "ежегодно"]
    assert made.targets[0].values == ("50", "55,5", "70")
    assert made.changes == (
        Change(
            TODAY,
            "приказ № 5",
            "Мероприятие «Мера 1»: срок изменён с «2027 год, сентябрь» на "
            "«2028 год, сентябрь». Причина: болезнь.",
        ),
        Change(
            TODAY,
            "приказ № 5",
            "Мероприятие «Мера 3» исключено из дорожной карты (срок был: 2027 год). "
            "Причина: нет средств.",
        ),
        Change(
            TODAY,
            "приказ № 5",
            "Показатель «Кружки»: значение на 2028 год изменено с «60» на «55,5».",
        ),
    )
    (version,) = programme_versions.versions_of(programme.id, workspace)
    assert version.name == "Редакция до корректировки 2027 года"
    assert version.content == programme
    assert kinds(workspace)[0] is ActionKind.PROGRAMME_CORRECTED


def test_a_corrected_year_still_tells_and_proposes_nothing_twice(known):
    workspace, programme = known
    found = proposed(programme, workspace)
    drop = [
        replace(p, decision=Decision.DROP) if p.entry and p.entry.work.id == "m3" else p
        for p in found
    ]
    correction = executing.Correction(2027, tuple(drop), "", TODAY)
    made = executing.with_correction(programme, correction)
    states = {e.work.id: e.record.state for e in entries(made, workspace)}
    assert (states["m1"], states["m3"]) == (Progress.MOVED, Progress.DROPPED)
    assert executing.changing(proposed(made, workspace)) == 0
    again = {e.work.id for e in entries(made, workspace, 2028)}
    assert "m1" in again
    assert "m3" not in again
    assert [line.year for line in made.execution.corrections] == [
        2027
    ] * executing.changing(drop)


def test_the_next_programme_takes_what_is_left(known):
    workspace, programme = known
    done = MeasureRecord("m1", 2027, Progress.DONE)
    first = executing.recorded(programme, entry(programme, workspace), done)
    moved = replace(first.deficits[1].measures[2], term="2028 год, май")
    measures = (*first.deficits[1].measures[:2], moved)
    first = first.with_deficit(replace(first.deficits[1], measures=measures))
    made = drafting.draft_from_earlier(first, programme.diagnosis, workspace)
    left = [(m.id, m.term) for m in made.deficits[1].measures]
    assert left == [("m2", "ежегодно"), ("m3", "1-й год, май")]
    assert made.targets == (Target("Кружки", "%", "45,5", ("",) * 4),)
    assert made.execution == type(made.execution)()


def test_a_deficit_that_is_done_with_gets_measures_not_tried_yet(known):
    workspace, programme = known
    deficit = programme.deficits[1]
    one = replace(deficit.measures[0], bank_id="m-free")
    done = MeasureRecord("m1", 2027, Progress.DONE)
    first = programme.with_deficit(replace(deficit, measures=(one,)))
    first = executing.recorded(first, entry(first, workspace), done)
    made = drafting.draft_from_earlier(first, programme.diagnosis, workspace)
    assert [m.bank_id for m in made.deficits[1].measures] == ["m-partner", "m-dear"]


def test_results_of_later_years_stand_beside_the_plan(known):
    workspace, _ = known
    id = diagnosing.start(2027, workspace).id
    assert dict(material.gather(workspace).found_in) == {}
    for code in ZEROS:
        answering.answer(id, code, "o1", workspace)
    diagnosing.complete(id, workspace)
    assert list(material.gather(workspace).found_in) == [2027]


def test_a_report_about_a_year_that_is_not_there_is_refused(known):
    workspace, _ = known
    with pytest.raises(YearNotInProgramme) as told:
        reporting.render(DocumentKind.EXECUTION_REPORT, workspace, year=2035)
    assert (told.value.year, told.value.first, told.value.last) == (2035, 2027, 2030)


def test_marks_make_the_report_outdated_and_not_the_programme(known):
    workspace, programme = known
    kinds = (DocumentKind.PROGRAMME, DocumentKind.EXECUTION_REPORT)
    before = [reporting.state_of(kind, workspace) for kind in kinds]
    one = entry(programme, workspace)
    planning.save(executing.with_state(programme, one, Progress.DONE, TODAY), workspace)
    after = [reporting.state_of(kind, workspace) for kind in kinds]
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)

"""C1–C8: what is missing is told with its place."""

from dataclasses import replace

from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.programme import Member, PassportRow, Preset
from shkola_desktop.domain.programme_parts import PlannedRisk
from shkola_desktop.domain.school_info import SchoolInfo
from shkola_desktop.domain.self_check.finding import Severity
from tests.support.builders import NOON, a_deficit, a_diagnosis
from tests.support.checks import ANSWERS, RISKS, a_check, everything, found, told
from tests.support.papers import a_bank, a_template


def test_a_sound_programme_has_no_findings():
    assert everything(a_check()) == []


def test_c1_an_empty_section_is_an_error():
    bare = {"pupils": None, "teachers": None}
    material = a_check(school=bare, info=SchoolInfo())
    assert told("C1", material) == ["section:about empty"]
    assert found("C1", material)[0].severity is Severity.ERROR


def test_c1_a_section_of_figures_alone_is_thin():
    (finding,) = found("C1", a_check(info=SchoolInfo()))
    assert (finding.place, finding.what) == ("section:about", "thin")
    assert finding.severity is Severity.WARN
    own = {"texts": {"about": "Школа стоит на берегу."}}
    assert told("C1", a_check(programme=own, info=SchoolInfo())) == []


def test_c1_a_preset_without_a_mandatory_section_is_an_error():
    template = a_template()
    standard = template.presets[0]
    short = Preset("short", "Короткий", standard.sections[:-1])
    other = replace(template, presets=(standard, short))
    material = a_check(programme={"preset": "short"}, template=other)
    assert told("C1", material) == ["section:roadmap left_out"]


def test_c2_the_title_page_needs_name_founder_director_and_period():
    school = {"full_name": "", "founder": " ", "director": ""}
    programme = {"first_year": 2030, "last_year": 2027}
    assert told("C2", a_check(programme, school)) == [
        "school:full_name full_name",
        "school:founder founder",
        "school:director director",
        "title period",
    ]
    assert told("C2", a_check()) == []


def test_c3_a_row_that_is_missing_or_empty_is_an_error():
    rows = tuple(PassportRow(code, code) for code in ("full_name", "basis", "team"))
    rows += tuple(PassportRow(code, code) for code in ("goal", "tasks", "directions"))
    rows += (PassportRow("finance", "деньги"), PassportRow("indicators", "цели"))
    material = a_check(
        programme={"finance": ()},
        prepared={"passport:goal": ""},
        template=replace(a_check().paper.template, passport=rows),
    )
    assert told("C3", material) == [
        "passport:goal empty",
        "passport:period no_row",
        "passport:finance empty",
    ]
    assert told("C3", a_check()) == []


def test_c3_an_own_goal_fills_the_row():
    goal = {"goal": "К 2030 году стать лучше."}
    assert told("C3", a_check(programme=goal, prepared={"passport:goal": ""})) == []


def test_c4_a_direction_with_deficits_and_no_measure_is_told():
    material = a_check(programme={"deficits": (a_deficit(measures=()),)})
    assert told("C4", material) == ["direction:a no_measures"]


def test_c4_a_direction_without_deficits_is_kept_as_it_is():
    assert told("C4", a_check(programme={"deficits": ()})) == []


def test_c4_a_deficit_outside_the_form_and_a_missing_result_are_told():
    stranger = a_deficit(code="07", direction="zz")
    paper = a_check().paper
    short = replace(paper.result, directions=paper.result.directions[:1])
    material = a_check(programme={"deficits": (stranger,)}, result=short)
    assert told("C4", material) == ["direction:b no_result", "deficit:07 stranger"]


def test_c5_developers_and_their_leader_are_named():
    assert told("C5", a_check(programme={"team": ()})) == ["team nobody"]
    quiet = (Member("Иванов", "учитель"),)
    assert told("C5", a_check(programme={"team": quiet})) == ["team no_leader"]
    assert told("C5", a_check()) == []


def test_c6_the_site_is_named():
    assert told("C6", a_check(school={"site": " "})) == ["school:site"]
    assert told("C6", a_check(school={"site": "a.example"})) == []


def test_c7_an_unfinished_diagnosis_has_no_date():
    draft = a_diagnosis(ANSWERS, status=Status.DRAFT)
    (finding,) = found("C7", a_check(diagnosis=draft))
    assert (finding.place, dict(finding.facts)) == (
        "diagnosis",
        {"year": 2026, "missing": 0},
    )
    done = a_diagnosis(ANSWERS, status=Status.COMPLETED, completed_at=NOON)
    assert told("C7", a_check(diagnosis=done)) == []


def test_c8_two_risks_no_money_and_no_monitoring_are_too_little():
    bank = a_bank(risks=RISKS[:2], finance_sources=(), monitoring=())
    assert told("C8", a_check(bank=bank)) == [
        "risks risks",
        "finance finance",
        "monitoring monitoring",
    ]


def test_c8_own_risks_count_instead_of_the_banks():
    own = tuple(PlannedRisk(f"Риск {n}", "потери", "меры") for n in range(3))
    assert told("C8", a_check(programme={"risks": own}, bank=a_bank())) == []
    assert told("C8", a_check(programme={"risks": ()})) == ["risks risks"]

"""«Программа развития»: the parts beside the deficits."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from shkola_desktop.app import planning, school_info
from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.programme_parts import (
    Addressee,
    Approval,
    ApprovalRow,
    PaperSettings,
    Swot,
)
from shkola_desktop.ui.context import Screen

CTRL = Qt.KeyboardModifier.ControlModifier


ALT = Qt.KeyboardModifier.AltModifier


def kept(desk):
    """Return the programme as the closed file has it."""
    desk.close()
    with desk.program.workspace(desk.folder) as workspace:
        return planning.programme_of(workspace)


@pytest.fixture
def programme(demo_desk):
    return demo_desk.go(Screen.PROGRAMME)


def test_the_team_is_chosen_from_the_staff(programme):
    programme.go(Screen.PROGRAMME, "team")
    programme.pick("leader", "Громова")
    programme.pick("curator-znanie", "Лыткин")
    team = kept(programme).team
    assert [m.name for m in team if m.leads] == ["Громова Елена Викторовна"]
    curator = next(m for m in team if "znanie" in m.directions)
    assert curator.name == "Лыткин Сергей Иванович"


def test_the_keyboard_stays_at_the_box_that_was_changed(programme):
    programme.go(Screen.PROGRAMME, "team")
    programme.the(QComboBox, "leader").setFocus()
    programme.key(Qt.Key.Key_Down)
    programme.key(Qt.Key.Key_Down)
    programme.draw()
    assert programme.focus.objectName() == "leader"
    assert [m.name for m in kept(programme).team if m.leads] == [
        "Лыткин Сергей Иванович"
    ]


def now(desk):
    return planning.programme_of(desk.workspace)


def test_the_parts_are_walked_by_buttons_keys_and_the_side_list(programme):
    assert "Основное" in programme.words()
    assert not programme.enabled("back-part")
    programme.press("next-part")
    assert "О школе" in programme.words()
    programme.key(Qt.Key.Key_Right, ALT)
    assert "Что говорят результаты" in programme.words()
    programme.key(Qt.Key.Key_Left, ALT)
    programme.press("back-part")
    assert "Срок и состав документа" in programme.words()
    programme.choose("programme-parts", 11)
    assert not programme.enabled("next-part")


def test_the_side_list_tells_what_is_missing(programme):
    assert [line.split("\n") for line in programme.lines("programme-parts")] == [
        ["1. Основное", "нет даты: педсовета, учредителя, приказа"],
        ["2. О школе", "готово"],
        ["3. Анализ", "SWOT не заполнен"],
        ["4. Дефициты и мероприятия", "готово"],
        ["5. Ожидаемые результаты", "по данным"],
        ["6. Механизмы", "готово"],
        ["7. Показатели", "по данным"],
        ["8. Дорожная карта", "готово"],
        ["9. Тексты", "предложенные"],
        ["10. Выполнение", "начнётся в 2027 году"],
        ["11. Лист изменений", "изменений не было"],
        programme.lines("programme-parts")[11].split("\n"),
    ]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("passport:goal", "goal"),
        ("passport:period", "first-year"),
        ("approvals", "council-on"),
        ("approvals:order", "council-on"),
        ("team", "leader"),
        ("risks", "new-risk"),
        ("finance", "new-finance"),
        ("passport:control", "new-monitoring"),
        ("swot", "new-strengths"),
        ("target:1", "new-target"),
        ("changes", "new-change"),
        ("text:results.opening", "edit-text"),
        ("passport:results", "results-table"),
        ("year:2028", "roadmap"),
    ],
)
def test_a_place_gets_the_keyboard(programme, place, name):
    programme.go(Screen.PROGRAMME, place)
    assert programme.focus.objectName() == name


@pytest.mark.parametrize("place", ["section:about", "section:check", "nowhere:1"])
def test_a_section_is_opened_by_its_code(programme, place):
    programme.go(Screen.PROGRAMME, "team")
    programme.go(Screen.PROGRAMME, place)
    assert not programme.shows("leader")


def test_approvals_are_kept_and_a_wrong_order_is_told_at_its_place(programme):
    programme.go(Screen.PROGRAMME, "approvals")
    programme.type("council-on", "10.12.2026")
    programme.type("council-number", "4")
    programme.type("founder-on", "14.12.26")
    assert "Приказ раньше" not in programme.words()
    programme.type("order-on", "11.12.2026")
    assert "Приказ раньше согласования учредителем" in programme.words()
    programme.type("founder-on", "9.12.2026")
    assert "Согласование раньше педсовета" in programme.words()
    programme.type("order-on", "")
    assert kept(programme).approvals == ApprovalRow(
        council=Approval(date(2026, 12, 10), "4"),
        founder=Approval(date(2026, 12, 9)),
    )


def test_a_wrong_date_says_so_and_changes_nothing(programme):
    programme.go(Screen.PROGRAMME, "approvals")
    programme.type("council-on", "31.02.2027")
    assert "Введите дату так: 24.11.2026." in programme.words()
    assert programme.text("council-on") == "31.02.2027"
    programme.type("council-on", "28.02.2027")
    assert "Введите дату" not in programme.words()
    assert kept(programme).approvals.council.on == date(2027, 2, 28)


def test_another_body_approves(programme):
    programme.go(Screen.PROGRAMME, "approvals")
    programme.type("new-body", "Совет школы")
    programme.press("add-body")
    programme.type("body-on", "01.12.2026")
    assert "Изменить" not in programme.words()
    programme.press("edit-body")
    assert "1\xa0декабря 2026\xa0г." in programme.words()
    assert kept(programme).approvals.others == (
        ("Совет школы", Approval(date(2026, 12, 1))),
    )


def test_the_paper_is_set(programme):
    programme.go(Screen.PROGRAMME, "paper")
    programme.pick("paper-size", "14")
    programme.pick("paper-spacing", "1,5")
    programme.pick("paper-numbers", "внизу")
    programme.press("paper-draft")
    programme.press("paper-signature")
    assert kept(programme).paper == PaperSettings(14, 1.5, "bottom", False, True)


def test_what_is_known_of_the_school_is_kept(programme):
    programme.go(Screen.PROGRAMME, "section:about")
    text = programme.the(QPlainTextEdit, "transport")
    text.setFocus()
    text.selectAll()
    programme.write("Автобуса нет")
    programme.press("next-part")
    assert school_info.info_of(programme.workspace).transport == "Автобуса нет"
    programme.press("undo-programme")
    assert school_info.info_of(programme.workspace).transport != "Автобуса нет"
    programme.press("redo-programme")
    assert school_info.info_of(programme.workspace).transport == "Автобуса нет"


def test_suggested_lines_of_swot_are_taken_one_by_one_and_all(programme):
    programme.go(Screen.PROGRAMME, "swot")
    programme.press("take-strengths")
    assert now(programme).swot.strengths == ("Высокий результат: «Здоровье», 24 из 27",)
    programme.press("take-all-threats")
    swot = now(programme).swot
    causes = [c for d in now(programme).included for c in d.causes if c.external]
    assert len(swot.threats) == len({cause.text for cause in causes})
    programme.press("undo-programme")
    assert kept(programme).swot == Swot(strengths=swot.strengths)


def test_own_lines_of_swot_are_written_ordered_changed_and_dropped(programme):
    programme.go(Screen.PROGRAMME, "swot")
    for words in ("первая", "вторая", "третья"):
        programme.type("new-strengths", words)
        programme.press("add-strengths")
    programme.all(QPushButton, "edit-strengths")[2].setFocus()
    programme.key(Qt.Key.Key_Up, ALT)
    programme.draw()
    assert now(programme).swot.strengths == ("первая", "третья", "вторая")
    assert programme.focus.accessibleName() == "Изменить: третья"
    programme.key(Qt.Key.Key_Up, ALT)
    programme.key(Qt.Key.Key_Up, ALT)  # nothing is above
    programme.press("edit-strengths")
    programme.write("самая первая")
    programme.press("edit-strengths")
    assert now(programme).swot.strengths == ("самая первая", "первая", "вторая")
    programme.press("drop-strengths")
    assert kept(programme).swot.strengths == ("первая", "вторая")


def test_a_line_that_is_being_typed_survives_another_part(programme):
    programme.go(Screen.PROGRAMME, "swot")
    programme.the(QLineEdit, "new-strengths").setFocus()
    programme.write("дружный коллектив")
    programme.press("next-part")
    assert kept(programme).swot.strengths == ("дружный коллектив",)


def test_risks_are_the_banks_until_they_are_changed_and_again(programme):
    programme.go(Screen.PROGRAMME, "risks")
    assert now(programme).risks is None
    programme.press("edit-risk")
    programme.pick("risk-likelihood", "высокая")
    programme.type("risk-responsible", "директор")
    programme.press("edit-risk")
    made = now(programme).risks
    assert len(made) == 8
    assert (made[0].likelihood, made[0].responsible) == ("high", "директор")
    programme.press("drop-risk")
    assert now(programme).risks == made[1:]
    programme.press("bank-risk")
    assert now(programme).risks is None
    assert not programme.shows("bank-risk")
    programme.press("undo-programme")
    assert kept(programme).risks == made[1:]


def test_an_own_risk_is_added_and_opened(programme):
    programme.go(Screen.PROGRAMME, "risks")
    programme.type("new-risk", "Закрытие моста")
    programme.press("add-risk")
    assert programme.focus.objectName() == "risk-text"
    programme.type("risk-effect", "нет подвоза")
    risks = kept(programme).risks
    assert len(risks) == 9
    assert (risks[-1].text, risks[-1].effect) == ("Закрытие моста", "нет подвоза")


def test_sources_of_money_and_monitoring_are_ones_own(programme):
    programme.go(Screen.PROGRAMME, "finance")
    programme.press("drop-finance")
    programme.press("edit-monitoring")
    programme.type("monitoring-when", "ежемесячно")
    made = kept(programme)
    assert len(made.finance) == 5
    assert made.monitoring[0].when == "ежемесячно"


def test_an_empty_swot_says_that_its_table_will_not_be_printed(programme):
    programme.go(Screen.PROGRAMME, "swot")
    assert "SWOT-анализ пока пуст: программа выйдет без его таблицы." in (
        programme.words()
    )
    programme.press("take-strengths")
    assert "SWOT-анализ пока пуст" not in programme.words()


def test_the_letter_to_the_founder_gets_its_addressee(programme):
    programme.go(Screen.PROGRAMME, "approvals:founder")
    programme.type("addressee-position", "начальник управления образования")
    programme.type("addressee-name", "Петров Иван Сергеевич")
    assert kept(programme).approvals == ApprovalRow(
        addressee=Addressee("начальник управления образования", "Петров Иван Сергеевич")
    )


def test_a_member_who_is_not_on_the_staff_list_stays_in_the_team(demo_copy, desk):
    with desk.program.workspace(demo_copy) as workspace:
        known = planning.programme_of(workspace)
        stranger = Member("Чужой Пётр Ильич", "родитель", directions=("znanie",))
        planning.save(replace(known, team=(*known.team, stranger)), workspace)
    desk.open().go(Screen.PROGRAMME, "team")
    box = desk.the(QComboBox, "leader")
    assert box.findText("Чужой Пётр Ильич, родитель (нет в списке сотрудников)") > 0
    desk.pick("leader", "Громова")
    team = kept(desk).team
    assert [m.name for m in team if m.leads] == ["Громова Елена Викторовна"]
    assert team[-1].name == "Чужой Пётр Ильич"
    assert team[-1].person == ""
    assert all(member.person for member in team[:-1])


def test_who_watches_over_the_order_is_the_director_or_is_chosen(programme):
    programme.go(Screen.PROGRAMME, "team")
    box = programme.the(QComboBox, "team-control")
    assert box.currentText() == "директор (за собой)"
    assert box.accessibleName() == "Контроль за приказом"
    before = planning.programme_of(programme.workspace).team
    box.setFocus()
    programme.key(Qt.Key.Key_Down)
    programme.key(Qt.Key.Key_Down)
    programme.draw()
    name = box.currentText().partition(",")[0]
    programme.press("suggest-team")
    marked = [
        m.name for m in planning.programme_of(programme.workspace).team if m.controls
    ]
    assert marked == [name]
    leaders = [m.name for m in before if m.leads]
    assert [m.name for m in kept(programme).team if m.leads] == leaders

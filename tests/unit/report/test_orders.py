"""Drafts of the order on the working group and of the extract of the minutes."""

from dataclasses import replace
from datetime import date

from shkola_desktop.domain.declension import Cases, Declined, unchanged
from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.programme_parts import Approval as Decision
from shkola_desktop.domain.programme_parts import ApprovalRow
from shkola_desktop.report.document import Approvals
from shkola_desktop.report.orders import council_extract, working_group_order
from shkola_desktop.words.levels import FOOTNOTE
from tests.support.builders import a_programme, a_school
from tests.support.papers import (
    BEST,
    NBSP,
    a_material,
    cells,
    tables,
    texts,
    without_levels,
)

TEAM = (
    Member("Соболева А. П.", "директор", leads=True),
    Member("Лыткин С. И.", "советник", directions=("a",)),
    Member("Зуева Н. В.", ""),
)
DEPUTY = Member("Громова Елена Викторовна", "Заместитель директора по УВР", leads=True)


def accusative(text: str, form: str) -> Declined:
    return replace(unchanged(text), accusative=form)


CASES = Cases(
    {
        "Соболева А. П.": accusative("Соболева А. П.", "Соболеву А. П."),
        "А. П. Соболева": accusative("А. П. Соболева", "А. П. Соболеву"),
        "директор": accusative("директор", "директора"),
        DEPUTY.name: accusative(DEPUTY.name, "Громову Елену Викторовну"),
        DEPUTY.position: accusative(DEPUTY.position, "Заместителя директора по УВР"),
    }
)
ROOM = f"{NBSP}\n{NBSP}"


def order(**programme):
    return working_group_order(a_material(programme=a_programme(**programme))).blocks


def spoken(blocks):
    return [text.replace(NBSP, " ") for text in texts(blocks)]


def test_the_order_has_its_requisites_in_order():
    assert spoken(order(team=TEAM)) == [
        "МБОУ\n«Тихореченская основная общеобразовательная школа»",
        "ПРИКАЗ",
        "с. Тихая Речка",
        "О рабочей группе по Программе развития на 2027–2030 годы",
        (
            "На основании Федерального закона от 29.12.2012 № 273-ФЗ «Об образовании "
            "в Российской Федерации» (пункт 7 части 3 статьи 28), по результатам "
            "самодиагностики за 2026 год, в целях разработки и реализации Программы "
            "развития на 2027–2030 годы (далее – Программа)"
        ),
        "ПРИКАЗЫВАЮ:",
        "1. Создать рабочую группу по разработке и реализации Программы:",
        "2. Руководство рабочей группой оставляю за собой.",
        "3. Закрепить направления Программы за кураторами:",
        "4. Рабочей группе выполнить работу в сроки:",
        ("5. Рабочей группе избрать секретаря, который ведёт протоколы её заседаний."),
        (
            "6. Кураторам собирать документы, которые подтверждают выполнение "
            "дорожной карты, и докладывать о нём на педагогическом совете."
        ),
        "7. Контроль за исполнением приказа оставляю за собой.",
        "С приказом ознакомлены:",
    ]


def test_the_order_names_members_curators_and_who_is_acquainted():
    members, curators, terms, acquainted = tables(order(team=TEAM))
    assert cells(members) == [
        ("1", "Соболева А. П.", "директор", "руководитель"),
        ("2", "Лыткин С. И.", "советник", "куратор"),
        ("3", "Зуева Н. В.", "–", "член группы"),
    ]
    assert cells(curators) == [
        ("Направление a", "Лыткин С. И."),
        ("Направление b", ""),
    ]
    assert cells(terms)[1] == (
        "2",
        "Подготовить проект Программы",
        "проект Программы",
        "",
    )
    assert len(terms.rows) == 6
    assert cells(acquainted)[0] == ("Соболева А. П.", ROOM, "")


def test_without_a_team_there_is_room_for_handwriting():
    members, curators, _, acquainted = tables(order())
    assert cells(members)[0] == ("1", ROOM, "", "")
    assert len(members.rows) == len(acquainted.rows) == 6
    assert cells(curators)[0] == ("Направление a", "")
    assert cells(acquainted)[0] == ("", ROOM, "")


def test_the_extract_tells_what_was_heard_and_decided():
    material = a_material(programme=a_programme(team=TEAM), cases=CASES)
    document = council_extract(material)
    assert document.title == (
        "Выписка из протокола. О принятии Программы развития на 2027–2030 годы"
    )
    assert spoken(document.blocks) == [
        "МБОУ\n«Тихореченская основная общеобразовательная школа»",
        "ВЫПИСКА ИЗ ПРОТОКОЛА",
        "заседания педагогического совета",
        "с. Тихая Речка",
        "Присутствовали: _____ чел.",
        "ПОВЕСТКА ДНЯ:",
        "О принятии Программы развития на 2027–2030 годы.",
        "СЛУШАЛИ:",
        (
            "Директора Соболеву А. П. – о проекте Программы развития на 2027–2030 "
            "годы: результаты самодиагностики за 2026 год (0 баллов из 7, уровень – "
            "ниже базового*), 1 дефицит, причины и мероприятия дорожной карты."
        ),
        "РЕШИЛИ:",
        "1. Принять Программу развития на 2027–2030 годы.",
        "2. Направить Программу развития учредителю на согласование.",
        (
            "3. После согласования с учредителем директору утвердить Программу "
            "развития приказом и разместить её на сайте школы."
        ),
        "Голосовали: «за» – _____, «против» – _____, «воздержались» – _____.",
        "Выписка верна",
        f"* {FOOTNOTE}",
    ]


def test_the_extract_takes_date_and_number_of_the_minutes():
    def line(**fields):
        blocks = council_extract(a_material(programme=a_programme(**fields))).blocks
        first = next(block for block in blocks if isinstance(block, Approvals))
        return [block.body.replace(NBSP, " ") for block in first.blocks]

    assert line() == ["«____» ____________ 20___ г.", "", "№ _____"]
    decided = ApprovalRow(council=Decision(date(2026, 8, 29), "1"))
    assert line(approvals=decided) == ["29 августа 2026 г.", "", "№ 1"]


def test_the_extract_of_a_school_that_keeps_its_level_says_nothing_odd():
    found = spoken(
        council_extract(
            a_material(
                BEST,
                edition=without_levels(),
                programme=a_programme(deficits=()),
                school=a_school(director="", settlement="", district=""),
            )
        ).blocks
    )
    assert (
        "Директора – о проекте Программы развития на 2027–2030 годы: результаты "
        "самодиагностики за 2026 год (7 баллов из 7), сохранение достигнутого уровня."
    ) in found
    assert found[-1] == "Выписка верна"
    assert "" not in found


def test_the_order_names_the_leader_in_the_accusative():
    material = a_material(programme=a_programme(team=(DEPUTY,)), cases=CASES)
    found = spoken(working_group_order(material).blocks)
    assert (
        "2. Назначить руководителем рабочей группы заместителя директора по УВР "
        "Громову Елену Викторовну."
    ) in found
    assert (
        "5. Организацию работы группы и ведение протоколов её заседаний возложить на "
        "Громову Е. В."
    ) in found


def test_without_a_leader_the_order_leaves_room_for_the_name():
    found = spoken(order(team=(Member("Зуева Н. В.", "учитель"),)))
    assert f"2. Назначить руководителем рабочей группы {'_' * 30}." in found
    assert (
        "5. Руководителю рабочей группы организовать её работу и вести протоколы "
        "заседаний."
    ) in found


def test_the_extract_tells_who_was_heard_in_the_accusative():
    def heard(**programme):
        material = a_material(programme=a_programme(**programme), cases=CASES)
        found = spoken(council_extract(material).blocks)
        return found[found.index("СЛУШАЛИ:") + 1].partition(" – ")[0]

    assert heard(team=(DEPUTY,)) == "Заместителя директора по УВР Громову Е. В."
    assert heard() == "Директора А. П. Соболеву"


def test_the_control_goes_to_who_was_named_for_it_in_the_accusative():
    control = replace(DEPUTY, leads=False, controls=True)
    material = a_material(programme=a_programme(team=(*TEAM, control)), cases=CASES)
    assert (
        "7. Контроль за исполнением приказа возложить на заместителя директора по УВР "
        "Громову Елену Викторовну."
    ) in spoken(working_group_order(material).blocks)


def test_a_director_named_for_the_control_keeps_it():
    director, *others = TEAM
    found = spoken(order(team=(replace(director, controls=True), *others)))
    assert "7. Контроль за исполнением приказа оставляю за собой." in found

"""The letter to the founder: agreement, and what the school cannot do alone."""

from dataclasses import replace

from shkola_desktop.domain.declension import Cases, unchanged
from shkola_desktop.domain.programme_parts import Addressee, ApprovalRow
from shkola_desktop.report.document import Approvals, PageBreak, RowKind
from shkola_desktop.report.founder_letter import founder_letter
from shkola_desktop.words.levels import FOOTNOTE
from tests.support.builders import a_deficit, a_measure, a_programme, a_school
from tests.support.papers import (
    NBSP,
    a_material,
    cells,
    tables,
    texts,
    without_levels,
)

MONEY = a_measure(
    id="m2",
    text="Отремонтировать спортзал. Начать с крыши",
    resource="budget",
    finance="1,2 млн руб.",
    term="2-й год",
)
PARTNER = a_measure(id="m3", text="Заключить договор", resource="partner")
DEFICITS = (
    a_deficit(code="01"),
    a_deficit(code="02", text="зал закрыт", measures=(MONEY,)),
    a_deficit(code="03", text="нет театра", measures=(a_measure(), PARTNER)),
    a_deficit(code="04", text="нет ставки", depends="no", decision="Ввести ставку"),
)


def made(deficits=DEFICITS, **fields):
    programme = a_programme(deficits=deficits)
    return founder_letter(a_material(programme=programme, **fields))


def spoken(document):
    return [text.replace(NBSP, " ") for text in texts(document.blocks)]


def test_the_letter_has_sender_receiver_and_room_for_numbers():
    school = a_school(founder="Управление образования", address="ул. Школьная, д. 1")
    document = made(school=school)
    head = document.blocks[0]
    assert isinstance(head, Approvals)
    assert [block.body for block in head.blocks] == [
        "МБОУ\n«Тихореченская основная общеобразовательная школа»\nул. Школьная, д. 1",
        "Управление образования",
    ]
    assert spoken(document)[:2] == [
        "____________ № ____________\nНа № _________ от ____________",
        "О согласовании Программы развития на 2027–2030 годы",
    ]


def test_the_text_asks_for_agreement_and_help():
    found = spoken(made())
    assert found[2:4] == [
        (
            "МБОУ «Тихореченская основная общеобразовательная школа» направляет на "
            "согласование Программу развития на 2027–2030 годы (далее – Программа) на "
            "основании Федерального закона от 29.12.2012 № 273-ФЗ «Об образовании в "
            "Российской Федерации» (пункт 7 части 3 статьи 28)."
        ),
        (
            "Программа разработана по результатам самодиагностики за 2026 год: "
            "0 баллов из 7, уровень – ниже базового*."
        ),
    ]
    assert found[4].startswith("Цель Программы: к 2030 году ")
    assert found[5:] == [
        (
            "В Программу включено 4 дефицита. Без участия учредителя и партнёров "
            "школа не может полностью устранить 3 дефицита: что для этого нужно, "
            "указано в приложении."
        ),
        (
            "Просим согласовать Программу и рассмотреть предложения, изложенные в "
            "приложении."
        ),
        f"* {FOOTNOTE}",
        "Приложения:",
        "1. Программа развития на 2027–2030 годы на _____ л. в 1 экз.",
        "2. Предложения учредителю на _____ л. в 1 экз.",
        "Исполнитель: ____________________, тел. ____________",
        "Приложение 2\nк письму от ____________ № _____",
        "Предложения учредителю",
        (
            "Дефициты, которые школа не может устранить без решений и средств "
            "учредителя или без партнёров."
        ),
    ]


def test_the_annex_lists_decisions_and_money():
    (table,) = tables(made().blocks)
    assert [(row.kind, row.cells) for row in table.rows] == [
        (RowKind.SECTION, ("Не зависит от школы",)),
        (
            RowKind.PLAIN,
            (
                "02",
                "зал закрыт",
                "Отремонтировать спортзал",
                "1,2 млн руб.",
                "2028 год",
            ),
        ),
        (
            RowKind.PLAIN,
            (
                "04",
                "нет ставки",
                "Ввести ставку",
                "без дополнительного финансирования",
                "2027 год, сентябрь",
            ),
        ),
        (RowKind.SECTION, ("Зависит от школы частично",)),
        (
            RowKind.PLAIN,
            (
                "03",
                "нет театра",
                "Заключить договор",
                "ресурсы партнёров",
                "2027 год, сентябрь",
            ),
        ),
    ]


def test_without_measures_the_founders_decision_is_asked_for():
    bare = a_deficit(depends="no", measures=())
    (table,) = tables(made((bare,)).blocks)
    assert cells(table)[1][2:] == ("решение учредителя", "–", "–")


def test_a_school_that_needs_nothing_asks_for_agreement_alone():
    document = made((a_deficit(),), school=a_school(founder=""))
    found = spoken(document)
    assert (
        "Программа выполняется силами школы, решений и дополнительных средств "
        "учредителя не требуется."
    ) in found
    assert "Просим согласовать Программу." in found
    assert (
        "Приложение: Программа развития на 2027–2030 годы на _____ л. в 1 экз."
    ) in found
    assert not any("Предложения" in text for text in found)
    assert PageBreak() not in document.blocks
    head = document.blocks[0]
    assert isinstance(head, Approvals)
    assert head.blocks[1].body == "Учредителю"


def test_without_a_level_none_is_named():
    found = spoken(made(edition=without_levels()))
    assert found[3] == (
        "Программа разработана по результатам самодиагностики за 2026 год: "
        "0 баллов из 7."
    )
    assert f"* {FOOTNOTE}" not in found


def test_the_letter_goes_to_the_founders_head_in_the_dative():
    def receiver(position, name):
        approvals = ApprovalRow(addressee=Addressee(position, name))
        programme = a_programme(deficits=DEFICITS, approvals=approvals)
        cases = Cases(
            {
                text: replace(unchanged(text), dative=dative)
                for text, dative in (
                    ("начальник управления образования", "начальнику управления"),
                    ("Петров Иван Сергеевич", "Петрову Ивану Сергеевичу"),
                )
            }
        )
        school = a_school(founder="Управление образования")
        material = a_material(programme=programme, cases=cases, school=school)
        head = founder_letter(material).blocks[0]
        assert isinstance(head, Approvals)
        return head.blocks[1].body.replace(NBSP, " ")

    head = "начальник управления образования"
    full = "Петров Иван Сергеевич"
    assert receiver(head, full) == "Начальнику управления\nПетрову И. С."
    assert receiver(head, "") == "Начальнику управления"
    assert receiver("", full) == "Петрову И. С."
    assert receiver(" ", "") == "Управление образования"

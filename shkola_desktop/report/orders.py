"""Drafts of the papers about a programme: the order, the extract of the minutes."""

from shkola_desktop.domain.declension import Case, with_initials
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.school import School
from shkola_desktop.report.document import (
    Block,
    Column,
    Document,
    Gap,
    Paragraph,
    Row,
    Style,
    Table,
)
from shkola_desktop.report.named import (
    controller_of,
    is_director,
    leader_of,
    position_and_name,
)
from shkola_desktop.report.requisites import (
    LAW,
    ROOM,
    SIGNATURE,
    issued,
    name_of,
    signature,
)
from shkola_desktop.words.levels import footnote_for, points_and_level
from shkola_desktop.words.plans import deficits_count, period_named
from shkola_desktop.words.russian import capital, sentence

TEAM_COLUMNS = (
    Column("№", 6, centred=True),
    Column("Фамилия, имя, отчество", 36),
    Column("Должность", 34),
    Column("Роль в группе", 24),
)
CURATOR_COLUMNS = (Column("Направление", 50), Column("Куратор", 50))
TERM_COLUMNS = (
    Column("№", 6, centred=True),
    Column("Что сделать", 50),
    Column("Результат", 24),
    Column("Срок", 20, centred=True),
)
ACQUAINTED_COLUMNS = (
    Column("Фамилия, имя, отчество", 46),
    Column("Подпись", 27),
    Column("Дата", 27),
)
EMPTY_MEMBERS = 6
"""Rows for handwriting where nobody is named yet."""
STEPS = (
    (
        "Проанализировать результаты самодиагностики, причины дефицитов",
        "перечень дефицитов и причин",
    ),
    ("Подготовить проект Программы", "проект Программы"),
    ("Обсудить проект с педагогами, родителями, обучающимися", "предложения"),
    ("Представить проект педагогическому совету", "протокол"),
    ("Направить Программу учредителю на согласование", "письмо"),
    (
        "Подготовить приказ об утверждении, разместить Программу на сайте",
        "приказ, страница сайта",
    ),
)
"""The order of adoption (programme.md §1); the terms are written by hand."""


def working_group_order(material: ProgrammeMaterial) -> Document:
    """Return the draft order on the working group, its curators and terms."""
    school = material.school
    period = period_named(material.programme)
    about = f"О рабочей группе по Программе развития на {period}"
    return Document(
        title=f"Приказ. {about}",
        author=school.short_name,
        subject=school.full_name,
        blocks=(
            name_of(school),
            Gap(4),
            Paragraph("ПРИКАЗ", Style.TITLE),
            issued(),
            *_place(school),
            Gap(4),
            Paragraph(about, Style.LABEL),
            Gap(3),
            Paragraph(
                f"На основании {LAW}, по результатам самодиагностики за "
                f"{material.diagnosis.year} год, в целях разработки и реализации "
                f"Программы развития на {period} (далее – Программа)"
            ),
            Paragraph("ПРИКАЗЫВАЮ:", Style.LABEL),
            *_items(material),
            Gap(8),
            signature("Директор", school.director),
            Gap(4),
            Paragraph("С приказом ознакомлены:", Style.LABEL),
            _acquainted(material.programme.team),
        ),
    )


def council_extract(material: ProgrammeMaterial) -> Document:
    """Return the extract of the council's minutes: the programme is accepted."""
    school = material.school
    period = period_named(material.programme)
    decided = material.programme.approvals.council
    about = f"О принятии Программы развития на {period}"
    return Document(
        title=f"Выписка из протокола. {about}",
        author=school.short_name,
        subject=school.full_name,
        blocks=(
            name_of(school),
            Gap(4),
            Paragraph("ВЫПИСКА ИЗ ПРОТОКОЛА", Style.TITLE),
            Paragraph("заседания педагогического совета", Style.SUBTITLE),
            issued(decided.on, decided.number),
            *_place(school),
            Gap(4),
            Paragraph("Присутствовали: _____ чел.", Style.PLAIN),
            Paragraph("ПОВЕСТКА ДНЯ:", Style.LABEL),
            Paragraph(f"{about}."),
            Paragraph("СЛУШАЛИ:", Style.LABEL),
            *_heard(material),
            Paragraph("РЕШИЛИ:", Style.LABEL),
            Paragraph(f"1. Принять Программу развития на {period}."),
            Paragraph("2. Направить Программу развития учредителю на согласование."),
            Paragraph(
                "3. После согласования с учредителем директору утвердить Программу "
                "развития приказом и разместить её на сайте школы."
            ),
            Paragraph(
                "Голосовали: «за» – _____, «против» – _____, «воздержались» – _____."
            ),
            Gap(8),
            signature("Председатель", ""),
            signature("Секретарь", ""),
            Gap(8),
            Paragraph("Выписка верна", Style.LABEL),
            signature("Директор", school.director),
            *_notes(material),
        ),
    )


def _place(school: School) -> tuple[Block, ...]:
    place = school.settlement or school.district
    return (Paragraph(place, Style.CENTRED),) if place else ()


def _items(material: ProgrammeMaterial) -> tuple[Block, ...]:
    team = material.programme.team
    return (
        Paragraph("1. Создать рабочую группу по разработке и реализации Программы:"),
        Table(TEAM_COLUMNS, _members(team)),
        Paragraph(f"2. {_appointed(material)}"),
        Paragraph("3. Закрепить направления Программы за кураторами:"),
        Table(CURATOR_COLUMNS, _curators(material)),
        Paragraph("4. Рабочей группе выполнить работу в сроки:"),
        Table(TERM_COLUMNS, _terms()),
        Paragraph(f"5. {_entrusted(material)}"),
        Paragraph(
            "6. Кураторам собирать документы, которые подтверждают выполнение дорожной "
            "карты, и докладывать о нём на педагогическом совете."
        ),
        Paragraph(f"7. {_controlled(material)}"),
    )


def _appointed(material: ProgrammeMaterial) -> str:
    leader = leader_of(material)
    if leader is None:
        return f"Назначить руководителем рабочей группы {SIGNATURE * 3}."
    if is_director(leader, material.school):
        return "Руководство рабочей группой оставляю за собой."
    who = position_and_name(leader.position, leader.name, material, Case.ACCUSATIVE)
    return sentence(f"Назначить руководителем рабочей группы {who}")


def _entrusted(material: ProgrammeMaterial) -> str:
    leader = leader_of(material)
    if leader is None:
        return (
            "Руководителю рабочей группы организовать её работу и вести протоколы "
            "заседаний."
        )
    if is_director(leader, material.school):
        return "Рабочей группе избрать секретаря, который ведёт протоколы её заседаний."
    name = with_initials(material.cases.of(leader.name, Case.ACCUSATIVE))
    return sentence(
        "Организацию работы группы и ведение протоколов её заседаний возложить на "
        f"{name}"
    )


def _controlled(material: ProgrammeMaterial) -> str:
    known = controller_of(material)
    if known is None:
        return "Контроль за исполнением приказа оставляю за собой."
    who = position_and_name(known.position, known.name, material, Case.ACCUSATIVE)
    return sentence(f"Контроль за исполнением приказа возложить на {who}")


def _members(team: tuple[Member, ...]) -> tuple[Row, ...]:
    if not team:
        return tuple(Row((str(n), ROOM, "", "")) for n in range(1, EMPTY_MEMBERS + 1))
    return tuple(
        Row((str(n), member.name, member.position or "–", _role(member)))
        for n, member in enumerate(team, 1)
    )


def _role(member: Member) -> str:
    if member.leads:
        return "руководитель"
    return "куратор" if member.directions else "член группы"


def _curators(material: ProgrammeMaterial) -> tuple[Row, ...]:
    """Return who leads each direction; a direction without a curator stays open."""
    team = material.programme.team
    return tuple(
        Row((d.name, ", ".join(m.name for m in team if d.code in m.directions)))
        for d in material.form.directions
    )


def _terms() -> tuple[Row, ...]:
    return tuple(
        Row((str(n), what, result, "")) for n, (what, result) in enumerate(STEPS, 1)
    )


def _acquainted(team: tuple[Member, ...]) -> Table:
    names = [member.name for member in team] or [""] * EMPTY_MEMBERS
    return Table(ACQUAINTED_COLUMNS, tuple(Row((name, ROOM, "")) for name in names))


def _heard(material: ProgrammeMaterial) -> tuple[Block, ...]:
    programme = material.programme
    deficits = (
        f"{deficits_count(programme)}, причины и мероприятия дорожной карты"
        if programme.included
        else "сохранение достигнутого уровня"
    )
    return (
        Paragraph(
            f"{_speaker(material)} – о проекте Программы развития на "
            f"{period_named(programme)}: результаты самодиагностики за "
            f"{material.diagnosis.year} год ({points_and_level(material.result)}), "
            f"{deficits}."
        ),
    )


def _speaker(material: ProgrammeMaterial) -> str:
    """Return who was heard: the leader of the team, or the director."""
    leader, school = leader_of(material), material.school
    if leader is None:
        name = with_initials(material.cases.of(school.director, Case.ACCUSATIVE))
        return f"Директора {name}".strip()
    position, name, case = leader.position, leader.name, Case.ACCUSATIVE
    return capital(position_and_name(position, name, material, case, short=True))


def _notes(material: ProgrammeMaterial) -> tuple[Block, ...]:
    """Return the footnote of the level that the extract names, or nothing."""
    note = footnote_for(material.result)
    return (Gap(6), Paragraph(note, Style.SMALL)) if note else ()

"""Section «Информационная справка»: the school in a table and its own words."""

from dataclasses import replace

from shkola_desktop.domain.school import School
from shkola_desktop.domain.school_info import SchoolInfo
from shkola_desktop.report.document import (
    Block,
    Column,
    Heading,
    Row,
    Table,
)
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.report.programme.school_figures import pupils_part, staff_part
from shkola_desktop.report.programme.school_life import (
    achievements_part,
    equipment_part,
    surroundings_part,
)
from shkola_desktop.words.russian import capital, decimal, joined
from shkola_desktop.words.schools import programme_name

COLUMNS = (Column("Сведения", 34), Column("Содержание", 66))


def about(plan: Plan, number: str) -> tuple[Block, ...]:
    """Return what is known of the school; unknown rows and parts are left out.

    ``number`` is that of the section.
    """
    school = _today(plan)
    rows = tuple(Row(pair) for pair in _facts(plan) if pair[1])
    blocks: list[Block] = [
        *plan.said("about.opening", _opening(plan)),
        Table(COLUMNS, rows, "Сведения об общеобразовательной организации"),
    ]
    small = _small(plan) if school.small and school.pupils else ""
    if small:
        blocks.extend(plan.said("about.small", small))
    if plan.material.people:
        blocks.append(_staff(plan))
    return (*blocks, *_told(school, plan.material.info, number))


def _today(plan: Plan) -> School:
    """Return the school with the newest figures: a document has one number of each."""
    school, info = plan.material.school, plan.material.info
    newest = info.newest
    found = {
        "pupils": newest.pupils if newest else None,
        "class_sets": newest.class_sets if newest else None,
        "teachers": info.staff.teachers,
    }
    return replace(school, **{n: v for n, v in found.items() if v is not None})


def _told(school: School, info: SchoolInfo, number: str) -> tuple[Block, ...]:
    """Return the parts that hold something, numbered through."""
    parts = (
        ("Контингент обучающихся", pupils_part(info, school.programmes)),
        ("Педагогический состав", staff_part(info.staff)),
        ("Материально-техническая база и подвоз", equipment_part(info)),
        ("Социальное окружение и партнёры", surroundings_part(info)),
        ("Достижения", achievements_part(info)),
    )
    filled = [(title, blocks) for title, blocks in parts if blocks]
    told: list[Block] = []
    for position, (title, blocks) in enumerate(filled, start=1):
        told.extend((Heading(f"{number}.{position} {title}", 2), *blocks))
    return tuple(told)


def _opening(plan: Plan) -> str:
    school = plan.material.school
    place = ", ".join(p for p in (school.settlement, school.district) if p)
    sentences = (
        f"{school.full_name} (далее – ОО).",
        f"Местонахождение: {place}." if place else "",
        f"ОО реализует образовательные программы: {joined(_programmes(plan))}.",
        _ovz(school),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _facts(plan: Plan) -> tuple[tuple[str, str], ...]:
    school = _today(plan)
    return (
        ("Полное наименование", school.full_name),
        ("Сокращённое наименование", school.short_name),
        ("Учредитель", school.founder),
        ("Регион, муниципалитет", _place(school)),
        ("Адрес", school.address),
        ("Филиалы", plan.material.info.branches.strip()),
        ("Сайт", school.site),
        ("Директор", school.director),
        ("Уровни образования", capital(",\n".join(_programmes(plan)))),
        ("Число обучающихся", _number(school.pupils)),
        ("Число классов и классов-комплектов", _number(school.class_sets)),
        ("Число педагогических работников", _number(school.teachers)),
        ("Обучающиеся с ОВЗ", "есть" if school.ovz else "нет"),
    )


def _place(school: School) -> str:
    return ", ".join(part for part in (school.region, school.district) if part)


def _small(plan: Plan) -> str:
    """Return the bank's sentence about small numbers, with the school's own."""
    known = plan.material.bank.neutral_wording
    text = next((line for line in known if "{n}" in line), "")
    pupils = _today(plan).pupils or 1
    share = decimal(100 / pupils)
    return text.replace("{n}", str(pupils)).replace("{share}", share)


def _staff(plan: Plan) -> Table:
    rows = tuple(Row((p.name, p.position)) for p in plan.material.people)
    columns = (Column("Фамилия, имя, отчество", 45), Column("Должность", 55))
    return Table(columns, rows, "Школьная команда")


def _programmes(plan: Plan) -> list[str]:
    names = {p.code: p.name for p in plan.material.form.edition.programmes}
    codes = plan.material.school.programmes
    return [programme_name(code, names.get(code, code)) for code in codes]


def _ovz(school: School) -> str:
    if school.ovz:
        return "В ОО обучаются дети с ограниченными возможностями здоровья (ОВЗ)."
    return "Обучающихся с ограниченными возможностями здоровья (ОВЗ) в ОО нет."


def _number(value: int | None) -> str:
    return "" if value is None else str(value)

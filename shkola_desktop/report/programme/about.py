"""Section «Информационная справка»: the school in a table and its own words."""

from shkola_desktop.domain.school import School
from shkola_desktop.report.document import Block, Column, Paragraph, Row, Table
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.russian import joined

COLUMNS = (Column("Сведения", 38), Column("Содержание", 62))


def about(plan: Plan) -> tuple[Block, ...]:
    """Return what is known of the school; unknown rows are left out."""
    school = plan.material.school
    rows = tuple(Row(pair) for pair in _facts(plan) if pair[1])
    blocks: list[Block] = [
        Paragraph(_opening(plan)),
        Table(COLUMNS, rows, "Сведения об общеобразовательной организации"),
    ]
    if school.small:
        blocks.append(Paragraph(_small(plan)))
    if plan.material.people:
        blocks.append(_staff(plan))
    return tuple(blocks)


def _opening(plan: Plan) -> str:
    school = plan.material.school
    place = f", расположена: {school.settlement}" if school.settlement else ""
    return (
        f"{school.full_name} (далее – ОО){place}, {school.district}. "
        f"ОО реализует программы: {joined(_programmes(plan))}. "
        f"{_ovz(school)}"
    )


def _facts(plan: Plan) -> tuple[tuple[str, str], ...]:
    school = plan.material.school
    return (
        ("Полное наименование", school.full_name),
        ("Сокращённое наименование", school.short_name),
        ("Учредитель", school.founder),
        ("Регион, муниципалитет", _place(school)),
        ("Адрес", school.address),
        ("Сайт", school.site),
        ("Директор", school.director),
        ("Уровни образования", joined(_programmes(plan))),
        ("Обучающихся", _number(school.pupils)),
        ("Классов-комплектов", _number(school.class_sets)),
        ("Педагогических работников", _number(school.teachers)),
        ("Обучающиеся с ОВЗ", "есть" if school.ovz else "нет"),
    )


def _place(school: School) -> str:
    return ", ".join(part for part in (school.region, school.district) if part)


def _small(plan: Plan) -> str:
    known = plan.material.bank.neutral_wording
    text = next((line for line in known if "{n}" in line), "")
    return text.replace("{n}", str(plan.material.school.pupils))


def _staff(plan: Plan) -> Table:
    rows = tuple(Row((p.name, p.position)) for p in plan.material.people)
    columns = (Column("Фамилия, имя, отчество", 45), Column("Должность", 55))
    return Table(columns, rows, "Школьная команда")


def _programmes(plan: Plan) -> list[str]:
    names = {p.code: p.name for p in plan.material.form.edition.programmes}
    return [names.get(code, code) for code in plan.material.school.programmes]


def _ovz(school: School) -> str:
    if school.ovz:
        return "В ОО обучаются дети с ограниченными возможностями здоровья."
    return "Обучающихся с ограниченными возможностями здоровья в ОО нет."


def _number(value: int | None) -> str:
    return "" if value is None else str(value)

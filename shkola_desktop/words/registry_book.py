"""The registry of schools as a workbook: headings, the template, what is wrong."""

import re
from collections.abc import Sequence

from shkola_desktop.domain.form import Edition
from shkola_desktop.domain.ids import ProgrammeCode
from shkola_desktop.domain.school import School
from shkola_desktop.domain.sheets import Cell, CellKind, Column, SheetTable, Workbook

CODE, SHORT, FULL = "Код", "Краткое название", "Полное название"
SETTLEMENT, KIND, PROGRAMMES = "Населённый пункт", "Вид школы", "Программы"
OVZ, PUPILS, DIRECTOR = "ОВЗ", "Обучающихся", "Директор"
ADDRESS, SITE, FOUNDER = "Адрес", "Сайт", "Учредитель"
YES, NO = "да", "нет"
FIELDS = {
    CODE: "code",
    SHORT: "short_name",
    FULL: "full_name",
    SETTLEMENT: "settlement",
    KIND: "kind",
    PROGRAMMES: "programmes",
    OVZ: "ovz",
    PUPILS: "pupils",
    DIRECTOR: "director",
    ADDRESS: "address",
    SITE: "site",
    FOUNDER: "founder",
}
"""The attribute of a school under each heading."""
HEADINGS = {field: heading for heading, field in FIELDS.items()}
OTHER_NAMES = {
    CODE: ("Код школы", "Код организации", "Код ОО", "Код школы в реестре"),
    SHORT: ("Школа", "Название", "Наименование", "Краткое наименование"),
    FULL: ("Полное наименование", "Название по уставу", "Полное название по уставу"),
    SETTLEMENT: ("Село", "Населенный пункт"),
    PROGRAMMES: ("Уровни образования", "Образовательные программы"),
    PUPILS: ("Учеников", "Число обучающихся", "Количество обучающихся"),
    DIRECTOR: ("Руководитель", "ФИО директора"),
    SITE: ("Адрес сайта",),
}
"""What districts call the same columns in tables of their own."""
SHEET = "Школы"
COLUMNS = (
    Column(CODE, 12),
    Column(SHORT, 34),
    Column(FULL, 60),
    Column(SETTLEMENT, 22),
    Column(KIND, 20),
    Column(PROGRAMMES, 18),
    Column(OVZ, 8),
    Column(PUPILS, 13, CellKind.WHOLE),
    Column(DIRECTOR, 24),
    Column(ADDRESS, 40),
    Column(SITE, 26),
    Column(FOUNDER, 40),
)
HOW_TO = (
    (
        "Обязательны «Код» (латинские буквы, цифры, дефис) и «Краткое название». По "
        "коду программа узнаёт школу: та же строка потом исправит её, а не добавит."
    ),
    (
        "«Программы» – НОО, ООО, СОО через запятую. Если пусто, они берутся из "
        "названия: СОШ, ООШ, НОШ. Пустая ячейка ничего не меняет."
    ),
)
WRONG_CHOICE = "Выберите значение из списка или очистите ячейку."
SPARE_ROWS = 100
"""Empty rows of a template that offer the lists to choose from."""
FORMS_OF_LAW = re.compile(
    "муниципальн\\w*|бюджетн\\w*|казённ\\w*|казенн\\w*|автономн\\w*|"
    "общеобразовательн\\w*|образовательн\\w*|учреждени\\w*|"
    "\\bм[бка]?оу\\b|\\bсош\\b|\\bоош\\b|\\bнош\\b|"
    "средн\\w*|основн\\w*|начальн\\w*|школ\\w*",
    re.IGNORECASE,
)
"""Words that nearly every school's name has: they tell nobody apart."""
TAUGHT = (
    ("сош", "средняя", ("noo", "ooo", "soo")),
    ("оош", "основная", ("noo", "ooo")),
    ("нош", "начальная", ("noo",)),
)
"""What the name of a school says about the programmes it teaches."""
REGISTRY_FAULTS = {
    "registry-no-table": "таблицы школ не нашлось: нужны столбцы «Код» и «Краткое "
    "название». Возьмите «Шаблон реестра» и перенесите в него школы.",
    "registry-no-code": "нет кода школы. Впишите код из реестра района.",
    "registry-code": "код «{what}» не годится: можно латинские буквы, цифры и дефис, "
    "до 20 знаков.",
    "registry-twice": "код {what} записан второй раз, первый – в строке {cure}. "
    "Оставьте одну строку.",
    "registry-no-name": "нет краткого названия. Впишите его.",
    "registry-kind": "вида школы «{what}» нет; возможны: {cure}.",
    "registry-programmes": "программы «{what}» не распознаны; пишите НОО, ООО, СОО "
    "через запятую.",
    "registry-no-programmes": "не указано, по каким программам учит школа, и из "
    "названия это не видно. Впишите НОО, ООО, СОО через запятую.",
    "registry-number": "«{what}» – не число обучающихся. Впишите целое число от 0 "
    "до {cure}.",
    "registry-ovz": "«{what}» не распознано; пишите «да» или «нет».",
    "registry-long": "текст длиннее {what} знаков. Сократите его.",
}
"""Words by the rule; places stand before them."""


def programmes_from(name: str) -> tuple[ProgrammeCode, ...]:
    """Return the programmes that the name of a school tells; nothing without a hint."""
    words = name.casefold()
    for abbreviation, adjective, codes in TAUGHT:
        if re.search(rf"\b{abbreviation}\b", words) or adjective in words:
            return tuple(ProgrammeCode(code) for code in codes)
    return ()


def rare_part(name: str) -> str:
    """Return a school's name without the words that nearly every school has."""
    return FORMS_OF_LAW.sub(" ", name)


def registry_book(schools: Sequence[School], edition: Edition) -> Workbook:
    """Return the registry as a workbook; without schools it is a template."""
    kinds = {kind.code: kind.name for kind in edition.kinds}
    taught = {one.code: one.name for one in edition.programmes}
    rows: list[tuple[Cell, ...]] = [
        (
            school.code,
            school.short_name,
            school.full_name,
            school.settlement,
            kinds.get(school.kind, ""),
            ", ".join(taught.get(code, code) for code in school.programmes),
            YES if school.ovz else NO,
            school.pupils,
            school.director,
            school.address,
            school.site,
            school.founder,
        )
        for school in schools
    ]
    rows.extend(tuple(None for _ in COLUMNS) for _ in range(SPARE_ROWS))
    lists = {4: tuple(kinds.values()), 6: (YES, NO)}
    choices = {
        (row, column): values
        for row in range(len(rows))
        for column, values in lists.items()
    }
    table = SheetTable(SHEET, COLUMNS, tuple(rows), HOW_TO, choices)
    return Workbook("Реестр школ", (table,), WRONG_CHOICE)

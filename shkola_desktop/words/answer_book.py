"""The form as a workbook to be filled in, and how its cells are known again."""

from collections.abc import Iterator, Mapping

from shkola_desktop.domain.diagnosis import MAX_COMMENT, Answer, option_taken
from shkola_desktop.domain.form import Direction, Form, Option
from shkola_desktop.domain.ids import IndicatorCode
from shkola_desktop.domain.likeness import key
from shkola_desktop.domain.sheets import Cell, Column, SheetTable, Workbook
from shkola_desktop.words.levels import RECONSTRUCTION
from shkola_desktop.words.russian import POINTS, counted

CODE, NUMBER, NAME, CRITICAL = "Код", "№", "Показатель", "Критический"
ANSWER, COMMENT = "Ответ (выберите из списка)", "Комментарий"
HOW_TO = "Как заполнять"
SCHOOL, YEAR, VARIANT = "Школа", "Год", "Форма"
EDITION, PRINT = "Редакция формы", "Отпечаток формы"
FACT, VALUE = "Сведение", "Значение"
YES = "да"
WRONG_CHOICE = (
    "Такого значения у показателя нет. Выберите строку из списка или очистите ячейку."
)
COLUMNS = (
    Column(CODE, 9, quiet=True),
    Column(NUMBER, 5),
    Column(NAME, 52),
    Column(CRITICAL, 13),
    Column(ANSWER, 58, open=True),
    Column(COMMENT, 38, open=True),
)
INSTRUCTIONS = (
    (
        "1. Листы внизу – направления. На каждом в жёлтом столбце «Ответ» выберите "
        "значение из списка: щёлкните по ячейке и по стрелке справа от неё."
    ),
    (
        "2. В столбце «Комментарий» можно написать, чем ответ подтверждается "
        f"(до {MAX_COMMENT} знаков). Писать не обязательно."
    ),
    (
        "3. Пустая ячейка ничего не меняет: ответ и комментарий, которые уже есть в "
        "программе, останутся."
    ),
    "4. Ноль по критическому показателю обнуляет всё направление.",
    "5. Остальные ячейки защищены от случайных изменений, формулы не принимаются.",
    (
        "6. Сохраните файл в том же виде (.xlsx) и откройте в программе: "
        "«Самодиагностика» – «Перенести ответы…» – «Прочитать заполненную…». Сначала "
        "программа покажет, что изменится."
    ),
)


def option_words(option: Option) -> str:
    """Return an option as the list shows it, with its points."""
    return f"{option.text} – {counted(option.points, POINTS)}".replace("\u00a0", " ")


def option_keys(option: Option) -> Iterator[str]:
    """Return what an option is known by in a cell: with points, the text, the id."""
    yield key(option_words(option))
    yield key(option.text)


def answer_book(
    form: Form, answers: Mapping[IndicatorCode, Answer], year: int, school: str
) -> Workbook:
    """Return the form of a school as a workbook, with the answers it has so far."""
    tables = tuple(_direction(form, one, answers) for one in form.directions)
    title = f"Самодиагностика, {year} год"
    return Workbook(title, (_how_to(form, year, school), *tables), WRONG_CHOICE)


def _how_to(form: Form, year: int, school: str) -> SheetTable:
    note = (RECONSTRUCTION,) if form.edition.status == "reconstruction" else ()
    facts = (
        (SCHOOL, school),
        (YEAR, str(year)),
        (VARIANT, form.title),
        (EDITION, form.edition.code),
        (PRINT, form.edition.hash),
    )
    return SheetTable(
        title=HOW_TO,
        columns=(Column(FACT, 22), Column(VALUE, 90)),
        rows=facts,
        preface=(f"Самодиагностика, {year} год: {school}", *INSTRUCTIONS, *note),
        protected=True,
    )


def _direction(
    form: Form, direction: Direction, answers: Mapping[IndicatorCode, Answer]
) -> SheetTable:
    rows: list[tuple[Cell, ...]] = []
    choices: dict[tuple[int, int], tuple[str, ...]] = {}
    bands: set[int] = set()
    number = 0
    options = {c: a.option for c, a in answers.items() if a.option is not None}
    for criterion in direction.criteria:
        bands.add(len(rows))
        rows.append(("", "", criterion.name))
        for indicator in criterion.indicators:
            number += 1
            taken = option_taken(indicator, options)
            given = answers.get(indicator.code)
            choices[len(rows), COLUMNS.index(_column(ANSWER))] = tuple(
                option_words(option) for option in indicator.options
            )
            rows.append(
                (
                    indicator.code,
                    number,
                    indicator.name,
                    YES if indicator.critical else "",
                    option_words(taken) if taken else "",
                    given.comment if given else "",
                )
            )
    kind = form.edition.direction_kinds.get(direction.kind, "")
    return SheetTable(
        title=sheet_name(direction.name),
        columns=COLUMNS,
        rows=tuple(rows),
        preface=(f"{kind} «{direction.name}»".strip(),),
        choices=choices,
        bands=frozenset(bands),
        protected=True,
    )


def sheet_name(name: str) -> str:
    """Return a name that a sheet may have: 31 letters, without certain signs."""
    plain = "".join(" " if letter in "[]:*?/\\'" else letter for letter in name)
    return plain[:31].strip()


def _column(heading: str) -> Column:
    return next(column for column in COLUMNS if column.heading == heading)

"""What the action log calls each action, and the log as a table."""

from collections.abc import Sequence

from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.sheets import Cell, Column, SheetTable, Workbook
from shkola_desktop.words.russian import moment

ACTION_NAMES = {
    ActionKind.SCHOOL_CHANGED: "Изменены сведения о школе",
    ActionKind.SCHOOL_INFO_CHANGED: "Изменена информация о школе",
    ActionKind.PERSON_CHANGED: "Изменён список сотрудников",
    ActionKind.OFFICE_CHANGED: "Изменены сведения об управлении",
    ActionKind.FORM_CORRECTED: "Исправлен падеж имени или должности",
    ActionKind.DIAGNOSIS_STARTED: "Начата самодиагностика",
    ActionKind.ANSWER_CHANGED: "Изменён ответ",
    ActionKind.DIAGNOSIS_COMPLETED: "Завершена самодиагностика",
    ActionKind.DIAGNOSIS_REOPENED: "Самодиагностика возвращена в работу",
    ActionKind.PROGRAMME_CHANGED: "Изменена программа развития",
    ActionKind.EXECUTION_CHANGED: "Отмечено выполнение программы",
    ActionKind.PROGRAMME_CORRECTED: "Программа скорректирована",
    ActionKind.DOCUMENT_MADE: "Составлен документ",
    ActionKind.PACKAGE_WRITTEN: "Записан пакет",
    ActionKind.PACKAGE_FAILED: "Пакет не записан",
    ActionKind.PACKAGE_READ: "Принят пакет",
    ActionKind.PACKAGE_REFUSED: "Пакет не принят",
    ActionKind.PACKAGE_DELIVERED: "Получение пакета подтверждено",
    ActionKind.SENDER_TRUSTED: "Приняты ключи отправителя",
    ActionKind.KEYS_PROTECTED: "Ключи защищены паролем",
    ActionKind.KEYS_UNPROTECTED: "С ключей снят пароль",
    ActionKind.KEYS_RESTORED: "Ключи восстановлены по листу",
    ActionKind.SHEET_PRINTED: "Напечатан лист восстановления ключей",
    ActionKind.RECOVERY_MADE: "Создан ключ восстановления региона",
    ActionKind.COPY_WRITTEN: "Записана копия рабочего места",
    ActionKind.PART_GIVEN: "Часть самодиагностики отдана коллеге",
    ActionKind.PART_TAKEN: "Часть самодиагностики взята",
    ActionKind.PART_MERGED: "Ответы коллеги сведены",
    ActionKind.MERGE_UNDONE: "Сведение ответов отменено",
    ActionKind.REMARK_WRITTEN: "Записано замечание",
    ActionKind.DECISION_TAKEN: "Принято решение по самодиагностике",
}
NOBODY = "не указано"
"""Who did it, where nobody gave a name in the settings."""
TITLE = "Журнал действий"
HEADINGS = ("Когда", "Кто", "Что сделано", "Где", "Было", "Стало", "Причина")


def action_name(kind: ActionKind) -> str:
    """Return what an action is called."""
    return ACTION_NAMES[kind]


def action_cells(action: Action) -> tuple[str, ...]:
    """Return the words of an entry, in the order of ``HEADINGS``."""
    return (
        moment(action.at),
        action.who or NOBODY,
        action_name(action.kind),
        action.subject,
        action.old,
        action.new,
        action.reason,
    )


def actions_table(actions: Sequence[Action]) -> SheetTable:
    """Return the log as a table to be filtered."""
    widths = (18, 24, 34, 30, 30, 30, 40)
    columns = tuple(
        Column(heading, width) for heading, width in zip(HEADINGS, widths, strict=True)
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(action_cells(a) for a in actions)
    return SheetTable(TITLE, columns, rows, (TITLE,), filtered=True)


def actions_book(actions: Sequence[Action]) -> Workbook:
    """Return the log as a workbook."""
    return Workbook(TITLE, (actions_table(actions),))

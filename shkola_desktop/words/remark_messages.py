"""Errors of the review → what happened and what to do."""

from collections.abc import Callable

from shkola_desktop.domain import errors as e
from shkola_desktop.words.message import Message, fixed
from shkola_desktop.words.russian import LETTERS, counted


def _too_long(error: e.RemarkTooLong) -> Message:
    return Message(
        f"Текст слишком длинный: {counted(error.length, LETTERS)}, помещается "
        f"{error.limit}. Он не сохранён.",
        "Сократите его или разделите на два замечания.",
    )


REMARKS: dict[type[BaseException], Callable[..., Message]] = {
    e.RemarkEmpty: fixed(
        "Текст пустой, ничего не сохранено.",
        "Напишите, что нужно поправить или что уже сделано.",
    ),
    e.RemarkTooLong: _too_long,
    e.NoSuchRemark: fixed(
        "Этого замечания уже нет: его сняли или оно ещё не пришло.",
        "Откройте школу заново и посмотрите список замечаний.",
    ),
    e.RemarkNotYours: fixed(
        "Это замечание написали не вы, поэтому снять или закрыть его нельзя.",
        "Ответьте на него: ответ уйдёт со следующим пакетом.",
    ),
    e.NothingHandedIn: fixed(
        "Школа ещё ничего не сдала, решать пока не о чем.",
        "Примите пакет школы в разделе «Обмен».",
    ),
    e.DraftHandedIn: fixed(
        "Школа прислала черновик: самодиагностика в нём не завершена, принять её "
        "нельзя.",
        "Верните её на доработку или дождитесь завершённой.",
    ),
    e.ReturnUnexplained: fixed(
        "Не сказано, что поправить: нет ни комментария, ни открытых замечаний.",
        "Напишите комментарий или хотя бы одно замечание и верните ещё раз.",
    ),
    e.NoDecision: fixed(
        "Отменять нечего: вашего решения об этой сдаче нет.",
        "Посмотрите, кто и когда решил, в истории школы.",
    ),
}
"""What ``messages.WORDS`` says about remarks and decisions."""

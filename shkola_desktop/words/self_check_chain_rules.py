"""The words of the rules L1–L8: deficit, cause, task, measure."""

from collections.abc import Mapping

from shkola_desktop.domain.self_check.finding import Finding
from shkola_desktop.words.russian import MEASURES, NBSP, counted, plural
from shkola_desktop.words.self_check_advice import Advice, RuleWords, number, quoted
from shkola_desktop.words.self_check_places import fact

TASKS = ("задача", "задачи", "задач")
STAY = ("остаётся", "остаются", "остаётся")


def _l1(f: Finding) -> Advice:
    return Advice(
        f"Показатель {quoted(f, 'indicator')} набрал 0{NBSP}баллов, но в дефицитах "
        "его нет.",
        "Добавьте его на вкладке «Дефициты и мероприятия» или добавьте и исключите "
        "с причиной.",
    )


def _l2(f: Finding) -> Advice:
    return Advice(
        f"У дефицита {fact(f, 'code')} нет ни одной причины.",
        "Возьмите причину из списка или напишите свою: почему так получилось.",
    )


def _l3(f: Finding) -> Advice:
    if f.what == "no_letter":
        return Advice(
            f"Дефицит {fact(f, 'code')} не зависит от школы, но обращения к "
            "учредителю нет.",
            "Напишите в решении: «Направить учредителю предложения…».",
        )
    return Advice(
        f"По дефициту {fact(f, 'code')} нет ни одного мероприятия.",
        "Возьмите мероприятие из списка. Если дефицит не зависит от школы, отметьте "
        "это и направьте письмо учредителю.",
    )


def _l4(f: Finding) -> Advice:
    count = number(f, "count")
    return Advice(
        f"Дефицита {fact(f, 'code')} больше нет: показатель набрал все баллы, а "
        f"{counted(count, MEASURES)} {plural(count, STAY)} в плане.",
        "Уберите дефицит из программы или начните его формулировку словами "
        "«Сохранение уровня».",
    )


def _l5(f: Finding) -> Advice:
    return Advice(
        f"Критический показатель {quoted(f, 'indicator')} не выполнен, а мероприятия "
        f"на {fact(f, 'year')}{NBSP}год нет. Пока он не выполнен, баллы всего "
        "направления не засчитываются.",
        "Добавьте мероприятие со сроком в первом году программы.",
    )


def _l6(f: Finding) -> Advice:
    return Advice(
        f"Причина повторяет дефицит {fact(f, 'code')}: {quoted(f, 'cause')}.",
        "Напишите, почему так получилось: кадры, помещение, деньги, расстояние, "
        "организация.",
    )


def _l7(f: Finding) -> Advice:
    count = counted(number(f, "count"), TASKS)
    if f.what == "deficits":
        return Advice(
            f"По дефицитам поставлено {count}; школе под силу 5–12.",
            "Объедините близкие дефициты общей задачей или исключите те, что могут "
            "подождать, с причиной.",
        )
    if f.what == "few":
        return Advice(
            f"В программе {count}; обычно их 5–12.",
            "Разделите общие задачи: по одной на направление или группу дефицитов.",
        )
    return Advice(
        f"В программе {count}; обычно их 5–12.",
        "Объедините близкие задачи: столько школа вряд ли сможет вести сразу.",
    )


def _l8(f: Finding) -> Advice:
    count = counted(number(f, "count"), MEASURES)
    wrong = f"По направлению {quoted(f, 'direction')} запланировано {count}; "
    if f.what == "few":
        return Advice(
            f"{wrong}обычно их 3–10.",
            "Если этого хватит, оставьте. Иначе возьмите ещё из банка мероприятий.",
        )
    return Advice(
        f"{wrong}обычно их 3–10.", "Объедините близкие или оставьте самые важные."
    )


CHAIN_RULES: Mapping[str, RuleWords] = {
    "L1": RuleWords("Каждый ноль стал дефицитом", _l1),
    "L2": RuleWords("У дефицита есть причина", _l2),
    "L3": RuleWords("У дефицита есть мероприятие", _l3),
    "L4": RuleWords("У мероприятия есть дефицит", _l4),
    "L5": RuleWords("Критическое – в первый год", _l5),
    "L6": RuleWords("Причина не повторяет дефицит", _l6),
    "L7": RuleWords("Задач 5–12", _l7),
    "L8": RuleWords("Мероприятий по направлению 3–10", _l8),
}

"""The words of the rules T1–T6: when, and by whom."""

from collections.abc import Mapping

from shkola_desktop.domain.self_check.finding import Finding
from shkola_desktop.words.russian import MEASURES, NBSP, counted
from shkola_desktop.words.self_check_advice import Advice, RuleWords, number, quoted
from shkola_desktop.words.self_check_places import fact


def _t1(f: Finding) -> Advice:
    if f.what == "none":
        return Advice(
            "У мероприятия нет срока.",
            "Укажите год и месяцы, например «1-й год, сентябрь–декабрь».",
        )
    if f.what == "unknown":
        return Advice(
            f"Из срока {quoted(f, 'term')} не видно, в каком это году.",
            "Добавьте год: «2-й год, сентябрь» или «ежегодно, сентябрь».",
        )
    return Advice(
        f"Срок {quoted(f, 'term')} выходит за период программы: {fact(f, 'years')}.",
        "Исправьте срок или период программы.",
    )


def _t2(f: Finding) -> Advice:
    count = counted(number(f, "count"), MEASURES)
    return Advice(
        f"{count} из {fact(f, 'of')} со сроком «постоянно» или «в течение всего "
        "периода»: так описывают текущую работу, а не развитие.",
        "Назовите годы и месяцы, когда появится результат.",
    )


def _t3(f: Finding) -> Advice:
    return Advice(
        f"На {fact(f, 'year')}{NBSP}год не запланировано ни одного мероприятия по "
        "дефицитам.",
        "Перенесите часть мероприятий на этот год или сократите период программы.",
    )


def _t4(f: Finding) -> Advice:
    cure = "Назовите должность: «зам. директора по УВР», «руководитель ШМО»."
    if f.what == "none":
        return Advice("У мероприятия нет ответственного.", cure)
    return Advice(f"Ответственный {quoted(f, 'who')} – это никто в отдельности.", cure)


def _t5(f: Finding) -> Advice:
    return Advice(
        f"Ответственный {quoted(f, 'role')} ведёт "
        f"{counted(number(f, 'count'), MEASURES)} – {fact(f, 'percent')}{NBSP}% "
        "дорожной карты.",
        "Передайте часть мероприятий кураторам направлений, учителям, партнёрам.",
    )


def _t6(f: Finding) -> Advice:
    hint = fact(f, "hint")
    small = f" В малой школе: {hint}." if hint else ""
    count = counted(number(f, "count"), MEASURES)
    return Advice(
        f"Ответственный {quoted(f, 'role')} ведёт {count}, но такой должности нет в "
        "списке сотрудников.",
        "Внесите сотрудника, назначьте другого или запланируйте договор, сетевую "
        f"форму.{small}",
    )


TERM_RULES: Mapping[str, RuleWords] = {
    "T1": RuleWords("Срок внутри периода", _t1),
    "T2": RuleWords("Мало сроков «постоянно»", _t2),
    "T3": RuleWords("Нет пустого года", _t3),
    "T4": RuleWords("Ответственный назван", _t4),
    "T5": RuleWords("Работа распределена", _t5),
    "T6": RuleWords("Ответственный есть в штате", _t6),
}

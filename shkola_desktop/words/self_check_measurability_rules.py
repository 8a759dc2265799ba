"""The words of the rules M1–M5: promises that can be measured and kept."""

from collections.abc import Mapping

from shkola_desktop.domain.self_check.finding import Finding
from shkola_desktop.words.russian import NBSP, POINTS, counted
from shkola_desktop.words.self_check_advice import (
    Advice,
    RuleWords,
    missing,
    number,
    quoted,
)
from shkola_desktop.words.self_check_places import fact

PEOPLE = ("ребёнок", "ребёнка", "детей")


def _m1(f: Finding) -> Advice:
    return Advice(
        f"У показателя {quoted(f, 'name')} нет {missing(f)}.",
        "Дополните показатель: без этого его нельзя проверить.",
    )


def _m2(f: Finding) -> Advice:
    name = quoted(f, "name")
    if f.what == "worse":
        return Advice(
            f"Показатель {name} к концу программы хуже, чем сейчас: было "
            f"{fact(f, 'now')}, будет {fact(f, 'last')}.",
            "Проверьте значения: цель не может быть ниже достигнутого.",
        )
    if f.what == "over":
        return Advice(
            f"Показатель {name} больше 100{NBSP}%.", "Проверьте значения по годам."
        )
    group = number(f, "group")
    return Advice(
        f"Показатель {name} дан в процентах, а в группе {counted(group, PEOPLE)}: "
        "один человек сильно меняет долю.",
        "Укажите число человек вместо процентов.",
    )


def _m3(f: Finding) -> Advice:
    cure = "Напишите, что останется: приказ, положение, договор, число участников."
    if f.what == "none":
        return Advice("У мероприятия не указан результат.", cure)
    return Advice(
        f"Результат {quoted(f, 'result')} нельзя проверить.",
        cure,
    )


def _m4(f: Finding) -> Advice:
    if f.what == "level":
        return Advice(
            f"Цель обещает уровень {quoted(f, 'claimed')}, а запланированные "
            f"{counted(number(f, 'points'), POINTS)} дают уровень "
            f"{quoted(f, 'planned')}.",
            "Добавьте мероприятия по другим показателям или назовите в цели уровень, "
            "который получается по баллам.",
        )
    return Advice(
        f"Обещано {counted(number(f, 'points'), POINTS)}, а максимум "
        f"{fact(f, 'maximum')}.",
        "Исправьте число баллов.",
    )


def _m5(f: Finding) -> Advice:
    return Advice(
        f"За {fact(f, 'year')}{NBSP}год запланирован рост на "
        f"{counted(number(f, 'growth'), POINTS)} – это {fact(f, 'percent')}{NBSP}% "
        "от максимума. Эксперты сочтут это нереалистичным.",
        "Перенесите часть мероприятий на следующие годы. Если рост даёт критический "
        "показатель, который обнулял направление, оставьте так и поясните.",
    )


MEASURABILITY_RULES: Mapping[str, RuleWords] = {
    "M1": RuleWords("Показатель измерим", _m1),
    "M2": RuleWords("Значения показателя разумны", _m2),
    "M3": RuleWords("Результат можно предъявить", _m3),
    "M4": RuleWords("План следует из баллов", _m4),
    "M5": RuleWords("Рост реалистичен", _m5),
}

"""The words of the rules about the plan: C, L, M and T."""

from collections.abc import Mapping

from shkola_desktop.domain.self_check.finding import Finding
from shkola_desktop.words.russian import (
    INDICATORS,
    MEASURES,
    NBSP,
    POINTS,
    counted,
    plural,
)
from shkola_desktop.words.self_check_advice import (
    Advice,
    RuleWords,
    missing,
    number,
    quoted,
)
from shkola_desktop.words.self_check_places import ROWS, fact

PEOPLE = ("ребёнок", "ребёнка", "детей")
TASKS = ("задача", "задачи", "задач")
STAY = ("остаётся", "остаются", "остаётся")


def _c1(f: Finding) -> Advice:
    if f.what == "thin":
        return Advice(
            "Информационная справка состоит только из данных школы.",
            "Заполните «Информацию о школе»: контингент по годам, кадры, оснащение, "
            "партнёры. Обычно это 2–6 страниц.",
        )
    section = quoted(f, "section")
    if f.what == "left_out":
        return Advice(
            f"В выбранной структуре нет обязательного раздела {section}.",
            "Выберите другую структуру документа.",
        )
    return Advice(
        f"Раздел {section} пуст.",
        "Внесите данные для него или напишите свой текст в начале раздела.",
    )


def _c2(f: Finding) -> Advice:
    if f.what == "period":
        return Advice(
            f"Период не задан: начало {fact(f, 'first')}, конец {fact(f, 'last')}.",
            "Укажите первый и последний год программы.",
        )
    return Advice(
        {
            "full_name": "Нет полного наименования школы.",
            "founder": "Не назван учредитель, с которым согласуют программу.",
            "director": "Не назван директор, который утверждает программу.",
        }[f.what],
        {
            "full_name": "Внесите его в настройках точно так, как в уставе.",
            "founder": "Внесите учредителя в настройках школы.",
            "director": "Внесите фамилию и инициалы директора в настройках школы.",
        }[f.what],
    )


def _c3(f: Finding) -> Advice:
    row = fact(f, "row")
    if f.what == "no_row":
        return Advice(
            f"В паспорте нет строки «{ROWS.get(row, row)}».",
            "Верните строку в шаблон паспорта.",
        )
    return Advice(
        f"Строка паспорта «{row}» пуста.",
        "Заполните её или данные, из которых она составляется.",
    )


def _c4(f: Finding) -> Advice:
    direction = quoted(f, "direction")
    if f.what == "no_result":
        return Advice(
            f"По направлению {direction} нет результата самодиагностики.",
            "Ответьте на показатели этого направления.",
        )
    if f.what == "stranger":
        return Advice(
            f"Дефицит {fact(f, 'code')} относится к направлению, которого нет в форме "
            "школы: в документ он не попадёт.",
            "Исключите дефицит из программы или составьте новый черновик.",
        )
    return Advice(
        f"По направлению {direction} есть дефициты, но в дорожной карте нет ни одного "
        "мероприятия.",
        "Добавьте мероприятие или исключите дефициты с причиной – тогда будет "
        "напечатано «сохранение уровня».",
    )


def _c5(f: Finding) -> Advice:
    if f.what == "no_leader":
        return Advice(
            "В рабочей группе нет руководителя.", "Отметьте, кто ею руководит."
        )
    return Advice(
        "Разработчики программы не названы.",
        "Назначьте рабочую группу на вкладке «Команда».",
    )


def _c6(_f: Finding) -> Advice:
    return Advice("Не указан сайт школы.", "Внесите адрес сайта в настройках школы.")


def _c7(f: Finding) -> Advice:
    unanswered = number(f, "missing")
    left = f" без ответа {counted(unanswered, INDICATORS)}," if unanswered else ""
    return Advice(
        f"Самодиагностика за {fact(f, 'year')}{NBSP}год не завершена:{left} "
        "в документе будет «результат предварительный» без даты завершения.",
        "Завершите самодиагностику на её странице.",
    )


def _c8(f: Finding) -> Advice:
    if f.what == "finance":
        return Advice(
            "Не названы источники финансирования.",
            "Назовите хотя бы один, например «без дополнительного финансирования».",
        )
    if f.what == "monitoring":
        return Advice(
            "Не описан мониторинг.",
            "Добавьте, что отслеживается, когда, кем и где рассматривается.",
        )
    return Advice(
        f"Рисков описано {fact(f, 'count')}, нужно не меньше {fact(f, 'fewest')}.",
        "Добавьте риски с мерами предупреждения: кадры, деньги, транспорт, связь.",
    )


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


PLAN_RULES: Mapping[str, RuleWords] = {
    "C1": RuleWords("Все обязательные разделы заполнены", _c1),
    "C2": RuleWords("Титульный лист полон", _c2),
    "C3": RuleWords("Строки паспорта 1–9 заполнены", _c3),
    "C4": RuleWords("Есть каждое направление", _c4),
    "C5": RuleWords("Разработчики названы", _c5),
    "C6": RuleWords("Указан сайт школы", _c6),
    "C7": RuleWords("Указана дата самодиагностики", _c7),
    "C8": RuleWords("Есть риски, финансирование и мониторинг", _c8),
    "L1": RuleWords("Каждый ноль стал дефицитом", _l1),
    "L2": RuleWords("У дефицита есть причина", _l2),
    "L3": RuleWords("У дефицита есть мероприятие", _l3),
    "L4": RuleWords("У мероприятия есть дефицит", _l4),
    "L5": RuleWords("Критическое – в первый год", _l5),
    "L6": RuleWords("Причина не повторяет дефицит", _l6),
    "L7": RuleWords("Задач 5–12", _l7),
    "L8": RuleWords("Мероприятий по направлению 3–10", _l8),
    "M1": RuleWords("Показатель измерим", _m1),
    "M2": RuleWords("Значения показателя разумны", _m2),
    "M3": RuleWords("Результат можно предъявить", _m3),
    "M4": RuleWords("План следует из баллов", _m4),
    "M5": RuleWords("Рост реалистичен", _m5),
    "T1": RuleWords("Срок внутри периода", _t1),
    "T2": RuleWords("Мало сроков «постоянно»", _t2),
    "T3": RuleWords("Нет пустого года", _t3),
    "T4": RuleWords("Ответственный назван", _t4),
    "T5": RuleWords("Работа распределена", _t5),
    "T6": RuleWords("Ответственный есть в штате", _t6),
}
"""Completeness, chain, measurability, terms and people."""

"""The words of the rules about the document: K, F and P."""

from collections.abc import Mapping

from shkola_desktop.domain.self_check.finding import Finding, Severity
from shkola_desktop.words.russian import (
    NBSP,
    counted,
)
from shkola_desktop.words.self_check_advice import (
    Advice,
    RuleWords,
    missing,
    number,
    quoted,
)
from shkola_desktop.words.self_check_places import FIELDS, fact, where

PAGES = ("страница", "страницы", "страниц")


def _k1(f: Finding) -> Advice:
    period = f"{fact(f, 'first')}–{fact(f, 'last')}"
    if f.what == "dash":
        return Advice(
            f"В периоде {quoted(f, 'found')} потеряно тире.",
            "Поставьте тире между годами.",
        )
    if f.what == "goal_year":
        return Advice(
            f"Цель названа к {fact(f, 'found')}{NBSP}году, а программа – на {period} "
            "годы.",
            "Исправьте год в цели или период программы.",
        )
    return Advice(
        f"В тексте период {fact(f, 'found')}, а программа – на {period} годы.",
        "Исправьте годы в тексте или период программы.",
    )


def _k2(f: Finding) -> Advice:
    other = "другая школа" if f.what == "school" else "другой район"
    return Advice(
        f"В тексте есть название: {fact(f, 'found')}. Похоже, это {other}.",
        "Исправьте название. Если это партнёр, внесите его в список партнёров.",
    )


def _k3(f: Finding) -> Advice:
    cure = (
        "Откройте самодиагностику и результат ещё раз; если не поможет, сохраните "
        "файл диагностики в настройках."
    )
    if f.what == "level":
        return Advice("Уровень не соответствует сумме баллов.", cure)
    return Advice(
        f"Сумма баллов не сходится: указано {fact(f, 'told')}, по ответам "
        f"{fact(f, 'right')}.",
        cure,
    )


def _k4(f: Finding) -> Advice:
    if f.what == "ovz":
        return Advice(
            f"В информации о школе есть обучающиеся с ОВЗ ({fact(f, 'info')}), а в "
            "данных школы отмечено, что их нет.",
            "Исправьте отметку в настройках школы: от неё зависит форма "
            "самодиагностики.",
        )
    field = FIELDS[f.what]
    return Advice(
        f"Разные цифры: {field} в данных школы – {fact(f, 'school')}, в информации о "
        f"школе – {fact(f, 'info')}.",
        "Укажите в обоих местах одно и то же на одну дату.",
    )


def _k5(f: Finding) -> Advice:
    later, earlier = fact(f, "later"), fact(f, "earlier")
    if f.what == "no_founder":
        return Advice(
            "Приказ об утверждении уже есть, а согласования учредителя нет.",
            "Внесите дату согласования: программу утверждают по согласованию с "
            "учредителем (пункт 7 части 3 статьи 28 закона № 273-ФЗ).",
        )
    wrong = {
        "founder": f"Согласование учредителя ({later}) раньше педсовета ({earlier}).",
        "order": f"Приказ ({later}) раньше согласования учредителя ({earlier}).",
        "order_council": f"Приказ ({later}) раньше педсовета ({earlier}).",
    }[f.what]
    return Advice(
        wrong, "Порядок такой: педагогический совет, затем учредитель, затем приказ."
    )


def _k6(f: Finding) -> Advice:
    return Advice(
        f"В тексте названо {quoted(f, 'found')}, а школа не ведёт среднее общее "
        "образование.",
        "Уберите упоминание или исправьте программы в настройках школы.",
    )


def _k7(_f: Finding) -> Advice:
    return Advice(
        "Мероприятие для обучающихся с ОВЗ, а таких обучающихся в школе нет.",
        "Добавьте слово «готовность»: «обеспечить готовность к обучению детей с ОВЗ».",
    )


def _f2(f: Finding) -> Advice:
    return Advice(
        f"В тексте осталась заготовка: {quoted(f, 'found')}.",
        "Впишите нужное или уберите. Прочерки оставляют только для подписей и дат.",
    )


def _f3(f: Finding) -> Advice:
    known = fact(f, "known")
    means = f" Значения: {known}." if known else ""
    return Advice(
        f"Сокращения нигде не раскрыты: {fact(f, 'list')}.",
        f"Раскройте их при первом упоминании или дайте список сокращений.{means}",
    )


def _f4(f: Finding) -> Advice:
    return Advice(
        f"В тексте ссылка на таблицу по номеру: {quoted(f, 'found')}. Номера ставит "
        "программа, и они могут измениться.",
        "Напишите «в таблице ниже» или назовите таблицу.",
    )


def _f6(f: Finding) -> Advice:
    pages = counted(number(f, "pages"), PAGES)
    return Advice(
        f"В документе {pages}, это больше {fact(f, 'limit')}.",
        "Сократите свои тексты и число мероприятий: хорошие программы сельских школ "
        "занимают 40–55 страниц.",
    )


def _f7(f: Finding) -> Advice:
    if f.what == "quotes":
        return Advice(
            f"В тексте {quoted(f, 'text', 60)} кавычка без пары.",
            "Закройте или уберите кавычку.",
        )
    return Advice(
        f"В тексте {quoted(f, 'text', 60)} лишний или пропущенный пробел.",
        "Исправьте пробелы. Тире, кавычки и неразрывные пробелы программа ставит сама.",
    )


def _f9(f: Finding) -> Advice:
    if f.what == "pupil":
        return Advice(
            f"В тексте назван ученик: {quoted(f, 'found')}.",
            "Уберите имя: программа публикуется на сайте. Напишите «обучающийся "
            "7 класса».",
        )
    return Advice(
        f"В тексте телефон, адрес почты или личный номер: {quoted(f, 'found')}.",
        "Уберите: программа публикуется на сайте.",
    )


def _p1(f: Finding) -> Advice:
    act, note = fact(f, "act"), fact(f, "note")
    more = f" Справка: {note}." if note else ""
    if f.what == "unchecked":
        return Advice(
            f"Больше года не проверялось, действует ли документ: {act}.",
            "Проверьте его в справочной системе и обновите файл правовых актов.",
        )
    state = {
        "superseded": "больше не действует",
        "project": "ещё не утверждён",
    }.get(f.what, "требует проверки")
    return Advice(
        f"Документ {state}: {act}.{more}",
        f"Замените или уберите ссылку ({_place_named(fact(f, 'where'))}).",
    )


def _place_named(place: str) -> str:
    return where(Finding("", Severity.INFO, place))


def _p2(f: Finding) -> Advice:
    act = fact(f, "act") or {
        "fz-273": "Федеральный закон № 273-ФЗ (пункт 7 части 3 статьи 28)",
        "letter-03-877": "Письмо Минпросвещения России № 03-877",
    }.get(fact(f, "code"), "")
    return Advice(
        f"Среди оснований не назван документ: {act}.",
        "Добавьте его в строку паспорта «Документы, послужившие основанием».",
    )


def _p3(f: Finding) -> Advice:
    return Advice(
        f"У документа нет {missing(f)}: {fact(f, 'act')}.",
        "Укажите вид, дату и номер документа.",
    )


TEXT_RULES: Mapping[str, RuleWords] = {
    "K1": RuleWords("Период один и тот же", _k1),
    "K2": RuleWords("Нет чужих названий", _k2),
    "K3": RuleWords("Баллы сходятся", _k3),
    "K4": RuleWords("Цифры совпадают", _k4),
    "K5": RuleWords("Даты согласования по порядку", _k5),
    "K6": RuleWords("Нет чужого уровня образования", _k6),
    "K7": RuleWords("ОВЗ – как готовность", _k7),
    "F2": RuleWords("Нет заготовок", _f2),
    "F3": RuleWords("Сокращения раскрыты", _f3),
    "F4": RuleWords("Ссылки на таблицы", _f4),
    "F6": RuleWords("Объём", _f6),
    "F7": RuleWords("Кавычки и пробелы", _f7),
    "F9": RuleWords("Нет личных данных", _f9),
    "P1": RuleWords("Документы действуют", _p1),
    "P2": RuleWords("Названы закон и письмо", _p2),
    "P3": RuleWords("У документов дата и номер", _p3),
}
"""Consistency, form and law."""

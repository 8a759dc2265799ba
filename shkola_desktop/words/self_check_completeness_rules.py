"""The words of the rules C1–C8: everything is there."""

from collections.abc import Mapping

from shkola_desktop.domain.self_check.finding import Finding
from shkola_desktop.words.russian import INDICATORS, NBSP, counted
from shkola_desktop.words.self_check_advice import Advice, RuleWords, number, quoted
from shkola_desktop.words.self_check_places import ROWS, fact


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


COMPLETENESS_RULES: Mapping[str, RuleWords] = {
    "C1": RuleWords("Все обязательные разделы заполнены", _c1),
    "C2": RuleWords("Титульный лист полон", _c2),
    "C3": RuleWords("Строки паспорта 1–9 заполнены", _c3),
    "C4": RuleWords("Есть каждое направление", _c4),
    "C5": RuleWords("Разработчики названы", _c5),
    "C6": RuleWords("Указан сайт школы", _c6),
    "C7": RuleWords("Указана дата самодиагностики", _c7),
    "C8": RuleWords("Есть риски, финансирование и мониторинг", _c8),
}

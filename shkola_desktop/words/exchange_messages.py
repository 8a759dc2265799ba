"""Errors of reading packages and of offices → what happened and what to do."""

from collections.abc import Callable

from shkola_desktop.domain import errors as e
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.words.message import Message, fixed
from shkola_desktop.words.packages import KINDS
from shkola_desktop.words.russian import CONFLICTS, counted

PLACES = {
    Role.SCHOOL: "в школе",
    Role.DISTRICT: "в районе",
    Role.REGION: "в регионе",
}


def _unknown(error: e.SenderUnknown) -> Message:
    return Message(
        f"Пакет прислал отправитель с кодом {error.code}, его нет в реестре.",
        "Проверьте код в реестре школ: добавьте отправителя или исправьте код.",
    )


def _code_taken(error: e.CodeTaken) -> Message:
    return Message(
        f"Код {error.code} в реестре уже есть: {error.name}.",
        "Проверьте код или исправьте ту запись.",
    )


def _has_data(error: e.SchoolHasData) -> Message:
    return Message(
        f"«{error.name}» нельзя убрать из реестра: от школы уже приняты данные.",
        "Оставьте запись; если школа закрыта, её данные пригодятся для истории.",
    )


def _not_trusted(error: e.SenderNotTrusted) -> Message:
    return Message(
        f"Ключ отправителя {error.code} здесь видят впервые.",
        "Сверьте слова с сопроводительным листом или по телефону: "
        f"{' · '.join(error.words)}.",
    )


def _stale(error: e.PackageStale) -> Message:
    return Message(
        f"Пакет № {error.sequence} старше уже принятого № {error.last}.",
        "Возьмите у отправителя последний пакет. Принять старый можно только по "
        "отдельной просьбе: он заменит более новые данные.",
    )


def _of_other(error: e.PackageOfOther) -> Message:
    return Message(
        f"Пакет предназначен для другого рабочего места: {error.meant}, "
        f"а здесь {error.own}.",
        "Откройте его там, для кого он сделан.",
    )


def _unexpected(error: e.PackageKindUnexpected) -> Message:
    kind, place = KINDS[PackageKind(error.kind)], PLACES[Role(error.role)]
    return Message(
        f"Пакет вида «{kind}» {place} не принимают.",
        "Передайте его тому, кому он адресован.",
    )


def _form(error: e.FormUnknown) -> Message:
    return Message(
        f"Пакет сделан по форме {error.edition} ({error.hash[:12]}), "
        "которой здесь нет.",
        "Сначала примите пакет с этой формой от регионального оператора.",
    )


def _changed(error: e.PackageChanged) -> Message:
    return Message(
        f"Файл {error.path.name} изменился после просмотра.",
        "Просмотрите пакет ещё раз и только потом принимайте.",
    )


def _part_unknown(error: e.PartUnknown) -> Message:
    whom = f" (кому: {error.given_to})" if error.given_to else ""
    return Message(
        f"Эту часть{whom} выдавали не с этого рабочего места.",
        "Откройте её на том компьютере, с которого она выдана.",
    )


def _wrong_side(error: e.PartOnWrongSide) -> Message:
    if error.returned:
        return Message(
            "Это часть, которую вы сами возвращаете.",
            "Передайте её тому, кто выдал: читать её нужно на его компьютере.",
        )
    return Message(
        "Это часть, которую вы сами выдали, она ещё не заполнена.",
        "Передайте её коллеге. Прочитать здесь нужно то, что коллега вернёт.",
    )


def _part_late(error: e.PartLate) -> Message:
    return Message(
        f"Часть опоздала (кому выдана: {error.given_to}): самодиагностика за "
        f"{error.year} год уже завершена, ответы не меняются.",
        "Если ответы из части нужны, откройте самодиагностику снова, укажите причину "
        "и прочитайте часть ещё раз. Часть при этом никуда не денется.",
    )


def _beside_own(error: e.PartBesideOwn) -> Message:
    return Message(
        f"На этом рабочем месте уже начата своя самодиагностика за {error.year} год.",
        "Чтобы ответы не смешались, часть не прочитана. Откройте её на другом "
        "компьютере или в другой папке рабочего места.",
    )


def _choices_missing(error: e.ChoicesMissing) -> Message:
    return Message(
        f"Ещё не решено: {counted(error.left, CONFLICTS)}.",
        "Выберите значение для каждого расхождения и повторите.",
    )


EXCHANGE: dict[type[BaseException], Callable[..., Message]] = {
    e.NoOffice: fixed(
        "Сведений о районе или регионе ещё нет.",
        "Заполните их при первом запуске программы.",
    ),
    e.SenderUnknown: _unknown,
    e.CodeTaken: _code_taken,
    e.SchoolHasData: _has_data,
    e.SenderNotTrusted: _not_trusted,
    e.PackageStale: _stale,
    e.PackageOfOther: _of_other,
    e.PackageKindUnexpected: _unexpected,
    e.FormUnknown: _form,
    e.PackageChanged: _changed,
    e.SecretWrong: fixed(
        "Слова к этой части не подходят.",
        "Проверьте их порядок и написание; слова знает тот, кто выдал часть.",
    ),
    e.PartUnknown: _part_unknown,
    e.PartOnWrongSide: _wrong_side,
    e.PartLate: _part_late,
    e.PartBesideOwn: _beside_own,
    e.PartEmpty: fixed(
        "Часть не выбрана.",
        "Отметьте хотя бы одно направление и напишите, кому часть выдаётся.",
    ),
    e.ChoicesMissing: _choices_missing,
    e.NothingToUndo: fixed(
        "Это слияние уже отменено или после него прочитана другая часть.",
        "Отменять слияния можно по одному, начиная с последнего.",
    ),
}
"""What ``messages.WORDS`` says about the exchange."""

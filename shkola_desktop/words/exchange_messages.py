"""Errors of reading packages and of offices → what happened and what to do."""

from collections.abc import Callable

from shkola_desktop.domain import errors as e
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.words.message import Message, fixed
from shkola_desktop.words.packages import KINDS

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


EXCHANGE: dict[type[BaseException], Callable[..., Message]] = {
    e.NoOffice: fixed(
        "Сведений о районе или регионе ещё нет.",
        "Заполните их при первом запуске программы.",
    ),
    e.SenderUnknown: _unknown,
    e.SenderNotTrusted: _not_trusted,
    e.PackageStale: _stale,
    e.PackageOfOther: _of_other,
    e.PackageKindUnexpected: _unexpected,
    e.FormUnknown: _form,
    e.PackageChanged: _changed,
}
"""What ``messages.WORDS`` says about the exchange."""

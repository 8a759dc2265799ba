"""What packages are called and what they hold, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from shkola_desktop.domain.contents import (
    Bundle,
    Content,
    Enrolment,
    FormsIssue,
    Part,
    Receipt,
    Review,
    WorkspaceCopy,
)
from shkola_desktop.domain.package import HandOver, PackageKind, SendingState
from shkola_desktop.words.russian import counted, size

DECISIONS = ("решение", "решения", "решений")
ENTRIES = ("запись замечаний", "записи замечаний", "записей замечаний")

KINDS: Mapping[PackageKind, str] = MappingProxyType(
    {
        PackageKind.ENROLMENT: "подключение",
        PackageKind.PART: "часть самодиагностики",
        PackageKind.DIAGNOSIS: "самодиагностика школы",
        PackageKind.REVIEW: "итоги проверки",
        PackageKind.BUNDLE: "сводный пакет района",
        PackageKind.RECEIPT: "квитанция",
        PackageKind.FORMS: "форма и справочники",
        PackageKind.BACKUP: "копия рабочего места",
    }
)
"""The name of every kind of package."""


SENDING_STATES: Mapping[SendingState, str] = MappingProxyType(
    {
        SendingState.WRITING: "записывается",
        SendingState.WRITTEN: "на пути",
        SendingState.FAILED: "не записан",
        SendingState.DELIVERED: "получен",
        SendingState.REFUSED: "не принят получателем",
    }
)
"""How far a package is that was given out."""


def content_words(content: Content) -> str:
    """Return in half a sentence what a package holds."""
    match content:
        case HandOver() | Part():
            words = f"ответов: {len(content.diagnosis.answers)}"
        case Enrolment():
            words = _enrolment(content)
        case Review():
            decisions = counted(len(content.decisions), DECISIONS)
            words = f"{decisions}, {counted(len(content.entries), ENTRIES)}"
        case Bundle():
            words = f"пакетов школ: {len(content.packages)}"
        case Receipt():
            words = f"отмечено пакетов: {len(content.lines)}"
        case FormsIssue():
            words = f"форма {content.pack_id}, выпуск {content.version}"
        case WorkspaceCopy():
            words = f"база данных, {size(len(content.database))}"
    return words


def _enrolment(content: Enrolment) -> str:
    whom = content.school.short_name if content.school else ""
    whom = content.office.name if content.office else whom
    return f"{content.sender.name} подключает: {whom}"

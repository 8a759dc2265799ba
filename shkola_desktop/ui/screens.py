"""Which presenter makes which screen, and what the side list calls it."""

from collections.abc import Callable
from typing import Any

from shkola_desktop.domain.office import Role
from shkola_desktop.ui.context import Context, Screen

NAMES = {
    Screen.HOME: ("Обзор", "home"),
    Screen.DIAGNOSIS: ("Самодиагностика", "clipboard-list"),
    Screen.RESULT: ("Результаты", "chart-radar"),
    Screen.PROGRAMME: ("Программа развития", "report"),
    Screen.DOCUMENTS: ("Документы", "files"),
    Screen.EXCHANGE: ("Обмен", "usb"),
    Screen.PARTS: ("Части для коллег", "users"),
    Screen.CAMPAIGN: ("Обзор", "home"),
    Screen.REVIEW: ("Проверка", "checklist"),
    Screen.RECEPTION: ("Приём", "inbox"),
    Screen.ANALYTICS: ("Аналитика", "chart-bar"),
    Screen.SETTINGS: ("Настройки", "settings"),
    Screen.JOURNAL: ("Журнал", "history"),
}
"""Name in the side list and icon."""
SCREENS: dict[Role, tuple[Screen, ...]] = {
    Role.SCHOOL: (
        Screen.HOME,
        Screen.DIAGNOSIS,
        Screen.RESULT,
        Screen.PROGRAMME,
        Screen.DOCUMENTS,
        Screen.EXCHANGE,
        Screen.PARTS,
        Screen.SETTINGS,
        Screen.JOURNAL,
    ),
    Role.DISTRICT: (
        Screen.CAMPAIGN,
        Screen.RECEPTION,
        Screen.REVIEW,
        Screen.ANALYTICS,
        Screen.DOCUMENTS,
        Screen.EXCHANGE,
        Screen.SETTINGS,
        Screen.JOURNAL,
    ),
    Role.REGION: (
        Screen.CAMPAIGN,
        Screen.RECEPTION,
        Screen.REVIEW,
        Screen.ANALYTICS,
        Screen.DOCUMENTS,
        Screen.EXCHANGE,
        Screen.SETTINGS,
        Screen.JOURNAL,
    ),
}
"""The side list of each role; the first screen is where the window opens."""
UNDER = {Screen.RECEPTION: Screen.EXCHANGE}
"""Where a screen belongs that the side list of a role does not name."""


def _home(context: Context) -> Any:
    from shkola_desktop.ui.home.presenter import HomePresenter

    return HomePresenter(context)


def _diagnosis(context: Context) -> Any:
    from shkola_desktop.ui.diagnosis.presenter import DiagnosisPresenter

    return DiagnosisPresenter(context)


def _result(context: Context) -> Any:
    from shkola_desktop.ui.result.presenter import ResultPresenter

    return ResultPresenter(context)


def _programme(context: Context) -> Any:
    from shkola_desktop.ui.programme.presenter import ProgrammePresenter

    return ProgrammePresenter(context)


def _documents(context: Context) -> Any:
    from shkola_desktop.ui.documents.presenter import DocumentsPresenter

    return DocumentsPresenter(context)


def _exchange(context: Context) -> Any:
    if context.role is not Role.SCHOOL:
        from shkola_desktop.ui.exchange.office_presenter import (
            OfficeExchangePresenter,
        )

        return OfficeExchangePresenter(context)
    from shkola_desktop.ui.exchange.presenter import ExchangePresenter

    return ExchangePresenter(context)


def _parts(context: Context) -> Any:
    from shkola_desktop.ui.parts.presenter import PartsPresenter

    return PartsPresenter(context)


def _campaign(context: Context) -> Any:
    from shkola_desktop.ui.campaign.presenter import CampaignPresenter

    return CampaignPresenter(context)


def _review(context: Context) -> Any:
    from shkola_desktop.ui.review.presenter import ReviewPresenter

    return ReviewPresenter(context)


def _reception(context: Context) -> Any:
    from shkola_desktop.ui.reception.presenter import ReceptionPresenter

    return ReceptionPresenter(context)


def _analytics(context: Context) -> Any:
    from shkola_desktop.ui.analytics.presenter import AnalyticsPresenter

    return AnalyticsPresenter(context)


def _settings(context: Context) -> Any:
    from shkola_desktop.ui.settings.presenter import SettingsPresenter

    return SettingsPresenter(context)


def _journal(context: Context) -> Any:
    from shkola_desktop.ui.journal.presenter import JournalPresenter

    return JournalPresenter(context)


PRESENTERS: dict[Screen, Callable[[Context], Any]] = {
    Screen.HOME: _home,
    Screen.DIAGNOSIS: _diagnosis,
    Screen.RESULT: _result,
    Screen.PROGRAMME: _programme,
    Screen.DOCUMENTS: _documents,
    Screen.EXCHANGE: _exchange,
    Screen.PARTS: _parts,
    Screen.CAMPAIGN: _campaign,
    Screen.REVIEW: _review,
    Screen.RECEPTION: _reception,
    Screen.ANALYTICS: _analytics,
    Screen.SETTINGS: _settings,
    Screen.JOURNAL: _journal,
}
"""Made when a screen is first opened, so that the window comes up early."""

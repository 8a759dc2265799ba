"""«Обзор» of a district or region: the next step, schools by standing, what came."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from shkola_desktop.app.campaign import Campaign
from shkola_desktop.app.office_steps import OfficeStep
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import Standing
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, short, text, title
from shkola_desktop.words.russian import long_date, moment
from shkola_desktop.words.standings import STANDINGS_OF_MANY

RECEIVED = {
    ReceivingState.IMPORTED: "принят",
    ReceivingState.REFUSED: "не принят",
}


DONE = (
    "Всё принято и передано",
    "Можно смотреть, как обстоят дела по направлениям.",
    "Открыть аналитику",
)
STEPS = {
    Role.DISTRICT: {
        OfficeStep.REGISTRY: (
            "Загрузите реестр школ",
            "Возьмите список школ из таблицы Excel или внесите школы по одной.",
            "Перейти к школам",
        ),
        OfficeStep.CONNECT: (
            "Подключите школы",
            "Запишите школам пакеты подключения: с ними школа узнает ваш ключ и код.",
            "Перейти к школам",
        ),
        OfficeStep.RECEIVE: (
            "Примите пакеты школ",
            "Вставьте носитель с пакетами. Сначала они только просматриваются.",
            "Перейти к приёму",
        ),
        OfficeStep.REVIEW: (
            "Проверьте сданные самодиагностики",
            "Примите их или верните школе с замечаниями.",
            "Перейти к проверке",
        ),
        OfficeStep.PASS_ON: (
            "Передайте данные в регион",
            "Запишите сводный пакет района на носитель.",
            "Перейти к обмену",
        ),
        OfficeStep.NOTHING: DONE,
    },
    Role.REGION: {
        OfficeStep.REGISTRY: (
            "Внесите районы",
            "Добавьте районы региона: от них будут приходить сводные пакеты.",
            "Перейти к районам",
        ),
        OfficeStep.CONNECT: (
            "Подключите районы",
            "Запишите районам пакеты подключения: с ними район узнает ваш ключ и код.",
            "Перейти к районам",
        ),
        OfficeStep.RECEIVE: (
            "Примите сводные пакеты районов",
            "Вставьте носитель с пакетами. Сначала они только просматриваются.",
            "Перейти к приёму",
        ),
        OfficeStep.NOTHING: (
            "Пакеты всех районов приняты",
            "Можно смотреть, как обстоят дела в регионе.",
            "Открыть аналитику",
        ),
    },
}
"""Heading, words and button of every step that a role meets."""


class CampaignPage(ScrollPage):
    """Draws the campaign. ``standing_wanted`` carries the standing clicked on."""

    standing_wanted = Signal(object)
    step_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._next = button("", "next-step", "main")

    def render_campaign(self, campaign: Campaign, step: OfficeStep) -> None:
        """Show the state of the year and the next step, with a button to it."""
        self.clear()
        self.column.addWidget(title(campaign.office.name))
        self.column.addWidget(muted(_subtitle(campaign)))
        self.column.addWidget(self._step_card(campaign, step))
        self.column.addWidget(self._standings_card(campaign))
        grid = QGridLayout()
        grid.setSpacing(2 * SPACE)
        names = {s.school.code: s.school.short_name for s in campaign.schools}
        cards = (
            _recent_card(campaign.recent, names),
            _backup_card(campaign.last_backup),
        )
        for number, card in enumerate(cards):
            card.body.addStretch(1)
            grid.addWidget(card, 0, number)
            grid.setColumnStretch(number, 1)
        self.column.addLayout(grid)

    def focus_next(self) -> None:
        """Put the keyboard at the next step."""
        self._next.setFocus()

    def _step_card(self, campaign: Campaign, step: OfficeStep) -> Card:
        name, words, action = STEPS[campaign.office.role][step]
        card = Card(name)
        card.body.addWidget(text(words))
        self._next = button(action, "next-step", "main")
        self._next.clicked.connect(lambda: self.step_wanted.emit(step))
        card.body.addLayout(row(self._next))
        return card

    def _standings_card(self, campaign: Campaign) -> Card:
        card = Card(f"Самодиагностика {campaign.year} года")
        if not campaign.schools:
            card.body.addWidget(muted("Школ в реестре ещё нет."))
            return card
        card.body.addLayout(self._standings(campaign.counts))
        return card

    def _standings(self, counts: Mapping[Standing, int]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        for column, standing in enumerate(Standing):
            grid.addWidget(self._standing(standing, counts[standing]), 0, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _standing(self, standing: Standing, count: int) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        name = STANDINGS_OF_MANY[standing]
        column.addWidget(short(str(count), "figure"))
        look = button(name, f"standing-{standing.value}", "link")
        look.setAccessibleName(f"{name}: {count}")
        look.clicked.connect(lambda: self.standing_wanted.emit(standing))
        column.addWidget(look)
        column.addStretch(1)
        return cell


def _subtitle(campaign: Campaign) -> str:
    office = campaign.office
    if office.term is None:
        return f"{office.region_name}. Срок сдачи не задан."
    return f"{office.region_name}. Срок сдачи: {long_date(office.term)}"


def _recent_card(recent: Sequence[Receiving], names: Mapping[str, str]) -> Card:
    card = Card("Что пришло последним")
    if not recent:
        card.body.addWidget(muted("Пакетов ещё не принято."))
    for one in recent:
        sender = names.get(one.sender, one.sender)
        words = f"{sender}, № {one.sequence}: {RECEIVED[one.state]}"
        card.body.addWidget(text(words))
        card.body.addWidget(muted(moment(one.received_at)))
    return card


def _backup_card(at: datetime | None) -> Card:
    card = Card("Резервная копия")
    if at is None:
        card.body.addWidget(muted("Копий ещё нет. Они делаются раз в день сами."))
    else:
        card.body.addWidget(text(f"Последняя: {moment(at)}"))
    return card

"""The ledger of both directions: what was given out, what was read."""

from PySide6.QtWidgets import QLabel

from shkola_desktop.app.exchange.ledgers import Ledgers, Received, Sent
from shkola_desktop.domain.package import SendingState
from shkola_desktop.ui.widgets.card import Card
from shkola_desktop.ui.widgets.rows_model import Line, LinesTable
from shkola_desktop.ui.widgets.texts import muted, text
from shkola_desktop.words.packages import KINDS, SENDING_STATES
from shkola_desktop.words.reception import received_words
from shkola_desktop.words.russian import capital, moment

SENT_HEADINGS = ("№", "Кому", "Пакет", "Записан", "Состояние")
RECEIVED_HEADINGS = ("№", "От кого", "Пакет", "Прочитан", "Итог")
WIDE = (1, 2, 4)
ROWS = 7


class LedgerCard(Card):
    """Shows both ledgers; what is empty says so."""

    def __init__(self) -> None:
        super().__init__("Журнал обмена")
        self._no_sent = muted("Пакетов ещё не записано.")
        self.sent = LinesTable(
            "sent", "Отправленные пакеты", SENT_HEADINGS, wide=WIDE, lines=ROWS
        )
        self._no_received = muted("Пакетов ещё не прочитано.")
        self.received = LinesTable(
            "received", "Полученные пакеты", RECEIVED_HEADINGS, wide=WIDE, lines=ROWS
        )
        self.body.addWidget(text("Отправлено", "strong"))
        self.body.addWidget(self._no_sent)
        self.body.addWidget(self.sent)
        self.body.addWidget(text("Получено", "strong"))
        self.body.addWidget(self._no_received)
        self.body.addWidget(self.received)

    def show_ledgers(self, ledgers: Ledgers) -> None:
        """Show both directions, newest first."""
        _show(self.sent, self._no_sent, [_sent(one) for one in ledgers.sent])
        received = [_received(one) for one in ledgers.received]
        _show(self.received, self._no_received, received)


def _show(table: LinesTable, nothing: QLabel, lines: list[Line]) -> None:
    nothing.setVisible(not lines)
    table.setVisible(bool(lines))
    table.show_lines(lines)


def _sent(one: Sent) -> Line:
    sending = one.sending
    state = SENDING_STATES[sending.state]
    if sending.state is SendingState.REFUSED and one.reason:
        state = f"{state}. {one.reason}"
    return Line(
        sending.id,
        (
            str(sending.sequence),
            _whom(one.name, sending.receiver),
            capital(KINDS[sending.kind]),
            moment(sending.created_at).replace(", ", "\n"),
            state,
        ),
    )


def _received(one: Received) -> Line:
    receiving = one.receiving
    return Line(
        receiving.id,
        (
            str(receiving.sequence),
            _whom(one.name, receiving.sender),
            capital(KINDS[receiving.kind]),
            moment(receiving.received_at).replace(", ", "\n"),
            received_words(receiving),
        ),
    )


def _whom(name: str, code: str) -> str:
    return f"{name} ({code})" if name else f"Код {code}"

"""What the reading of packages tells: before it, and what became of each."""

from collections.abc import Mapping

from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.words.messages import message_for
from shkola_desktop.words.russian import counted

PACKAGES = ("пакет", "пакета", "пакетов")
RECEIPTS = ("квитанция", "квитанции", "квитанций")
RECEIVED: Mapping[ReceivingState, str] = {
    ReceivingState.IMPORTED: "принят",
    ReceivingState.REFUSED: "не принят",
}
NEW = "новый"
ALREADY = "уже принят раньше, ничего не изменится"
STALE = "старый: от этого отправителя уже принят более новый"
STALE_WISHED = "старый, будет принят по вашей просьбе"
STRANGER = "первый от этого отправителя: сверьте слова"
NEW_KEYS = "ключ отправителя сменился: сверьте слова по телефону"
TRUSTED = "слова совпали"
OTHERS = "адресован другим, пропущен"
LOOKED_AT = "просматривается"
DONE = "принят"
DONE_BEFORE = "был принят раньше, ничего не изменилось"


def with_contents(state: str, told: str) -> str:
    """Return a state with what the package holds: «новый – ответов: 120»."""
    return f"{state} – {told}" if told else state


def refused(error: ShkolaError | None) -> str:
    """Return why a package is not taken in, and what to do."""
    if error is None:
        return "не принят"
    return f"не принят. {message_for(error).sentence}"


def received_words(receiving: Receiving) -> str:
    """Return a line of the ledger: what it was and what became of it."""
    reasons = " ".join(receiving.reasons)
    state = RECEIVED[receiving.state]
    return f"{state}. {reasons}" if reasons else state


def not_for_here(own: int, others: int, parts: int) -> str:
    """Return what else lies on the stick, empty where nothing does."""
    said: list[str] = []
    if own:
        said.append(f"записанные здесь же: {own}")
    if others:
        said.append(f"адресованные другим: {others}")
    lines = [f"Не показаны пакеты, {', '.join(said)}."] if said else []
    if parts:
        lines.append(
            f"Часть для коллеги ({counted(parts, PACKAGES)}): откройте её в «Частях "
            "для коллег»."
        )
    return "\n".join(lines)

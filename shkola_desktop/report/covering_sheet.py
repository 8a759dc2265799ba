"""The covering sheet that goes with a package: what, from whom, fingerprint, QR."""

from collections.abc import Sequence

from shkola_desktop.domain.package import Correspondent, Sending
from shkola_desktop.domain.school import School
from shkola_desktop.report.document import (
    Block,
    Column,
    Document,
    Gap,
    Paragraph,
    QrCode,
    Row,
    Style,
    Table,
)
from shkola_desktop.words.russian import moment, size

COLUMNS = (Column("", 32), Column("", 68))


def covering_sheet(
    sending: Sending,
    school: School,
    receiver: Correspondent,
    fingerprint: Sequence[str],
    content: Sequence[str],
) -> Document:
    """Return the sheet; the QR code holds id, sequence, hash and receiver."""
    rows = (
        Row(("Отправитель", f"{school.full_name}\n(код {school.code})")),
        Row(("Получатель", f"{receiver.name} (код {receiver.code})")),
        Row(("Номер отправки", str(sending.sequence))),
        Row(("Записан", moment(sending.created_at))),
        Row(("Файл", f"{sending.file_name}\n{size(sending.size)}")),
        Row(("Содержание", "\n".join(content) or "Самодиагностика")),
        Row(("Номер пакета", sending.id)),
        Row(("Контрольная сумма\n(SHA-256)", _grouped(sending.sha256))),
        Row(("Слова ключа школы", " · ".join(fingerprint))),
    )
    blocks: list[Block] = [
        Paragraph("Сопроводительный лист", Style.TITLE),
        Paragraph("к пакету данных на съёмном носителе", Style.SUBTITLE),
        Gap(4),
        Table(COLUMNS, rows, headless=True),
        Paragraph(
            "Слова ключа сверяют по телефону при первом приёме: если у получателя "
            "показаны другие слова, пакет не принимают.",
            Style.SMALL,
        ),
        Gap(4),
        QrCode(_qr(sending), "Номер пакета, порядковый номер и контрольная сумма"),
        Gap(8),
        Paragraph(
            "Передал ____________________ / ____________________   "
            "«____» ______________ 20___ г.\n\n\n"
            "Принял  ____________________ / ____________________   "
            "«____» ______________ 20___ г.",
            Style.PLAIN,
        ),
    ]
    return Document(
        title=f"Сопроводительный лист к пакету № {sending.sequence}",
        author=school.short_name,
        subject=sending.file_name,
        blocks=tuple(blocks),
    )


def _qr(sending: Sending) -> str:
    parts = (sending.id, str(sending.sequence), sending.receiver, sending.sha256)
    return "shkola:" + ":".join(parts)


def _grouped(digits: str) -> str:
    return " ".join(digits[n : n + 8] for n in range(0, len(digits), 8))

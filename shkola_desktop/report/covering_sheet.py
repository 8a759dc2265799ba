"""The covering sheet that goes with a package: what, from whom, fingerprint, QR."""

from collections.abc import Sequence

from shkola_desktop.domain.office import Office
from shkola_desktop.domain.package import Correspondent, Sending
from shkola_desktop.domain.school import School
from shkola_desktop.report.document import (
    Approval,
    Approvals,
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
from shkola_desktop.words.packages import KINDS
from shkola_desktop.words.russian import moment, size

COLUMNS = (Column("", 32), Column("", 68))
SCHOOLS_KEY, OFFICES_KEY = "Слова ключа школы", "Слова ключа отправителя"
SIGNATURE = (
    "\n____________________________\n(должность, фамилия)\n\n"
    "____________________________\n(подпись)\n\n«____» ______________ 20___ г."
)


def covering_sheet(
    sending: Sending,
    sender: School | Office,
    receiver: Correspondent,
    fingerprint: Sequence[str],
    content: Sequence[str],
) -> Document:
    """Return the sheet; the QR code holds id, sequence, hash and receiver."""
    if isinstance(sender, School):
        full, short, key = sender.full_name, sender.short_name, SCHOOLS_KEY
    else:
        full, short, key = sender.name, sender.name, OFFICES_KEY
    rows = (
        Row(("Отправитель", f"{full}\n(код {sender.code})")),
        Row(("Получатель", f"{receiver.name} (код {receiver.code})")),
        Row(("Номер отправки", str(sending.sequence))),
        Row(("Дата и время записи", moment(sending.created_at))),
        Row(("Файл", f"{sending.file_name}\n{size(sending.size)}")),
        Row(("Содержание", "\n".join(content) or KINDS[sending.kind])),
        Row(("Номер пакета", sending.id)),
        Row(("Контрольная сумма (SHA-256)", _grouped(sending.sha256))),
        Row((key, " · ".join(fingerprint))),
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
        Approvals(
            (
                Approval("ПЕРЕДАЛ", short, SIGNATURE),
                Approval("ПРИНЯЛ", receiver.name, SIGNATURE),
            )
        ),
    ]
    return Document(
        title=f"Сопроводительный лист к пакету № {sending.sequence}",
        author=short,
        subject=sending.file_name,
        blocks=tuple(blocks),
    )


def _qr(sending: Sending) -> str:
    parts = (sending.id, str(sending.sequence), sending.receiver, sending.sha256)
    return "shkola:" + ":".join(parts)


def _grouped(digits: str) -> str:
    groups = [digits[n : n + 8] for n in range(0, len(digits), 8)]
    lines = [groups[n : n + 4] for n in range(0, len(groups), 4)]
    return "\n".join(" ".join(line) for line in lines)

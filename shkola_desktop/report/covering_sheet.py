"""The covering sheet that goes with a package: what, from whom, fingerprint, QR."""

from collections.abc import Sequence

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
from shkola_desktop.words.russian import moment, size

COLUMNS = (Column("", 32), Column("", 68))
SIGNATURE = (
    "\n____________________________\n(должность, фамилия)\n\n"
    "____________________________\n(подпись)\n\n«____» ______________ 20___ г."
)


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
        Row(("Дата и время записи", moment(sending.created_at))),
        Row(("Файл", f"{sending.file_name}\n{size(sending.size)}")),
        Row(("Содержание", "\n".join(content) or "Самодиагностика")),
        Row(("Номер пакета", sending.id)),
        Row(("Контрольная сумма (SHA-256)", _grouped(sending.sha256))),
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
        Approvals(
            (
                Approval("ПЕРЕДАЛ", school.short_name, SIGNATURE),
                Approval("ПРИНЯЛ", receiver.name, SIGNATURE),
            )
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
    groups = [digits[n : n + 8] for n in range(0, len(digits), 8)]
    lines = [groups[n : n + 4] for n in range(0, len(groups), 4)]
    return "\n".join(" ".join(line) for line in lines)

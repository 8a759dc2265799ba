"""Памятка для восстановления: the keys of a workspace on one sheet of paper."""

from datetime import datetime

from shkola_desktop.domain.recovery import RecoverySheet
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
from shkola_desktop.words.russian import long_date

ROWS = (Column("Строка", 14, centred=True), Column("Знаки", 86, centred=True))
FACTS = (Column("", 32), Column("", 68))
KEEP = (
    "Храните памятку в сейфе, как печать: кто её прочтёт, сможет открывать пакеты и "
    "подписывать их от вашего имени. Не фотографируйте её и не пересылайте."
)
WHEN = (
    "Памятка нужна, если компьютер сломался, программу переносят на другой или забыт "
    "пароль ключа. В остальное время она не нужна."
)
STEPS = (
    "1) Откройте программу на другом компьютере и нажмите «Перенос с другого "
    "компьютера…» (или «Восстановить ключ по памятке…» в настройках).\n"
    "2) Наберите восемь строк по порядку. Большие и маленькие буквы и пробелы не "
    "важны; русскую букву вместо похожей латинской программа поймёт. Если есть "
    "сканер кодов, вместо строк считайте код.\n"
    "3) Если знаки набраны с ошибкой, программа назовёт номер строки.\n"
    "4) Сверьте слова на экране со словами ключа на этой памятке."
)


def recovery_sheet(
    name: str, code: str, sheet: RecoverySheet, made_at: datetime
) -> Document:
    """Return the sheet: rows to type, the same as a QR code, what to do with it."""
    facts = (
        Row(("Чей ключ", f"{name}\n(код {code})")),
        Row(("Слова ключа", " · ".join(sheet.words))),
        Row(("Памятка составлена", long_date(made_at.astimezone().date()))),
    )
    rows = tuple(Row((str(n), row)) for n, row in enumerate(sheet.rows, start=1))
    blocks: list[Block] = [
        Paragraph("Памятка для восстановления ключа", Style.TITLE),
        Paragraph(KEEP, Style.PLAIN),
        Gap(2),
        Table(FACTS, facts, headless=True),
        Gap(2),
        Table(ROWS, rows),
        Gap(3),
        QrCode(sheet.qr, "То же самое для сканера кодов", 46),
        Gap(2),
        Paragraph(WHEN, Style.PLAIN),
        Paragraph(STEPS, Style.PLAIN),
    ]
    return Document(
        title="Памятка для восстановления ключа",
        author=name,
        subject=" ".join(sheet.words),
        blocks=tuple(blocks),
    )

"""Список подключения: who gets a package of connection, and the words to compare."""

from collections.abc import Sequence
from datetime import datetime

from shkola_desktop.domain.office import Office
from shkola_desktop.report.document import (
    Block,
    Column,
    Document,
    Gap,
    Paragraph,
    Row,
    Style,
    Table,
)
from shkola_desktop.words.russian import long_date

FACTS = (Column("", 30), Column("", 70))
COLUMNS = (
    Column("№", 6, centred=True),
    Column("Код", 16),
    Column("Кому", 46),
    Column("Получил (подпись, дата)", 32),
)
HOW = (
    "В программе: «Обмен» – «Прочитать пакет…», выберите файл с вашим кодом в имени "
    "или носитель. Программа покажет слова ключа: примите пакет, только если они те "
    "же, что на этом листе. Другие слова – позвоните в управление."
)


def connection_list(
    office: Office,
    entries: Sequence[tuple[str, str]],
    words: Sequence[str],
    made_at: datetime,
) -> Document:
    """Return the list; ``entries`` are codes and names in their order."""
    facts = (
        Row(("От кого", f"{office.name}\n(код {office.code})")),
        Row(("Слова ключа", " · ".join(words))),
        Row(("Составлен", long_date(made_at.astimezone().date()))),
    )
    rows = tuple(
        Row((str(number), code, name, ""))
        for number, (code, name) in enumerate(entries, start=1)
    )
    blocks: list[Block] = [
        Paragraph("Список подключения", Style.TITLE),
        Paragraph("к пакетам на съёмном носителе", Style.SUBTITLE),
        Gap(3),
        Table(FACTS, facts, headless=True),
        Gap(2),
        Paragraph(HOW, Style.PLAIN),
        Gap(2),
        Table(COLUMNS, rows),
    ]
    return Document(
        title="Список подключения",
        author=office.name,
        subject="Слова ключа и получатели пакетов",
        blocks=tuple(blocks),
    )

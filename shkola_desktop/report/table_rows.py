"""What the kinds of rows mean on paper, whatever the format: bold, across, held."""

import re

from shkola_desktop.report.document import RowKind, Table

ACROSS = frozenset({RowKind.SECTION, RowKind.SUBSECTION})
HEADINGS = frozenset({*ACROSS, RowKind.GROUP})
BOLD = frozenset({RowKind.TOTAL, RowKind.GROUP})
HEAD_FILL = "e6ebf0"
SECTION_FILL = "f3f5f7"

_ITEM = re.compile(r"– |□ |\d{1,2}\) ")


def is_item(line: str) -> bool:
    """Tell whether a line of a cell is an item of a list."""
    return _ITEM.match(line) is not None


def held(table: Table) -> tuple[bool, ...]:
    """Tell for every row, the head first, whether it stays with the next one."""
    following = [row.kind is RowKind.TOTAL for row in table.rows[1:]]
    stay = [
        row.kind in HEADINGS or before_total
        for row, before_total in zip(table.rows, [*following, False], strict=True)
    ]
    return (*([] if table.headless else [True]), *stay)

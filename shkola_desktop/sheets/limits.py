"""Limits of what is read, each with its reason. Sizes in bytes."""

MAX_FILE = 16 * 1024 * 1024
"""A registry of 1,500 schools takes 0.3 MB, a form with answers 0.05 MB."""
MAX_PARTS = 500
"""Files inside a workbook: a form with a sheet a direction has 25."""
MAX_UNPACKED = 64 * 1024 * 1024
"""All parts together: about 400,000 cells, and memory of a small computer."""
MAX_RATIO = 300
"""Unpacked : packed of a part above ``RATIO_FROM``; rows alike reach about 50."""
RATIO_FROM = 1024 * 1024
MAX_SHEETS = 60
MAX_ROWS = 20_000
"""Rows of a sheet: schools of any region several times over."""
MAX_COLUMNS = 200
MAX_CELLS = 400_000
"""Cells of a workbook, empty ones that are styled included."""
MAX_CELL = 8_000
"""Characters of a cell: a comment of an answer has at most 4,000."""
MAX_TEXT = 16_000_000
"""Characters of all cells: one text may be repeated by reference in every cell."""
MAX_PAGES = 80
"""Pages of a printout: 114 indicators take about 15."""
MAX_SIGNS = 600_000
"""Characters of a printout: a full one has about 40,000."""
MAX_MERGES = 5_000

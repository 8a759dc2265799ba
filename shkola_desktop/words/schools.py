"""Words about schools: programmes in full, and what a town's name begins with."""

PROGRAMMES = {
    "noo": "начальное общее образование",
    "ooo": "основное общее образование",
    "soo": "среднее общее образование",
}

TOWN_MARKS = (
    "г.",
    "гор. ",
    "город ",
    "Город ",
    "пгт",
    "п. г. т.",
    "п.г.т.",
    "рп ",
    "р.п.",
    "р. п.",
    "городской посёлок",
)
"""How the name of a settlement begins that is a town or counts as one."""


def programme_name(code: str, short: str) -> str:
    """Return «начальное общее образование (НОО)», or the short name alone."""
    full = PROGRAMMES.get(code, "")
    return f"{full} ({short})" if full else short

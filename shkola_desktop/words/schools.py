"""The names of educational programmes in full: documents spell them out once."""

PROGRAMMES = {
    "noo": "начальное общее образование",
    "ooo": "основное общее образование",
    "soo": "среднее общее образование",
}


def programme_name(code: str, short: str) -> str:
    """Return «начальное общее образование (НОО)», or the short name alone."""
    full = PROGRAMMES.get(code, "")
    return f"{full} ({short})" if full else short

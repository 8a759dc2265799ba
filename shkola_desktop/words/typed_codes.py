"""Letters that people mix up when they type a code from paper."""

LOOKALIKES = str.maketrans(
    {
        "А": "A",
        "В": "B",
        "С": "C",
        "Е": "E",
        "Н": "H",
        "К": "K",
        "М": "M",
        "Р": "P",
        "Т": "T",
        "Х": "X",
        "У": "Y",
        "З": "3",
        "О": "0",
        "O": "0",
        "I": "1",
        "L": "1",
    }
)
"""Capital letters of the Russian keyboard, and those that look like digits."""


def as_typed(text: str) -> str:
    """Return what was meant: capital Latin letters and digits, nothing between."""
    meant = text.upper().translate(LOOKALIKES)
    return "".join(letter for letter in meant if letter.isalnum())

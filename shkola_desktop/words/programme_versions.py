"""What versions of a programme are called when a person does not name them."""

from datetime import datetime

from shkola_desktop.words.russian import long_date


def usual_name(at: datetime) -> str:
    """Return the name of a version that nobody named, with its date."""
    return f"Вариант от {long_date(at.astimezone().date())}"


def before_return(name: str) -> str:
    """Return the name of what was there before a version came back."""
    return f"до возврата к варианту «{name}»"

"""Real random ids."""

from uuid import uuid4  # noqa: TID251  # the one place that makes ids


def new_id() -> str:
    """Return a fresh UUID as text."""
    return str(uuid4())

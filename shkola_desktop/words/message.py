"""What an error is told as."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, what to do, and details for those who ask."""

    happened: str
    advice: str
    details: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Both in one line."""
        return f"{self.happened} {self.advice}".strip()


def fixed(happened: str, advice: str) -> Callable[[object], Message]:
    """Return what tells the same whatever the error holds."""
    return lambda _error: Message(happened, advice)

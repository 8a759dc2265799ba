"""The real time."""

from datetime import UTC, datetime


class SystemClock:
    """The computer's clock, in UTC."""

    def now(self) -> datetime:
        """Return the present moment, aware."""
        return datetime.now(UTC)  # noqa: TID251  # the one place that reads the clock

"""Памятка для восстановления: the keys of a workspace on paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the sheet; whoever has it has the keys.

    ``rows`` are typed back one by one; each ends with a check of its own, so that a
    slip is found in its row. ``qr`` holds the same for a scanner. ``words`` are the
    fingerprint words, by which the restored keys are recognised.
    """

    rows: tuple[str, ...]
    qr: str
    words: tuple[str, ...]

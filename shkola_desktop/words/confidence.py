"""How the items of a form are known, said beside the item."""

from collections.abc import Mapping

from shkola_desktop.domain.form import Confidence

CONFIRMED = "confirmed"
"""An item checked against the official source needs no words any more."""


def known_from(known: Confidence, names: Mapping[str, str]) -> str:
    """Return how name, points and critical flag of an indicator are known.

    ``names`` are the edition's words for the codes. Nothing is said about what
    was confirmed.
    """
    parts = (
        ("название", known.name),
        ("баллы", known.points),
        ("отметка критического", known.critical),
    )
    told: dict[str, list[str]] = {}
    for what, code in parts:
        if code != CONFIRMED:
            told.setdefault(names.get(code, code), []).append(what)
    return "; ".join(f"{', '.join(what)} – {how}" for how, what in told.items())

"""How a level is printed, and the footnote that goes with it."""

from shkola_desktop.domain.scoring import Basis, LevelReached, Result
from shkola_desktop.words.russian import POINTS, counted

NO_LEVEL = "не установлен"
FOOTNOTE = "Пороги уровней ориентировочные, не сверены с официальной методикой."
RECONSTRUCTION = (
    "Форма самодиагностики восстановлена по открытым источникам и не является "
    "официальной."
)
MARK = "*"
"""Stands after a level on the orientation scale; the footnote explains it."""


def level_name(level: LevelReached | None) -> str:
    """Return the name of a level, marked where its threshold is not official."""
    if level is None:
        return NO_LEVEL
    mark = MARK if level.basis is Basis.ORIENTATION else ""
    return f"{level.level.name}{mark}"


def points_and_level(result: Result) -> str:
    """Return «136 баллов из 199, уровень – средний*»; no word of an unknown level."""
    points = f"{counted(result.total, POINTS)} из {result.maximum}"
    if result.level is None:
        return points
    return f"{points}, уровень – {level_name(result.level)}"


def footnote_for(result: Result) -> str:
    """Return the footnote where any level of a result needs it, or nothing."""
    levels = [result.level, *(direction.level for direction in result.directions)]
    if any(level and level.basis is Basis.ORIENTATION for level in levels):
        return f"{MARK} {FOOTNOTE}"
    return ""

"""Words and numbers of the analytics: shares, changes, who is looked at."""

from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.analytics import CommonDeficit
from shkola_desktop.domain.school import SMALL_SCHOOL_PUPILS
from shkola_desktop.words.levels import FOOTNOTE, MARK, NO_LEVEL, RECONSTRUCTION
from shkola_desktop.words.russian import NBSP, SCHOOLS, counted

SCHOOLS_OF = ("школы", "школ", "школ")
"""«У одной школы», «у двух школ»."""
SCHOOLS_TO = ("школе", "школам", "школам")
DISTRICTS = ("район", "района", "районов")
SMALL = f"до {SMALL_SCHOOL_PUPILS} обучающихся"
WHOLE = "Вся самодиагностика"
LEAST = 0.0005
"""A change that one decimal of a per cent does not show is none."""
ONLY_COMPLETED = (
    "В расчёт входят только завершённые самодиагностики. Школы отвечают на формы "
    "разного состава, поэтому сравниваются доли от максимума, а не баллы; каждая "
    "школа учитывается один раз."
)
OTHER_FORM = (
    "Форма самодиагностики менялась. Между годами с разными формами сравниваются "
    "только показатели, о которых обе спрашивают одинаково."
)


def percent(share: float) -> str:
    """Return a share from 0 to 1 as «68 %»."""
    return f"{round(100 * share)}{NBSP}%"


def percent_exact(share: float) -> str:
    """Return a share with one digit after the comma: «68,4 %»."""
    return f"{100 * share:.1f}".replace(".", ",") + f"{NBSP}%"


def change(gained: float) -> str:
    """Return a difference of shares in percentage points: «+2,1 п. п.»."""
    if abs(gained) < LEAST:
        return f"0{NBSP}п.{NBSP}п."
    sign = "+" if gained > 0 else "−"
    points = f"{abs(100 * gained):.1f}".replace(".", ",")
    return f"{sign}{points}{NBSP}п.{NBSP}п."


def scope_words(analysis: Analysis) -> str:
    """Return who is looked at: «Кедровский район, школы до 100 обучающихся»."""
    district = analysis.district
    parts = [district.name if district else _all_of(analysis)]
    if analysis.scope.small:
        parts.append(f"школы, где {SMALL}")
    if analysis.scope.towns:
        parts.append("сельские школы")
    return ", ".join(parts)


def _all_of(analysis: Analysis) -> str:
    office = analysis.office
    if analysis.region:
        return office.region_name or office.name
    own = next((d for d in analysis.districts if d.code == office.code), None)
    return own.name if own and own.name else office.name


def counted_words(analysis: Analysis) -> str:
    """Return «Завершили самодиагностику 36 школ из 42»."""
    return (
        f"Завершённая самодиагностика есть у {counted(analysis.counted, SCHOOLS_OF)} "
        f"из {analysis.registered}"
    )


def deficit_words(deficit: CommonDeficit) -> str:
    """Return «Дефицит у 12 школ из 36 (33 %), без баллов 4 школы»."""
    words = (
        f"Дефицит у {counted(deficit.schools, SCHOOLS_OF)} из {deficit.applicable} "
        f"({percent(deficit.share)})"
    )
    if deficit.zeros:
        words += f", без баллов {counted(deficit.zeros, SCHOOLS)}"
    return words


def footnotes(analysis: Analysis) -> tuple[str, ...]:
    """Return what honesty asks to be said under the numbers."""
    found = [ONLY_COMPLETED]
    if analysis.orientation:
        found.append(f"{MARK} {FOOTNOTE}")
    found.append(RECONSTRUCTION)
    if not all(change.whole for change in analysis.changes):
        found.append(OTHER_FORM)
    return tuple(found)


def level_columns(analysis: Analysis) -> tuple[tuple[str | None, str], ...]:
    """Return ids and names of the levels, from the lowest; None where none is set."""
    mark = MARK if analysis.orientation else ""
    found: list[tuple[str | None, str]] = [
        (level.id, f"{level.name}{mark}") for level in analysis.levels
    ]
    if any(count.level is None for count in analysis.level_counts):
        found.append((None, NO_LEVEL))
    return tuple(found)

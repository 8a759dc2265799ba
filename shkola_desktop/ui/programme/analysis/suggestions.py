"""Lines for SWOT that the data suggest: results, deficits, causes, partners."""

from collections.abc import Iterable, Mapping

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.scoring import DirectionScore
from shkola_desktop.words.russian import POINTS, capital, counted, since

STRONG = 85
WEAK = 60
"""Per cent of the maximum: the same lines between strong and weak as on paper."""
PARTNER = "partner"


def swot_suggestions(outlook: Outlook) -> Mapping[str, tuple[str, ...]]:
    """Return suggested lines by the field of SWOT."""
    return {
        "strengths": _once(_strengths(outlook)),
        "weaknesses": _once(d.text for d in outlook.programme.included),
        "opportunities": _once(_opportunities(outlook)),
        "threats": _once(_threats(outlook)),
    }


def summary(outlook: Outlook) -> tuple[str, ...]:
    """Return sentences about what is strong, weak, zeroed."""
    directions = outlook.material.result.directions
    strong = [_named(d) for d in directions if d.maximum and _share(d) >= STRONG]
    weak = [_named(d) for d in directions if d.maximum and _share(d) < WEAK]
    zeroed = [d for d in directions if d.zeroed_by]
    told: list[str] = []
    if strong:
        told.append(f"Сильные (не менее {STRONG} % от максимума): {'; '.join(strong)}.")
    if weak:
        told.append(f"Больше всего резервов (менее {WEAK} %): {'; '.join(weak)}.")
    told.extend(
        f"«{d.name}» обнулено критическим показателем {', '.join(d.zeroed_by)}: без "
        f"этого было бы {counted(d.raw, POINTS)} из {d.maximum}."
        for d in zeroed
    )
    return tuple(told) or ("Ни сильных, ни слабых направлений данные не выделяют.",)


def _strengths(outlook: Outlook) -> Iterable[str]:
    before = outlook.material.previous
    earlier = {d.code: d for d in before.directions} if before else {}
    top = outlook.material.form.edition.levels[-1:]
    for direction in outlook.material.result.directions:
        level = direction.level.level if direction.level else None
        if direction.maximum and (_share(direction) >= STRONG or level in top):
            yield f"Высокий результат: {_named(direction)}"
    for direction in outlook.material.result.directions:
        known = earlier.get(direction.code)
        if known is not None and direction.score > known.score:
            yield (
                f"Рост в направлении «{direction.name}»: {since(known.score)} до "
                f"{direction.score} баллов"
            )


def _opportunities(outlook: Outlook) -> Iterable[str]:
    for partner in outlook.material.info.partners:
        words = (partner.name.strip(), partner.what.strip())
        yield ": ".join(part for part in words if part)
    for deficit in outlook.programme.included:
        for measure in outlook.suggested_measures(deficit):
            if measure.resource == PARTNER:
                yield measure.text


def _threats(outlook: Outlook) -> Iterable[str]:
    for deficit in outlook.programme.included:
        for cause in deficit.causes:
            if cause.external:
                yield cause.text


def _named(direction: DirectionScore) -> str:
    return f"«{direction.name}», {direction.score} из {direction.maximum}"


def _share(direction: DirectionScore) -> float:
    return 100 * direction.score / direction.maximum


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(capital(x.strip()) for x in lines if x.strip()))

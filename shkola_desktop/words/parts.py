"""What is said of parts for colleagues: on the screen, in commands, in the ledger."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from shkola_desktop.domain.merging import Aspect, Meeting, Relation
from shkola_desktop.domain.parts import Merge, PartRecord, Way
from shkola_desktop.words.russian import ANSWERS, CONFLICTS, counted, moment, short_date

ASPECTS: Mapping[Aspect, str] = MappingProxyType(
    {
        Aspect.OPTION: "значение",
        Aspect.COMMENT: "комментарий",
        Aspect.EVIDENCE: "файлы",
    }
)
RELATIONS: Mapping[Relation, str] = MappingProxyType(
    {
        Relation.SAME: "без изменений",
        Relation.HERE: "изменено только здесь",
        Relation.THERE: "изменено только в части",
        Relation.AGREED: "изменено одинаково",
        Relation.CONFLICT: "расхождение",
    }
)


def part_lines(
    name: str, directions: Sequence[str], *, returned: bool
) -> tuple[str, ...]:
    """Return a line for everything that stands in the ledger about a part."""
    whom = name or "коллега"
    head = f"Часть возвращена: {whom}" if returned else f"Часть для коллеги: {whom}"
    return (head, *directions)


def part_state(record: PartRecord, today: date) -> str:
    """Return where a part is now."""
    back = record.returned_at
    if record.way is Way.HELD:
        return f"возвращена {moment(back)}" if back else "заполняется здесь"
    if back is not None:
        return f"получена {moment(back)}"
    if not record.sequence:
        return "не записана до конца"
    if record.late(today) and record.due is not None:
        return f"опаздывает, ждали {short_date(record.due)}"
    return f"на руках, ждём {short_date(record.due)}" if record.due else "на руках"


def meeting_counts(meetings: Sequence[Meeting]) -> tuple[str, ...]:
    """Return a line for every sort of answer in a part; none for what is untouched."""
    fresh = sum(m.fresh for m in meetings)
    taken = sum(m.relation is Relation.THERE for m in meetings) - fresh
    own = sum(m.relation is Relation.HERE and m.there is not None for m in meetings)
    agreed = sum(m.relation is Relation.AGREED for m in meetings)
    conflicts = sum(m.relation is Relation.CONFLICT for m in meetings)
    lines = (
        (fresh, f"Новых: {counted(fresh, ANSWERS)}"),
        (taken, f"Изменено только в части, берётся само: {counted(taken, ANSWERS)}"),
        (own, f"Изменено только здесь, остаётся: {counted(own, ANSWERS)}"),
        (agreed, f"Изменено одинаково: {counted(agreed, ANSWERS)}"),
        (conflicts, f"Нужно выбрать: {counted(conflicts, CONFLICTS)}"),
    )
    return tuple(words for count, words in lines if count)


def merge_words(merge: Merge) -> str:
    """Return in one line what a merge did."""
    taken = sum(line.before != line.after for line in merge.lines)
    words = f"Принято из части ({merge.source or 'коллега'}): {counted(taken, ANSWERS)}"
    if merge.asked:
        words += f", решено: {counted(len(merge.asked), CONFLICTS)}"
    return words


def part_banner(held: Sequence[PartRecord]) -> str:
    """Return what stands above the form where parts are filled; else nothing."""
    if not held:
        return ""
    givers = ", ".join(dict.fromkeys(r.given_by for r in held if r.given_by))
    whose = f" (выдаёт: {givers})" if givers else ""
    return f"Вы заполняете часть самодиагностики{whose}."


def part_banner_more(held: Sequence[PartRecord]) -> str:
    """Return the requests and days of the parts that are filled here."""
    lines = [
        "Показаны только выданные вам направления. Когда закончите, верните часть."
    ]
    for record in held:
        if record.due:
            lines.append(f"Вернуть не позже {short_date(record.due)}.")
        if record.note:
            lines.append(f"Просьба: {record.note}")
    return "\n".join(dict.fromkeys(lines))

"""How far each part of the programme is, and what it still lacks, in a few words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from shkola_desktop.app import executing
from shkola_desktop.app.outlook import Outlook
from shkola_desktop.app.wizard import State
from shkola_desktop.app.wording import Wording
from shkola_desktop.domain.progress import share_of, year_at
from shkola_desktop.domain.self_check.check import Checked
from shkola_desktop.domain.self_check.finding import Severity
from shkola_desktop.ui.programme.chain import chains_of
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.years import years_of
from shkola_desktop.words.russian import DEFICITS, counted

DONE = "готово"
DIRECTIONS_OF = ("направления", "направлений", "направлений")


@dataclass(frozen=True, slots=True)
class Standing:
    """State of a part and what is missing."""

    state: State
    words: str


def standing_of_check(checked: Checked | None) -> Standing:
    """Return what the self-check found, None before it ran."""
    if checked is None:
        return Standing(State.EMPTY, "проверяется")
    errors = sum(1 for f in checked.findings if f.severity is Severity.ERROR)
    rest = len(checked.findings) - errors
    if errors:
        return Standing(State.PARTLY, f"ошибок: {errors}, замечаний: {rest}")
    return Standing(State.DONE, f"замечаний: {rest}" if rest else "замечаний нет")


def standing_of_texts(texts: Sequence[Wording]) -> Standing:
    """Return how many texts are the school's own, and how many to look at again."""
    own = sum(1 for text in texts if text.own is not None)
    outdated = sum(1 for text in texts if text.outdated)
    if outdated:
        return Standing(State.PARTLY, f"свои: {own}, данные изменились: {outdated}")
    return Standing(State.DONE, f"свои: {own}" if own else "предложенные")


def standing_of(part: Part, outlook: Outlook) -> Standing:
    """Return how far a part is."""
    judge = JUDGES.get(part)
    return judge(outlook) if judge else Standing(State.DONE, "")


def _basics(outlook: Outlook) -> Standing:
    approvals = outlook.programme.approvals
    pairs = (
        ("педсовета", approvals.council),
        ("учредителя", approvals.founder),
        ("приказа", approvals.order),
    )
    missing = [name for name, approval in pairs if approval.on is None]
    if not missing:
        return Standing(State.DONE, DONE)
    return Standing(State.PARTLY, f"нет даты: {', '.join(missing)}")


def _about(outlook: Outlook) -> Standing:
    info = outlook.material.info
    pairs = (
        ("контингент", info.years),
        ("кадры", info.staff.teachers),
        ("оснащение", info.equipment),
        ("социум", info.surroundings.strip()),
    )
    missing = [name for name, known in pairs if not known]
    if len(missing) == len(pairs):
        return Standing(State.EMPTY, "не заполнено")
    if missing:
        return Standing(State.PARTLY, f"нет: {', '.join(missing)}")
    return Standing(State.DONE, DONE)


def _analysis(outlook: Outlook) -> Standing:
    swot = outlook.programme.swot
    if swot.empty:
        return Standing(State.EMPTY, "SWOT не заполнен")
    pairs = (
        ("сильные стороны", swot.strengths),
        ("слабые стороны", swot.weaknesses),
        ("возможности", swot.opportunities),
        ("угрозы", swot.threats),
    )
    missing = [name for name, lines in pairs if not lines]
    if missing:
        return Standing(State.PARTLY, f"нет: {', '.join(missing)}")
    return Standing(State.DONE, DONE)


def _deficits(outlook: Outlook) -> Standing:
    chains = chains_of(outlook)
    if not chains:
        return Standing(State.DONE, "дефицитов нет")
    broken = [chain for chain in chains if chain.state is not State.DONE]
    if not broken:
        return Standing(State.DONE, DONE)
    words = f"не всё есть: {counted(len(broken), DEFICITS)}"
    none = all(chain.state is State.EMPTY for chain in chains)
    return Standing(State.EMPTY if none else State.PARTLY, words)


def _results(outlook: Outlook) -> Standing:
    if outlook.lifted or not outlook.programme.included:
        return Standing(State.DONE, "по данным")
    return Standing(State.EMPTY, "нет мероприятий")


def _mechanisms(outlook: Outlook) -> Standing:
    team = outlook.programme.team
    if not team:
        return Standing(State.EMPTY, "команда не назначена")
    cared = {code for member in team for code in member.directions}
    left = sum(1 for d in outlook.material.form.directions if d.code not in cared)
    if not any(member.leads for member in team):
        return Standing(State.PARTLY, "нет руководителя")
    if left:
        return Standing(State.PARTLY, f"нет куратора у {counted(left, DIRECTIONS_OF)}")
    return Standing(State.DONE, DONE)


def _indicators(outlook: Outlook) -> Standing:
    programme = outlook.programme
    length = len(programme.years)
    if not programme.targets:
        return Standing(State.DONE, "по данным")
    bare = [
        target
        for target in programme.targets
        if not target.baseline.strip()
        or len([v for v in target.values[:length] if v.strip()]) < length
    ]
    if bare:
        return Standing(State.PARTLY, f"не заполнено своих: {len(bare)}")
    return Standing(State.DONE, DONE)


def _roadmap(outlook: Outlook) -> Standing:
    measures = [m for d in outlook.programme.included for m in d.measures]
    if not measures:
        return Standing(State.EMPTY, "нет мероприятий")
    bare = [m for m in measures if not years_of(m.term, outlook.programme)]
    if bare:
        return Standing(State.PARTLY, f"не понятен срок: {len(bare)}")
    return Standing(State.DONE, DONE)


def _execution(outlook: Outlook) -> Standing:
    programme = outlook.programme
    today = outlook.material.made_at.astimezone().date()
    if not executing.begun(programme, today):
        return Standing(State.EMPTY, f"начнётся в {programme.first_year} году")
    course = executing.course(outlook.material)
    year = year_at(programme, today)
    late = len(course.overdue(year, today))
    if late:
        return Standing(State.PARTLY, f"просрочено: {late}")
    share = share_of(course.entries(year))
    state = State.DONE if share.done == share.planned else State.PARTLY
    return Standing(state, f"{year} год: {share.done} из {share.planned}")


def _changes(outlook: Outlook) -> Standing:
    changes = outlook.programme.changes
    if not changes:
        return Standing(State.EMPTY, "изменений не было")
    return Standing(State.DONE, f"строк: {len(changes)}")


JUDGES: Mapping[Part, Callable[[Outlook], Standing]] = {
    Part.BASICS: _basics,
    Part.ABOUT: _about,
    Part.ANALYSIS: _analysis,
    Part.DEFICITS: _deficits,
    Part.RESULTS: _results,
    Part.MECHANISMS: _mechanisms,
    Part.INDICATORS: _indicators,
    Part.ROADMAP: _roadmap,
    Part.EXECUTION: _execution,
    Part.CHANGES: _changes,
}

"""The words of a language that the rules look for; ``words`` holds the Russian ones."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from shkola_desktop.domain.terms import TermWords

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns are searched; those named ``empty_`` must match a whole text."""

    terms: TermWords
    founder: Pattern
    """A letter or proposal to the founder."""
    keeping: Pattern
    """«Сохранение уровня», «общее»: not meant to lift a deficit."""
    stop_words: frozenset[str]
    """Words that say nothing of what a text is about."""

    percent: Pattern
    lower_is_better: Pattern
    yes: Pattern
    no: Pattern
    children_with_ovz: Pattern
    graduates: Pattern
    adults: Pattern
    """Targets about teachers or parents, whose number is not the pupils'."""
    empty_result: Pattern
    """«Проведено мероприятие», «повышение качества»: no result at all."""
    points_claimed: Pattern
    """Group 1: the points that a text promises."""
    level_claimed: Pattern
    """Its only group: the level that a text promises, in any case."""

    everybody: Pattern
    """«Администрация», «все педагоги»: nobody answers."""
    role_separator: Pattern
    positions: tuple[tuple[Pattern, Pattern], ...]
    """Roles that need somebody on the staff, each with the positions that do."""

    period: Pattern
    """Groups 1 and 2: the programme's period as a text names it."""
    goal_year: Pattern
    """Group 1: the year by which the goal is to be reached."""
    lost_dash: Pattern
    named_school: Pattern
    """Its only group: what tells one school from another, a name or a number."""
    named_district: Pattern
    """Group 1: the name of a district, in any case."""
    senior: Pattern
    """Upper secondary education."""
    ovz: Pattern
    readiness: Pattern

    placeholder: Pattern
    abbreviation: Pattern
    known_abbreviations: frozenset[str]
    """Those that everybody reads, and those that the document itself expands."""
    expansions: Mapping[str, str]
    """What to write at the first use, where it is known."""
    table_number: Pattern
    spacing: Pattern
    """Spaces that the typesetting does not mend."""
    contact: Pattern
    """Telephones, e-mail addresses, personal numbers."""
    pupil_named: Pattern

    act_line: Pattern
    """A line that names an act of the state."""
    act_date: Pattern
    act_unnumbered: Pattern
    """A decision of a collegium: it is known by the day of its minutes."""
    act_number: Pattern
    """Group 1: the number."""

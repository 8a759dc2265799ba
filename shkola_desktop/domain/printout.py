"""A result printed by the official service, and its rows matched to the form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from shkola_desktop.domain.form import Form, Indicator, Option
from shkola_desktop.domain.ids import DirectionCode, IndicatorCode, OptionId
from shkola_desktop.domain.likeness import key, likeness, pieces

NEAR = 0.95
"""A name with a letter lost or changed; names of two indicators are below 0.9."""
ALIKE = 0.45
"""Below this a name has nothing in common with another one."""
MARGIN = 0.1
"""The second best must be this much worse before the best is believed."""
SAME_WORDS = 0.85
"""A text this like an option speaks for that option, whatever the points say."""
MOST = 3
"""Indicators offered for a doubtful row."""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of the table as it was cut out; ``part`` may continue the row above."""

    number: str = ""
    name: str = ""
    value: str = ""
    points: str = ""
    page: int = 1
    part: bool = False

    @property
    def words(self) -> str:
        """All cells in reading order."""
        cells = (self.number, self.name, self.value, self.points)
        return " ".join(cell for cell in cells if cell)


@dataclass(frozen=True, slots=True)
class Printout:
    """A printed result as it was cut out of a file: lines above, rows of the table."""

    name: str
    lines: tuple[str, ...]
    rows: tuple[PrintedRow, ...]


@dataclass(frozen=True, slots=True)
class PrintedAnswer:
    """A row that tells an answer; ``points`` None where none are printed."""

    number: str
    name: str
    value: str
    points: int | None


@dataclass(frozen=True, slots=True)
class PrintedResult:
    """What a printout tells: None and empty where it does not."""

    name: str
    lines: tuple[str, ...]
    total: int | None
    level: str
    directions: Mapping[DirectionCode, int]
    answers: tuple[PrintedAnswer, ...]


class Certainty(StrEnum):
    """How sure the match is."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"


class Doubt(StrEnum):
    """Why a row is not certain."""

    NONE = "none"
    NAME_ALIKE = "name_alike"
    VALUE_UNCLEAR = "value_unclear"
    POINTS_STRANGE = "points_strange"
    POINTS_CONTRADICT = "points_contradict"
    TWICE = "twice"
    NO_ANSWER = "no_answer"
    NOT_ASKED = "not_asked"
    NO_NAME = "no_name"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer that a row may mean."""

    indicator: Indicator
    option: Option


@dataclass(frozen=True, slots=True)
class Match:
    """A printed row with what it means: one candidate where it is certain."""

    row: PrintedAnswer
    certainty: Certainty
    candidates: tuple[Candidate, ...] = ()
    doubt: Doubt = Doubt.NONE


@dataclass(frozen=True, slots=True)
class _Known:
    indicator: Indicator
    keys: frozenset[str]
    pieces: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """Indicators that a name may mean; ``sure`` where there is one, ``exact`` to a letter."""  # noqa: E501

    indicators: tuple[Indicator, ...]
    sure: bool
    exact: bool


def match_all(
    rows: Iterable[PrintedAnswer], form: Form, marks: tuple[str, ...] = ()
) -> tuple[Match, ...]:
    """Match every row to the form by the name and the value.

    ``marks`` are words that a printout adds to names, such as that of a critical
    indicator. An indicator that comes twice with different answers is doubtful.
    """
    known = tuple(_known(indicator) for indicator in form.indicators)
    asked = {indicator.code for indicator in form.indicators}
    outside = frozenset(
        one
        for indicator in form.edition.indicators
        if indicator.code not in asked
        for one in _known(indicator).keys
    )
    ends = tuple(key(mark) for mark in marks)
    made = [_match(row, known, outside, ends) for row in rows]
    return tuple(_doubt_twice(made))


def taken_by(matches: Iterable[Match]) -> dict[IndicatorCode, OptionId]:
    """Return the answers of the certain rows."""
    return {
        match.candidates[0].indicator.code: match.candidates[0].option.id
        for match in matches
        if match.certainty is Certainty.CERTAIN
    }


def _known(indicator: Indicator) -> _Known:
    names = (indicator.name, *indicator.names_by_kind.values())
    keys = tuple(dict.fromkeys(key(name) for name in names))
    return _Known(indicator, frozenset(keys), tuple(pieces(one) for one in keys))


def _match(
    row: PrintedAnswer,
    known: tuple[_Known, ...],
    outside: frozenset[str],
    ends: tuple[str, ...],
) -> Match:
    names = _names(row, ends)
    named = _named(names, known)
    if not named.indicators:
        known_elsewhere = any(name in outside for name in names)
        doubt = Doubt.NOT_ASKED if known_elsewhere else Doubt.NO_NAME
        return Match(row, Certainty.UNKNOWN, (), doubt)
    if not key(row.value) and row.points is None:
        return Match(row, Certainty.UNKNOWN, (), Doubt.NO_ANSWER)
    if not named.sure:
        options = tuple(
            Candidate(indicator, option)
            for indicator in named.indicators
            for option in _options(row, indicator)[0]
        )
        return Match(row, Certainty.DOUBTFUL, options, Doubt.NAME_ALIKE)
    indicator = named.indicators[0]
    options, doubt, by_words = _options(row, indicator)
    candidates = tuple(Candidate(indicator, option) for option in options)
    if doubt is not Doubt.NONE:
        return Match(row, Certainty.DOUBTFUL, candidates, doubt)
    if not named.exact and not by_words:
        return Match(row, Certainty.DOUBTFUL, candidates, Doubt.NAME_ALIKE)
    return Match(row, Certainty.CERTAIN, candidates)


def _names(row: PrintedAnswer, ends: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys a row may be known by: as printed, without number, without mark."""  # noqa: E501
    bare = row.name.lstrip("0123456789. \u00a0")
    names: list[str] = []
    for text in (row.name, bare):
        name = key(text)
        names.append(name)
        names.extend(name.removesuffix(end) for end in ends if name.endswith(end))
    return tuple(dict.fromkeys(name for name in names if name))


def _named(names: tuple[str, ...], known: tuple[_Known, ...]) -> _Named:
    exact = [one.indicator for one in known if any(name in one.keys for name in names)]
    if exact:
        return _Named(tuple(exact), sure=len(exact) == 1, exact=True)
    searched = tuple(pieces(name) for name in names)
    scored = sorted(
        ((_best(searched, one), n) for n, one in enumerate(known)),
        key=lambda pair: (-pair[0], pair[1]),
    )
    alike = [(score, n) for score, n in scored[:MOST] if score >= ALIKE]
    found = tuple(known[n].indicator for _, n in alike)
    second = alike[1][0] if len(alike) > 1 else 0.0
    sure = bool(alike) and alike[0][0] >= NEAR and alike[0][0] - second >= MARGIN
    return _Named(found[:1] if sure else found, sure=sure, exact=False)


def _best(searched: tuple[frozenset[str], ...], one: _Known) -> float:
    return max(
        (likeness(words, name) for words in searched for name in one.pieces),
        default=0.0,
    )


def _options(
    row: PrintedAnswer, indicator: Indicator
) -> tuple[tuple[Option, ...], Doubt, bool]:
    """Return the options a row may mean, the doubt, and whether the words tell it."""
    value = key(row.value)
    by_words = [o for o in indicator.options if key(o.text) == value]
    by_points = [o for o in indicator.options if o.points == row.points]
    if len(by_words) == 1:
        if row.points is None or by_words[0] in by_points:
            return (by_words[0],), Doubt.NONE, True
        return (*by_words, *by_points), Doubt.POINTS_CONTRADICT, True
    options, doubt = _by_points(row, indicator, tuple(by_points))
    return options, doubt, False


def _by_points(
    row: PrintedAnswer, indicator: Indicator, by_points: tuple[Option, ...]
) -> tuple[tuple[Option, ...], Doubt]:
    """Return what points say where no option has these words.

    Words differ from year to year; points tell an option as long as the words are
    not plainly those of another one.
    """
    ranked = _ranked(key(row.value), indicator)
    if row.points is None:
        return tuple(option for _, option in ranked), Doubt.VALUE_UNCLEAR
    if len(by_points) != 1:
        strange = Doubt.VALUE_UNCLEAR if by_points else Doubt.POINTS_STRANGE
        return by_points or indicator.options, strange
    score, likely = ranked[0]
    if likely != by_points[0] and score >= SAME_WORDS:
        return (likely, by_points[0]), Doubt.POINTS_CONTRADICT
    return by_points, Doubt.NONE


def _ranked(value: str, indicator: Indicator) -> list[tuple[float, Option]]:
    searched = pieces(value)
    scored = [(likeness(searched, pieces(key(o.text))), o) for o in indicator.options]
    return sorted(scored, key=lambda pair: -pair[0])


def _doubt_twice(matches: list[Match]) -> list[Match]:
    meant: dict[IndicatorCode, set[OptionId]] = {}
    for match in matches:
        if match.certainty is Certainty.CERTAIN:
            one = match.candidates[0]
            meant.setdefault(one.indicator.code, set()).add(one.option.id)
    twice = {code for code, options in meant.items() if len(options) > 1}
    return [
        replace(match, certainty=Certainty.DOUBTFUL, doubt=Doubt.TWICE)
        if match.certainty is Certainty.CERTAIN
        and match.candidates[0].indicator.code in twice
        else match
        for match in matches
    ]

"""Where a person stands in a form, and where every move leads. No screen here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from shkola_desktop.domain.diagnosis import Diagnosis, option_taken
from shkola_desktop.domain.form import Criterion, Direction, Form, Indicator
from shkola_desktop.domain.ids import (
    CriterionCode,
    DirectionCode,
    IndicatorCode,
    OptionId,
)


class Filter(Enum):
    """Which indicators of a page are shown."""

    ALL = "all"
    UNANSWERED = "unanswered"
    CRITICAL = "critical"
    REMARKED = "remarked"


class State(Enum):
    """How far a criterion, a direction or the form is answered."""

    EMPTY = "empty"
    PARTLY = "partly"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Progress:
    """Answered out of applicable."""

    answered: int
    applicable: int

    @property
    def state(self) -> State:
        """Empty, partly or done."""
        if self.answered == 0:
            return State.EMPTY
        return State.DONE if self.answered == self.applicable else State.PARTLY


class Finding(Enum):
    """What «Проверить» can find about an indicator."""

    UNANSWERED = "unanswered"
    CRITICAL_ZERO = "critical_zero"
    NO_PROOF = "no_proof"


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with its indicator and page."""

    finding: Finding
    indicator: Indicator
    criterion: CriterionCode


@dataclass(frozen=True, slots=True)
class Standing:
    """A form, the answers so far, the open page and the marked indicator."""

    form: Form
    diagnosis: Diagnosis
    criterion: CriterionCode
    indicator: IndicatorCode | None = None
    filter: Filter = Filter.ALL
    remarked: frozenset[IndicatorCode] = frozenset()
    """Indicators with an open remark of the district or region."""

    @property
    def page(self) -> Criterion:
        """The open criterion."""
        return next(c for c in self.form.criteria if c.code == self.criterion)

    @property
    def direction(self) -> Direction:
        """The direction of the open criterion."""
        return next(
            d for d in self.form.directions if any(c == self.page for c in d.criteria)
        )

    @property
    def position(self) -> int:
        """Number of the open page, from 0."""
        return [c.code for c in self.form.criteria].index(self.criterion)

    @property
    def first(self) -> bool:
        """True on the first page."""
        return self.position == 0

    @property
    def last(self) -> bool:
        """True on the last page."""
        return self.position == len(self.form.criteria) - 1

    @property
    def shown(self) -> tuple[Indicator, ...]:
        """The indicators of the page that pass the filter."""
        return tuple(i for i in self.page.indicators if passes(i, self))


def passes(indicator: Indicator, standing: Standing) -> bool:
    """Tell whether an indicator is shown under the filter."""
    match standing.filter:
        case Filter.ALL:
            return True
        case Filter.UNANSWERED:
            return indicator.code not in standing.diagnosis.options
        case Filter.CRITICAL:
            return indicator.critical
        case Filter.REMARKED:
            return indicator.code in standing.remarked


def enter(form: Form, diagnosis: Diagnosis, at: str | None = None) -> Standing:
    """Open a form at an indicator or a criterion, or where work goes on.

    ``at`` that is no longer in the form is the same as None.
    """
    criterion = form.criteria[0].code
    start = Standing(form, diagnosis, criterion)
    if at is not None:
        if any(c.code == at for c in form.criteria):
            return go_to(start, CriterionCode(at))
        if form.indicator(IndicatorCode(at)) is not None:
            return go_to_indicator(start, IndicatorCode(at))
    return to_next_unanswered(start)


def forward(standing: Standing) -> Standing:
    """Open the next page; stay on the last one."""
    return standing if standing.last else _at(standing, standing.position + 1)


def back(standing: Standing) -> Standing:
    """Open the page before; stay on the first one."""
    return standing if standing.first else _at(standing, standing.position - 1)


def go_to(standing: Standing, criterion: CriterionCode) -> Standing:
    """Open a page; a code that the form does not have changes nothing."""
    codes = [c.code for c in standing.form.criteria]
    return _at(standing, codes.index(criterion)) if criterion in codes else standing


def go_to_direction(standing: Standing, direction: DirectionCode) -> Standing:
    """Open the first page of a direction."""
    for known in standing.form.directions:
        if known.code == direction:
            return go_to(standing, known.criteria[0].code)
    return standing


def go_to_indicator(standing: Standing, code: IndicatorCode) -> Standing:
    """Open the page of an indicator and mark it; drop a filter that hides it."""
    criterion = standing.form.criterion_of(code)
    if criterion is None:
        return standing
    opened = replace(go_to(standing, criterion.code), indicator=code)
    hidden = all(i.code != code for i in opened.shown)
    return replace(opened, filter=Filter.ALL) if hidden else opened


def mark(standing: Standing, code: IndicatorCode | None) -> Standing:
    """Remember which indicator the person is at."""
    return replace(standing, indicator=code)


def with_filter(standing: Standing, filter: Filter) -> Standing:
    """Show other indicators of the page."""
    return replace(standing, filter=filter)


def with_remarked(standing: Standing, remarked: frozenset[IndicatorCode]) -> Standing:
    """Take over which indicators have open remarks."""
    return replace(standing, remarked=remarked)


def to_remarked(standing: Standing) -> Standing:
    """Open the next page with an open remark under that filter, going round once."""
    pages = standing.form.criteria
    start = standing.position
    for page in (*pages[start:], *pages[:start]):
        if any(i.code in standing.remarked for i in page.indicators):
            return replace(go_to(standing, page.code), filter=Filter.REMARKED)
    return replace(standing, filter=Filter.REMARKED)


def with_diagnosis(standing: Standing, diagnosis: Diagnosis) -> Standing:
    """Take over changed answers; the place stays."""
    return replace(standing, diagnosis=diagnosis)


def to_next_unanswered(standing: Standing) -> Standing:
    """Mark the next unanswered indicator after the place, going round once.

    Without a marked indicator the place is the top of the open page.
    """
    every = standing.form.indicators
    options = standing.diagnosis.options
    codes: list[IndicatorCode | None] = [i.code for i in every]
    if standing.indicator in codes:
        start = codes.index(standing.indicator) + 1
    else:
        start = codes.index(standing.page.indicators[0].code)
    for code in codes[start:] + codes[:start]:
        if code is not None and code not in options:
            return go_to_indicator(standing, code)
    return standing


def progress_of(
    part: Criterion | Direction | Form, options: Mapping[IndicatorCode, OptionId]
) -> Progress:
    """Count answered and applicable indicators of a part of the form."""
    indicators = part.indicators
    return Progress(sum(1 for i in indicators if i.code in options), len(indicators))


def findings(form: Form, diagnosis: Diagnosis) -> tuple[Found, ...]:
    """List everything «Проверить» has to say, in the order of the form."""
    options = diagnosis.options
    found: list[Found] = []
    for criterion in form.criteria:
        for indicator in criterion.indicators:
            finding = _finding(indicator, diagnosis, options)
            if finding is not None:
                found.append(Found(finding, indicator, criterion.code))
    return tuple(found)


def search(form: Form, text: str) -> tuple[Indicator, ...]:
    """Find indicators whose number, name or options hold every word of the text."""
    words = text.casefold().split()
    if not words:
        return ()
    return tuple(i for i in form.indicators if all(w in _searched(i) for w in words))


def _searched(indicator: Indicator) -> str:
    options = " ".join(option.text for option in indicator.options)
    return f"{indicator.code} {indicator.name} {options}".casefold()


def _finding(
    indicator: Indicator,
    diagnosis: Diagnosis,
    options: Mapping[IndicatorCode, OptionId],
) -> Finding | None:
    taken = option_taken(indicator, options)
    if taken is None:
        return Finding.UNANSWERED
    if indicator.critical and taken.points == 0:
        return Finding.CRITICAL_ZERO
    answer = diagnosis.answers[indicator.code]
    if taken.points > 0 and not answer.evidence and not answer.comment:
        return Finding.NO_PROOF
    return None


def _at(standing: Standing, position: int) -> Standing:
    code = standing.form.criteria[position].code
    return replace(standing, criterion=code, indicator=None)

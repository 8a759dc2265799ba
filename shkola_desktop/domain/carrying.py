"""Answers that come from a file: what they would change in a diagnosis."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from shkola_desktop.domain.diagnosis import Answer
from shkola_desktop.domain.form import Form, Indicator, Option
from shkola_desktop.domain.ids import IndicatorCode, OptionId


class Fate(StrEnum):
    """What becomes of an answer."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer from a file; None and empty leave what the diagnosis has."""

    option: OptionId | None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator: what is there, what comes."""

    indicator: Indicator
    before: Answer | None
    taken: Taken

    @property
    def fate(self) -> Fate:
        """New where nothing was answered, same where nothing changes."""
        before = self.before
        option = self.taken.option
        same_option = option is None or (before and before.option == option)
        comment = self.taken.comment
        same_comment = not comment or (before and before.comment == comment)
        if same_option and same_comment:
            return Fate.SAME
        # an answer that is only added to replaces nothing
        replaces = before is not None and (
            (not same_option and before.option is not None)
            or (not same_comment and bool(before.comment))
        )
        return Fate.CHANGED if replaces else Fate.NEW

    @property
    def old(self) -> Option | None:
        """The option taken before, or None."""
        known = self.before.option if self.before else None
        return None if known is None else self.indicator.option(known)

    @property
    def new(self) -> Option | None:
        """The option that comes, or None where only a comment does."""
        option = self.taken.option
        return None if option is None else self.indicator.option(option)


def lines_of(
    form: Form,
    answers: Mapping[IndicatorCode, Answer],
    taken: Mapping[IndicatorCode, Taken],
) -> tuple[Line, ...]:
    """Return a line for every incoming answer that the form asks for, in its order."""
    return tuple(
        Line(indicator, answers.get(indicator.code), taken[indicator.code])
        for indicator in form.indicators
        if indicator.code in taken
    )


def merged(
    answers: Mapping[IndicatorCode, Answer], taken: Mapping[IndicatorCode, Taken]
) -> dict[IndicatorCode, OptionId]:
    """Return the options as they would be after the answers were taken over."""
    options = {c: a.option for c, a in answers.items() if a.option is not None}
    return options | {c: t.option for c, t in taken.items() if t.option is not None}

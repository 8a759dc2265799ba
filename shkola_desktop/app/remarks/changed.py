"""What a school changed since the hand-over that was looked at before.

At every import the answers that were kept until then are noted in short. The note
stays while nobody decided about a newer hand-over: a school that hands in twice in a
row does not hide what it changed first.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType
from typing import Any, cast

from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.domain.diagnosis import Answer, Diagnosis
from shkola_desktop.domain.ids import DiagnosisId, IndicatorCode, OptionId
from shkola_desktop.domain.review import Decision

PREFIX = "handed-in:"
"""Name of the setting, before the diagnosis."""
MARK = 12
"""Hexadecimal digits of a comment and its files: two states are told apart."""


def _nothing() -> "Mapping[IndicatorCode, Before]":
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Before:
    """An answer as it was; ``mark`` stands for its comment and files."""

    option: OptionId | None
    mark: str


@dataclass(frozen=True, slots=True)
class Noted:
    """The number of the newest hand-over, and the answers of an earlier one."""

    sequence: int
    base_sequence: int | None = None
    base: Mapping[IndicatorCode, Before] = field(default_factory=_nothing)

    def changed(self, diagnosis: Diagnosis) -> Mapping[IndicatorCode, Before]:
        """Return what changed answers were before; nothing at a first hand-over."""
        if self.base_sequence is None:
            return {}
        empty = Before(None, _mark(None))
        codes = {*self.base, *diagnosis.answers}
        found = {code: self.base.get(code, empty) for code in codes}
        return {
            code: before
            for code, before in found.items()
            if before != _short(diagnosis.answers.get(code))
        }


def note_hand_over(sequence: int, diagnosis: Diagnosis, work: UnitOfWork) -> None:
    """Note the answers kept so far, before those of a newer hand-over replace them."""
    noted = noted_of(diagnosis.id, work)
    kept = work.diagnoses.get(diagnosis.id)
    if noted is None or kept is None:
        new = Noted(sequence)
    elif sequence <= noted.sequence:
        return
    elif _decided(noted.base_sequence, noted.sequence, kept, work):
        new = Noted(sequence, noted.base_sequence, noted.base)
    else:
        base = {code: _short(answer) for code, answer in kept.answers.items()}
        new = Noted(sequence, noted.sequence, base)
    work.settings.put(PREFIX + diagnosis.id, _text(new))


def noted_of(diagnosis: DiagnosisId, work: UnitOfWork) -> Noted | None:
    """Return what is noted of a diagnosis, or None; a broken note is none."""
    try:
        found = cast(
            "dict[str, Any]", json.loads(work.settings.get(PREFIX + diagnosis) or "")
        )
        base = {
            IndicatorCode(code): Before(option, mark)
            for code, (option, mark) in found["base"].items()
        }
        return Noted(int(found["sequence"]), found["base_sequence"], base)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _decided(base: int | None, newest: int, kept: Diagnosis, work: UnitOfWork) -> bool:
    """Tell whether the last decision was about the noted base, not a newer one."""
    own: Iterable[Decision] = work.reviews.decisions(kept.school)
    about = {d.sequence for d in own if d.diagnosis == kept.id}
    return base in about and newest not in about


def _short(answer: Answer | None) -> Before:
    return Before(answer.option if answer else None, _mark(answer))


def _mark(answer: Answer | None) -> str:
    comment = answer.comment if answer else ""
    files = sorted(e.hash for e in answer.evidence) if answer else []
    return sha256("\n".join((comment, *files)).encode()).hexdigest()[:MARK]


def _text(noted: Noted) -> str:
    base = {code: [b.option, b.mark] for code, b in noted.base.items()}
    known = {"sequence": noted.sequence, "base_sequence": noted.base_sequence}
    return json.dumps({**known, "base": base})

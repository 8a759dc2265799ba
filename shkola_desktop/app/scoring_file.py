"""Score a set of answers that came as JSON from outside; nothing is kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from shkola_desktop.app.answering import check_options
from shkola_desktop.app.ports import Catalogue
from shkola_desktop.domain.applying import form_for, variant_of
from shkola_desktop.domain.errors import (
    AnswersRefused,
    InputUnreadable,
    NoSuchEdition,
    Problem,
    VariantUnknown,
)
from shkola_desktop.domain.form import Edition, Form, Variant
from shkola_desktop.domain.ids import EditionCode, IndicatorCode
from shkola_desktop.domain.scoring import LevelReached, Result, score

MAX_TEXT = 1_000_000
"""Characters of input: a full set of answers takes about 3,000."""


@dataclass(frozen=True, slots=True)
class Request:
    """The parsed file: an edition, a school's variant and raw answers."""

    edition: str
    kind: str
    programmes: tuple[str, ...]
    ovz: bool
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scored:
    """A result with the answers that the variant does not ask for."""

    form: Form
    result: Result
    ignored: tuple[IndicatorCode, ...]


def score_text(text: str, name: str, catalogue: Catalogue) -> Scored:
    """Score the JSON text of a file called ``name``.

    Answers to indicators of the edition that the variant does not ask for are
    not counted and are listed in ``ignored``.

    Raises:
        InputUnreadable: it is not the JSON asked for; every fault is listed.
        NoSuchEdition: no such form pack.
        VariantUnknown: no form for such a school, while the answers are sound.
        AnswersRefused: unknown indicators or options, all of them, and the
            unknown variant beside them.
    """
    request = parse(text, name)
    code = EditionCode(request.edition)
    if code not in catalogue.codes():
        raise NoSuchEdition(code, catalogue.codes())
    edition = catalogue.edition(code)
    form = form_for(edition, _checked_variant(edition, request))
    options = check_options(edition, request.answers)
    asked = {indicator.code for indicator in form.indicators}
    return Scored(
        form=form,
        result=score(form, options),
        ignored=tuple(sorted(c for c in options if c not in asked)),
    )


def parse(text: str, name: str) -> Request:
    """Read the JSON text and check its shape.

    Raises:
        InputUnreadable: every fault of the shape, with its place.
    """
    problems: list[Problem] = []
    data = _object(_loaded(text, name, problems), "", problems)
    _keys(data, "", {"edition", "school", "answers"}, problems)
    school = _object(data.get("school", {}), "school", problems)
    _keys(school, "school", {"kind", "programmes", "ovz"}, problems)
    answers = _object(data.get("answers", {}), "answers", problems)
    for code, option in answers.items():
        _typed(option, f"answers.{code}", str, problems)
    programmes = _list(school.get("programmes", []), "school.programmes", problems)
    for position, programme in enumerate(programmes):
        _typed(programme, f"school.programmes[{position}]", str, problems)
    _typed(data.get("edition", ""), "edition", str, problems)
    _typed(school.get("kind", ""), "school.kind", str, problems)
    _typed(school.get("ovz", False), "school.ovz", bool, problems)
    if problems:
        raise InputUnreadable(name, tuple(problems))
    return Request(
        edition=str(data["edition"]),
        kind=str(school["kind"]),
        programmes=tuple(str(p) for p in programmes),
        ovz=school["ovz"] is True,
        answers={code: str(option) for code, option in answers.items()},
    )


def as_dict(scored: Scored) -> dict[str, object]:
    """Return the documented shape that ``shkola score`` prints."""
    edition, result = scored.form.edition, scored.result
    return {
        "edition": edition.code,
        "edition_hash": edition.hash,
        "variant": scored.form.variant.code,
        "complete": result.complete,
        "missing": list(result.missing),
        "total": result.total,
        "maximum": result.maximum,
        "level": _level(result.level),
        "directions": [
            {
                "id": direction.code,
                "name": direction.name,
                "score": direction.score,
                "raw": direction.raw,
                "maximum": direction.maximum,
                "level": _level(direction.level),
                "zeroed_by": list(direction.zeroed_by),
            }
            for direction in result.directions
        ],
    }


def _level(reached: LevelReached | None) -> dict[str, str] | None:
    if reached is None:
        return None
    level = reached.level
    return {"id": level.id, "name": level.name, "basis": reached.basis.value}


def _checked_variant(edition: Edition, request: Request) -> Variant:
    try:
        return variant_of(edition, request.kind, request.programmes, ovz=request.ovz)
    except VariantUnknown as unknown:
        try:
            check_options(edition, request.answers)
        except AnswersRefused as refused:
            shown = f"{request.kind}/{'+'.join(request.programmes)}/ovz={request.ovz}"
            first = Problem("", "school", "variant-unknown", shown, "")
            raise AnswersRefused((first, *refused.problems)) from unknown
        raise


def _loaded(text: str, name: str, problems: list[Problem]) -> object:
    if len(text) > MAX_TEXT:
        raise InputUnreadable(
            name, (Problem(name, "", "too-large", f"{len(text)}", ""),)
        )

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        seen: dict[str, object] = {}
        for key, value in items:
            if key in seen:
                problems.append(Problem(name, key, "key-twice", key, ""))
            seen[key] = value
        return seen

    def refuse(constant: str) -> object:
        problems.append(Problem(name, "", "not-json", constant, ""))
        return None

    try:
        return cast(
            "object", json.loads(text, object_pairs_hook=pairs, parse_constant=refuse)
        )
    except (ValueError, RecursionError) as error:
        fault = Problem(name, "", "not-json", str(error), "")
        raise InputUnreadable(name, (fault,)) from error


def _object(value: object, place: str, problems: list[Problem]) -> dict[str, object]:
    if isinstance(value, dict):
        return cast("dict[str, object]", value)
    problems.append(Problem("", place, "not-object", "", ""))
    return {}


def _list(value: object, place: str, problems: list[Problem]) -> list[object]:
    if isinstance(value, list):
        return cast("list[object]", value)
    problems.append(Problem("", place, "wrong-type", "list", ""))
    return []


def _keys(
    data: Mapping[str, object], place: str, wanted: set[str], problems: list[Problem]
) -> None:
    problems.extend(
        Problem("", place, "key-missing", key, "") for key in sorted(wanted - set(data))
    )
    problems.extend(
        Problem("", place, "key-unknown", key, "") for key in sorted(set(data) - wanted)
    )


def _typed(value: object, place: str, wanted: type, problems: list[Problem]) -> None:
    if not isinstance(value, wanted):
        problems.append(Problem("", place, "wrong-type", wanted.__name__, ""))

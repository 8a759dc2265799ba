"""What is hard for this school: the weights of effort, kept in its workspace."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import cast

from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.effort import SCALE, Weights

WEIGHTS = "effort-weights"
"""Setting that holds the weights as a JSON object."""
LONGEST = 500
"""Characters: five short names with a figure each are a hundred."""


def weights_of(workspace: Workspace) -> Weights:
    """Return the school's weights; the usual ones where it said nothing sensible."""
    with workspace.open_reading() as work:
        return weights_from(work.settings.get(WEIGHTS) or "")


def save_weights(weights: Weights, workspace: Workspace) -> Weights:
    """Keep the weights."""
    with workspace.open_work() as work:
        work.settings.put(WEIGHTS, json.dumps(asdict(weights)))
        work.commit()
    return weights


def weights_from(text: str) -> Weights:
    """Read kept weights back: the usual one for each that is not on the scale.

    A workspace may come from a stick or from a newer program: nothing in it can make
    the path fail.
    """
    usual: dict[str, int] = asdict(Weights())
    kept = _parsed(text)
    for name in usual:
        weight = kept.get(name)
        # True is 1 for Python, but nobody's answer
        if isinstance(weight, int) and weight is not True and weight in SCALE:
            usual[name] = weight
    return Weights(**usual)


def _parsed(text: str) -> Mapping[str, object]:
    if len(text) > LONGEST:
        return {}
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return cast("Mapping[str, object]", found)

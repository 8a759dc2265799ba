"""What is hard for a school: kept, read back, and never trusted."""

import pytest

from shkola_desktop.app import registering, weighing
from shkola_desktop.domain.effort import Weights
from tests.support.fakes import a_workspace


def test_a_school_that_said_nothing_has_the_usual_weights():
    assert weighing.weights_of(a_workspace()) == Weights(
        none=1, internal=2, partner=4, budget=8, no_measure=6
    )


def test_what_was_said_is_kept():
    workspace = a_workspace()
    said = Weights(none=2, internal=8, partner=1, budget=6, no_measure=4)
    assert weighing.save_weights(said, workspace) == said
    assert weighing.weights_of(workspace) == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "легко",
        "[1, 2, 4, 8, 6]",
        "null",
        '{"none": 0, "internal": -2, "partner": 3, "budget": 9, "no_measure": 1e300}',
        '{"none": true, "internal": "2", "partner": [4], "budget": null}',
        '{"money": 2}',
        '{"internal": 8' + " " * 500 + "}",
        "[" * 400,
        '{"none": NaN}',
    ],
)
def test_nonsense_in_the_database_leaves_the_usual_weights(text):
    workspace = a_workspace()
    registering.save_setting(weighing.WEIGHTS, text, workspace)
    assert weighing.weights_of(workspace) == Weights()


def test_what_is_sensible_is_taken_beside_nonsense():
    found = weighing.weights_from('{"internal": 8, "budget": 77, "later": 1}')
    assert found == Weights(internal=8)

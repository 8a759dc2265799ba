"""A school, a district and a region that exchange packages in memory."""

import pytest

from tests.support.desks import Desks, three_desks


@pytest.fixture
def desks() -> Desks:
    """Nothing was handed in yet."""
    return three_desks()


@pytest.fixture
def handed_in(desks) -> Desks:
    """The district and the region have the school's first package."""
    desks.hand_over_to_all()
    return desks

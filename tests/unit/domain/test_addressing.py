"""Schools are named by codes on their way, by own ids at home."""

import pytest

from shkola_desktop.domain.addressing import (
    SchoolAddress,
    address_of,
    address_of_school,
    readdressed,
)
from shkola_desktop.domain.package import PackageKind
from tests.support.builders import a_school
from tests.support.packages import KEY, a_content

ADDRESS = SchoolAddress("70", "7012", "701204")


def test_a_key_is_made_of_codes_and_gives_them_back():
    assert ADDRESS.key == "70/7012/701204"
    assert address_of(ADDRESS.key) == ADDRESS
    assert address_of("s1") is None


def test_a_school_that_is_not_enrolled_knows_no_region():
    assert address_of_school(a_school()) == SchoolAddress("", "7012", "701204")
    assert address_of_school(a_school()).within("70") == ADDRESS
    assert ADDRESS.within("71") == ADDRESS


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (SchoolAddress("", "7012", "701204"), True),
        (SchoolAddress("71", "7012", "701204"), False),
        (SchoolAddress("70", "7013", "701204"), False),
        (SchoolAddress("70", "7012", "701205"), False),
    ],
)
def test_an_unknown_region_fits_every_region(other, same):
    assert ADDRESS.same_as(other) is same


@pytest.mark.parametrize("kind", PackageKind)
def test_every_id_of_a_school_is_changed(kind):
    content = a_content(kind)
    changed = readdressed(content, lambda one: f"<{one}>")
    bare = repr(changed).replace(f"<{KEY}>", "").replace("<70/7012/2>", "")
    assert "70/7012/" not in bare
    assert readdressed(changed, lambda one: one[1:-1]) == content

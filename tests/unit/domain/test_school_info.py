"""Information about the school: years in order, numbers that cannot be."""

import pytest

from shkola_desktop.domain.school_info import SchoolInfo, Staff, YearFigures


def test_years_stand_in_order_and_the_newest_ten_are_kept():
    info = SchoolInfo()
    for year in (2026, 2024, 2025):
        info = info.with_year(YearFigures(year, pupils=year))
    assert [figures.year for figures in info.years] == [2024, 2025, 2026]
    assert info.newest == YearFigures(2026, 2026)
    assert info.of_year(2023) is None
    for year in range(2027, 2037):
        info = info.with_year(YearFigures(year))
    assert [figures.year for figures in info.years] == list(range(2027, 2037))


def test_a_year_told_again_replaces_itself():
    info = (
        SchoolInfo().with_year(YearFigures(2026, 64)).with_year(YearFigures(2026, 65))
    )
    assert info.years == (YearFigures(2026, 65),)


def test_nothing_told_is_empty():
    assert SchoolInfo().empty
    assert SchoolInfo().newest is None
    assert not SchoolInfo(branches="детский сад").empty


@pytest.mark.parametrize(
    ("figures", "excessive"),
    [
        (YearFigures(2026, 64, pupils_ovz=64, bused=0), ()),
        (YearFigures(2026, 64, pupils_ovz=65, bused=70), ("pupils_ovz", "bused")),
        (YearFigures(2026, None, pupils_ovz=65), ()),
        (YearFigures(2026, 0, graduates=1), ("graduates",)),
        (Staff(13, part_time=13), ()),
        (Staff(13, young=14), ("young",)),
        (Staff(young=14), ()),
    ],
)
def test_a_part_is_not_more_than_the_whole(figures, excessive):
    assert figures.excessive == excessive

"""Bars: what stands beside them stays on the page."""

import pytest

from shkola_desktop.report.document import Bar, BarChart
from tests.support.papers import output, set_in_type, words_outside


@pytest.mark.parametrize("pupils", [9, 64, 324, 1204])
def test_the_numbers_beside_a_full_bar_stay_inside_the_margins(tmp_path, pupils):
    chart = BarChart((Bar("2026/27", pupils, pupils),), "Число обучающихся")
    pdf = set_in_type(chart, folder=tmp_path)
    text = " ".join(output("pdftotext", pdf, "-").split())
    assert f"{pupils} из {pupils} (100 %)" in text
    assert words_outside(pdf) == []

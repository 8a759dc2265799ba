"""«Аналитика» of an office: the map, its answers, filters, tables, papers."""

from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableWidget, QTabWidget

from shkola_desktop.ui.analytics.heat_view import STEPS, HeatView, look_of
from shkola_desktop.ui.context import Screen
from tests.support import district

MAP, DEFICITS, YEARS, COMPARISON = 1, 3, 4, 5


@pytest.fixture
def office_desk(desk):
    """A district whose schools have answered for two years."""
    with desk.program.workspace(desk.folder) as workspace:
        district.fill(workspace)
    return desk.open()


@pytest.fixture
def region_desk(desk):
    with desk.program.workspace(desk.folder) as workspace:
        district.fill(workspace, district.REGION)
    return desk.open()


def shown(desk, tab=0):
    desk.go(Screen.ANALYTICS)
    desk.settle()
    desk.the(QTabWidget, "analytics-tabs").setCurrentIndex(tab)
    return desk


def column(view, number):
    model = view.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_an_office_without_schools_is_told_so(desk):
    with desk.program.workspace(desk.folder) as workspace:
        district.fill(workspace, schools=0, years=())
    shown(desk.open())
    assert "Школ по этому отбору в реестре нет." in desk.words()
    shown(desk, MAP)
    assert "Карта появится, когда хотя бы одна школа" in desk.words()
    for tab in (DEFICITS, YEARS, COMPARISON):
        shown(desk, tab)
        assert "Завершённых самодиагностик за этот год ещё нет." in desk.words()


def test_one_school_alone_can_be_looked_at(desk):
    with desk.program.workspace(desk.folder) as workspace:
        district.fill(workspace, schools=7)
    shown(desk.open(), MAP)
    view = desk.the(HeatView, "heat-map")
    assert view.model().rowCount() == 1
    assert "у 1\xa0школы из 7" in desk.words()


def test_the_map_is_sorted_and_opened_by_keys(office_desk):
    desk = shown(office_desk, MAP)
    view = desk.the(HeatView, "heat-map")
    assert column(view, 0)[0] == "МБОУ «Берёзовогорская СОШ»"
    view.setCurrentIndex(view.model().index(0, 1))
    view.setFocus()
    desk.key(Qt.Key.Key_Space)
    assert [int(place) for place in column(view, 1)] == sorted(
        int(place) for place in column(view, 1)
    )
    best = column(view, 0)[0]
    desk.key(Qt.Key.Key_Space)
    assert column(view, 0)[-1] == best
    view.setCurrentIndex(view.model().index(0, 4))
    desk.key(Qt.Key.Key_Return)
    desk.settle()
    answers = desk.the(QTableWidget, "school-answers")
    assert answers.rowCount() > 5
    assert desk.the(QComboBox, "answers-direction").currentText() == "Здоровье"
    desk.press("back-to-map")
    assert view.isVisible()


def test_sorting_by_a_heading_keeps_the_chosen_school(office_desk):
    desk = shown(office_desk, MAP)
    view = desk.the(HeatView, "heat-map")
    view.setCurrentIndex(view.model().index(3, 2))
    name = view.model().index(3, 0).data()
    view.sort_by(2)
    assert view.currentIndex().siblingAtColumn(0).data() == name
    shares = [int(words.split("\xa0")[0]) for words in column(view, 2)]
    assert shares == sorted(shares, reverse=True)


def test_small_schools_and_an_earlier_year_are_chosen(office_desk):
    desk = shown(office_desk, MAP)
    view = desk.the(HeatView, "heat-map")
    assert view.model().rowCount() == 36
    desk.press("analytics-small")
    desk.settle()
    assert view.model().rowCount() < 36
    desk.press("analytics-small")
    years = desk.the(QComboBox, "analytics-year")
    assert [years.itemText(n) for n in range(years.count())] == ["2026 год", "2025 год"]
    years.setCurrentIndex(1)
    years.activated.emit(1)
    desk.settle()
    assert view.model().rowCount() == 42


def test_a_deficit_shows_the_measures_that_answer_it(office_desk):
    desk = shown(office_desk, DEFICITS)
    assert "Критический показатель. Дефицит у" in "\n".join(
        desk.lines("common-deficits")
    )
    assert "Результат: " in desk.words()


def test_a_region_compares_its_districts(region_desk):
    desk = shown(region_desk, COMPARISON)
    table = desk.the(QTableWidget, "districts")
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert names[-1] == "Вся область"
    assert len(names) == 5
    districts = desk.the(QComboBox, "analytics-district")
    districts.setCurrentIndex(1)
    districts.activated.emit(1)
    desk.settle()
    assert desk.the(QTableWidget, "against-all").rowCount() == 9


def test_the_tables_are_saved_with_real_numbers(office_desk, tmp_path):
    desk = shown(office_desk)
    desk.dialogs.target = tmp_path / "a.xlsx"
    desk.press("analytics-excel")
    desk.settle()
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = book["Школы и направления"]
    head = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "Код")
    share = sheet.cell(head + 1, 7)
    assert isinstance(share.value, float)
    assert share.number_format == "0%"
    assert sheet.freeze_panes == f"A{head + 1}"
    assert sheet.auto_filter.ref.startswith(f"A{head}:")
    assert sheet.max_row == head + 36
    desk.dialogs.target = tmp_path / "a.csv"
    desk.press("analytics-csv")
    desk.settle()
    text = (tmp_path / "a.csv").read_bytes()
    assert text.startswith("\ufeffКод;Школа;".encode())
    assert len(text.decode("utf-8-sig").splitlines()) == 37


def test_results_that_do_not_follow_from_answers_are_told_and_put_right(office_desk):
    desk = shown(office_desk)
    desk.press("analytics-check")
    desk.settle()
    assert "Все сохранённые результаты следуют из ответов школ." in desk.words()
    with desk.workspace.open_work() as work:
        wrong = work.results.list(2026)[0]
        work.results.put(replace(wrong, shortfalls=()))
        work.commit()
    desk.press("analytics-check")
    desk.settle()
    assert "Не сходится с ответами: 1\xa0результат." in desk.words()
    desk.press("analytics-repair")
    desk.settle()
    assert "Пересчитано: 1\xa0результат." in desk.words()
    with desk.workspace.open_reading() as work:
        assert work.results.list(2026)[0] == wrong


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("analytics-report", "Аналитическая справка"),
        ("analytics-road-map", "Дорожная карта поддержки школ"),
    ],
)
def test_a_paper_is_made_at_once(office_desk, wish, name):
    desk = shown(office_desk)
    desk.press(wish)
    desk.settle()
    assert desk.window.screen_shown is Screen.DOCUMENTS
    assert any(line.startswith(name) for line in desk.lines("documents"))


def test_the_ground_darkens_with_the_share_alone():
    def lightness(colour):
        red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    shades = [lightness(ground) for _, ground, _ in STEPS]
    assert shades == sorted(shades, reverse=True)
    assert look_of(0.0) == STEPS[0][1:]
    assert look_of(1.0) == STEPS[-1][1:]

"""«Результаты»: numbers, charts, critical indicators, deficits, last year."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.widgets.bars_view import BarsView
from shkola_desktop.ui.widgets.indicator_card import IndicatorCard
from shkola_desktop.ui.widgets.radar_view import RadarView


def inks(widget: QWidget) -> int:
    """Count the colours that a widget paints."""
    image = widget.grab().toImage()
    across, down = range(0, image.width(), 3), range(0, image.height(), 3)
    return len({image.pixel(x, y) for x in across for y in down})


def test_the_total_the_level_and_the_change_since_last_year(demo_desk):
    year = demo_desk.workspace.clock.now().astimezone().year
    said = demo_desk.go(Screen.RESULT).words().split("\n")
    assert f"Результаты, {year} год" in said
    assert "136 из 199" in said
    assert "средний*" in said
    assert "109 → 136 (+27)" in said
    assert f"с {year - 1} года" in said


def test_the_scale_is_said_to_be_an_orientation(demo_desk):
    said = demo_desk.go(Screen.RESULT).words()
    assert "* Пороги уровней ориентировочные" in said


def test_every_direction_has_its_points_level_and_change(demo_desk):
    said = demo_desk.go(Screen.RESULT).words().split("\n")
    at = said.index("Изменение")
    assert said[at + 1 : at + 6] == ["Знание", "36 из 44", "средний*", "35", "+1"]
    assert "Обнулено показателем kl.1.1, набрано 12" in said


def test_bars_and_radar_are_drawn_and_can_be_heard(demo_desk):
    demo_desk.go(Screen.RESULT)
    bars, radar = demo_desk.all(BarsView)[0], demo_desk.all(RadarView)[0]
    assert "Знание: 36 из 44; Здоровье: 24 из 27" in bars.accessibleName()
    assert "Школьный климат: 0 из 15" in bars.accessibleName()
    assert "Знание: 82 %; Здоровье: 89 %" in radar.accessibleName()
    assert inks(bars) >= 3
    assert inks(radar) >= 3


def test_a_failed_critical_indicator_leads_to_its_card(demo_desk):
    demo_desk.go(Screen.RESULT)
    demo_desk.press("open-kl.1.1")
    assert demo_desk.window.screen_shown is Screen.DIAGNOSIS
    assert isinstance(demo_desk.focus, IndicatorCard)
    assert demo_desk.focus.indicator.code == "kl.1.1"


def test_deficits_tell_what_each_could_bring(demo_desk):
    said = demo_desk.go(Screen.RESULT).words()
    assert "Дефициты: 22\xa0показателя без баллов" in said
    assert "не участвуют / только школьный этап; можно прибавить 3\xa0балла" in said
    assert "Не до конца набраны баллы ещё: 12\xa0показателей." in said


def test_the_result_leads_to_the_programme(demo_desk):
    demo_desk.go(Screen.RESULT)
    demo_desk.press("to-programme")
    assert demo_desk.window.screen_shown is Screen.PROGRAMME


def test_an_unfinished_diagnosis_gives_a_preliminary_result(draft_desk):
    draft_desk.go(Screen.DIAGNOSIS, "zn.1.1")
    draft_desk.key(Qt.Key.Key_Delete)
    said = draft_desk.go(Screen.RESULT).words()
    assert "Результат предварительный: без ответа 1\xa0показатель." in said
    assert "134 из 199" in said


def test_before_any_diagnosis_the_page_says_how_to_begin(school_desk):
    school_desk.go(Screen.RESULT)
    assert "Самодиагностика ещё не начата" in school_desk.words()
    school_desk.press("start-diagnosis")
    assert school_desk.window.screen_shown is Screen.DIAGNOSIS

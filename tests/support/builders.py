"""Small values for tests; every field can be given another value by keyword."""

from datetime import UTC, datetime
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from shkola_desktop.domain.diagnosis import Answer, Diagnosis
from shkola_desktop.domain.form import (
    Confidence,
    Criterion,
    Direction,
    Edition,
    EducationProgramme,
    Help,
    Indicator,
    Kind,
    Level,
    Option,
    Rules,
    Share,
    TotalRule,
    Variant,
)
from shkola_desktop.domain.programme import Cause, Deficit, Measure, Programme
from shkola_desktop.domain.school import School
from shkola_desktop.domain.school_info import Partner, SchoolInfo, Staff, YearFigures

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def an_indicator(code: str, points: tuple[int, ...] = (0, 1, 2), **fields: Any):
    options = tuple(
        Option(f"o{n}", value, f"значение {value}", "medium")
        for n, value in enumerate(points)
    )
    known: dict[str, Any] = {
        "code": code,
        "name": f"Показатель {code}",
        "critical": False,
        "options": options,
        "confidence": Confidence("medium", "medium", "medium"),
        "help": Help("Что", "Как", "Чем", "Селу"),
    }
    return Indicator(**{**known, **fields})


def a_direction(code: str, *criteria: tuple[Indicator, ...], **fields: Any):
    made = tuple(
        Criterion(f"{code}.{n}", f"Критерий {code}.{n}", indicators)
        for n, indicators in enumerate(criteria, start=1)
    )
    known = {
        "code": code,
        "name": f"Направление {code}",
        "kind": "magistral_direction",
        "criteria": made,
    }
    return Direction(**{**known, **fields})


def an_edition(**fields: Any):
    """Two directions, three criteria, six indicators: one critical, one for СОО,
    one for schools with pupils with ОВЗ, one not for correctional schools."""
    known: dict[str, Any] = {
        "code": "tiny",
        "version": 1,
        "title": "Маленькая форма",
        "status": "reconstruction",
        "note": "",
        "hash": "ab" * 32,
        "levels": (
            Level("below", "ниже базового"),
            Level("basic", "базовый"),
            Level("medium", "средний"),
            Level("high", "высокий"),
        ),
        "kinds": (
            Kind("mainstream", "общеобразовательная", "общеобразовательной", False),
            Kind("correctional", "коррекционная", "коррекционной", True),
        ),
        "programmes": (
            EducationProgramme("noo", "НОО"),
            EducationProgramme("ooo", "ООО"),
            EducationProgramme("soo", "СОО"),
        ),
        "programme_sets": (("noo",), ("noo", "ooo"), ("noo", "ooo", "soo")),
        "title_pattern": "Самодиагностика {kind} школы: {programmes}",
        "rules": Rules(critical_zero=True, total=TotalRule.AFTER_ZEROING),
        "official": (),
        "orientation": (
            Share("basic", Fraction(35, 100)),
            Share("medium", Fraction(60, 100)),
            Share("high", Fraction(85, 100)),
        ),
        "direction_kinds": MappingProxyType(
            {"magistral_direction": "магистральное направление"}
        ),
        "confidence_names": MappingProxyType({"medium": "средняя"}),
        "directions": (
            a_direction(
                "a",
                (an_indicator("a.1.1"), an_indicator("a.1.2", (0, 1), critical=True)),
                (
                    an_indicator("a.2.1", (0, 3), programmes_any=("soo",)),
                    an_indicator("a.2.2", (0, 1), needs_ovz=True),
                ),
            ),
            a_direction(
                "b",
                (
                    an_indicator("b.1.1", (0, 1, 3)),
                    an_indicator("b.1.2", (0, 1), excluded_kinds=("correctional",)),
                ),
            ),
        ),
    }
    return Edition(**{**known, **fields})


def a_school(**fields: Any):
    known: dict[str, Any] = {
        "id": "s1",
        "code": "701204",
        "full_name": "МБОУ «Тихореченская основная общеобразовательная школа»",
        "short_name": "Тихореченская ООШ",
        "district": "Кедровский район",
        "district_code": "7012",
        "kind": "mainstream",
        "programmes": ("noo", "ooo"),
        "ovz": False,
        "pupils": 64,
        "director": "А. П. Соболева",
        "settlement": "с. Тихая Речка",
    }
    return School(**{**known, **fields})


def a_variant(**fields: Any):
    known: dict[str, Any] = {
        "kind": "mainstream",
        "programmes": ("noo", "ooo"),
        "ovz": False,
    }
    return Variant(**{**known, **fields})


def an_answer(option: str | None = "o1", **fields: Any):
    known: dict[str, Any] = {"option": option, "version": "v1", "changed_at": NOON}
    return Answer(**{**known, **fields})


def a_diagnosis(options: dict[str, str] | None = None, **fields: Any):
    answers = {code: an_answer(option) for code, option in (options or {}).items()}
    known: dict[str, Any] = {
        "id": "d1",
        "school": "s1",
        "edition": "tiny",
        "edition_hash": "ab" * 32,
        "variant": a_variant(),
        "year": 2026,
        "started_at": NOON,
        "answers": MappingProxyType(answers),
    }
    return Diagnosis(**{**known, **fields})


def a_measure(**fields: Any):
    known: dict[str, Any] = {
        "id": "m1",
        "text": "Утвердить положение",
        "result": "Положение на сайте",
        "indicator": "Наличие положения, да/нет",
        "responsible": "директор",
        "term": "1-й год, сентябрь",
        "resource": "none",
    }
    return Measure(**{**known, **fields})


def a_deficit(**fields: Any):
    known: dict[str, Any] = {
        "code": "01",
        "indicator": "a.1.1",
        "direction": "a",
        "text": "Показатель a.1.1: значение 0",
        "causes": (Cause("нет опыта", external=False),),
        "measures": (a_measure(),),
    }
    return Deficit(**{**known, **fields})


def a_programme(**fields: Any):
    known: dict[str, Any] = {
        "id": "p1",
        "school": "s1",
        "diagnosis": "d1",
        "first_year": 2027,
        "last_year": 2030,
        "goal": "",
        "created_at": NOON,
        "deficits": (a_deficit(),),
    }
    return Programme(**{**known, **fields})


def an_info(**fields: Any):
    known: dict[str, Any] = {
        "years": (
            YearFigures(2024, pupils=58, pupils_ovz=4, class_sets=5, bused=15),
            YearFigures(2025, pupils=61, pupils_ovz=5, class_sets=6),
            YearFigures(2026, pupils=64, pupils_ovz=6, class_sets=6, bused=18),
        ),
        "staff": Staff(teachers=13, highest_category=3, young=2, lacking="физика"),
        "equipment": ("кабинет информатики, 8 компьютеров", "спортивный зал"),
        "transport": "Автобус ПАЗ, 2 маршрута",
        "surroundings": "Село у реки.",
        "achievements": ("призёр районной олимпиады по биологии",),
        "branches": "детский сад «Ромашка»",
        "partners": (Partner("Дом культуры", "театральный кружок", "№ 4"),),
    }
    return SchoolInfo(**{**known, **fields})

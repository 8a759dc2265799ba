"""The names of the school's figures: the form and the document share them."""

YEAR_FIGURES = (
    ("pupils", "Обучающиеся, всего"),
    ("pupils_ovz", "из них с ОВЗ и инвалидностью"),
    ("classes", "Классы"),
    ("class_sets", "Классы-комплекты"),
    ("graduates", "Выпускники 9-х и 11-х классов"),
    ("bused", "Обучающиеся, которых подвозят"),
)
"""Fields of ``YearFigures`` with their names, in order."""
STAFF_FIGURES = (
    ("teachers", "Педагогические работники, всего"),
    ("part_time", "из них совместители"),
    ("highest_category", "с высшей категорией"),
    ("first_category", "с первой категорией"),
    ("young", "до 35 лет"),
    ("near_pension", "предпенсионного и пенсионного возраста"),
    ("trained", "повысили квалификацию за три года"),
)
"""Counted fields of ``Staff`` with their names, in order."""


def school_year(year: int) -> str:
    """Return a school year by the year in which it begins: «2026/27»."""
    return f"{year}/{(year + 1) % 100:02d}"

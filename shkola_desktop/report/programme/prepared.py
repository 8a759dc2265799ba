"""The prepared texts of a programme, for a school that wants to say it otherwise."""

from dataclasses import replace

from shkola_desktop.domain.programme_parts import PreparedText
from shkola_desktop.report.programme.draft import section_blocks
from shkola_desktop.report.programme.plan import Plan

TITLES = {
    "passport.control": "Порядок управления и мониторинга",
    "about.opening": "Начало раздела",
    "about.small": "О малой численности",
    "analysis.results": "Итог самодиагностики",
    "analysis.deficits": "О дефицитах",
    "analysis.causes": "О причинах дефицитов",
    "analysis.strong": "Сильные направления",
    "analysis.weak": "Направления с резервами",
    "analysis.critical": "Критические показатели",
    "analysis.strengths": "На что опирается школа",
    "analysis.swot": "О SWOT-анализе",
    "analysis.order": "Очерёдность работы с дефицитами",
    "development.actions": "О действиях по направлениям",
    "development.decisions": "Об управленческих решениях",
    "results.opening": "Начало раздела",
    "mechanisms.management": "Управление Программой",
    "mechanisms.team": "Назначение рабочей группы",
    "mechanisms.finance": "Источники финансирования",
    "mechanisms.resources": "О ресурсах и партнёрах",
    "mechanisms.risks": "О рисках",
    "mechanisms.monitoring": "О мониторинге",
    "mechanisms.correction": "Корректировка Программы",
    "indicators.opening": "Начало раздела",
    "indicators.own": "О целевых показателях школы",
    "roadmap.opening": "Начало раздела",
}
"""Names of the texts by their keys; a key begins with its section's code."""


def prepared_texts(plan: Plan) -> tuple[PreparedText, ...]:
    """Return the texts that this programme prints, in the order of printing."""
    found: list[PreparedText] = []
    for section in plan.material.template.preset(plan.programme.preset).sections:
        heard: dict[str, str] = {}
        section_blocks(replace(plan, hear=heard.setdefault), section)
        heading = f"{section.number} {section.title}"
        found += [
            PreparedText(key, heading, TITLES[key], text) for key, text in heard.items()
        ]
    return tuple(found)

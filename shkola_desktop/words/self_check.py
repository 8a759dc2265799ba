"""The self-check in words: names of rules, advice, counts."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from shkola_desktop.domain.self_check.finding import Finding, Severity
from shkola_desktop.words.russian import counted, plural
from shkola_desktop.words.self_check_advice import Advice, RuleWords
from shkola_desktop.words.self_check_chain_rules import CHAIN_RULES
from shkola_desktop.words.self_check_completeness_rules import COMPLETENESS_RULES
from shkola_desktop.words.self_check_measurability_rules import MEASURABILITY_RULES
from shkola_desktop.words.self_check_term_rules import TERM_RULES
from shkola_desktop.words.self_check_text_rules import TEXT_RULES

RULES: Mapping[str, RuleWords] = MappingProxyType(
    {
        **COMPLETENESS_RULES,
        **CHAIN_RULES,
        **MEASURABILITY_RULES,
        **TERM_RULES,
        **TEXT_RULES,
    }
)
"""The words of every rule that is judged."""
GUARANTEED: Mapping[str, tuple[str, str]] = {
    "F1": (
        "Оглавление",
        "Оглавление и номера страниц составляются автоматически.",
    ),
    "F5": (
        "Таблицы",
        "Шапка таблицы повторяется на каждой странице, строки не обрываются.",
    ),
    "F8": (
        "Файл",
        "Шрифты вложены в файл, текст выделяется и ищется, указаны название и язык.",
    ),
}
"""What the program keeps itself: the name and what it does."""

ERRORS = ("ошибка", "ошибки", "ошибок")
WARNINGS = ("предупреждение", "предупреждения", "предупреждений")
HINTS = ("совет", "совета", "советов")
REMARKS = ("замечание", "замечания", "замечаний")
LEFT = ("оставлено", "оставлены", "оставлено")

COUNTS = {
    Severity.ERROR: ERRORS,
    Severity.WARN: WARNINGS,
    Severity.INFO: HINTS,
}
GROUPS = {
    Severity.ERROR: "Ошибки",
    Severity.WARN: "Предупреждения",
    Severity.INFO: "Советы",
}
NOTHING = "Замечаний нет"
EXPLAINED = {
    Severity.ERROR: "С ними программу, скорее всего, вернут на доработку.",
    Severity.WARN: "На это обычно обращают внимание эксперты.",
    Severity.INFO: "Можно оставить как есть.",
}


def advice_for(finding: Finding) -> Advice:
    """Return the words for a finding; every rule has some."""
    return RULES[finding.rule].say(finding)


def rule_name(rule: str) -> str:
    """Return the name of a rule, also of one that the program keeps itself."""
    known = RULES.get(rule)
    return known.name if known else GUARANTEED[rule][0]


def summary(findings: Sequence[Finding]) -> str:
    """Return «3 ошибки, 5 предупреждений», or that there is nothing."""
    parts: list[str] = []
    for severity, forms in COUNTS.items():
        count = sum(1 for finding in findings if finding.severity is severity)
        if count:
            parts.append(counted(count, forms))
    return ", ".join(parts) or NOTHING


def left_alone(count: int) -> str:
    """Return how many findings are ignored: «2 замечания оставлены»."""
    return f"{counted(count, REMARKS)} {plural(count, LEFT)}"

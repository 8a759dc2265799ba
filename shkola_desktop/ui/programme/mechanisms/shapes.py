"""How risks, sources of money and rows of monitoring are called, told and changed."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from shkola_desktop.domain.programme_parts import (
    LIKELIHOODS,
    PlannedMonitoring,
    PlannedRisk,
)
from shkola_desktop.ui.widgets.lines import line_shape
from shkola_desktop.ui.widgets.record_form import Field, Kind, Shape
from shkola_desktop.words.plans import CHANCES, IMPACTS


def _risk_told(risk: PlannedRisk) -> tuple[str, str]:
    chances = f"вероятность {CHANCES[risk.likelihood]}, влияние {IMPACTS[risk.impact]}"
    parts = (
        f"Чем грозит: {risk.effect}" if risk.effect else "",
        f"Меры: {risk.prevention}" if risk.prevention else "Мер пока нет",
        f"Отвечает: {risk.responsible}" if risk.responsible else "",
        chances,
    )
    return risk.text, " · ".join(part for part in parts if part)


def _monitoring_told(watched: PlannedMonitoring) -> tuple[str, str]:
    parts = (watched.how, watched.when, watched.who, watched.where)
    return watched.what, " · ".join(part for part in parts if part)


def _risk_written(known: PlannedRisk, values: Mapping[str, Any]) -> PlannedRisk:
    return replace(known, **{**values, "text": values["text"] or known.text})


def _monitoring_written(
    known: PlannedMonitoring, values: Mapping[str, Any]
) -> PlannedMonitoring:
    return replace(known, **{**values, "what": values["what"] or known.what})


RISK = Shape(
    name="risk",
    noun="риск",
    hint="новый риск",
    fields=(
        Field("text", "Риск", Kind.TEXT),
        Field("effect", "Чем грозит"),
        Field("prevention", "Меры предупреждения", Kind.TEXT),
        Field(
            "likelihood",
            "Вероятность",
            Kind.CHOICE,
            tuple((code, CHANCES[code]) for code in LIKELIHOODS),
        ),
        Field(
            "impact",
            "Влияние",
            Kind.CHOICE,
            tuple((code, IMPACTS[code]) for code in LIKELIHOODS),
        ),
        Field("responsible", "Ответственный"),
    ),
    make=lambda words: PlannedRisk(words, "", ""),
    told=_risk_told,
    read=asdict,
    write=_risk_written,
)
MONITORING = Shape(
    name="monitoring",
    noun="что отслеживать",
    hint="что ещё отслеживать",
    fields=(
        Field("what", "Что"),
        Field("how", "Как", Kind.TEXT),
        Field("when", "Когда"),
        Field("who", "Кто"),
        Field("where", "Где рассматривается"),
    ),
    make=lambda words: PlannedMonitoring(words, "", "", "", ""),
    told=_monitoring_told,
    read=asdict,
    write=_monitoring_written,
)
FINANCE = line_shape("finance", "источник средств", "ещё один источник")

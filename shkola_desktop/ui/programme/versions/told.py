"""Differences between two states of a programme in Russian words."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from shkola_desktop.domain.differences import Difference, DifferenceKind
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.programme import Cause, Deficit, Measure, Member
from shkola_desktop.domain.programme_parts import (
    Change,
    PlannedMonitoring,
    PlannedRisk,
    Target,
)
from shkola_desktop.ui.programme.parts import NAMES, Part
from shkola_desktop.words.execution import STATES
from shkola_desktop.words.plans import CHANCES, DEPENDS_SAID, IMPACTS, RESOURCES
from shkola_desktop.words.russian import short_date
from shkola_desktop.words.self_check_places import APPROVALS, shortened

Grouped = tuple[tuple[str, tuple[str, ...]], ...]
"""Headings of sections with their lines."""
LONGEST = 160
"""Characters of a value: the rest is told by the programme itself."""
NAME = 60
"""Characters of the name of a row."""
NOTHING = "пусто"
BANKS = "типовой список"
VERBS = {DifferenceKind.ADDED: "добавлено", DifferenceKind.REMOVED: "убрано"}
SORTS = {
    "deficit": "дефицит",
    "cause": "причина",
    "measure": "мероприятие",
    "member": "участник команды",
    "risk": "риск",
    "monitoring": "что отслеживать",
    "finance": "источник средств",
    "target": "целевой показатель",
    "record": "выполнение мероприятия",
    "check_january": "промежуточная проверка за год",
    "check_june": "итоговая проверка за год",
    "change": "изменение",
    "swot.strengths": "сильная сторона",
    "swot.weaknesses": "слабая сторона",
    "swot.opportunities": "возможность",
    "swot.threats": "угроза",
}
"""What a row is called."""
ALONE = {
    "period": "срок",
    "goal": "цель",
    "preset": "состав документа",
    "order": "порядок дефицитов",
    "words": "свои слова в начале раздела",
    "own_text": "свой текст вместо готового",
    "addressee.position": "кому письмо учредителю, должность",
    "addressee.name": "кому письмо учредителю, имя",
    "approval.others": "другие согласования",
    "risk.list": "риски",
    "monitoring.list": "мониторинг",
    "finance.list": "источники средств",
}
"""What a value that stands alone is called."""
FIELDS = {
    "approval.on": "дата",
    "approval.number": "номер",
    "approval.by": "кем решено",
    "deficit.text": "формулировка",
    "deficit.left_out": "почему не включён",
    "deficit.depends": "зависит ли от школы",
    "deficit.decision": "управленческое решение",
    "deficit.task": "задача",
    "cause.task": "задача",
    "measure.text": "мероприятие",
    "measure.result": "результат",
    "measure.indicator": "показатель",
    "measure.responsible": "ответственный",
    "measure.term": "срок",
    "measure.resource": "ресурс",
    "measure.finance": "финансирование",
    "member.position": "должность",
    "member.leads": "руководит",
    "member.controls": "контролирует приказ",
    "member.directions": "направления",
    "risk.effect": "чем грозит",
    "risk.prevention": "меры предупреждения",
    "risk.likelihood": "вероятность",
    "risk.impact": "влияние",
    "risk.responsible": "ответственный",
    "monitoring.how": "как",
    "monitoring.when": "когда",
    "monitoring.who": "кто",
    "monitoring.where": "где рассматривается",
    "target.unit": "единица",
    "target.baseline": "база",
    "target.values": "значения по годам",
    "target.source": "источник данных",
    "target.responsible": "ответственный",
    "target.reached": "достигнуто по годам",
    "record.state": "состояние",
    "record.done": "что сделано",
    "record.note": "примечание",
    "record.on": "дата",
    "check_january.on": "дата",
    "check_january.by": "кто проверил",
    "check_january.conclusions": "выводы",
    "check_june.on": "дата",
    "check_june.by": "кто проверил",
    "check_june.conclusions": "выводы",
}
"""What a field of a row is called."""
CODES: Mapping[str, Mapping[str, str]] = {
    "deficit.depends": DEPENDS_SAID,
    "measure.resource": RESOURCES,
    "risk.likelihood": CHANCES,
    "risk.impact": IMPACTS,
    "record.state": {state.value: words for state, words in STATES.items()},
}
"""Words of the codes that some fields hold."""


def names_of(material: ProgrammeMaterial) -> Mapping[str, str]:
    """Return what the codes of presets and directions are called."""
    presets = {known.code: known.name for known in material.template.presets}
    return {**presets, **{d.code: d.name for d in material.form.directions}}


def grouped(found: Sequence[Difference], names: Mapping[str, str]) -> Grouped:
    """Return headings of sections with a line for each of their differences."""
    return tuple(
        (heading(section), tuple(line(known, names) for known in rows))
        for section, rows in groupby(found, key=lambda known: known.section)
    )


def heading(section: str) -> str:
    """Return what the wizard calls a section."""
    return next((NAMES[part] for part in Part if part.value == section), "Прочее")


def line(known: Difference, names: Mapping[str, str]) -> str:
    """Return a difference in a sentence: where, what, how it was and is."""
    if known.kind is not DifferenceKind.CHANGED:
        row = known.new if known.kind is DifferenceKind.ADDED else known.old
        what = SORTS.get(known.field, known.field)
        return f"{_begun(known, what)} – {VERBS[known.kind]}: {_quoted(_row(row))}"
    before = _value(known.field, known.old, names)
    after = _value(known.field, known.new, names)
    return f"{_begun(known, _what(known))}: было {before}, стало {after}"


def _begun(known: Difference, what: str) -> str:
    kind, _, code = known.place.partition(":")
    words = what
    if kind == "deficit" and known.field != "deficit":
        words = f"дефицит {code}, {what}"
    return words[:1].upper() + words[1:]


def _what(known: Difference) -> str:
    sort = known.field.partition(".")[0]
    field = FIELDS.get(known.field)
    if field is None:
        return ALONE.get(known.field, known.field)
    if sort == "approval":
        return f"{APPROVALS.get(known.names[1], known.names[1])}, {field}"
    if sort == "deficit" or known.field == "measure.text":
        return field
    return f"{SORTS[sort]} {_quoted(known.names[1], NAME)}, {field}"


def _quoted(words: str, most: int = LONGEST) -> str:
    return f"«{shortened(words, most)}»" if words.strip() else NOTHING


def _value(field: str, value: object, names: Mapping[str, str]) -> str:
    """Return one side of a change in words."""
    if field in ALONE and field.endswith(".list"):
        return BANKS if value is None else f"свой список, строк: {_length(value)}"
    if field == "approval.others":
        return f"строк: {_length(value)}"
    if isinstance(value, str):
        words = names if field == "preset" else CODES.get(field, {})
        return _quoted(words.get(value, value))
    return _plain(value, names if field == "member.directions" else {})


def _plain(value: object, names: Mapping[str, str]) -> str:
    match value:
        case None | ():
            return NOTHING
        case bool():
            return "да" if value else "нет"
        case date():
            return short_date(value)
        case (int() as first, int() as last):
            return f"{first}–{last}"
        case tuple():
            parts = (str(part) for part in value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
            return ", ".join(names.get(part, part) or "–" for part in parts)
        case _:
            return str(value)


def _length(value: object) -> int:
    return len(value) if isinstance(value, tuple) else 0  # pyright: ignore[reportUnknownArgumentType]


def _row(row: object) -> str:
    """Return the name of a whole row."""
    match row:
        case Deficit(code=code, text=text):
            return f"{code}. {text}"
        case Cause(text=name) | Measure(text=name) | PlannedRisk(text=name):
            return name
        case Member(name=name) | Target(name=name):
            return name
        case PlannedMonitoring(what=name) | Change(what=name):
            return name
        case _:
            return str(row)

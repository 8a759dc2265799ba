"""How a programme is carried out travels with it, and nothing strange comes back."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from shkola_desktop.domain.execution import (
    CheckKind,
    CorrectionLine,
    DroppedMeasure,
    Execution,
    MeasureRecord,
    Progress,
    YearCheck,
)
from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.transfer.wire.plan import (
    ProgrammeWire,
    programme_from_wire,
    programme_to_wire,
)
from tests.support.builders import a_measure, a_programme

MARKED = replace(
    a_programme(),
    targets=(Target("Кружки", "%", "40", ("50",), reached=("45,5",)),),
    execution=Execution(
        records=(MeasureRecord("m1", 2027, Progress.DONE, "приказ", "", date.max),),
        checks=(YearCheck(2027, CheckKind.JUNE, None, "директор", "Отстаём"),),
        corrections=(CorrectionLine(2027, "Кружки", "60", "55", "нет педагога"),),
        dropped=(DroppedMeasure(2027, "a", ("01",), a_measure(id="m2")),),
    ),
)


def test_it_comes_back_as_it_was():
    wire = msgspec.convert(programme_to_wire(MARKED), ProgrammeWire)
    assert programme_from_wire(wire, MARKED.school) == MARKED


def test_a_programme_that_knows_nothing_of_it_is_read():
    values = programme_to_wire(a_programme())
    del values["execution"]
    wire = msgspec.convert(values, ProgrammeWire)
    assert programme_from_wire(wire, "s1") == a_programme()


@pytest.mark.parametrize(
    "record",
    [
        {"state": "finished"},
        {"year": 3000},
        {"done": "x" * 50_001},
        {"measure": ""},
        {"more": "1"},
    ],
)
def test_a_strange_record_is_refused(record):
    values = programme_to_wire(MARKED)
    values["execution"]["records"][0].update(record)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(values, ProgrammeWire)

"""Parts and merges as JSON of a column: read whole, never searched."""

import json
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import RowMapping

from shkola_desktop.domain.diagnosis import Answer, Evidence
from shkola_desktop.domain.ids import (
    DiagnosisId,
    DirectionCode,
    EvidenceHash,
    IndicatorCode,
    OptionId,
    PackageId,
    VersionId,
)
from shkola_desktop.domain.merging import MergeLine
from shkola_desktop.domain.parts import Merge, PartRecord, Return, Way
from shkola_desktop.storage.values import from_text, to_text

Json = Mapping[str, Any]


def record_to_json(record: PartRecord) -> dict[str, object]:
    """Return a record as plain values."""
    return {
        "id": record.id,
        "way": record.way.value,
        "diagnosis": record.diagnosis,
        "directions": list(record.directions),
        "given_to": record.given_to,
        "given_by": record.given_by,
        "given_at": to_text(record.given_at),
        "secret": record.secret,
        "note": record.note,
        "due": record.due.isoformat() if record.due else None,
        "package": record.package,
        "sequence": record.sequence,
        "bases": dict(record.bases),
        "returns": [
            {
                "key": one.key,
                "sequence": one.sequence,
                "at": to_text(one.at),
                "seen": dict(one.seen),
            }
            for one in record.returns
        ],
    }


def record_from_json(row: Json) -> PartRecord:
    """Return the record that plain values tell."""
    return PartRecord(
        id=PackageId(row["id"]),
        way=Way(row["way"]),
        diagnosis=DiagnosisId(row["diagnosis"]),
        directions=tuple(DirectionCode(code) for code in row["directions"]),
        given_to=row["given_to"],
        given_by=row["given_by"],
        given_at=from_text(row["given_at"]),
        secret=row["secret"],
        note=row["note"],
        due=date.fromisoformat(row["due"]) if row["due"] else None,
        package=PackageId(row["package"]) if row["package"] else None,
        sequence=row["sequence"],
        bases=_versions(row["bases"]),
        returns=tuple(
            Return(
                one["key"],
                one["sequence"],
                from_text(one["at"]),
                _versions(one["seen"]),
            )
            for one in row["returns"]
        ),
    )


def _versions(row: Json) -> Mapping[IndicatorCode, VersionId]:
    return MappingProxyType({IndicatorCode(c): VersionId(v) for c, v in row.items()})


def merge_to_text(merge: Merge) -> str:
    """Return what a merge keeps beside its columns."""
    content = {
        "who": merge.who,
        "source": merge.source,
        "record": record_to_json(merge.record),
        "asked": list(merge.asked),
        "lines": [
            {
                "code": line.code,
                "before": line.before and _answer_to_json(line.before),
                "after": _answer_to_json(line.after),
                "there": _answer_to_json(line.there),
            }
            for line in merge.lines
        ],
    }
    return json.dumps(content, ensure_ascii=False)


def merge_from_row(row: Json | RowMapping) -> Merge:
    """Return the merge of a row."""
    content: dict[str, Any] = json.loads(row["content"])
    undone = row["undone_at"]
    return Merge(
        id=row["id"],
        package=PackageId(row["package"]),
        diagnosis=DiagnosisId(row["diagnosis"]),
        at=from_text(row["at"]),
        who=content["who"],
        source=content["source"],
        record=record_from_json(content["record"]),
        lines=tuple(_line(line) for line in content["lines"]),
        asked=tuple(IndicatorCode(code) for code in content["asked"]),
        undone_at=from_text(undone) if undone else None,
    )


def _line(line: Json) -> MergeLine:
    before = line["before"]
    return MergeLine(
        IndicatorCode(line["code"]),
        None if before is None else _answer_from_json(before),
        _answer_from_json(line["after"]),
        _answer_from_json(line["there"]),
    )


def _answer_to_json(answer: Answer) -> dict[str, object]:
    return {
        "option": answer.option,
        "version": answer.version,
        "changed_at": to_text(answer.changed_at),
        "changed_by": answer.changed_by,
        "comment": answer.comment,
        "evidence": [[e.hash, e.name, e.size] for e in answer.evidence],
        "base": answer.base,
    }


def _answer_from_json(row: Json) -> Answer:
    option, base = row["option"], row["base"]
    return Answer(
        option=None if option is None else OptionId(option),
        version=VersionId(row["version"]),
        changed_at=from_text(row["changed_at"]),
        changed_by=row["changed_by"],
        comment=row["comment"],
        evidence=tuple(
            Evidence(EvidenceHash(h), name, size) for h, name, size in row["evidence"]
        ),
        base=None if base is None else VersionId(base),
    )

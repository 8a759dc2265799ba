"""``shkola part``: give directions to a colleague, read, give back, undo."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shkola_desktop.bootstrap import Program
from shkola_desktop.cli import workspace
from shkola_desktop.cli.output import print_json
from shkola_desktop.domain.diagnosis import Answer
from shkola_desktop.domain.ids import DirectionCode, PackageId
from shkola_desktop.domain.merging import Choice, Meeting, Side
from shkola_desktop.words.parts import (
    ASPECTS,
    meeting_counts,
    merge_words,
    part_state,
)
from shkola_desktop.words.russian import moment

if TYPE_CHECKING:
    from shkola_desktop.app.exchange.part_looking import PartPreview
    from shkola_desktop.app.exchange.parting import Given
    from shkola_desktop.domain.form import Form
    from shkola_desktop.domain.ids import IndicatorCode

app = typer.Typer(help="Части самодиагностики для коллег.")
Json = Annotated[bool, typer.Option("--json", help="Ответ в JSON.")]
Folder = Annotated[
    Path, typer.Option("--workspace", metavar="DIR", help="Папка рабочего места.")
]
Stick = Annotated[Path, typer.Option("--to", metavar="DIR", help="Носитель или папка.")]


class Take(StrEnum):
    """Which side wins every conflict."""

    HERE = "here"
    THERE = "there"


@app.command()
def give(  # noqa: PLR0913, PLR0917  # options of a command
    folder: Folder,
    to: Stick,
    name: Annotated[str, typer.Option("--for", help="Кому: фамилия и имя.")],
    directions: Annotated[
        str, typer.Option("--directions", help="Коды направлений через запятую.")
    ],
    note: Annotated[str, typer.Option("--note", help="Просьба коллеге.")] = "",
    due: Annotated[
        str, typer.Option("--due", metavar="ГГГГ-ММ-ДД", help="Когда вернуть.")
    ] = "",
    json: Json = False,
) -> None:
    """Выдать направления коллеге: пакет и слова, которые нужно ему сказать."""
    from shkola_desktop.app.exchange import parting

    codes = tuple(DirectionCode(c.strip()) for c in directions.split(",") if c.strip())
    order = parting.Order(codes, name, note, _day(due))
    with workspace.existing(folder, Program()) as opened:
        given = parting.give(order, to, opened)
    _print_given(given, json=json)


@app.command("return")
def give_back(
    folder: Folder,
    to: Stick,
    part: Annotated[
        str, typer.Option("--part", help="Номер части из «list»; иначе последняя.")
    ] = "",
    json: Json = False,
) -> None:
    """Вернуть заполненную часть тому, кто её выдал."""
    from shkola_desktop.app.exchange import parting
    from shkola_desktop.domain.errors import PartUnknown
    from shkola_desktop.domain.parts import Way

    with workspace.existing(folder, Program()) as opened:
        held = parting.parts_of(opened, Way.HELD)
        if not held:
            raise PartUnknown("")
        wanted = PackageId(part) if part else held[0].id
        given = parting.give_back(wanted, to, opened)
    _print_given(given, json=json)


@app.command()
def read(  # noqa: PLR0913, PLR0917  # options of a command
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Файл .shkola.")],
    folder: Folder,
    words: Annotated[
        str, typer.Option("--words", help="Слова части, если она здесь впервые.")
    ] = "",
    take: Annotated[
        Take | None, typer.Option("--take", help="Чьё значение взять в расхождениях.")
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Только показать, ничего не менять.")
    ] = False,
    json: Json = False,
) -> None:
    """Прочитать часть: показать отличия, слить, записать в журнал."""
    from shkola_desktop.app.exchange import part_looking, part_merging

    with workspace.existing(folder, Program()) as opened:
        seen = part_looking.look(file, opened, words)
        if not json:
            _print_preview(seen)
        merge = None
        if not preview:
            choices = (
                {m.code: Choice(Side(take.value)) for m in seen.conflicts}
                if take
                else {}
            )
            merge = part_merging.merge(seen, choices, opened)
    if json:
        told = _as_dict(seen)
        print_json({**told, "merge": merge.id if merge else None})
    elif merge is not None:
        already = seen.merged is not None
        print("Эта часть уже прочитана." if already else f"{merge_words(merge)}.")
        print(f"Номер слияния: {merge.id}")


@app.command("list")
def list_parts(folder: Folder, json: Json = False) -> None:
    """Показать выданные и полученные части."""
    from shkola_desktop.app.exchange import parting

    with workspace.existing(folder, Program()) as opened:
        records = parting.parts_of(opened)
        today = opened.clock.now().astimezone().date()
    if json:
        print_json(
            [
                {
                    "id": r.id,
                    "way": r.way.value,
                    "given_to": r.given_to,
                    "given_by": r.given_by,
                    "directions": list(r.directions),
                    "words": r.secret,
                    "state": part_state(r, today),
                }
                for r in records
            ]
        )
        return
    for record in records:
        codes = ", ".join(record.directions)
        print(f"{record.id}  {record.given_to}: {codes}; {part_state(record, today)}")
        print(f"    Слова: {record.secret}")
    if not records:
        print("Частей нет.")


@app.command()
def undo(
    folder: Folder,
    merge: Annotated[
        str, typer.Option("--merge", help="Номер слияния; иначе последнее.")
    ] = "",
) -> None:
    """Отменить последнее слияние целиком."""
    from shkola_desktop.app.exchange import part_merging

    with workspace.existing(folder, Program()) as opened:
        standing = [m.id for m in part_merging.merges_of(opened) if not m.undone_at]
        wanted = merge or next(iter(standing), "")
        undone = part_merging.undo(wanted, opened)
    print(f"Слияние отменено. {merge_words(undone.merge)}.")
    if undone.kept:
        kept = ", ".join(undone.kept)
        print(f"Изменены после слияния и оставлены как есть: {kept}.")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        words = "дата записывается так: 2026-12-04"
        raise typer.BadParameter(words, param_hint="--due") from error


def _print_given(given: "Given", *, json: bool) -> None:
    record, done = given.record, given.done
    if json:
        print_json(
            {
                "path": str(done.path),
                "part": record.id,
                "words": record.secret,
                "sequence": done.sending.sequence,
            }
        )
        return
    print(f"Часть: {done.path}, записана и проверена.")
    print(f"Слова, без которых она не откроется: {record.secret}")


def _print_preview(seen: "PartPreview") -> None:
    part = seen.part
    way = "возвращает" if part.returned else "выдаёт"
    names = ", ".join(d.name for d in seen.form.directions)
    print(f"Часть, которую {way} {seen.source or 'коллега'}: {names}")
    if part.note:
        print(f"Просьба: {part.note}")
    for line in meeting_counts(seen.meetings):
        print(line)
    for meeting in seen.conflicts:
        _print_conflict(meeting, seen.form)


def _print_conflict(meeting: Meeting, form: "Form") -> None:
    from shkola_desktop.domain.merging import differences

    indicator = form.indicator(meeting.code)
    name = indicator.name if indicator else ""
    print(f"\n{meeting.code} {name}")
    here, there = meeting.here, meeting.there
    if here is None or there is None:
        return
    what = ", ".join(ASPECTS[a] for a in differences(here, there))
    print(f"  Отличаются: {what}")
    print(f"  Здесь:   {_answer(meeting.code, here, form)}")
    print(f"  В части: {_answer(meeting.code, there, form)}")


def _answer(code: "IndicatorCode", answer: Answer, form: "Form") -> str:
    indicator = form.indicator(code)
    taken = indicator.option(answer.option) if indicator and answer.option else None
    parts = [f"{taken.text} ({taken.points})" if taken else "нет ответа"]
    if answer.comment:
        parts.append(f"«{answer.comment}»")
    parts.extend(file.name for file in answer.evidence)
    who = answer.changed_by or "кто – неизвестно"
    return f"{'; '.join(parts)} – {who}, {moment(answer.changed_at)}"


def _as_dict(seen: "PartPreview") -> dict[str, object]:
    return {
        "part": seen.part.id,
        "returned": seen.part.returned,
        "source": seen.source,
        "already": seen.merged is not None,
        "relations": {m.code: m.relation.value for m in seen.meetings},
        "conflicts": [m.code for m in seen.conflicts],
    }

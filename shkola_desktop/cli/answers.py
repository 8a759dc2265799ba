"""``shkola answers``: the form as a workbook, and answers from a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from shkola_desktop.app import carrying
from shkola_desktop.app.carrying import PrintoutPreview, TablePreview
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import Program
from shkola_desktop.cli import workspace
from shkola_desktop.cli.output import print_json, print_problems, problem_dict
from shkola_desktop.domain.carrying import Fate, Line, Taken
from shkola_desktop.domain.errors import InputUnreadable
from shkola_desktop.domain.ids import IndicatorCode
from shkola_desktop.domain.printout import Certainty, Match, Printout, taken_by
from shkola_desktop.words.carry_checks import printout_warnings, table_warnings
from shkola_desktop.words.carrying import DOUBTS, FATES, line_words, printed_words
from shkola_desktop.words.russian import ANSWERS, counted

app = typer.Typer(help="Ответы: таблица для заполнения, перенос из файла.")
Folder = Annotated[
    Path, typer.Option("--workspace", metavar="DIR", help="Папка рабочего места.")
]
Year = Annotated[
    int | None, typer.Option("--year", metavar="YYYY", help="Год; иначе этот.")
]
Json = Annotated[bool, typer.Option("--json", help="Ответ в JSON.")]
Preview = TablePreview | PrintoutPreview


@app.command("to-xlsx")
def to_xlsx(
    folder: Folder,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Куда записать: .xlsx.")
    ],
    year: Year = None,
    json: Json = False,
) -> None:
    """Сохранить форму школы таблицей Excel для заполнения."""
    if out.suffix.lower() != ".xlsx":
        raise typer.BadParameter(
            "имя файла должно оканчиваться на .xlsx", param_hint="--out"
        )
    with workspace.existing(folder, Program()) as opened:
        chosen = year or carrying.years(opened)[0]
        carrying.save_table(chosen, out, opened)
    if json:
        print_json({"path": str(out), "year": chosen, "size": out.stat().st_size})
    else:
        print(out)


@app.command()
def read(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Таблица или распечатка.")
    ],
    folder: Folder,
    apply: Annotated[
        bool, typer.Option("--apply", help="Перенести, а не только показать.")
    ] = False,
    year: Year = None,
    json: Json = False,
) -> None:
    """Показать, что изменят ответы из файла; с --apply – перенести их.

    Из распечатки переносятся только строки, которые узнаны точно.
    """
    with workspace.existing(folder, Program()) as opened:
        content = carrying.read_any(file, opened)
        preview: Preview
        if isinstance(content, Printout):
            chosen = year or carrying.years(opened)[0]
            preview = carrying.preview_printout(content, chosen, opened)
        else:
            chosen = year or carrying.year_of(content, opened)
            preview = carrying.preview_table(content, chosen, opened)
        lines = _lines(preview)
        applied: int | None = None
        if apply:
            if isinstance(preview, TablePreview) and preview.table.problems:
                raise InputUnreadable(file.name, preview.table.problems)
            taken = {line.indicator.code: line.taken for line in lines}
            applied = _carry(chosen, taken, file, opened)
        warnings = _warnings(preview, opened)
    if json:
        print_json(_as_dict(chosen, preview, lines, warnings, applied))
    else:
        _print(preview, lines, warnings, applied)
    faults = isinstance(preview, TablePreview) and bool(preview.table.problems)
    raise typer.Exit(1 if faults else 0)


def _carry(
    year: int, taken: Mapping[IndicatorCode, Taken], file: Path, opened: Workspace
) -> int:
    return len(carrying.carry(year, taken, file.name, opened).batch.changes)


def _lines(preview: Preview) -> tuple[Line, ...]:
    if isinstance(preview, TablePreview):
        return preview.lines
    return carrying.lines_for(preview.target, taken_by(preview.matches))


def _warnings(preview: Preview, opened: Workspace) -> tuple[str, ...]:
    if isinstance(preview, PrintoutPreview):
        found = carrying.differences(preview, taken_by(preview.matches))
        return printout_warnings(preview.other_variant, found)
    return table_warnings(preview.table, carrying.school_name(opened))


def _of(preview: Preview, certainty: Certainty) -> list[Match]:
    if isinstance(preview, TablePreview):
        return []
    return [match for match in preview.matches if match.certainty is certainty]


def _strangers(preview: Preview) -> list[str]:
    if isinstance(preview, TablePreview):
        return [f"{s.place}: {s.code} {s.name}" for s in preview.table.strangers]
    return [
        f"{printed_words(match.row)} – {DOUBTS[match.doubt]}"
        for match in _of(preview, Certainty.UNKNOWN)
    ]


def _as_dict(
    year: int,
    preview: Preview,
    lines: tuple[Line, ...],
    warnings: tuple[str, ...],
    applied: int | None,
) -> dict[str, object]:
    table = isinstance(preview, TablePreview)
    problems = preview.table.problems if isinstance(preview, TablePreview) else ()
    return {
        "kind": "table" if table else "printout",
        "year": year,
        "total": None if table else preview.printed.total,
        "level": None if table else preview.printed.level,
        "answers": [
            {
                "indicator": line.indicator.code,
                "fate": line.fate.value,
                "old": line.old.id if line.old else None,
                "new": line.new.id if line.new else None,
                "comment": line.taken.comment,
            }
            for line in lines
        ],
        "doubtful": [
            {
                "row": printed_words(match.row),
                "why": DOUBTS[match.doubt],
                "candidates": [
                    {"indicator": one.indicator.code, "option": one.option.id}
                    for one in match.candidates
                ],
            }
            for match in _of(preview, Certainty.DOUBTFUL)
        ],
        "unknown": _strangers(preview),
        "warnings": list(warnings),
        "problems": [problem_dict(problem) for problem in problems],
        "applied": applied,
    }


def _print(
    preview: Preview,
    lines: tuple[Line, ...],
    warnings: tuple[str, ...],
    applied: int | None,
) -> None:
    for words in warnings:
        print(words)
    if isinstance(preview, TablePreview):
        print_problems(preview.table.problems)
    for line in lines:
        if line.fate is not Fate.SAME:
            told = line_words(line).replace("\n", "\n    ")
            print(f"{FATES[line.fate]}: {told}")
    same = sum(1 for line in lines if line.fate is Fate.SAME)
    print(f"{FATES[Fate.SAME]}: {counted(same, ANSWERS)}")
    for match in _of(preview, Certainty.DOUBTFUL):
        print(f"сомнительно: {printed_words(match.row)} – {DOUBTS[match.doubt]}")
    for words in _strangers(preview):
        print(f"не перенесётся: {words}")
    if applied is not None:
        print(f"Перенесено: {counted(applied, ANSWERS)}")

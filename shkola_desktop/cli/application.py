"""The commands of ``shkola`` and their exit statuses."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from shkola_desktop import __version__
from shkola_desktop.app import scoring_file
from shkola_desktop.bootstrap import Program
from shkola_desktop.cli import answers, form, package, part, workspace
from shkola_desktop.cli import demo as demo_command
from shkola_desktop.cli.output import print_json, refuse, speak_any_letter
from shkola_desktop.domain.documents import DocumentFormat, DocumentKind
from shkola_desktop.domain.errors import FileUnreadable, ShkolaError

DONE, REFUSED = 0, 1
STDIN = Path("-")
NO_CASES = "нет, в документах слова останутся без изменений"
PARTS = {"forms": "Формы", "fonts": "Шрифты", "schemas": "Схемы данных"}
JOB_DONE = "База, PDF, Word и пакет: сделаны и прочитаны обратно"
WRONG_ENDING = "имя файла должно оканчиваться на .pdf или .docx"

app = typer.Typer(
    name="shkola",
    help="Самодиагностика и программа развития школы без интернета.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(answers.app, name="answers")
app.add_typer(form.app, name="form")
app.add_typer(package.app, name="package")
app.add_typer(part.app, name="part")
app.add_typer(workspace.app, name="workspace")


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit status: 0 done, 1 refused, 2 wrong usage."""
    speak_any_letter()
    try:
        app(list(arguments), prog_name="shkola")
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else DONE
    except ShkolaError as error:
        refuse(error)
        return REFUSED
    return DONE


@app.callback(invoke_without_command=True)
def window(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Показать версию.")
    ] = False,
    folder: Annotated[
        Path | None,
        typer.Option("--workspace", metavar="DIR", help="Папка рабочего места."),
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--open", metavar="FILE", help="Пакет для окна.")
    ] = None,
) -> None:
    """Открыть окно программы, если команда не названа."""
    if version:
        print(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        from shkola_desktop.ui.application import open_window

        raise typer.Exit(open_window(Program(), folder, file))


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Пустая папка.")],
    json: Annotated[bool, typer.Option("--json", help="Пути в JSON.")] = False,
    district: Annotated[
        bool, typer.Option("--district", help="Учебный район: тридцать школ, регион.")
    ] = False,
) -> None:
    """Проделать всю работу на учебной школе и показать, что получилось."""
    if district:
        from shkola_desktop.cli import demo_campaign

        made, labels = (
            demo_campaign.Campaign(folder, Program()).run(),
            demo_campaign.LABELS,
        )
    else:
        made, labels = demo_command.run(folder, Program()), demo_command.LABELS
    if json:
        print_json(made)
        return
    for name, path in made.items():
        print(f"{labels[name]}: {path}")


@app.command()
def score(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.json", help="Ответы; «-» – со входа.")
    ],
) -> None:
    """Посчитать баллы и уровни по ответам из файла; печатает JSON."""
    text = _read(file)
    print_json(
        scoring_file.as_dict(scoring_file.score_text(text, file.name, Program().forms))
    )


@app.command()
def report(
    kind: Annotated[DocumentKind, typer.Argument(help="Вид документа.")],
    folder: Annotated[
        Path, typer.Option("--workspace", metavar="DIR", help="Папка рабочего места.")
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FILE", help="Куда записать: файл .pdf или .docx."
        ),
    ],
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            metavar="YEAR",
            help="Год отчёта о реализации; без него последний завершённый.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Ответ в JSON.")] = False,
) -> None:
    """Сделать документ из данных рабочего места."""
    from shkola_desktop.app import reporting

    format = _format_of(out)
    program = Program()
    with workspace.existing(folder, program) as opened:
        record = reporting.make(kind, opened, format, year)
        reporting.save_as(record.id, out, opened)
    if json:
        print_json({"path": str(out), "kind": kind.value, "size": record.size})
    else:
        print(out)


@app.command("self-test")
def self_test(
    json: Annotated[bool, typer.Option("--json", help="Ответ в JSON.")] = False,
) -> None:
    """Проверить программу: проделать всю работу и открыть каждую страницу."""
    from shkola_desktop.cli import self_test as headless
    from shkola_desktop.ui.self_test import declines
    from shkola_desktop.ui.self_test import self_test as check

    program = Program()
    versions, parts = headless.versions(), headless.parts(program)
    # both before the window logs into its thrown folder
    declension, job = declines(program), headless.faults_of_job(program)
    opened, faults = check(program)
    faults = (*job, *faults)
    if json:
        print_json(
            {
                "versions": versions,
                "parts": parts,
                "screens": list(opened),
                "declension": declension,
                "faults": list(faults),
            }
        )
    else:
        print(", ".join(f"{name} {version}" for name, version in versions.items()))
        for name, count in parts.items():
            print(f"{PARTS[name]}: {count}")
        for name in opened:
            print(f"Открыта страница: {name}")
        print(f"Склонение имён и должностей: {'да' if declension else NO_CASES}")
        if not faults:
            print(JOB_DONE)
        for fault in faults:
            print(fault, file=sys.stderr)
    raise typer.Exit(DONE if declension and not faults else REFUSED)


def _format_of(file: Path) -> DocumentFormat:
    try:
        return DocumentFormat(file.suffix.lower().removeprefix("."))
    except ValueError as error:
        raise typer.BadParameter(WRONG_ENDING, param_hint="--out") from error


def _read(file: Path) -> str:
    limit = scoring_file.MAX_TEXT * 4
    if file == STDIN:
        data = sys.stdin.buffer.read(limit + 1)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise FileUnreadable(file) from error
    from shkola_desktop.host.assets import given_text

    return given_text(file, limit)

"""``shkola workspace``: make, check, back up, restore, tell."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import BACKUPS, DATABASE, Program
from shkola_desktop.cli.output import print_json
from shkola_desktop.domain.errors import FileUnreadable
from shkola_desktop.words.russian import size

app = typer.Typer(help="Рабочее место: создать, проверить, сохранить копию.")
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Папка рабочего места.")]
Json = Annotated[bool, typer.Option("--json", help="Ответ в JSON.")]


def database_of(folder: Path) -> Path:
    """Return the database of a workspace.

    Raises:
        FileUnreadable: there is none in the folder.
    """
    path = folder / DATABASE
    try:
        found = path.is_file()
    except OSError as error:
        raise FileUnreadable(path) from error
    if not found:
        raise FileUnreadable(path)
    return path


@contextmanager
def existing(folder: Path, program: Program) -> Generator[Workspace]:
    """Open a workspace that must be there.

    Raises:
        FileUnreadable: there is none in the folder.
    """
    database_of(folder)
    with program.workspace(folder) as workspace:
        yield workspace


@app.command()
def new(folder: Folder, json: Json = False) -> None:
    """Создать пустое рабочее место."""
    with Program().workspace(folder) as workspace:
        fingerprint = workspace.keys.fingerprint()
    path = folder / DATABASE
    if json:
        print_json({"database": str(path), "fingerprint": list(fingerprint)})
    else:
        print(f"База данных: {path}")
        print(f"Слова ключа: {' '.join(fingerprint)}")


@app.command()
def check(folder: Folder, json: Json = False) -> None:
    """Проверить целость базы данных."""
    from shkola_desktop.storage import backup

    findings = backup.check(database_of(folder))
    if json:
        print_json({"sound": not findings, "findings": list(findings)})
    else:
        print("\n".join(findings) or "База данных цела.")
    raise typer.Exit(1 if findings else 0)


@app.command("backup")
def back_up(
    folder: Folder,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="Куда; иначе к копиям.")
    ] = None,
    json: Json = False,
) -> None:
    """Сделать резервную копию."""
    from shkola_desktop.host.clock import SystemClock
    from shkola_desktop.storage import backup

    target = to or folder / BACKUPS / backup.daily_name(SystemClock().now())
    made = backup.make_backup(database_of(folder), target)
    if json:
        print_json({"path": str(made), "size": made.stat().st_size})
    else:
        print(f"Копия: {made} ({size(made.stat().st_size)})")


@app.command()
def restore(
    folder: Folder,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Резервная копия.")],
    json: Json = False,
) -> None:
    """Вернуть резервную копию; заменённая база остаётся рядом."""
    kept = Program().restore(file, folder)
    if json:
        print_json({"database": str(folder / DATABASE), "replaced": str(kept or "")})
    else:
        print(f"База данных: {folder / DATABASE}")
        if kept:
            print(f"Прежняя база: {kept}")


@app.command()
def info(folder: Folder, json: Json = False) -> None:
    """Рассказать о рабочем месте."""
    from shkola_desktop.storage import backup

    found = backup.info(database_of(folder))
    copies = backup.list_backups(folder / BACKUPS)
    data = {
        "database": str(found.path),
        "version": found.version,
        "journal_mode": found.journal_mode,
        "size": found.size,
        "rows": dict(found.counts),
        "backups": [str(copy.path) for copy in copies],
    }
    if json:
        print_json(data)
        return
    print(f"База данных: {found.path} ({size(found.size)})")
    print(f"Версия {found.version}, журнал {found.journal_mode}")
    for name, count in found.counts:
        print(f"  {name}: {count}")
    print(f"Резервных копий: {len(copies)}")

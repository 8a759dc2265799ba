"""``shkola workspace``: make, check, back up, restore, tell."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shkola_desktop.app import registering
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import BACKUPS, DATABASE, Program
from shkola_desktop.cli.output import print_json
from shkola_desktop.domain.errors import FileUnreadable
from shkola_desktop.domain.office import Role
from shkola_desktop.words.russian import size

if TYPE_CHECKING:
    from shkola_desktop.storage.place import Place

ROLE = "role"
"""The setting that tells what a workspace is for."""
PACKAGE = ".shkola"
SHEET_LETTERS = 10_000
"""Letters read of a typed sheet: it has two hundred."""
app = typer.Typer(help="Рабочее место: создать, проверить, сохранить копию.")
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Папка рабочего места.")]
Json = Annotated[bool, typer.Option("--json", help="Ответ в JSON.")]


def place_of(folder: Path, program: Program) -> "Place":
    """Return where the database of a workspace is.

    Raises:
        FileUnreadable: there is no workspace in the folder.
    """
    place = program.place(folder)
    try:
        found = place.known
    except OSError as error:
        raise FileUnreadable(place.database) from error
    if not found:
        raise FileUnreadable(place.database)
    return place


@contextmanager
def existing(folder: Path, program: Program) -> Generator[Workspace]:
    """Open a workspace that must be there.

    Raises:
        FileUnreadable: there is none in the folder.
    """
    place_of(folder, program)
    with program.workspace(folder) as workspace:
        yield workspace


@app.command()
def new(
    folder: Folder,
    role: Annotated[
        Role | None, typer.Option("--role", help="Чьё оно; без него спросит окно.")
    ] = None,
    server: Annotated[
        str | None,
        typer.Option(
            "--server",
            metavar="URL",
            help="База на сервере: postgresql+psycopg://пользователь@сервер/база.",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Создать пустое рабочее место."""
    program = Program()
    if server is not None:
        program.make_on_server(folder, server)
    with program.workspace(folder) as workspace:
        if role is not None and registering.setting(ROLE, workspace) is None:
            registering.save_setting(ROLE, role.value, workspace)
        fingerprint = workspace.keys.fingerprint()
    used = program.place(folder).server
    database = used.address if used else str(folder / DATABASE)
    if json:
        print_json({"database": database, "fingerprint": list(fingerprint)})
    else:
        print(f"База данных: {database}")
        print(f"Слова ключа: {' '.join(fingerprint)}")


@app.command()
def check(folder: Folder, json: Json = False) -> None:
    """Проверить целость базы данных."""
    findings = place_of(folder, Program()).check()
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
    package: Annotated[
        Path | None,
        typer.Option(
            "--package",
            metavar="DIR",
            help="Записать зашифрованную копию для переноса на этот носитель.",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Сделать резервную копию."""
    if package is not None:
        made = _packed(folder, package)
    else:
        from shkola_desktop.host.clock import SystemClock
        from shkola_desktop.storage import backup

        place = place_of(folder, Program())
        target = to or backup.free_path(folder / BACKUPS, SystemClock().now())
        made = place.back_up(target)
    if json:
        print_json({"path": str(made), "size": made.stat().st_size})
    else:
        print(f"Копия: {made} ({size(made.stat().st_size)})")


@app.command()
def restore(
    folder: Folder,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="Резервная копия или копия .shkola."),
    ],
    sheet: Annotated[
        Path | None,
        typer.Option(
            "--sheet",
            metavar="FILE",
            help="Строки памятки: сначала восстановить по ним ключ.",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Вернуть резервную копию; заменённая база остаётся рядом."""
    program = Program()
    if sheet is not None:
        _restore_keys(folder, sheet, program)
    if file.suffix == PACKAGE:
        file = _unpacked(folder, file, program)
    kept = program.restore(file, folder)
    used = program.place(folder).server
    database = used.address if used else str(folder / DATABASE)
    if json:
        print_json({"database": database, "replaced": str(kept or "")})
    else:
        print(f"База данных: {database}")
        if kept:
            print(f"Прежняя база: {kept}")


def _packed(folder: Path, stick: Path) -> Path:
    from shkola_desktop.app.exchange import moving

    with existing(folder, Program()) as workspace:
        return moving.write_copy(stick, workspace)


def _restore_keys(folder: Path, sheet: Path, program: Program) -> None:
    from shkola_desktop.app.exchange import identity

    try:
        with sheet.open(encoding="utf-8-sig", errors="replace") as file:
            rows = file.read(SHEET_LETTERS)
    except OSError as error:
        raise FileUnreadable(sheet) from error
    with program.workspace(folder) as workspace:
        identity.restore(rows, workspace)


def _unpacked(folder: Path, file: Path, program: Program) -> Path:
    from shkola_desktop.app.exchange import moving

    with program.workspace(folder) as workspace:
        return moving.take_copy(file, workspace)


@app.command()
def info(folder: Folder, json: Json = False) -> None:
    """Рассказать о рабочем месте."""
    from shkola_desktop.storage import backup

    found = place_of(folder, Program()).info()
    copies = backup.list_backups(folder / BACKUPS)
    data = {
        "database": found.place,
        "version": found.version,
        "journal_mode": found.journal_mode,
        "size": found.size,
        "rows": dict(found.counts),
        "backups": [str(copy.path) for copy in copies],
    }
    if json:
        print_json(data)
        return
    print(f"База данных: {found.place} ({size(found.size)})")
    print(f"Версия {found.version}, журнал {found.journal_mode}")
    for name, count in found.counts:
        print(f"  {name}: {count}")
    print(f"Резервных копий: {len(copies)}")

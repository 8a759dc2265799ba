"""``shkola package``: write one for those above, show, check and read them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shkola_desktop.bootstrap import KEYS, Program
from shkola_desktop.cli import reception, workspace
from shkola_desktop.cli.output import print_json, print_problems, problem_dict
from shkola_desktop.words.packages import KINDS, content_words
from shkola_desktop.words.russian import moment, size

if TYPE_CHECKING:
    from shkola_desktop.transfer.reader import Inspection

app = typer.Typer(help="Пакеты для передачи на носителе.")
app.command("read")(reception.read)
app.command("enrol")(reception.enrol)
Json = Annotated[bool, typer.Option("--json", help="Ответ в JSON.")]

SIGNATURES = {
    "good": "верна",
    "carried": "верна для ключей из самого пакета; сверьте слова с отправителем",
    "wrong": "не подходит к ключу",
    "unchecked": "не проверена: ключ отправителя не указан",
}


@app.command()
def write(
    folder: Annotated[
        Path, typer.Option("--workspace", metavar="DIR", help="Папка рабочего места.")
    ],
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="Носитель или папка.")
    ],
    json: Json = False,
) -> None:
    """Записать пакет для района (школа) или региона (район) и проверить его."""
    from shkola_desktop.app import offices
    from shkola_desktop.app.exchange import bundled, sending
    from shkola_desktop.domain.office import Role

    with workspace.existing(folder, Program()) as opened:
        school = offices.role_of(opened) is Role.SCHOOL
        sent = sending.send(to, opened) if school else bundled.bundle(to, opened)
    if json:
        sending_data = {"path": str(sent.path), "sequence": sent.sending.sequence}
        print_json({**sending_data, "sha256": sent.sending.sha256})
    else:
        print(f"Пакет: {sent.path} ({size(sent.sending.size)}), записан и проверен.")


@app.command()
def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Файл .shkola.")],
    folder: Annotated[
        Path | None,
        typer.Option("--workspace", metavar="DIR", help="Чьими ключами открыть."),
    ] = None,
    key: Annotated[
        str | None, typer.Option("--key", help="Ключ подписи отправителя (RW…).")
    ] = None,
    json: Json = False,
) -> None:
    """Показать пакет и проверить каждый его слой."""
    from shkola_desktop.transfer import reader
    from shkola_desktop.transfer.keys import KeyFile

    program = Program()
    keys = None
    if folder is not None:
        # keys are only read here: a folder without a workspace gets none made
        workspace.place_of(folder, program)
        keys = KeyFile(folder / KEYS, program.fingerprint_words())
    found = reader.inspect(file, keys, key)
    known = KeyFile(file.parent, program.fingerprint_words())
    words = known.words_for(found.keys) if found.keys else ()
    if json:
        print_json(_as_dict(found, words))
    else:
        _print(found, words)
    raise typer.Exit(0 if found.sound else 1)


def _as_dict(found: "Inspection", words: tuple[str, ...]) -> dict[str, object]:
    header = found.header
    return {
        "size": found.size,
        "sound": found.sound,
        "signature": found.signature.value,
        "opened": found.content is not None,
        "words": list(words),
        "header": None
        if header is None
        else {
            "id": header.id,
            "kind": header.kind.value,
            "from": header.sender,
            "to": header.receiver,
            "sequence": header.sequence,
            "last_received": header.last_received,
            "form": header.form,
            "created_at": header.created_at.isoformat(),
        },
        "problems": [problem_dict(problem) for problem in found.problems],
    }


def _print(found: "Inspection", words: tuple[str, ...]) -> None:
    if found.header:
        header = found.header
        print(f"Пакет {header.id} ({KINDS[header.kind]}), {size(found.size)}")
        print(f"Отправитель {header.sender}, получатель {header.receiver}")
        print(f"Номер {header.sequence}, записан {moment(header.created_at)}")
        print(f"Форма {header.form}")
    print(f"Подпись {SIGNATURES[found.signature.value]}.")
    if words:
        print(f"Слова ключа: {' · '.join(words)}.")
    if found.content is not None:
        print(f"Содержание открыто, {content_words(found.content)}.")
    elif found.problems:
        print("Содержание не открывалось: в пакете ошибки.")
    elif found.encrypted_for_us is None:
        print("Содержание не открывалось: ключ не указан.")
    else:
        print("Содержание зашифровано для другого получателя.")
    if found.problems:
        print_problems(found.problems)
    else:
        print("Замечаний нет.")

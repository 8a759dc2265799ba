"""``shkola package read`` and ``enrol``: take packages in, connect schools."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shkola_desktop.bootstrap import Program
from shkola_desktop.cli import workspace
from shkola_desktop.cli.output import print_json
from shkola_desktop.domain.ids import PackageId
from shkola_desktop.words.messages import message_for
from shkola_desktop.words.packages import KINDS

if TYPE_CHECKING:
    from shkola_desktop.app.exchange.looking import Candidate
    from shkola_desktop.app.exchange.receiving import Acceptance, Outcome, Wish
    from shkola_desktop.app.workspace import Workspace
    from shkola_desktop.domain.opened import Looked

OUTCOMES = {
    "imported": "принят",
    "already": "уже был принят",
    "refused": "не принят",
    "left": "не для этого рабочего места, пропущен",
}
Folder = Annotated[
    Path, typer.Option("--workspace", metavar="DIR", help="Папка рабочего места.")
]
Json = Annotated[bool, typer.Option("--json", help="Ответ в JSON.")]


def read(  # noqa: PLR0913, PLR0917  # typer makes an option of each
    sources: Annotated[
        list[Path], typer.Argument(metavar="FILE|DIR…", help="Пакеты или папки.")
    ],
    folder: Folder,
    trust: Annotated[
        list[str] | None,
        typer.Option("--trust", metavar="СЛОВА", help="Слова ключа, что сверены."),
    ] = None,
    stale: Annotated[
        bool, typer.Option("--stale", help="Принять и более старые пакеты.")
    ] = False,
    receipts: Annotated[
        Path | None,
        typer.Option("--receipts", metavar="DIR", help="Куда записать квитанции."),
    ] = None,
    json: Json = False,
) -> None:
    """Принять пакеты: проверить, взять данные, записать квитанции."""
    from shkola_desktop.app.exchange import confirming, receiving
    from shkola_desktop.app.exchange.looking import look_through

    with workspace.existing(folder, Program()) as opened:
        candidates = look_through(_found(sources, opened), opened)
        wish = _wish(candidates, trust or [], stale=stale)
        acceptance = receiving.accept(candidates, opened, wish)
        written: Sequence[Path] = ()
        if receipts is not None:
            made = confirming.write_receipts(acceptance.receivings, receipts, opened)
            written = [done.path for done in made]
    if json:
        print_json(_as_dict(acceptance, written))
    else:
        _print(acceptance, written)
    refused = any(o.state.value == "refused" for o in acceptance.outcomes)
    raise typer.Exit(1 if refused else 0)


def enrol(
    folder: Folder,
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="Носитель или папка.")
    ],
    codes: Annotated[
        list[str] | None,
        typer.Argument(metavar="КОД…", help="Коды; без них – все, кто в реестре."),
    ] = None,
    json: Json = False,
) -> None:
    """Записать пакеты подключения для школ района или районов региона."""
    from shkola_desktop.app.exchange import enrolling

    with workspace.existing(folder, Program()) as opened:
        known = [one.code for one in enrolling.enrolled(opened)]
        made = enrolling.enrol(codes or known, to, opened)
        words = opened.keys.fingerprint()
    if json:
        paths = {done.sending.receiver: str(done.path) for done in made}
        print_json({"packages": paths, "fingerprint": list(words)})
        return
    for done in made:
        print(f"{done.sending.receiver}: {done.path}")
    print(f"Слова ключа: {' '.join(words)}")


def _found(sources: Sequence[Path], opened: "Workspace") -> "list[Looked]":
    from shkola_desktop.app.exchange import looking

    found: list[Looked] = []
    for source in sources:
        if source.is_dir():
            found.extend(looking.scan(source, opened).found)
        else:
            found.append(opened.opener.look(source))
    return found


def _wish(
    candidates: "Sequence[Candidate]", trust: Sequence[str], *, stale: bool
) -> "Wish":
    from shkola_desktop.app.exchange.looking import State, ids_of
    from shkola_desktop.app.exchange.receiving import Wish

    said = {tuple(words.split()) for words in trust}
    trusted = frozenset(
        c.header.id for c in candidates if c.header is not None and c.words in said
    )
    old = ids_of(candidates, State.STALE)
    return Wish(trusted, old if stale else frozenset[PackageId]())


def _as_dict(acceptance: "Acceptance", receipts: Sequence[Path]) -> dict[str, object]:
    return {
        "packages": [_outcome(outcome) for outcome in acceptance.outcomes],
        "receipts": [str(path) for path in receipts],
    }


def _outcome(outcome: "Outcome") -> dict[str, object]:
    header, fault = outcome.header, outcome.fault
    return {
        "path": outcome.path,
        "state": outcome.state.value,
        "kind": header.kind.value if header else "",
        "from": header.sender if header else "",
        "sequence": header.sequence if header else 0,
        "message": message_for(fault).sentence if fault else "",
    }


def _print(acceptance: "Acceptance", receipts: Sequence[Path]) -> None:
    for outcome in acceptance.outcomes:
        header = outcome.header
        name = Path(outcome.path).name
        if header is not None:
            name = f"{name} ({KINDS[header.kind]}, {header.sender})"
        print(f"{name}: {OUTCOMES[outcome.state.value]}.")
        if outcome.state.value == "refused" and outcome.fault is not None:
            print(f"  {message_for(outcome.fault).sentence}")
    for path in receipts:
        print(f"Квитанция: {path}")

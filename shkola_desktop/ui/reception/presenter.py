"""Ties «Приём» to the reading of packages, all of it off the screen's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from shkola_desktop.app.exchange import confirming, looking, receiving, sorting
from shkola_desktop.app.exchange.dispatching import Dispatched
from shkola_desktop.app.exchange.looking import State
from shkola_desktop.app.exchange.receiving import Acceptance, OutcomeState
from shkola_desktop.app.exchange.sorting import Sorted
from shkola_desktop.domain.errors import Cancelled, ShkolaError
from shkola_desktop.domain.ledger import Receiving
from shkola_desktop.domain.opened import Looked
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.reception import lines
from shkola_desktop.ui.reception.page import ReceptionPage
from shkola_desktop.ui.reception.wishes import ASKED, Wishes
from shkola_desktop.ui.widgets.place_list import PlaceList
from shkola_desktop.words import reception as words
from shkola_desktop.words.messages import message_for
from shkola_desktop.words.russian import counted

NOTHING = "Здесь нет пакетов для этого рабочего места."
SOME = "Показана только часть: пакетов здесь больше, чем просматривается за раз."


@dataclass(frozen=True, slots=True)
class _Found:
    sorted: Sorted
    names: Mapping[str, str]
    complete: bool


class ReceptionPresenter:
    """Looks through what a stick holds and takes it in."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._stop = Event()
        self._wishes = Wishes()
        self._names: Mapping[str, str] = {}
        self._besides = ""
        self._chosen = ""
        self._receivings: tuple[Receiving, ...] = ()
        self._place: Path | None = None
        places = PlaceList("places", context.workspace.places, context.drafts)
        self.page = ReceptionPage(places)
        page = self.page
        page.look_wanted.connect(self._look)
        page.folder_wanted.connect(self._choose_folder)
        page.files_wanted.connect(self._choose_files)
        page.dropped.connect(self._look_at)
        page.stop_wanted.connect(self._stop.set)
        page.package_chosen.connect(self._choose)
        page.trust_given.connect(self._trust)
        page.stale_wished.connect(self._want_stale)
        page.accept_wanted.connect(self._accept)
        page.receipts_elsewhere.connect(self._receipts_elsewhere)

    def open(self, at: str | None = None) -> None:
        """Watch the drives; look at a package or folder where one is given.

        What was looked through before stays otherwise.
        """
        self.page.notice.say("")
        self.page.places.watch()
        if at is not None:
            self._look_at((Path(at),))

    def leave(self) -> None:
        """Watch the drives no more."""
        self.page.places.rest()

    def _choose_folder(self) -> None:
        chosen = self._context.ask.folder("Папка с пакетами")
        if chosen is not None:
            self.page.places.add_folder(chosen)
            self._look(str(chosen))

    def _choose_files(self) -> None:
        chosen = self._context.ask.open_files("Файлы пакетов")
        if chosen:
            self._look_at(chosen)

    def _look(self, place: str) -> None:
        workspace, stop = self._context.workspace, self._stop.is_set
        self._place = Path(place)

        def task() -> _Found:
            scanned = looking.scan(Path(place), workspace, stop)
            return self._found(scanned.found, complete=scanned.complete)

        self._begin("Ищем пакеты")
        self._context.runner.run(task, self._headers, self._failed)

    def _look_at(self, paths: Sequence[Path]) -> None:
        if not self.page.progress.isHidden():
            return
        workspace, stop = self._context.workspace, self._stop.is_set
        self._place = paths[0] if paths[0].is_dir() else paths[0].parent

        def task() -> _Found:
            found: list[Looked] = []
            for path in paths:
                if path.is_dir():
                    found.extend(looking.scan(path, workspace, stop).found)
                else:
                    found.append(workspace.opener.look(path))
            return self._found(found, complete=True)

        self._begin("Ищем пакеты")
        self._context.runner.run(task, self._headers, self._failed)

    def _found(self, found: Sequence[Looked], *, complete: bool) -> _Found:
        workspace = self._context.workspace
        sorted_out = sorting.sort_out(found, workspace)
        return _Found(sorted_out, sorting.names(workspace), complete)

    def _headers(self, found: _Found) -> None:
        self._names = found.names
        piles = found.sorted
        besides = words.not_for_here(
            len(piles.own), len(piles.others), len(piles.parts)
        )
        self._besides = besides if found.complete else f"{besides}\n{SOME}".strip()
        self._wishes = Wishes()
        said = counted(len(piles.ours), words.PACKAGES) if piles.ours else NOTHING
        self.page.show_packages(
            lines.headers(piles.ours, self._names), said, self._besides
        )
        self._show_choice()
        workspace, moved = self._context.workspace, self.page.progress.steps.moved
        self.page.show_busy("Проверяем пакеты")
        self._context.runner.run(
            lambda: looking.look_through(
                piles.ours, workspace, moved.emit, self._stop.is_set
            ),
            self._looked_through,
            self._failed,
        )

    def _looked_through(self, found: Sequence[looking.Candidate]) -> None:
        self.page.show_busy("")
        self._wishes = Wishes(found)
        self._show()
        asked = [c for c in found if c.state in ASKED]
        if asked:
            rows = [line.key for line in self.page.table.rows.lines]
            self.page.table.selectRow(rows.index(asked[0].looked.path))

    def _show(self) -> None:
        found = self._wishes.candidates
        shown = lines.candidates(found, self._names, self._wishes.wished_paths)
        self.page.show_packages(shown, self._summary(), self._besides)
        self._show_choice()

    def _summary(self) -> str:
        found = self._wishes.candidates
        if not found:
            return NOTHING
        states = [c.state for c in found]
        parts = [f"К приёму: {len(self._wishes.to_take)}"]
        for label, count in (
            ("ждут сверки слов", self._wishes.waiting),
            ("уже приняты", states.count(State.ALREADY)),
            ("старые", states.count(State.STALE)),
            ("не подходят", states.count(State.REFUSED)),
        ):
            if count:
                parts.append(f"{label}: {count}")
        return ", ".join(parts)

    def _choose(self, path: str) -> None:
        self._chosen = path
        self._show_choice()

    def _show_choice(self) -> None:
        page, found = self.page, self._wishes.candidate(self._chosen)
        asked = found is not None and found.state in ASKED
        sender = found.header.sender if found and found.header else ""
        page.show_words(
            lines.sender_words(sender, self._names),
            found.words if found is not None and asked else (),
            danger=found is not None and found.state is State.NEW_KEYS,
        )
        wished = found is not None and self._wishes.wished(found)
        stale = found is not None and found.state is State.STALE
        page.show_wish(trusted=wished, stale=wished if stale else None)
        count = len(self._wishes.to_take)
        ready = bool(self._wishes.to_settle)
        label = f"Принять: {count}" if count else "Подтвердить квитанцией"
        page.show_ready(label if ready else "Принять", ready=ready)

    def _trust(self, given: bool) -> None:  # noqa: FBT001  # a signal's value
        found = self._wishes.candidate(self._chosen)
        if found is not None:
            self._wishes.trust(found, given=given)
            self._show()

    def _want_stale(self, wanted: bool) -> None:  # noqa: FBT001  # a signal's value
        found = self._wishes.candidate(self._chosen)
        if found is not None:
            self._wishes.want_stale(found, wanted=wanted)
            self._show()

    def _accept(self) -> None:
        self._begin("Принимаем пакеты")
        workspace, moved = self._context.workspace, self.page.progress.steps.moved
        settled, wish = self._wishes.to_settle, self._wishes.wish()
        self._context.saving.save(
            lambda: receiving.accept(
                settled, workspace, wish, moved.emit, self._stop.is_set
            ),
            self._accepted,
            self._failed,
        )

    def _accepted(self, acceptance: Acceptance) -> None:
        self.page.show_busy("")
        self._wishes = Wishes()
        shown = lines.outcomes(acceptance.outcomes, self._names)
        self.page.show_outcomes(shown, _told(acceptance))
        self._receivings = acceptance.receivings
        if self._place is not None and self._receivings:
            self._write_receipts(self._place)

    def _write_receipts(self, place: Path) -> None:
        self._begin("Пишем квитанции")
        workspace, moved = self._context.workspace, self.page.progress.steps.moved
        receivings = self._receivings
        self._context.saving.save(
            lambda: confirming.write_receipts(
                receivings, place, workspace, moved.emit, self._stop.is_set
            ),
            lambda made: self._receipts_written(made, place),
            self._no_receipts,
        )

    def _receipts_written(self, made: Sequence[Dispatched], place: Path) -> None:
        self.page.show_busy("")
        if not made:
            return
        count = counted(len(made), words.RECEIPTS)
        self.page.show_receipts(
            f"На тот же носитель записано: {count}. Носитель можно вынуть.",
            f"{place}. Отдайте носитель отправителю: прочитав квитанцию, он увидит, "
            "что пакет принят.",
            failed=False,
        )

    def _no_receipts(self, error: ShkolaError) -> None:
        self.page.show_busy("")
        message = message_for(error)
        self.page.show_receipts(
            "Пакеты приняты, но квитанции записаны не все.",
            message.sentence,
            failed=True,
        )

    def _receipts_elsewhere(self) -> None:
        chosen = self._context.ask.folder("Куда записать квитанции")
        if chosen is not None:
            self.page.show_receipts("", failed=False)
            self._write_receipts(chosen)

    def _begin(self, said: str) -> None:
        self._stop.clear()
        self.page.notice.say("")
        self.page.show_busy(said)

    def _failed(self, error: ShkolaError) -> None:
        self.page.show_busy("")
        if isinstance(error, Cancelled):
            self._wishes = Wishes()
            self.page.clear_all()
        self.page.notice.say_error(error)


def _told(acceptance: Acceptance) -> str:
    states = [outcome.state for outcome in acceptance.outcomes]
    parts = [f"Принято: {states.count(OutcomeState.IMPORTED)}"]
    if known := states.count(OutcomeState.ALREADY):
        parts.append(f"были приняты раньше: {known}")
    if refused := states.count(OutcomeState.REFUSED):
        parts.append(f"не принято: {refused}")
    told = ", ".join(parts)
    return (
        f"{told}. Приём остановлен, принятое сохранено." if acceptance.stopped else told
    )

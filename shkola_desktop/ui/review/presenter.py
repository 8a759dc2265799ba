"""Ties «Проверка» to the use cases of the review."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QStackedWidget

from shkola_desktop.app import attaching
from shkola_desktop.app.exchange import sending_reviews
from shkola_desktop.app.exchange.sending_reviews import SentReviews
from shkola_desktop.app.remarks import deciding, writing
from shkola_desktop.app.remarks.dossier import Dossier, Show, dossier
from shkola_desktop.app.remarks.sheet import write_sheet
from shkola_desktop.app.remarks.waiting import waiting
from shkola_desktop.app.remarks.writing import Spot
from shkola_desktop.domain.diagnosis import Evidence
from shkola_desktop.domain.errors import Cancelled, NoSuchDiagnosis, ShkolaError
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import EntryKind, PlaceKind, Standing
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.opening import open_copy, opens
from shkola_desktop.ui.places import Places
from shkola_desktop.ui.review.list_page import ListPage
from shkola_desktop.ui.review.school_page import SchoolPage
from shkola_desktop.ui.review.side import ALL_OF_IT, HISTORY, PROGRAMME
from shkola_desktop.ui.widgets.card import Notice
from shkola_desktop.words.reviews import PACKAGES
from shkola_desktop.words.russian import counted, joined

TURNS = {
    EntryKind.RESOLVED: writing.resolve,
    EntryKind.REOPENED: writing.reopen,
    EntryKind.WITHDRAWN: writing.withdraw,
}
SHEETS = "PDF (*.pdf);;Word (*.docx)"
NOT_YET = "Эта школа за этот год ещё ничего не сдала."
NOT_YET_MORE = "Когда её пакет будет принят, здесь появятся ответы."
GONE = ("Файла в пакете не оказалось.", "Попросите школу сдать ещё раз с этим файлом.")
NOT_OPENED = (
    "Файл открыть нечем.",
    "Сохраните его и откройте на компьютере, где есть подходящая программа.",
)


class ReviewPresenter:
    """Shows the list, then one school; every remark is kept at once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._dossier: Dossier | None = None
        self._show = Show.ALL
        self._place = ""
        self._stop = Event()
        self.list = ListPage()
        self.school = SchoolPage()
        self.page = QStackedWidget()
        self.page.addWidget(self.list)
        self.page.addWidget(self.school)
        title = "Куда записать пакеты"
        self._list_places = Places(context, self.list.places, title)
        self._school_places = Places(context, self.school.places, title)
        self._connect()

    def open(self, at: str | None = None) -> None:
        """Show the list; ``at`` is a school, or a standing to choose by."""
        standing = next((s for s in Standing if s.value == at), None)
        if at is not None and standing is None:
            self._open_school(at)
        elif at is None and self.page.currentWidget() is self.school:
            self._reload()
        else:
            self._show_list(standing)

    def leave(self) -> None:
        """Words that are being typed stay in their lines."""

    def _connect(self) -> None:
        page, bar = self.school, self.school.bar
        self.list.school_wanted.connect(self._open_school)
        self.list.write_wanted.connect(self._ask_where_for_all)
        page.back_wanted.connect(self._show_list)
        page.place_wanted.connect(self._go_to)
        page.step_wanted.connect(self._step)
        page.show_wanted.connect(self._filter)
        page.file_wanted.connect(self._open_file)
        page.begun.connect(self._remark)
        page.replied.connect(self._reply)
        page.turned.connect(self._turn)
        bar.accepted.connect(self._accept)
        bar.returned.connect(self._return)
        bar.undone.connect(self._undo)
        bar.write_wanted.connect(self._ask_where)
        bar.sheet_wanted.connect(self._make_sheet)
        for places, write in (
            (self.list.places, self._write_all),
            (page.places, self._write_one),
        ):
            places.write_wanted.connect(write)
            places.stop_wanted.connect(self._stop.set)
            places.shut_wanted.connect(places.hide)

    def _show_list(self, standing: Standing | None = None) -> None:
        self.list.places.hide()
        self.list.render_waiting(waiting(self._context.workspace), standing)
        self.page.setCurrentWidget(self.list)
        self.list.focus_list()

    def _open_school(self, id: str) -> None:
        workspace = self._context.workspace
        year = workspace.clock.now().astimezone().year
        before = self._dossier.state.school.id if self._dossier else None
        try:
            found = dossier(SchoolId(id), year, workspace)
        except NoSuchDiagnosis:
            self._show_list()
            self.list.notice.say(NOT_YET, NOT_YET_MORE, tone="info")
            return
        except ShkolaError as error:
            self._show_list()
            self.list.notice.say_error(error)
            return
        self.list.notice.say("")
        if before != found.state.school.id:
            self.school.forget()
            self._show = Show.ALL
            self._place = found.form.directions[0].code
        self._dossier = found
        self.school.places.hide()
        self._render()
        self.page.setCurrentWidget(self.school)
        self.school.focus_first()

    def _render(self) -> None:
        if self._dossier is not None:
            self.school.render_dossier(self._dossier, self._show, self._place)

    def _reload(self) -> None:
        known = self._required()
        school, year = known.state.school.id, known.diagnosis.year
        self._dossier = dossier(school, year, self._context.workspace)
        self._render()

    def _required(self) -> Dossier:
        if self._dossier is None:
            msg = "a school is decided about before it was opened"
            raise RuntimeError(msg)
        return self._dossier

    def _go_to(self, place: str) -> None:
        self._place = place
        self._render()
        self.school.focus_first()

    def _step(self, step: int) -> None:
        places = [d.code for d in self._required().form.directions]
        every = [*places, PROGRAMME, ALL_OF_IT, HISTORY]
        position = every.index(self._place) + step
        if 0 <= position < len(every):
            self._go_to(every[position])

    def _filter(self, show: Show) -> None:
        self._show = show
        known = self._required()
        directions = known.form.directions
        here = next((d for d in directions if d.code == self._place), None)
        if here is None or not known.shown(here, show):
            # the filter says where to look next
            first = next((d for d in directions if known.shown(d, show)), None)
            self._place = (first or here or directions[0]).code
        self._render()
        self.school.focus_first()

    def _open_file(self, file: Evidence) -> None:
        notice = self.school.notice
        content = attaching.evidence_content(file.hash, self._context.workspace)
        if content is None:
            notice.say(*GONE, tone="warning")
            return
        if not opens(file.name):
            self._save_file(file, content)
            return
        try:
            opened = open_copy(file.name, content)
        except OSError:
            opened = False
        if not opened:
            notice.say(*NOT_OPENED, tone="warning")

    def _save_file(self, file: Evidence, content: bytes) -> None:
        path = self._context.ask.save_file("Сохранить файл", file.name, "*")
        if path is None:
            return
        try:
            path.write_bytes(content)
        except OSError:
            self.school.notice.say(
                "Файл не сохранён: в эту папку записать нельзя.",
                "Выберите другую папку.",
                tone="danger",
            )

    def _remark(self, kind: PlaceKind, place: str, words: str) -> None:
        known = self._required()
        spot = Spot(known.state.school.id, known.diagnosis.id, kind, place)
        workspace = self._context.workspace
        self._save(
            lambda: writing.remark(spot, words, workspace),
            lambda: self.school.kept((kind, place)),
        )

    def _reply(self, remark: str, words: str) -> None:
        workspace, school = self._context.workspace, self._required().state.school.id
        first = next(
            t.first for t in self._required().threads if t.first.remark == remark
        )
        self._save(
            lambda: writing.reply(school, remark, words, workspace),
            lambda: self.school.kept((first.place_kind, first.place)),
        )

    def _turn(self, remark: str, kind: EntryKind) -> None:
        workspace, school = self._context.workspace, self._required().state.school.id
        self._save(lambda: TURNS[kind](school, remark, workspace))

    def _accept(self) -> None:
        self._decide(deciding.accept)

    def _undo(self) -> None:
        self._decide(deciding.undo)

    def _decide(self, decide: Callable[..., object]) -> None:
        known, workspace = self._required(), self._context.workspace
        school, year = known.state.school.id, known.diagnosis.year
        self._save(lambda: decide(school, year, workspace), self.school.bar.done)

    def _return(self, comment: str) -> None:
        known, workspace = self._required(), self._context.workspace
        school, year = known.state.school.id, known.diagnosis.year
        self._save(
            lambda: deciding.give_back(school, year, workspace, comment),
            self.school.bar.done,
        )

    def _make_sheet(self) -> None:
        known, workspace = self._required(), self._context.workspace
        school, year = known.state.school, known.diagnosis.year
        name = f"remarks-{school.code}-{year}.pdf"
        path = self._context.ask.save_file("Лист замечаний", name, SHEETS)
        if path is None:
            return
        self._context.runner.run(
            lambda: write_sheet(school.id, year, path, workspace),
            self._sheet_made,
            self.school.notice.say_error,
        )

    def _sheet_made(self, path: Path) -> None:
        self.school.notice.say(f"Лист замечаний сохранён: {path}", tone="good")

    def _save(
        self, task: Callable[[], object], done: Callable[[], None] | None = None
    ) -> None:
        self._context.saving.save(
            task, partial(self._kept, done), self.school.notice.say_error
        )

    def _kept(self, done: Callable[[], None] | None, _value: object) -> None:
        self.school.notice.say("")
        self._reload()
        if done is not None:
            done()

    def _ask_where(self) -> None:
        known = self._required()
        region = known.side is Role.REGION
        whom = known.state.school.district if region else known.state.school.short_name
        self.school.places.ask(
            f"Пакет: {whom}", "В нём всё, что сказано и решено о сдаче."
        )
        self._school_places.show()

    def _ask_where_for_all(self) -> None:
        found = waiting(self._context.workspace)
        names = [s.state.school.short_name for s in found.schools if s.unsent]
        self.list.places.ask("Пакеты с итогами проверки", "; ".join(names))
        self._list_places.show()

    def _write_one(self, place: str) -> None:
        self._write((self._required().state.school.id,), place)

    def _write_all(self, place: str) -> None:
        self._write(waiting(self._context.workspace).unsent, place)

    def _write(self, schools: tuple[SchoolId, ...], place: str) -> None:
        self._stop.clear()
        for card in (self.list.places, self.school.places):
            card.show_busy(busy=True)
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: sending_reviews.send_reviews(
                schools, Path(place), workspace, stop=self._stop.is_set
            ),
            self._written,
            self._not_written,
        )

    def _written(self, sent: SentReviews) -> None:
        self._end_writing()
        notice = self._notice
        if sent.keyless:
            notice.say(
                f"Не записано, ключ ещё не известен: {joined(sent.keyless)}.",
                "Ключ приходит с первым пакетом отправителя: примите его и повторите.",
                tone="warning",
            )
        else:
            count = counted(len(sent.written), PACKAGES)
            files = "\n".join(str(one.path) for one in sent.written[:6])
            notice.say(f"Записано и проверено: {count}.", files, tone="good")

    def _not_written(self, error: ShkolaError) -> None:
        self._end_writing()
        if isinstance(error, Cancelled):
            self._notice.say(
                "Запись остановлена.",
                "Что успело записаться, осталось на носителе.",
                tone="info",
            )
        else:
            self._notice.say_error(error)

    def _end_writing(self) -> None:
        for card in (self.list.places, self.school.places):
            card.show_busy(busy=False)
            card.hide()
        if self.page.currentWidget() is self.school:
            self._reload()
        else:
            self.list.render_waiting(waiting(self._context.workspace), None)

    @property
    def _notice(self) -> Notice:
        school = self.page.currentWidget() is self.school
        return self.school.notice if school else self.list.notice

"""Ties the parts' pages to giving, reading and merging."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from shkola_desktop.app import diagnosing, editions
from shkola_desktop.app.exchange import part_looking, part_merging, parting
from shkola_desktop.app.exchange.part_looking import PartPreview
from shkola_desktop.app.exchange.part_merging import Choices, Undone
from shkola_desktop.app.exchange.parting import Given, Order
from shkola_desktop.domain.errors import PartEmpty, SecretWrong, ShkolaError
from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.parts import Merge, Way
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.parts.list_page import PartsPage
from shkola_desktop.ui.parts.merge_page import MergePage
from shkola_desktop.words.messages import message_for
from shkola_desktop.words.parts import merge_words
from shkola_desktop.words.russian import size

SAY_WORDS = (
    "Передайте файл коллеге и скажите ему эти слова (можно по телефону). Вам они "
    "больше не понадобятся, а если забудутся – стоят в списке ниже."
)


class PartsPresenter(QObject):
    """Shows the parts; a part that was opened waits for decisions."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._preview: PartPreview | None = None
        self.list, self.merging = PartsPage(), MergePage()
        self.page = QStackedWidget()
        self.page.addWidget(self.list)
        self.page.addWidget(self.merging)
        self.list.give.wanted.connect(self._give)
        self.list.read_wanted.connect(self._read)
        self.list.return_wanted.connect(self._give_back)
        self.list.fill_wanted.connect(lambda: context.go(Screen.DIAGNOSIS, None))
        self.list.undo_wanted.connect(self._undo)
        self.merging.apply_wanted.connect(self._apply)
        self.merging.cancel_wanted.connect(self._show_list)

    def open(self, _at: str | None = None) -> None:
        """Show the parts; a preview that waits stays open."""
        if self._preview is None:
            self.list.notice.say("")
            self.list.show_done("")
            self.list.give.words.say("")
            self._show_list()

    def leave(self) -> None:
        """Nothing is open here that could be lost."""

    def _show_list(self) -> None:
        self._preview = None
        self.page.setCurrentWidget(self.list)
        workspace = self._context.workspace
        held = parting.parts_of(workspace, Way.HELD)
        given = parting.parts_of(workspace, Way.GIVEN)
        today = workspace.clock.now().astimezone().date()
        self.list.show_parts(held, given, self._names(), today)
        self.list.show_merges(part_merging.merges_of(workspace))
        try:
            found, why_not = parting.directions_to_give(workspace), ""
        except ShkolaError as error:
            found, why_not = (), message_for(error).sentence
        # a colleague's computer gives nothing on
        self.list.give.setVisible(not held)
        self.list.give.show_directions(found, why_not)

    def _names(self) -> dict[str, str]:
        found = diagnosing.diagnoses_of(self._context.workspace)
        if not found:
            return {}
        form = editions.form_of(found[0], self._context.workspace)
        return {str(d.code): d.name for d in form.directions}

    def _give(self, order: Order) -> None:
        self._clear()
        if not order.directions or not order.given_to.strip():
            self.list.give.words.say_error(PartEmpty())
            return
        place = self._context.ask.folder("Куда записать часть")
        if place is None:
            return
        workspace = self._context.workspace
        self.list.show_busy(busy=True)
        self._context.saving.save(
            lambda: parting.give(order, place, workspace), self._given, self._refused
        )

    def _given(self, given: Given) -> None:
        self.list.show_busy(busy=False)
        self.list.give.clear_order()
        self._show_list()
        record, done = given.record, given.done
        self.list.give.words.say(
            f"Слова для коллеги: {record.secret}",
            f"{SAY_WORDS}\nФайл: {done.path}, {size(done.sending.size)}",
            tone="good",
        )

    def _give_back(self, id: str) -> None:
        self._clear()
        place = self._context.ask.folder("Куда записать заполненную часть")
        if place is None:
            return
        workspace = self._context.workspace
        self.list.show_busy(busy=True)
        self._context.saving.save(
            lambda: parting.give_back(PackageId(id), place, workspace),
            self._given_back,
            self._refused,
        )

    def _given_back(self, given: Given) -> None:
        self.list.show_busy(busy=False)
        self._show_list()
        whom = given.record.given_by or "тому, кто выдал часть"
        more = (
            f"Передайте носитель: {whom}. Слова называть не нужно.\n{given.done.path}"
        )
        self.list.show_done("Часть записана и проверена, носитель можно вынуть.", more)

    def _read(self, secret: str) -> None:
        self._clear()
        chosen = self._context.ask.open_files("Файл части")
        if not chosen:
            return
        self._look(chosen[0], secret)

    def _look(self, path: Path, secret: str) -> None:
        workspace = self._context.workspace
        self.list.show_busy(busy=True)
        self._context.runner.run(
            lambda: part_looking.look(path, workspace, secret),
            self._looked,
            self._refused,
        )

    def _looked(self, preview: PartPreview) -> None:
        self.list.show_busy(busy=False)
        self.list.clear_secret()
        if preview.merged is not None:
            words = "Эта часть уже прочитана, ничего не изменилось."
            self.list.show_done(words, merge_words(preview.merged))
            return
        self._preview = preview
        self.merging.show_preview(preview)
        self.page.setCurrentWidget(self.merging)
        self.merging.setFocus()

    def _apply(self, choices: Choices) -> None:
        preview, workspace = self._preview, self._context.workspace
        if preview is None:
            return
        self._context.saving.save(
            lambda: part_merging.merge(preview, choices, workspace),
            self._merged,
            self._not_merged,
        )

    def _merged(self, merge: Merge) -> None:
        self._show_list()
        more = "Обе стороны каждого расхождения сохранены. Можно отменить всё сразу."
        self.list.show_done(f"{merge_words(merge)}.", more, merge.id)

    def _not_merged(self, error: ShkolaError) -> None:
        self.merging.notice.say_error(error)

    def _undo(self, id: str) -> None:
        workspace = self._context.workspace
        if id:
            self._context.saving.save(
                lambda: part_merging.undo(id, workspace), self._undone, self._refused
            )

    def _undone(self, undone: Undone) -> None:
        self._clear()
        self._show_list()
        kept = ", ".join(undone.kept)
        more = f"Изменены позже и оставлены как есть: {kept}." if kept else ""
        self.list.notice.say(
            "Слияние отменено: ответы такие, какими были до него.", more, tone="info"
        )

    def _refused(self, error: ShkolaError) -> None:
        self.list.show_busy(busy=False)
        self._show_list()
        self.list.notice.say_error(error)
        if isinstance(error, SecretWrong):
            self.list.ask_secret()

    def _clear(self) -> None:
        self.list.notice.say("")
        self.list.show_done("")
        self.list.give.words.say("")

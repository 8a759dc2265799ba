"""Ties the cards of the own key to identity and moving."""

from collections.abc import Callable
from pathlib import Path

from shkola_desktop.app.exchange import identity, moving
from shkola_desktop.domain.errors import FolderNotWritable, ShkolaError
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.settings.key_card import KeyCard
from shkola_desktop.ui.settings.moving_card import MovingCard, RecoveryCard

SHEET_NAME = "recovery-sheet.pdf"
PDF = "PDF (*.pdf)"


class KeyPresenter:
    """Shows the own key and does what is asked of it."""

    def __init__(
        self,
        key: KeyCard,
        move: MovingCard,
        recovery: RecoveryCard | None,
        context: Context,
    ) -> None:
        self._context = context
        self._key, self._move, self._recovery = key, move, recovery
        self._opened = False
        key.print_wanted.connect(self._print)
        key.save_wanted.connect(self._save)
        key.printed_elsewhere.connect(self._note_printed)
        key.restore_wanted.connect(context.restore_key)
        key.protect_wanted.connect(self._protect)
        key.unprotect_wanted.connect(self._unprotect)
        move.copy_wanted.connect(self._write_copy)
        move.take_wanted.connect(self._take_copy)
        if recovery is not None:
            recovery.make_wanted.connect(self._make_recovery)
            recovery.open_wanted.connect(self._open_recovery)
            recovery.close_wanted.connect(self._close_recovery)

    def open(self) -> None:
        """Read everything anew."""
        for notice in (self._key.notice, self._key.differ, self._move.notice):
            notice.say("")
        self._show()

    def _show(self) -> None:
        workspace = self._context.workspace
        try:
            found = identity.identity_of(workspace)
        except ShkolaError as error:
            # a damaged file: the sheet brings the key back
            self._key.notice.say_error(error)
            return
        keys = found.keys
        code = workspace.reports.qr_picture(f"{keys.age}\n{keys.minisign}")
        self._key.show_identity(found, code)
        if self._recovery is not None:
            self._recovery.show_state(made=bool(found.recovery), opened=self._opened)

    def _print(self) -> None:
        # the print dialog of the system loads late
        from shkola_desktop.ui.documents.printing import ask_to_print  # noqa: PLC0415

        content = self._sheet()
        if content is not None:
            ask_to_print(
                content, SHEET_NAME, self._key, self._not_printed, self._note_printed
            )

    def _save(self) -> None:
        content = self._sheet()
        if content is None:
            return
        path = self._context.ask.save_file("Сохранить памятку", SHEET_NAME, PDF)
        if path is None:
            return
        try:
            path.write_bytes(content)
        except OSError:
            self._key.notice.say_error(FolderNotWritable(path.parent))
            return
        self._key.show_saved(str(path))

    def _sheet(self) -> bytes | None:
        try:
            return identity.sheet(self._context.workspace)
        except ShkolaError as error:
            self._key.notice.say_error(error)
            return None

    def _not_printed(self) -> None:
        self._key.notice.say(
            "Принтер не принял памятку.",
            "Проверьте, что он включён, и напечатайте ещё раз.",
            tone="danger",
        )

    def _note_printed(self) -> None:
        workspace = self._context.workspace
        self._do(lambda: identity.note_printed(workspace), "")

    def _protect(self, passphrase: str) -> None:
        workspace = self._context.workspace
        self._do(
            lambda: identity.protect(passphrase, workspace),
            "Пароль поставлен. Программа спросит его при следующем запуске.",
        )

    def _unprotect(self) -> None:
        workspace = self._context.workspace
        self._do(lambda: identity.unprotect(workspace), "Пароль убран.")

    def _do(self, task: Callable[[], object], words: str) -> None:
        def done(_value: object) -> None:
            self._key.notice.say(words, tone="good")
            self._show()

        self._context.saving.save(task, done, self._key.notice.say_error)

    def _write_copy(self) -> None:
        place = self._context.ask.folder("Носитель для копии")
        if place is None:
            return
        workspace = self._context.workspace
        self._move.show_busy(busy=True)
        self._context.saving.save(
            lambda: moving.write_copy(place, workspace),
            self._copy_written,
            self._copy_refused,
        )

    def _copy_written(self, path: Path) -> None:
        self._move.show_busy(busy=False)
        self._move.notice.say(
            "Копия записана и проверена. Носитель можно вынуть.",
            f"{path}\nХраните его и памятку порознь.",
            tone="good",
        )

    def _take_copy(self) -> None:
        chosen = self._context.ask.open_files("Копия данных на носителе")
        if not chosen:
            return
        workspace, source = self._context.workspace, chosen[0]
        self._move.show_busy(busy=True)
        self._context.runner.run(
            lambda: moving.take_copy(source, workspace),
            self._context.restore,
            self._copy_refused,
        )

    def _copy_refused(self, error: ShkolaError) -> None:
        self._move.show_busy(busy=False)
        self._move.notice.say_error(error)

    def _make_recovery(self) -> None:
        folder = self._context.ask.folder("Носитель для ключа восстановления")
        if folder is None:
            return
        workspace = self._context.workspace
        self._do_recovery(
            lambda: identity.make_recovery(folder, workspace),
            "Ключ создан на носителе. Запишите подключение районам ещё раз.",
            opened=True,
        )

    def _open_recovery(self) -> None:
        chosen = self._context.ask.open_files("Ключ восстановления на носителе")
        if not chosen:
            return
        workspace, path = self._context.workspace, chosen[0]
        self._do_recovery(
            lambda: identity.open_recovery(path, workspace), "", opened=True
        )

    def _close_recovery(self) -> None:
        workspace = self._context.workspace
        self._do_recovery(lambda: identity.close_recovery(workspace), "", opened=False)

    def _do_recovery(
        self, task: Callable[[], object], words: str, *, opened: bool
    ) -> None:
        card = self._recovery
        if card is None:
            return

        def done(_value: object) -> None:
            self._opened = opened
            card.notice.say(words, tone="good")
            self._show()

        self._context.saving.save(task, done, card.notice.say_error)

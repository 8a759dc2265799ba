"""Ties the card of versions to the use cases."""

from collections.abc import Callable
from typing import TypeVar

from shkola_desktop.app import programme_versions
from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.comparing import compare
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.ids import ProgrammeId
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.programme_version import ProgrammeVersion
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.programme.versions.card import VersionsCard
from shkola_desktop.ui.programme.versions.told import grouped, names_of

Value = TypeVar("Value")


class VersionKeeper:
    """Holds which version is compared and which one was deleted last.

    ``flush`` tells what is still being typed; ``change`` makes the programme another.
    """

    def __init__(
        self,
        context: Context,
        card: VersionsCard,
        flush: Callable[[], None],
        change: Callable[[Programme], None],
    ) -> None:
        self._context = context
        self._card = card
        self._flush = flush
        self._change = change
        self._outlook: Outlook | None = None
        self._compared: ProgrammeVersion | None = None
        self._deleted: ProgrammeVersion | None = None
        card.keep_wanted.connect(self._keep)
        card.compare_wanted.connect(self._compare)
        card.restore_wanted.connect(self._restore)
        card.delete_wanted.connect(self._delete)
        card.put_back_wanted.connect(self._put_back)
        card.close_wanted.connect(self._close)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show the versions of a programme, and what is compared with it."""
        known, self._outlook = self._programme, outlook
        if known is None or known.id != outlook.programme.id:
            self._compared = self._deleted = None
            self._card.show_deleted("")
            self._refresh(outlook.programme.id)
        self._show_compared()

    @property
    def _programme(self) -> Programme | None:
        return None if self._outlook is None else self._outlook.programme

    def refresh(self) -> None:
        """Show versions that were kept elsewhere."""
        if self._programme is not None:
            self._refresh(self._programme.id)

    def _refresh(self, id: ProgrammeId) -> None:
        found = programme_versions.versions_of(id, self._context.workspace)
        self._card.show_versions(found)

    def _show_compared(self) -> None:
        compared, known = self._compared, self._outlook
        if compared is None or known is None:
            self._card.hide_differences()
        else:
            found = compare(compared.content, known.programme)
            lines = grouped(found, names_of(known.material))
            self._card.show_differences(compared, lines)

    def _keep(self, name: str) -> None:
        self._flush()
        programme, workspace = self._programme, self._context.workspace
        if programme is not None:
            self._save(
                lambda: programme_versions.save_version(name, programme, workspace)
            )

    def _compare(self, version: ProgrammeVersion) -> None:
        self._flush()
        self._compared = version
        self._show_compared()
        self._card.focus_differences()

    def _close(self) -> None:
        self._compared = None
        self._show_compared()
        self._card.focus_new()

    def _restore(self, version: ProgrammeVersion) -> None:
        self._flush()
        programme, workspace = self._programme, self._context.workspace
        if programme is None:
            return
        self._save(
            lambda: programme_versions.restore_version(version, programme, workspace),
            self._restored,
        )

    def _restored(self, programme: Programme) -> None:
        if self._programme is not None and self._programme.id == programme.id:
            self._change(programme)
            self._card.focus_new()  # the pressed row is made anew

    def _delete(self, version: ProgrammeVersion) -> None:
        workspace = self._context.workspace
        self._save(
            lambda: programme_versions.delete_version(version, workspace),
            lambda _value: self._gone(version),
        )

    def _gone(self, version: ProgrammeVersion) -> None:
        self._deleted = version
        if self._compared == version:
            self._compared = None
            self._show_compared()
        self._card.show_deleted(version.name)
        self._card.focus_new()

    def _put_back(self) -> None:
        version, workspace = self._deleted, self._context.workspace
        if version is None:
            return
        self._deleted = None
        self._card.focus_new()
        self._card.show_deleted("")
        self._save(lambda: programme_versions.put_back(version, workspace))

    def _save(
        self,
        task: Callable[[], Value],
        done: Callable[[Value], None] | None = None,
    ) -> None:
        def kept(value: Value) -> None:
            self._card.fault.say("")
            if done is not None:
                done(value)
            if self._programme is not None:
                self._refresh(self._programme.id)

        self._context.saving.save(task, kept, self._refused)

    def _refused(self, error: ShkolaError) -> None:
        self._card.say_error(error)

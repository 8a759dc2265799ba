"""Ties «Настройки» to registering and keeping."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from shkola_desktop.app import editions, keeping, logbook, offices, registering
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.office import Office
from shkola_desktop.domain.school import Person, School
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.look import chosen_look, save_look
from shkola_desktop.ui.settings.cases_presenter import CasesPresenter
from shkola_desktop.ui.settings.key_presenter import KeyPresenter
from shkola_desktop.ui.settings.page import SettingsPage
from shkola_desktop.ui.widgets.office_form import OfficeForm
from shkola_desktop.ui.widgets.school_form import SchoolForm

LOGS = "logs"


class SettingsPresenter:
    """Shows the settings; every field is kept when the cursor leaves it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        edition = editions.newest_edition(context.workspace)
        new_id = context.workspace.new_id
        self.page = SettingsPage(edition, context.role, new_id)
        self._cases = CasesPresenter(self.page.cases, context)
        self._keys = KeyPresenter(
            self.page.key, self.page.moving, self.page.recovery, context
        )
        self.page.owner_wanted.connect(self._save_owner)
        self.page.person_named.connect(self._save_person)
        self.page.people.saved.connect(self._save_people)
        self.page.look_chosen.connect(self._choose_look)
        self.page.backup_wanted.connect(self._back_up)
        self.page.restore_wanted.connect(context.restore)
        self.page.folder_wanted.connect(self._open_folder)
        self.page.log_wanted.connect(self._open_log)
        self.page.other_wanted.connect(self._change_workspace)

    def open(self, at: str | None = None) -> None:
        """Read everything anew."""
        workspace = self._context.workspace
        self.page.notice.say("")
        self._show_owner()
        self._cases.open()
        person = registering.setting(logbook.PERSON, workspace) or ""
        self.page.show_person(person)
        self.page.show_look(*chosen_look(workspace))
        self.page.show_data(workspace.folder, keeping.backups_of(workspace))
        self._keys.open()
        if at == "key":
            self.page.reveal(self.page.key)
            self.page.key.focus_sheet()
        if at == "people":
            self.page.ensureWidgetVisible(self.page.people)
            self.page.people.focus_table()

    def leave(self) -> None:
        """Keep what is still being typed."""
        self._cases.leave()

    def _change_workspace(self) -> None:
        # what is still being written comes first
        self.leave()
        self._context.runner.when_idle(self._context.choose_workspace)

    def _show_owner(self) -> None:
        workspace = self._context.workspace
        owner = offices.owner_of(workspace)
        form = self.page.owner
        if isinstance(form, OfficeForm) and isinstance(owner, Office):
            form.show_office(owner)
        elif isinstance(form, SchoolForm) and isinstance(owner, School):
            form.show_school(owner)
            self.page.people.show_people(registering.people_of(workspace))

    def _save_owner(self) -> None:
        workspace, form = self._context.workspace, self.page.owner
        owner = form.office() if isinstance(form, OfficeForm) else form.school()
        if owner is None:
            return

        def save() -> None:
            if isinstance(owner, Office):
                offices.save_office(owner, workspace)
            else:
                registering.save_school(owner, workspace)

        self._context.saving.save(save, self._owner_saved, form.notice.say_error)

    def _owner_saved(self, _none: object) -> None:
        self._cases.open()
        self._say("Сведения сохранены.")

    def _save_person(self, name: str) -> None:
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: registering.save_setting(logbook.PERSON, name, workspace),
            None,
            self._refused,
        )

    def _save_people(self, people: tuple[Person, ...]) -> None:
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: registering.save_people(people, workspace),
            lambda _none: self._cases.open(),
            self._refused,
        )

    def _choose_look(self, theme: str, scale: int) -> None:
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: save_look(theme, scale, workspace),
            lambda _none: self._context.look_changed(),
            self._refused,
        )

    def _back_up(self) -> None:
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: keeping.back_up(workspace), self._backed_up, self._refused
        )

    def _backed_up(self, path: Path) -> None:
        workspace = self._context.workspace
        self.page.show_data(workspace.folder, keeping.backups_of(workspace))
        self._say(f"Копия сделана и проверена: {path.name}")

    def _open_folder(self) -> None:
        self._open_outside(self._context.workspace.folder)

    def _open_log(self) -> None:
        self._open_outside(self._context.workspace.folder / LOGS)

    def _open_outside(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._say(f"Папка: {folder}")

    def _say(self, words: str) -> None:
        self.page.notice.say(words, tone="good")
        self.page.verticalScrollBar().setValue(0)

    def _refused(self, error: ShkolaError) -> None:
        self.page.notice.say_error(error)
        self.page.verticalScrollBar().setValue(0)

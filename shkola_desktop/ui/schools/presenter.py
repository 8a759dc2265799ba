"""Ties «Школы» to the registry of a district."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from shkola_desktop.app import editions, offices, registry
from shkola_desktop.app.registry import RegisteredSchool, RegistryPreview
from shkola_desktop.domain.errors import NoOffice, ShkolaError
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.registry import RegistryLine
from shkola_desktop.domain.review import Standing
from shkola_desktop.domain.school import School
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.schools.connecting import Connecting
from shkola_desktop.ui.schools.lines import school_lines
from shkola_desktop.ui.schools.page import SchoolsPage
from shkola_desktop.words.russian import SCHOOLS, counted

STANDING = "standing:"
"""A place of this screen: only the schools of a standing."""
BOOK = "Книга Excel (*.xlsx)"
TEMPLATE_NAME = "Реестр школ.xlsx"
EMPTY = (
    "Школ в реестре ещё нет. Загрузите их из таблицы («Шаблон реестра…» подскажет "
    "столбцы) или добавьте по одной."
)
NOT_FOUND = "Таких школ нет. Измените поиск или покажите все школы."


class SchoolsPresenter:
    """Reads the registry anew each time it is opened or changed."""

    def __init__(self, context: Context) -> None:
        self._context = context
        workspace = context.workspace
        office = offices.office_of(workspace)
        if office is None:
            raise NoOffice
        self._found: tuple[RegisteredSchool, ...] = ()
        self._edited: SchoolId | None = None
        self._removed: School | None = None
        self._origin = ""
        self._stop = Event()
        self.page = SchoolsPage(
            editions.newest_edition(workspace), office, workspace.places, context.drafts
        )
        self._connecting = Connecting(context, self.page.connecting, self._read)
        page, table = self.page, self.page.list
        table.narrowed.connect(self._show)
        table.chosen.connect(self._show_codes)
        table.add_wanted.connect(lambda: self._edit(""))
        table.edit_wanted.connect(self._edit)
        table.remove_wanted.connect(self._remove)
        page.given.connect(self._save)
        page.undo_wanted.connect(self._put_back)
        page.file_wanted.connect(self._load)
        page.template_wanted.connect(self._save_template)
        page.importing.taken.connect(self._take)
        page.importing.dropped.connect(page.importing.hide)

    def open(self, at: str | None = None) -> None:
        """Show the registry, narrowed to a standing where one is given."""
        self.page.say("")
        if at is not None and at.startswith(STANDING):
            self.page.list.show_standing(Standing(at.removeprefix(STANDING)))
        self._connecting.open()
        self._read()

    def leave(self) -> None:
        """Look for drives no more."""
        self._connecting.leave()

    def _read(self) -> None:
        workspace = self._context.workspace
        self._context.runner.run(
            lambda: registry.schools(workspace),
            self._show_found,
            self.page.notice.say_error,
        )

    def _show_found(self, found: tuple[RegisteredSchool, ...]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        table = self.page.list
        lines = school_lines(self._found, table.searched, table.standing)
        words = counted(len(self._found), SCHOOLS)
        if len(lines) != len(self._found):
            words = f"{len(lines)} из {len(self._found)}"
        table.show_lines(lines, words, NOT_FOUND if self._found else EMPTY)

    def _show_codes(self, keys: Sequence[str]) -> None:
        known = set(keys)
        waiting = [
            one.state.school.code
            for one in self._found
            if one.enrolled and not (one.enrolled.written or one.enrolled.keys_known)
        ]
        schools = [one.state.school for one in self._found]
        chosen = [school.code for school in schools if school.id in known]
        self.page.connecting.show_codes(waiting, chosen)

    def _school(self, key: str) -> School | None:
        found = (one.state.school for one in self._found)
        return next((school for school in found if school.id == key), None)

    def _edit(self, key: str) -> None:
        school = self._school(key)
        self._edited = school.id if school is not None else None
        self.page.edit(school)

    def _save(self, school: School) -> None:
        workspace, before = self._context.workspace, self._edited
        self._context.saving.save(
            lambda: registry.save_school(school, workspace, before=before),
            self._saved,
            self.page.form.notice.say_error,
        )

    def _saved(self, school: School) -> None:
        self.page.close_form()
        self.page.say(f"Сохранено: {school.short_name}.")
        self._read()

    def _remove(self, key: str) -> None:
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: registry.remove_school(SchoolId(key), workspace),
            self._show_removed,
            self._refused,
        )

    def _show_removed(self, school: School | None) -> None:
        self._removed = school
        name = school.short_name if school is not None else ""
        self.page.say(f"Убрана из реестра: {name}.", undo=school is not None)
        self._read()

    def _put_back(self) -> None:
        workspace, school = self._context.workspace, self._removed
        if school is None:
            return
        self._removed = None
        self._context.saving.save(
            lambda: registry.restore_school(school, workspace),
            lambda _none: self._saved(school),
            self._refused,
        )

    def _refused(self, error: ShkolaError) -> None:
        self.page.undo.hide()
        self.page.notice.say_error(error)

    def _load(self) -> None:
        chosen = self._context.ask.open_files("Таблица школ: Excel или CSV")
        if not chosen:
            return
        workspace, path = self._context.workspace, chosen[0]
        self._origin = path.name
        self.page.say("")
        self._context.runner.run(
            lambda: registry.read(path, workspace, self._stop.is_set),
            self._preview,
            self._refused,
        )

    def _preview(self, preview: RegistryPreview) -> None:
        self.page.importing.show_preview(preview)
        self.page.reveal(self.page.importing)

    def _take(self, lines: Sequence[RegistryLine]) -> None:
        workspace, origin = self._context.workspace, self._origin
        self._context.saving.save(
            lambda: registry.take(lines, origin, workspace), self._taken, self._refused
        )

    def _taken(self, count: int) -> None:
        self.page.importing.hide()
        self.page.say(f"Внесено в реестр: {counted(count, SCHOOLS)}.")
        self._read()

    def _save_template(self) -> None:
        path = self._context.ask.save_file("Шаблон реестра", TEMPLATE_NAME, BOOK)
        if path is None:
            return
        workspace = self._context.workspace
        self._context.runner.run(
            lambda: registry.save_template(path, workspace),
            self._template_saved,
            self._refused,
        )

    def _template_saved(self, path: Path) -> None:
        self.page.say(f"Шаблон сохранён: {path}. Заполните его и загрузите.")

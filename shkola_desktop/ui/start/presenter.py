"""Ties the first start to registering and to the demo."""

from collections.abc import Callable

from shkola_desktop.app import demo, editions, logbook, offices, registering
from shkola_desktop.app.exchange import part_looking, part_merging
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.office import Office
from shkola_desktop.domain.school import School
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.start.page import StartPage


class StartPresenter:
    """Calls ``ready`` once the workspace knows whose it is."""

    def __init__(
        self,
        context: Context,
        ready: Callable[[], None],
        demo_wanted: Callable[[], None],
        move_wanted: Callable[[], None] = lambda: None,
    ) -> None:
        self._context = context
        self._ready = ready
        self.page = StartPage(editions.newest_edition(context.workspace))
        self.page.started.connect(self._start)
        self.page.part_wanted.connect(self._take_part)
        self.page.demo_wanted.connect(demo_wanted)
        self.page.move_wanted.connect(move_wanted)

    def fill_demo(self, done: Callable[[], None]) -> None:
        """Fill this workspace with the demo school; ``done`` is called after it."""
        program, workspace = self._context.program, self._context.workspace
        self.page.show_busy(busy=True)

        def fill() -> None:
            district = program.demo_district(workspace.folder)
            demo.fill(demo.parse(program.demo_text()), district, workspace)

        self._context.saving.save(fill, lambda _none: done(), self._refused)

    def _start(self, owner: School | Office, person: str) -> None:
        workspace = self._context.workspace

        def register() -> None:
            if isinstance(owner, Office):
                offices.save_office(owner, workspace)
            else:
                registering.save_school(owner, workspace)
            if person:
                registering.save_setting(logbook.PERSON, person, workspace)

        self._context.saving.save(register, lambda _none: self._ready(), self._refused)

    def _take_part(self, secret: str) -> None:
        chosen = self._context.ask.open_files("Файл части")
        if not chosen:
            return
        workspace = self._context.workspace

        def take() -> None:
            preview = part_looking.look(chosen[0], workspace, secret)
            part_merging.merge(preview, {}, workspace)

        self.page.part_notice.say("Часть открывается…", tone="info")
        self._context.saving.save(
            take, lambda _none: self._ready(), self.page.part_notice.say_error
        )

    def _refused(self, error: ShkolaError) -> None:
        self.page.show_busy(busy=False)
        self.page.notice.say_error(error)

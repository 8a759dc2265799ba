"""Opens and closes workspaces in a window: own, demo, and what is in the way."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from shkola_desktop.app import keeping, offices
from shkola_desktop.app.exchange import dispatching, identity
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.errors import DatabaseLocked, ShkolaError
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.school import School
from shkola_desktop.ui import theme
from shkola_desktop.ui.ask_file import SystemDialogs
from shkola_desktop.ui.chooser_window import NONE, ChooserWindow
from shkola_desktop.ui.context import (
    AskFile,
    Context,
    OpenedWorkspace,
    ProgramDoor,
    Screen,
)
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.keys.presenters import RestorePresenter, UnlockPresenter
from shkola_desktop.ui.keys.restore_page import Reason
from shkola_desktop.ui.look import DEFAULT_LOOK, chosen_look
from shkola_desktop.ui.main_window import MainWindow
from shkola_desktop.ui.runner import Runner, ThreadRunner
from shkola_desktop.ui.saving import Saving
from shkola_desktop.ui.screens import SCREENS
from shkola_desktop.ui.start.presenter import StartPresenter
from shkola_desktop.ui.trouble_window import TroubleWindow

NAME = "Школа: самодиагностика и программа развития"
ICONS = "icons"
DOUBTFUL = {
    "network": (
        "Данные лежат на сетевом диске: база может повредиться.",
        "Перенесите папку с данными на диск этого компьютера.",
    ),
    "removable": (
        "Данные лежат на съёмном носителе.",
        "Не вынимайте его, пока программа открыта.",
    ),
}
NOT_KEPT = (
    "Пароль не сохранён: на этом компьютере нет хранилища паролей.",
    "При следующем запуске программа спросит его снова.",
)
NO_WAL = (
    "Диск не поддерживает защищённый журнал базы.",
    "Перенесите папку с данными на другой диск.",
)


class Shell(QObject):
    """One window at a time; ``runner`` and ``ask`` are given by tests.

    ``taken`` is asked when another copy of the program has the workspace, and tells
    whether that one came forward; then there is no window here. ``opened`` tells of
    every workspace that was opened, ``shut_down`` that it was given back.
    """

    opened = Signal(object)
    shut_down = Signal()

    def __init__(
        self,
        program: ProgramDoor,
        folder: Path,
        make_runner: Callable[[], Runner] = ThreadRunner,
        ask: AskFile | None = None,
        taken: Callable[[Path], bool] = lambda _place: False,
    ) -> None:
        super().__init__()
        self._taken = taken
        self._program = program
        self._own = folder
        self._make_runner = make_runner
        self._ask = ask
        self._opened: OpenedWorkspace | None = None
        self._runner: Runner | None = None
        self._drafts: Runner | None = None
        self._start: StartPresenter | None = None
        self._context: Context | None = None
        self._key_settled = False
        self._waiting: UnlockPresenter | RestorePresenter | None = None
        self._package: Path | None = None
        self.window: QMainWindow | None = None

    def begin(self) -> None:
        """Open the own workspace, or let the person choose where there are several."""
        known = self._program.known_workspaces()
        if len(known) > 1:
            self.choose()
        else:
            self.open()

    def choose(self) -> None:
        """Close what is open and ask which workspace to work with."""
        self.shut()
        self._apply_look()
        window = ChooserWindow(NAME)
        window.ask = self._ask or SystemDialogs(window)
        window.chosen.connect(self._open_chosen)
        window.new_given.connect(self._open_chosen)
        window.folder_given.connect(partial(self._open_known, window))
        window.forgotten.connect(partial(self._forget, window))
        window.show_known(self._program.known_workspaces())
        self._replace(window)
        window.show()

    def _open_chosen(self, folder: Path) -> None:
        self._own = folder  # the demo lies beside it, and leads back to it
        self.open()
        if self._package is not None:
            self.show_package(self._package)
            self._package = None

    def _open_known(self, window: ChooserWindow, folder: Path) -> None:
        if self._program.is_workspace(folder):
            self._open_chosen(folder)
        else:
            window.notice.say(NONE, str(folder))

    def _forget(self, window: ChooserWindow, folder: Path) -> None:
        self._program.forget(folder)
        window.show_known(self._program.known_workspaces())

    def open(self, folder: Path | None = None) -> None:
        """Open a workspace, the own one without a folder."""
        place = folder or self._own
        try:
            opened = self._program.open_workspace(place)
        except ShkolaError as error:
            if not isinstance(error, DatabaseLocked) or not self._taken(place):
                self._show_trouble(error, place)
            elif self.window is not None:
                self.window.close()
            return
        self._program.start_log(place)
        self._opened = opened
        self._key_settled = False
        self._drafts = self._make_runner()
        self._runner = self._make_runner()
        self._apply_look()
        self._show_window(opened, place)
        self.opened.emit(place)

    def come_forward(self, file: Path | None = None) -> None:
        """Put the window before all others, at a package where one is given."""
        window = self.window
        if window is None:
            return
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if file is not None:
            self.show_package(file)

    def show_package(self, file: Path) -> None:
        """Open the screen where packages are read, at a file."""
        opened, window = self._opened, self.window
        if isinstance(window, ChooserWindow):
            self._package = file
        if opened is None or not isinstance(window, MainWindow):
            return
        if opened.locked and opened.workspace.keys.locked:
            return  # the password comes first
        if offices.owner_of(opened.workspace) is not None:
            window.go(Screen.RECEPTION, str(file))

    def shut(self) -> None:
        """Finish writing and give the workspace back."""
        for runner in (self._runner, self._drafts):
            if runner is not None:
                runner.stop()
        self._runner = self._drafts = None
        if self._opened is not None:
            self._opened.close()
            self._opened = None
            self.shut_down.emit()

    def _show_window(self, opened: OpenedWorkspace, place: Path) -> None:
        runner, drafts = self._runner, self._drafts
        if runner is None or drafts is None:
            return
        window = MainWindow(NAME)
        workspace = opened.workspace
        role = offices.role_of(workspace)
        context = Context(
            workspace=workspace,
            role=role,
            program=self._program,
            runner=runner,
            saving=Saving(runner, workspace.clock),
            icons=Icons(self._program.resources / ICONS),
            ask=self._ask or SystemDialogs(window),
            go=window.go,
            drafts=drafts,
            look_changed=self._change_look,
            choose_workspace=self.choose,
            restore=partial(self._restore_open, place),
            restore_key=partial(self._restore_key, place, Reason.WISH),
        )
        self._context = context
        window.attach(context)
        window.closed.connect(self.shut)
        self._replace(window)
        self._tell_state(window, opened, place)
        if opened.locked and workspace.keys.locked:
            self._ask_key_password(window, context, place)
        elif offices.owner_of(workspace) is None:
            self._first_start(window, context, place)
        elif opened.keyless and not self._key_settled and identity.key_used(workspace):
            self._restore_key(place, Reason.LOST)
        else:
            window.go(SCREENS[role][0])
            self._after_start(window, context, opened)
            self._remember(workspace, role, place)
        window.show()

    def _remember(self, workspace: Workspace, role: Role, place: Path) -> None:
        owner = offices.owner_of(workspace)
        if owner is not None:
            name = owner.short_name if isinstance(owner, School) else owner.name
            self._program.remember(place, role, name)

    def _ask_key_password(
        self, window: MainWindow, context: Context, place: Path
    ) -> None:
        self._waiting = UnlockPresenter(
            context,
            partial(self._begin_work, place),
            partial(self._restore_key, place, Reason.WISH),
        )
        window.show_start(self._waiting.page)
        self._waiting.page.setFocus()

    def _restore_key(self, place: Path, reason: Reason) -> None:
        window, context = self.window, self._context
        if not isinstance(window, MainWindow) or context is None:
            return
        ready = partial(self._go_on_with_key, place)
        back = partial(self._begin_work, place)
        self._waiting = RestorePresenter(context, reason, ready, back)
        window.show_start(self._waiting.page)
        self._waiting.page.setFocus()

    def _go_on_with_key(self, place: Path) -> None:
        self._key_settled = True
        self._begin_work(place)

    def _first_start(self, window: MainWindow, context: Context, place: Path) -> None:
        # the role is known only now: the window is built for it
        ready = partial(self._begin_work, place)
        moved = partial(self._restore_key, place, Reason.MOVE)
        self._start = StartPresenter(context, ready, self._open_demo, moved)
        if place == self._own:
            window.show_start(self._start.page)
        else:
            window.show_start(self._start.page)
            self._start.fill_demo(ready)

    def _begin_work(self, place: Path) -> None:
        if self._opened is not None and self._runner is not None:
            self._show_window(self._opened, place)

    def _after_start(
        self, window: MainWindow, context: Context, opened: OpenedWorkspace
    ) -> None:
        workspace = opened.workspace
        if opened.crashed and context.role is Role.SCHOOL:
            self._ask_after_crash(window)
        context.runner.run(
            lambda: (
                dispatching.settle_interrupted(workspace),
                keeping.back_up_daily(workspace),
            ),
            lambda _done: None,
            context.saving.failed.emit,
        )

    def _ask_after_crash(self, window: MainWindow) -> None:
        banner = window.add_banner(
            "warning",
            "В прошлый раз программа закрылась не сама.",
            "Все ответы, о которых было сказано «Сохранено», на месте. Продолжить "
            "с того показателя, на котором вы остановились?",
        )

        def answered(screen: Screen) -> None:
            banner.hide()
            window.go(screen)

        banner.add_button(
            "Продолжить", "crash-continue", partial(answered, Screen.DIAGNOSIS)
        )
        banner.add_button(
            "Начать с обзора", "crash-home", partial(answered, Screen.HOME)
        )

    def _tell_state(
        self, window: MainWindow, opened: OpenedWorkspace, place: Path
    ) -> None:
        if opened.doubtful in DOUBTFUL:
            window.add_banner("warning", *DOUBTFUL[opened.doubtful])
        if opened.journal_mode not in ("wal", ""):  # a server keeps its own
            window.add_banner("warning", *NO_WAL)
        if place != self._own:
            banner = window.add_banner("info", "Это учебная школа: пробуйте всё.")
            banner.add_button("Закончить знакомство", "leave-demo", self._leave_demo)

    def _open_demo(self) -> None:
        self.shut()
        try:
            folder = self._program.demo_folder(self._own)
        except ShkolaError as error:
            self._show_trouble(error, self._own)
            return
        self.open(folder)

    def _leave_demo(self) -> None:
        folder = self._opened.workspace.folder if self._opened else None
        self.shut()
        if folder is not None and folder != self._own:
            self._program.discard(folder)
        self.open()

    def _show_trouble(self, error: ShkolaError, place: Path) -> None:
        self._apply_look()
        backup = self._program.newest_backup(place)
        window = TroubleWindow(NAME, error, backup)
        window.again_wanted.connect(partial(self.open, place))
        window.restore_wanted.connect(partial(self._restore, place))
        window.password_given.connect(partial(self._enter, place))
        self._replace(window)
        window.show()

    def _enter(self, place: Path, password: str, keep: bool) -> None:  # noqa: FBT001
        kept = self._program.give_password(place, password, keep=keep)
        self.open(place)
        if keep and not kept and isinstance(self.window, MainWindow):
            self.window.add_banner("info", *NOT_KEPT)

    def _restore(self, place: Path, backup: Path) -> None:
        try:
            replaced = self._program.restore(backup, place)
        except ShkolaError as error:
            self._show_trouble(error, place)
            return
        self.open(place)
        if replaced is not None and isinstance(self.window, MainWindow):
            self.window.add_banner(
                "good",
                "Данные возвращены из резервной копии.",
                f"То, что было до этого, отложено рядом: {replaced.name}.",
            )

    def _restore_open(self, place: Path, backup: Path) -> None:
        self.shut()
        self._restore(place, backup)

    def _replace(self, window: QMainWindow) -> None:
        old, self.window = self.window, window
        if old is not None:
            # its workspace is closed already
            old.blockSignals(True)  # Qt's setter
            old.hide()
            old.deleteLater()

    def _change_look(self) -> None:
        # icons and widths are made for one look: the window is built again
        self._apply_look()
        if self._opened is None or self._runner is None or self.window is None:
            return
        place, old = self._opened.workspace.folder, self.window.geometry()
        self._show_window(self._opened, place)
        self.window.setGeometry(old)
        if isinstance(self.window, MainWindow):
            self.window.go(Screen.SETTINGS)

    def _apply_look(self) -> None:
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        opened = self._opened
        name, scale = chosen_look(opened.workspace) if opened else DEFAULT_LOOK
        scheme = QGuiApplication.styleHints().colorScheme()
        dark = scheme is Qt.ColorScheme.Dark
        colours = theme.colours_for(name, dark_system=dark)
        theme.apply(application, colours, scale, self._program.resources / ICONS)

"""The window: side list of screens, the open screen, when it was saved."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.screens import NAMES, PRESENTERS, SCREENS, UNDER
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Notice
from shkola_desktop.ui.widgets.texts import restyle, short
from shkola_desktop.words.messages import message_for

CODE = Qt.ItemDataRole.UserRole
NAVIGATION_MARGINS = 84
"""Pixels around a name in the side list: icon, paddings."""
SMALLEST = QSize(960, 600)
USUAL = QSize(1280, 720)
NOT_YET = "Изменений ещё не было"


class Presenter(Protocol):
    """A screen: its page, what happens when it is opened and left."""

    @property
    def page(self) -> QWidget: ...
    def open(self, at: str | None = None) -> None: ...
    def leave(self) -> None: ...


class MainWindow(QMainWindow):
    """Screens are made when they are first opened. ``closed`` comes last."""

    closed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self._context: Context | None = None
        self._presenters: dict[Screen, Presenter] = {}
        self._current: Screen | None = None
        self._screens: tuple[Screen, ...] = ()
        self.banners = QVBoxLayout()
        self.banners.setContentsMargins(SPACE, SPACE, SPACE, 0)
        self._navigation = self._make_navigation()
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(self.banners)
        right.addWidget(self._stack, 1)
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._navigation)
        layout.addLayout(right, 1)
        self.setCentralWidget(middle)
        self._saved = short(NOT_YET)
        self._saved.setObjectName("saved")
        self._saved.setSizePolicy(self.sizePolicy())
        self.statusBar().addWidget(self._saved, 1)
        self.statusBar().setContentsMargins(SPACE, 0, SPACE, 0)
        self.statusBar().setSizeGripEnabled(False)

    def attach(self, context: Context) -> None:
        """Serve a workspace."""
        self._context = context
        context.saving.started.connect(lambda: self._say_saved("Сохраняется…"))
        context.saving.saved.connect(self._show_saved)
        context.saving.failed.connect(self._show_failed)
        self._fill_navigation(context)

    def show_start(self, page: QWidget) -> None:
        """Show the first start; the side list waits."""
        self._navigation.hide()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def go(self, screen: Screen, at: str | None = None) -> None:
        """Open a screen, at a place where one is given."""
        if self._context is None:
            return
        if self._current is not None and self._current is not screen:
            self._presenters[self._current].leave()
        self._navigation.show()
        presenter = self._presenters.get(screen)
        if presenter is None:
            presenter = PRESENTERS[screen](self._context)
            self._presenters[screen] = presenter
            self._stack.addWidget(presenter.page)
        self._current = screen
        self._mark(screen)
        self._stack.setCurrentWidget(presenter.page)
        presenter.open(at)

    @property
    def screen_shown(self) -> Screen | None:
        """The open screen."""
        return self._current

    def add_banner(self, tone: str, words: str, more: str = "") -> Notice:
        """Say something above all screens; buttons can be added to it."""
        banner = Notice(tone)
        self.banners.addWidget(banner)
        banner.say(words, more)
        return banner

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Close once the last answer is on the medium."""
        context = self._context
        if context is None:
            self.closed.emit()
            return
        if self._current is not None:
            # once: leaving writes, and a write puts the closing off
            self._presenters[self._current].leave()
            self._current = None
        if context.runner.busy:
            self._say_saved("Сохраняем последние ответы…")
            self.setEnabled(False)
            event.ignore()
            context.runner.when_idle(self._close_again)
            return
        self._context = None
        self.closed.emit()

    def _close_again(self) -> None:
        self.close()

    def _make_navigation(self) -> QListWidget:
        navigation = QListWidget()
        navigation.setObjectName("navigation")
        navigation.setAccessibleName("Разделы программы")
        navigation.setIconSize(QSize(22, 22))
        navigation.setWordWrap(True)
        navigation.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        navigation.itemClicked.connect(self._open_item)
        navigation.itemActivated.connect(self._open_item)
        return navigation

    def _fill_navigation(self, context: Context) -> None:
        self._navigation.clear()
        metrics = self._navigation.fontMetrics()
        self._screens = SCREENS[context.role]
        widest = max(metrics.horizontalAdvance(NAMES[s][0]) for s in self._screens)
        self._navigation.setFixedWidth(widest + NAVIGATION_MARGINS)
        palette = self.palette()
        colour = palette.color(QPalette.ColorRole.WindowText)
        marked = palette.color(QPalette.ColorRole.HighlightedText)
        for number, screen in enumerate(self._screens, start=1):
            name, icon = NAMES[screen]
            item = QListWidgetItem(context.icons.get(icon, colour, marked), name)
            item.setData(CODE, screen)
            item.setToolTip(f"{name} (Ctrl+{number})")
            self._navigation.addItem(item)
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(self._opener(screen))

    def _opener(self, screen: Screen) -> Callable[[], None]:
        return lambda: self.go(screen)

    def _open_item(self, item: QListWidgetItem) -> None:
        screen = item.data(CODE)
        if isinstance(screen, Screen):
            self.go(screen)

    def _mark(self, screen: Screen) -> None:
        shown = screen if screen in self._screens else UNDER[screen]
        self._navigation.setCurrentRow(self._screens.index(shown))

    def _show_saved(self, at: datetime) -> None:
        self._say_saved(f"Сохранено в {at.astimezone():%H:%M}")

    def _show_failed(self, error: ShkolaError) -> None:
        self._say_saved(f"Не сохранено. {message_for(error).happened}", look="danger")

    def _say_saved(self, words: str, look: str = "") -> None:
        self._saved.setText(words)
        restyle(self._saved, "look", look)

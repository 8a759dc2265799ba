"""The pages of the programme beside its form, and where one is in them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.domain.documents import DrawnProgramme
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Notice, row
from shkola_desktop.ui.widgets.pdf_pages import Preview
from shkola_desktop.ui.widgets.texts import button, heading, muted, short, wide

NARROWEST = 46
"""Characters: a page so wide can just be read, and its number stands above it."""
MAKING = "Составляем документ. Это займёт секунду или две."
UPDATING = "обновляется…"


class PreviewPane(QWidget):
    """Keeps the old pages until the new ones are there, and the place in them.

    ``renewed`` tells that newer pages are shown.
    """

    whole_wanted = Signal()
    renewed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._icons = icons
        self._drawn: DrawnProgramme | None = None
        self._place = ""
        self._turned = True
        self.setMinimumWidth(wide(self, NARROWEST))
        self.notice = Notice("danger")
        self._making = muted(MAKING)
        self._making.setObjectName("preview-making")
        self._pages = Preview()
        self._pages.setObjectName("preview-pages")
        self._pages.setAccessibleName("Страницы программы развития")
        self._pages.page_seen.connect(self._show_number)
        self._pages.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(heading("Как это будет напечатано"))
        column.addLayout(self._tools())
        column.addWidget(self._updating)
        column.addWidget(self.notice)
        column.addWidget(self._making, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._pages, 1)
        whole = button("Открыть документ целиком", "preview-whole", "link")
        whole.setToolTip("Сделать документ и открыть его в разделе «Документы»")
        whole.clicked.connect(self.whole_wanted)
        column.addLayout(row(whole))

    def turn_to(self, place: str) -> None:
        """Show the page on which a place begins; an empty place stays where it is."""
        if not place or place == self._place:
            return
        self._place = place
        self._turned = self._turn()

    def show_updating(self) -> None:
        """Tell that newer pages are on their way."""
        if self._drawn:
            self._say_updating(UPDATING)

    def show_drawn(self, drawn: DrawnProgramme) -> None:
        """Show the newer pages where the older ones were looked at."""
        before, self._drawn = self._drawn, drawn
        self.notice.say("")
        self._say_updating("")
        self._making.hide()
        self._pages.show()
        if before is None:
            self._pages.show_content(drawn.content)
            self._turned = False
        else:
            self._pages.replace_content(drawn.content, self._moved(before, drawn))
        if not self._turned:
            self._turned = self._turn()
        self._show_number()
        self.renewed.emit()

    def show_error(self, error: ShkolaError) -> None:
        """Say in place what went wrong; the older pages stay."""
        self._say_updating("")
        self._making.hide()
        self._show_number()
        self.notice.say_error(error)

    def _turn(self) -> bool:
        page = self._drawn.pages.get(self._place) if self._drawn else None
        if page is not None:
            self._pages.show_page(page)
        return page is not None

    def _moved(self, before: DrawnProgramme, now: DrawnProgramme) -> int:
        old, new = before.pages.get(self._place), now.pages.get(self._place)
        beyond = old is not None and self._pages.page >= old
        return new - old if beyond and new is not None and old is not None else 0

    def _tools(self) -> QHBoxLayout:
        self._number = short("", "muted")
        self._number.setObjectName("preview-number")
        self._updating = short("", "muted")
        self._updating.setObjectName("preview-updating")
        # a line of its own, kept free: neither number nor pages jump
        policy = self._updating.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # Qt's setter
        self._updating.setSizePolicy(policy)
        self._updating.hide()
        self._up = self._stepper("chevron-left", "preview-back", "Предыдущая страница")
        self._down = self._stepper("chevron-right", "preview-on", "Следующая страница")
        self._up.clicked.connect(lambda: self._pages.show_page(self._pages.page - 1))
        self._down.clicked.connect(lambda: self._pages.show_page(self._pages.page + 1))
        return row(self._up, self._number, self._down)

    def _stepper(self, icon: str, name: str, words: str) -> QPushButton:
        made = button("", name)
        colour = self.palette().color(QPalette.ColorRole.ButtonText)
        made.setIcon(self._icons.get(icon, colour))
        made.setIconSize(QSize(18, 18))
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setEnabled(False)
        return made

    def _say_updating(self, words: str) -> None:
        self._updating.setText(words)
        self._updating.setVisible(bool(words))

    def _show_number(self) -> None:
        page, count = self._pages.page, self._pages.count
        self._number.setText(f"стр. {page} из {count}" if count else "")
        self._up.setEnabled(page > 1)
        self._down.setEnabled(page < count)

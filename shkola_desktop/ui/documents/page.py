"""«Документы»: what can be made, what was made, and how it looks."""

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.app.reporting import ListedDocument
from shkola_desktop.domain.documents import (
    OFFICE_PAPERS,
    DocumentFormat,
    DocumentKind,
)
from shkola_desktop.domain.office import Role
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.pdf_pages import Preview
from shkola_desktop.ui.widgets.texts import button, muted, text, title, wide
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.documents import DOCUMENT_NAMES, FORMAT_NAMES, document_named
from shkola_desktop.words.russian import moment, size

LEFT_WIDEST = 520
"""Pixels: the page beside it needs the room of a narrow screen."""
ID = Qt.ItemDataRole.UserRole
LEFT_WIDTH = 52
"""Characters."""
EMPTY = "Ещё ничего не сделано. Выберите документ выше, и он появится здесь."
OUTDATED = "данные с тех пор изменились"
USUAL = (
    DocumentKind.PROTOCOL,
    DocumentKind.BLANK_FORM,
    DocumentKind.PROGRAMME,
    DocumentKind.COVERING_SHEET,
)
"""Kinds of a school with a button of their own; the others are in a menu."""
FORMATS = {
    DocumentFormat.PDF: "PDF: читать и печатать",
    DocumentFormat.DOCX: "Word: дополнять и править",
}
WORD = (
    "Он открывается в текстовом редакторе, например в Word или LibreOffice: там его "
    "можно дополнить, исправить и напечатать. Чтобы посмотреть, как он выглядит, "
    "сделайте тот же документ в PDF."
)


class DocumentsPage(QWidget):
    """Draws the list and the preview; tells wishes with a document's id."""

    make_wanted = Signal(object, object, int)
    """Kind, format, and the year of a yearly report; 0 is the last one that is over."""
    chosen = Signal(str)
    open_wanted = Signal(str)
    print_wanted = Signal(str)
    save_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, role: Role = Role.SCHOOL) -> None:
        super().__init__()
        self._school = role is Role.SCHOOL
        self._usual = USUAL if self._school else OFFICE_PAPERS
        self.preview = Preview()
        self._right = QStackedWidget()
        self._right.addWidget(self.preview)
        self._right.addWidget(self._word_panel())
        self.notice = Notice("info")
        left = QWidget()
        left.setFixedWidth(min(wide(left, LEFT_WIDTH), LEFT_WIDEST))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(title("Документы"))
        column.addWidget(self._make_card())
        column.addWidget(self.notice)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName("Документ составляется")
        self._busy.hide()
        column.addWidget(self._busy)
        self._empty = muted(EMPTY)
        column.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        self._list = WrappedList("documents", "Сделанные документы")
        self._list.currentItemChanged.connect(self._choose)
        self._list.itemActivated.connect(lambda: self.open_wanted.emit(self._current))
        column.addWidget(self._list, 1)
        for actions in self._actions():
            column.addLayout(actions)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(left)
        layout.addWidget(self._right, 1)

    def show_documents(
        self, documents: tuple[ListedDocument, ...], chosen: str | None
    ) -> None:
        """Show what was made, newest first; ``chosen`` is marked."""
        self._list.blockSignals(True)  # Qt's setter
        self._list.clear()
        for listed in documents:
            item = _item(listed)
            self._list.addItem(item)
            if listed.record.id == chosen:
                self._list.setCurrentItem(item)
        self._list.blockSignals(False)
        self._empty.setVisible(not documents)
        self._list.setVisible(bool(documents))
        self._enable(bool(self._current))

    def show_content(self, content: bytes | None, format: DocumentFormat) -> None:
        """Show the pages of a PDF; of a document of Word tell where it opens."""
        pdf = format is DocumentFormat.PDF
        self.preview.show_content(content if pdf else None)
        self._right.setCurrentIndex(0 if pdf else 1)
        self._printer.setEnabled(pdf and content is not None)

    def show_busy(self, *, busy: bool) -> None:
        """Show that a document is being made."""
        self._busy.setVisible(busy)
        for made in self._makers:
            made.setEnabled(not busy)

    def _make_card(self) -> Card:
        card = Card("Сделать")
        policy = card.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        card.setSizePolicy(policy)
        self._makers = [
            button(DOCUMENT_NAMES[kind], f"make-{kind.value}") for kind in self._usual
        ]
        self._format = QComboBox()
        self._format.setObjectName("format")
        self._format.setAccessibleName("Формат документа")
        for format, words in FORMATS.items():
            self._format.addItem(words, format.value)
        card.body.addWidget(self._format)
        for kind, made in zip(self._usual, self._makers, strict=True):
            made.clicked.connect(partial(self._make, kind))
            card.body.addWidget(made)
        if self._school:
            more = button("Другие документы…", "more-documents")
            more.setMenu(self._further())
            self._makers.append(more)
            card.body.addWidget(more)
        return card

    def _further(self) -> QMenu:
        menu = QMenu(self)
        for kind in DocumentKind:
            if kind is DocumentKind.EXECUTION_REPORT:
                self._yearly = menu.addMenu(DOCUMENT_NAMES[kind])
                self._yearly.setObjectName(f"make-{kind.value}")
            elif kind not in {*USUAL, *OFFICE_PAPERS}:
                action = menu.addAction(DOCUMENT_NAMES[kind])
                action.setObjectName(f"make-{kind.value}")
                action.triggered.connect(partial(self._make, kind))
        return menu

    def show_years(self, years: tuple[int, ...]) -> None:
        """Show the years that a yearly report can be about."""
        kind = DocumentKind.EXECUTION_REPORT
        self._yearly.clear()
        latest = self._yearly.addAction("за последний завершённый год")
        latest.setObjectName(f"make-{kind.value}-latest")
        latest.triggered.connect(partial(self._make, kind))
        for year in years:
            action = self._yearly.addAction(f"за {year} год")
            action.setObjectName(f"make-{kind.value}-{year}")
            action.triggered.connect(partial(self._make_yearly, year))

    def _word_panel(self) -> QWidget:
        card = Card("Документ Word")
        card.body.addWidget(text(WORD))
        opener = button("Открыть в редакторе", "open-word", "main")
        opener.clicked.connect(partial(self._wish, self.open_wanted))
        card.body.addLayout(row(opener))
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.addWidget(card)
        column.addStretch(1)
        return panel

    def _make(self, kind: DocumentKind, *_checked: bool) -> None:
        self.make_wanted.emit(kind, DocumentFormat(self._format.currentData()), 0)

    def _make_yearly(self, year: int, *_checked: bool) -> None:
        kind = DocumentKind.EXECUTION_REPORT
        self.make_wanted.emit(kind, DocumentFormat(self._format.currentData()), year)

    def _actions(self) -> tuple[QHBoxLayout, QHBoxLayout]:
        pairs: tuple[tuple[str, str, SignalInstance], ...] = (
            ("Открыть", "open-document", self.open_wanted),
            ("Печать…", "print-document", self.print_wanted),
            ("Сохранить как…", "save-document", self.save_wanted),
            ("Удалить", "delete-document", self.delete_wanted),
        )
        self._buttons = [button(words, name) for words, name, _ in pairs]
        self._printer = self._buttons[1]
        wishes = [wish for _, _, wish in pairs]
        for made, wish in zip(self._buttons, wishes, strict=True):
            made.clicked.connect(partial(self._wish, wish))
        first, second = self._buttons[:2], self._buttons[2:]
        return row(*first), row(*second)

    def _wish(self, wish: SignalInstance) -> None:
        if self._current:
            wish.emit(self._current)

    @property
    def _current(self) -> str:
        item = self._list.currentItem()
        return str(item.data(ID)) if item is not None else ""

    def _choose(self, item: QListWidgetItem | None) -> None:
        self._enable(item is not None)
        if item is not None:
            self.chosen.emit(str(item.data(ID)))

    def _enable(self, on: bool) -> None:  # noqa: FBT001  # like Qt's setters
        for made in self._buttons:
            made.setEnabled(on)


def _item(listed: ListedDocument) -> QListWidgetItem:
    record = listed.record
    mark = f"\n{OUTDATED}" if listed.outdated else ""
    words = (
        f"{document_named(record)}\n{moment(record.made_at)}, "
        f"{FORMAT_NAMES[record.format]}, {size(record.size)}{mark}"
    )
    item = QListWidgetItem(words)
    item.setData(ID, record.id)
    return item

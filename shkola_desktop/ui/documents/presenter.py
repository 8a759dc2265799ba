"""Ties «Документы» to reporting: making happens off the screen's thread."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from shkola_desktop.app import planning, reporting
from shkola_desktop.domain.documents import (
    DocumentFormat,
    DocumentKind,
    DocumentRecord,
)
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.ids import DocumentId
from shkola_desktop.domain.office import Role
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.documents.page import DocumentsPage
from shkola_desktop.ui.documents.printing import ask_to_print
from shkola_desktop.words.documents import (
    DOCUMENT_NAMES,
    document_named,
    undrawn_said,
)

FILES = {
    DocumentFormat.PDF: "PDF (*.pdf)",
    DocumentFormat.DOCX: "Word (*.docx)",
}
NOTHING_OPENS = {
    DocumentFormat.PDF: (
        "Программа для просмотра PDF не нашлась.",
        "Документ виден справа; его можно напечатать или сохранить отсюда.",
    ),
    DocumentFormat.DOCX: (
        "Текстовый редактор не нашёлся.",
        "Сохраните документ и откройте его на компьютере с Word или LibreOffice.",
    ),
}


class DocumentsPresenter:
    """Shows what was made; ``open`` with a kind's code makes one at once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._chosen: str | None = None
        self._records: dict[str, DocumentRecord] = {}
        self.page = DocumentsPage(context.role)
        self.page.make_wanted.connect(self._make)
        self.page.chosen.connect(self._choose)
        self.page.open_wanted.connect(self._open_outside)
        self.page.print_wanted.connect(self._print)
        self.page.save_wanted.connect(self._save)
        self.page.delete_wanted.connect(self._delete)

    def open(self, at: str | None = None) -> None:
        """Show the documents; make the one that is asked for."""
        self.page.notice.say("")
        self._show()
        if at is not None:
            kind, _, year = at.partition(":")
            self._make(DocumentKind(kind), DocumentFormat.PDF, int(year or 0))

    def leave(self) -> None:
        """Close the document that was looked at."""
        self.page.preview.show_content(None)

    def _show(self) -> None:
        documents = reporting.listed(self._context.workspace)
        self._records = {listed.record.id: listed.record for listed in documents}
        if self._chosen not in self._records:
            self._chosen = next(iter(self._records), None)
        self.page.show_documents(documents, self._chosen)
        if self._context.role is Role.SCHOOL:
            programme = planning.programme_of(self._context.workspace)
            self.page.show_years(tuple(programme.years) if programme else ())
        self._preview()

    def _preview(self) -> None:
        record = self._records.get(self._chosen) if self._chosen else None
        content = self._content(record.id) if record else None
        format = record.format if record else DocumentFormat.PDF
        self.page.show_content(content, format)

    def _content(self, id: str) -> bytes | None:
        return reporting.content(DocumentId(id), self._context.workspace)

    def _make(self, kind: DocumentKind, format: DocumentFormat, year: int) -> None:
        self.page.show_busy(busy=True)
        self.page.notice.say(f"Составляется: {DOCUMENT_NAMES[kind]}…", tone="info")
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: reporting.make(kind, workspace, format, year or None),
            self._made,
            self._refused,
        )

    def _made(self, record: DocumentRecord) -> None:
        self._chosen = record.id
        self.page.show_busy(busy=False)
        made = f"Готово: {document_named(record)}."
        if record.undrawn:
            happened, advice = undrawn_said(record.undrawn)
            self.page.notice.say(f"{made} {happened}", advice, tone="warning")
        else:
            self.page.notice.say(made, tone="good")
        self._show()

    def _refused(self, error: ShkolaError) -> None:
        self.page.show_busy(busy=False)
        self.page.notice.say_error(error)

    def _choose(self, id: str) -> None:
        self._chosen = id
        self._preview()

    def _open_outside(self, id: str) -> None:
        record = self._records.get(id)
        if record is None:
            return
        folder = Path(tempfile.mkdtemp(prefix="shkola-"))
        path = folder / record.file_name
        try:
            reporting.save_as(record.id, path, self._context.workspace)
        except ShkolaError as error:
            self.page.notice.say_error(error)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            happened, advice = NOTHING_OPENS[record.format]
            self.page.notice.say(happened, advice, tone="warning")

    def _print(self, id: str) -> None:
        content, record = self._content(id), self._records.get(id)
        if content is not None and record is not None:
            ask_to_print(content, record.file_name, self.page, self._not_printed)

    def _not_printed(self) -> None:
        self.page.notice.say(
            "Принтер не принял документ.",
            "Проверьте, что он включён, и напечатайте ещё раз; документ можно "
            "сохранить и напечатать на другом компьютере.",
            tone="danger",
        )

    def _save(self, id: str) -> None:
        record = self._records.get(id)
        if record is None:
            return
        name, kinds = record.file_name, FILES[record.format]
        path = self._context.ask.save_file("Сохранить документ", name, kinds)
        if path is None:
            return
        try:
            reporting.save_as(record.id, path, self._context.workspace)
        except ShkolaError as error:
            self.page.notice.say_error(error)
        else:
            self.page.notice.say(f"Сохранено: {path}", tone="good")

    def _delete(self, id: str) -> None:
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: reporting.discard(DocumentId(id), workspace),
            lambda _none: self._deleted(),
            self._refused,
        )

    def _deleted(self) -> None:
        self.page.notice.say(
            "Документ удалён. Его можно сделать снова: данные на месте.", tone="info"
        )
        self._show()

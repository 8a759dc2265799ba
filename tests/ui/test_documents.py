"""«Документы»: make, look at, open, print, save, delete."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QLabel

from shkola_desktop.app import planning
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.documents.printing import print_pages
from shkola_desktop.ui.widgets.card import Notice
from shkola_desktop.ui.widgets.pdf_pages import PdfPages

WORD_PROGRAMME, PROGRAMME = 4, 5
"""Places of the programme in the list of the demo school's documents."""


class Outside(QObject):
    """What the system opens files with."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = []

    @Slot("QUrl")
    def show(self, url):
        self.opened.append(url.toLocalFile())


@pytest.fixture
def outside():
    viewer = Outside()
    QDesktopServices.setUrlHandler("file", viewer, "show")
    yield viewer
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def documents(demo_desk):
    return demo_desk.go(Screen.DOCUMENTS)


def pages(desk):
    return [p for p in desk.all(QLabel) if p.accessibleName().startswith("Страница")]


def colours(pixmap):
    image = pixmap.toImage()
    across, down = range(0, image.width(), 5), range(0, image.height(), 5)
    return len({image.pixel(x, y) for x in across for y in down})


def test_what_was_made_is_listed_newest_first(documents):
    lines = [line.split("\n") for line in documents.lines("documents")]
    assert [(name, about.split(", ")[2]) for name, about, *_ in lines] == [
        ("Сопроводительный лист к пакету", "PDF"),
        ("Бланк для заполнения на бумаге", "PDF"),
        ("Протокол самодиагностики", "Word"),
        ("Протокол самодиагностики", "PDF"),
        ("Программа развития", "Word"),
        ("Программа развития", "PDF"),
    ]


def test_the_newest_document_is_shown_page_by_page(documents):
    shown = pages(documents)
    assert len(shown) == 1
    assert colours(shown[0].pixmap()) > 8


def test_another_document_is_shown_when_it_is_chosen(documents):
    documents.choose("documents", PROGRAMME)
    assert len(pages(documents)) > 10
    assert colours(pages(documents)[0].pixmap()) > 8
    assert pages(documents)[-1].pixmap().isNull()  # drawn when it is scrolled to


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("protocol", "Протокол самодиагностики"),
        ("blank-form", "Бланк для заполнения на бумаге"),
        ("programme", "Программа развития"),
        ("covering-sheet", "Сопроводительный лист к пакету"),
    ],
)
def test_every_kind_is_made_and_shown(documents, kind, name):
    documents.press(f"make-{kind}")
    assert f"Готово: {name}." in documents.words()
    assert len(documents.lines("documents")) == 7
    assert documents.lines("documents")[0].startswith(name)
    assert colours(pages(documents)[0].pixmap()) > 8


@pytest.mark.parametrize("kind", ["protocol", "blank-form", "programme"])
def test_a_document_is_made_for_word_when_word_is_picked(documents, kind, outside):
    documents.pick("format", "Word: дополнять и править")
    documents.press(f"make-{kind}")
    assert documents.lines("documents")[0].split(", ")[2] == "Word"
    assert pages(documents) == []
    documents.press("open-word")
    (path,) = outside.opened
    assert path.endswith(".docx")
    assert Path(path).read_bytes().startswith(b"PK")


def test_a_document_of_word_is_told_about_and_not_printed(documents):
    documents.choose("documents", WORD_PROGRAMME)
    assert "Он открывается в текстовом редакторе" in documents.words()
    assert not documents.enabled("print-document")
    documents.choose("documents", PROGRAMME)
    assert "Он открывается в текстовом редакторе" not in documents.words()
    assert documents.enabled("print-document")


def test_a_document_of_word_is_saved_under_its_ending(documents, tmp_path):
    documents.dialogs.target = tmp_path / "программа.docx"
    documents.choose("documents", WORD_PROGRAMME)
    documents.press("save-document")
    assert (tmp_path / "программа.docx").read_bytes().startswith(b"PK")
    assert documents.dialogs.asked[0].endswith(".docx")


def test_word_can_be_picked_by_keyboard(documents):
    documents.the(QComboBox, "format").setFocus()
    documents.key(Qt.Key.Key_Down)
    documents.press("make-protocol")
    assert documents.lines("documents")[0].split(", ")[2] == "Word"


def test_what_cannot_be_made_says_what_is_missing(school_desk):
    school_desk.go(Screen.DOCUMENTS)
    assert "Ещё ничего не сделано." in school_desk.words()
    school_desk.press("make-programme")
    assert "Программы развития ещё нет." in school_desk.words()
    school_desk.press("make-covering-sheet")
    assert "Пакетов ещё не записано." in school_desk.words()
    assert school_desk.enabled("make-protocol")


def test_a_document_is_saved_where_the_person_says(documents, tmp_path):
    documents.dialogs.target = tmp_path / "лист.pdf"
    documents.press("save-document")
    assert (tmp_path / "лист.pdf").read_bytes().startswith(b"%PDF-")
    assert f"Сохранено: {tmp_path / 'лист.pdf'}" in documents.words()
    assert documents.dialogs.asked[0].startswith("covering-sheet-701204-")


def test_giving_up_saves_nothing(documents, tmp_path):
    documents.press("save-document")
    assert list(tmp_path.glob("*.pdf")) == []
    assert "Сохранено:" not in documents.words()


def test_a_folder_that_is_not_there_says_so_on_the_page(documents, tmp_path):
    documents.dialogs.target = tmp_path / "gone" / "лист.pdf"
    documents.press("save-document")
    assert "В папку записать нельзя" in documents.words()


def test_a_document_opens_in_the_systems_viewer(documents, outside):
    documents.press("open-document")
    (path,) = outside.opened
    assert Path(path).read_bytes().startswith(b"%PDF-")


def test_a_deleted_document_goes_and_can_be_made_again(documents):
    documents.press("delete-document")
    assert len(documents.lines("documents")) == 5
    assert "Документ удалён." in documents.words()
    documents.press("make-covering-sheet")
    assert len(documents.lines("documents")) == 6


def test_a_document_of_older_answers_says_so(draft_desk):
    draft_desk.go(Screen.DIAGNOSIS, "zn.1.1")
    draft_desk.key("1")
    draft_desk.go(Screen.DOCUMENTS)
    old = [line for line in draft_desk.lines("documents") if "изменились" in line]
    assert any(line.startswith("Протокол") for line in old)


def test_every_page_reaches_the_printer(documents, tmp_path):
    documents.dialogs.target = tmp_path / "programme.pdf"
    documents.choose("documents", PROGRAMME)
    documents.press("save-document")
    known = PdfPages((tmp_path / "programme.pdf").read_bytes())
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pages(known, printer)
    printed = PdfPages((tmp_path / "printed.pdf").read_bytes())
    assert len(printed) == len(known)
    known.close()
    printed.close()


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_the_print_dialog_stops_nothing(documents):
    documents.choose("documents", 0)
    documents.press("print-document")
    dialog = documents.window.findChild(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


@pytest.mark.qt_log_ignore("QPainter::")
def test_a_printer_that_takes_nothing_is_told(documents, tmp_path):
    documents.dialogs.target = tmp_path / "sheet.pdf"
    documents.choose("documents", 0)
    documents.press("save-document")
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    content = (tmp_path / "sheet.pdf").read_bytes()
    assert not print_pages(PdfPages(content), printer)


@pytest.mark.parametrize("kind", ["summary", "road-map", "order"])
def test_further_documents_are_in_a_menu(documents, kind):
    action = documents.window.findChild(QAction, f"make-{kind}")
    action.trigger()
    documents.settle()
    first = documents.lines("documents")[0]
    assert first.startswith(action.text())
    assert len(pages(documents)) >= 1


def test_characters_that_no_font_has_are_named(documents):
    known = planning.programme_of(documents.workspace)
    planning.save(
        replace(known, goal="Кружок \U000103a0\U000103a1"), documents.workspace
    )
    documents.press("make-programme")
    said = documents.the(Notice, "").words
    assert said.startswith("Готово: Программа развития. 2\xa0знака не печатаются: ")
    assert "\U000103a0 (U+103A0), \U000103a1 (U+103A1)." in said
    assert "Замените их словами" in said
    documents.pick("format", "Word")
    documents.press("make-programme")
    assert documents.the(Notice, "").words == "Готово: Программа развития."


def test_the_year_of_a_yearly_report_is_in_its_name(documents):
    documents.go(Screen.DOCUMENTS, "execution-report:2028")
    documents.go(Screen.DOCUMENTS, "execution-report")
    first, second = documents.lines("documents")[:2]
    assert first.startswith("Отчёт о реализации Программы развития за 2027 год\n")
    assert second.startswith("Отчёт о реализации Программы развития за 2028 год\n")
    documents.press("save-document")
    assert documents.dialogs.asked[-1].startswith("execution-report-for-2027-701204-")

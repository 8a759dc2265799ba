"""QR codes on paper, read back by a scanner that nobody here wrote."""

import pypdfium2
import pytest
import zxingcpp

from shkola_desktop.app import reporting
from shkola_desktop.app.exchange import dispatching, identity, sending
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.documents import DocumentKind


@pytest.fixture
def workspace(place):
    with Program().workspace(place) as opened:
        yield opened


def codes(pdf):
    """Return what a scanner finds on the pages, 150 dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=150 / 72).to_pil() for page in document]
    return [found.text for page in pages for found in zxingcpp.read_barcodes(page)]


def test_the_recovery_sheet_restores_the_keys(workspace, tmp_path):
    pdf = identity.sheet(workspace)
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    (code,) = codes(pdf)
    words = workspace.keys.fingerprint()
    with Program().workspace(tmp_path / "new") as other:
        assert other.keys.fingerprint() != words
        assert identity.restore(code, other) == words


def test_the_rows_of_the_sheet_can_be_typed(workspace, tmp_path):
    page = pypdfium2.PdfDocument(identity.sheet(workspace))[0]
    lines = page.get_textpage().get_text_range().splitlines()
    rows = workspace.keys.recovery_sheet().rows
    printed = [row for row in rows if any(row in line for line in lines)]
    assert printed == list(rows)


def test_the_covering_sheet_names_its_package(workspace, tmp_path):
    (tmp_path / "stick").mkdir()
    sent = sending.send(tmp_path / "stick", workspace)
    record = reporting.make(DocumentKind.COVERING_SHEET, workspace)
    (code,) = codes(reporting.content(record.id, workspace))
    newest = dispatching.ledger(workspace)[0]
    assert newest.id == sent.sending.id
    assert code == f"shkola:{newest.id}:2:{newest.receiver}:{newest.sha256}"

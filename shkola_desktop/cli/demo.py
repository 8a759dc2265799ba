"""``shkola demo``: the whole job headless, through the use cases of the window."""

import json
from pathlib import Path

from shkola_desktop.app import (
    demo,
    diagnosing,
    editions,
    registering,
    reporting,
    scoring_file,
)
from shkola_desktop.app.exchange import sending
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import DATABASE, Program
from shkola_desktop.domain.documents import DocumentFormat, DocumentKind
from shkola_desktop.domain.errors import FolderNotWritable
from shkola_desktop.domain.scoring import score

STICK = "stick"
LABELS = {
    "database": "База данных",
    "result": "Результат (JSON)",
    "programme": "Программа развития (PDF)",
    "programme_docx": "Программа развития (Word)",
    "protocol": "Протокол самодиагностики (PDF)",
    "protocol_docx": "Протокол самодиагностики (Word)",
    "blank_form": "Бланк для заполнения на бумаге (PDF)",
    "covering_sheet": "Сопроводительный лист (PDF)",
    "package": "Пакет для района",
}
DOCUMENTS = {
    "programme": (DocumentKind.PROGRAMME, DocumentFormat.PDF),
    "programme_docx": (DocumentKind.PROGRAMME, DocumentFormat.DOCX),
    "protocol": (DocumentKind.PROTOCOL, DocumentFormat.PDF),
    "protocol_docx": (DocumentKind.PROTOCOL, DocumentFormat.DOCX),
    "blank_form": (DocumentKind.BLANK_FORM, DocumentFormat.PDF),
}


def run(folder: Path, program: Program) -> dict[str, str]:
    """Fill a workspace with the demo school and make everything of it.

    A folder that already holds a school keeps it; the documents are made anew.
    """
    stick = folder / STICK
    try:
        stick.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(folder) from error
    with program.workspace(folder) as workspace:
        if registering.school_of(workspace) is None:
            school = demo.parse(program.demo_text())
            demo.fill(school, program.demo_district(folder), workspace)
        made = {"database": str(folder / DATABASE)}
        made["result"] = str(_result(folder, workspace))
        for name, (kind, format) in DOCUMENTS.items():
            made[name] = str(_document(kind, format, folder, workspace))
        sent = sending.send(stick, workspace)
        sheet = folder / f"{DocumentKind.COVERING_SHEET.value}.pdf"
        reporting.save_as(sent.covering_sheet.id, sheet, workspace)
        made["covering_sheet"] = str(sheet)
        made["package"] = str(sent.path)
    return made


def _result(folder: Path, workspace: Workspace) -> Path:
    diagnosis = diagnosing.diagnoses_of(workspace)[0]
    form = editions.form_of(diagnosis, workspace)
    scored = scoring_file.Scored(form, score(form, diagnosis.options), ())
    path = folder / "result.json"
    text = json.dumps(scoring_file.as_dict(scored), ensure_ascii=False, indent=2)
    try:
        path.write_text(text + "\n", "utf-8")
    except OSError as error:
        raise FolderNotWritable(folder) from error
    return path


def _document(
    kind: DocumentKind, format: DocumentFormat, folder: Path, workspace: Workspace
) -> Path:
    record = reporting.make(kind, workspace, format)
    path = folder / f"{kind.value}.{format.value}"
    return reporting.save_as(record.id, path, workspace)

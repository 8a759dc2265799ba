"""An own text on its way through the real reports into the document."""

from dataclasses import replace

from shkola_desktop.app import wording
from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.report.programme.draft import programme
from shkola_desktop.report.reports import PaperReports
from tests.support.fakes import a_workspace
from tests.support.papers import FONTS, a_material, pages, run_together, texts

KEY = "results.opening"
OWN = "К концу срока поднимем всё, что наметили."


def reworded(material, workspace):
    """Return the material with own words at the beginning of the results."""
    (known,) = [
        text
        for text in wording.texts_of(material, workspace)
        if text.prepared.key == KEY
    ]
    changed = wording.reword(material.programme, KEY, OWN, known.prepared.text)
    return known, replace(material, programme=changed)


def test_an_own_text_takes_the_place_of_the_prepared_one(tmp_path):
    workspace = a_workspace(reports=PaperReports(FONTS))
    before = a_material()
    known, after = reworded(before, workspace)
    assert known.prepared.text in texts(programme(before).blocks)
    assert OWN in texts(programme(after).blocks)
    assert known.prepared.text not in texts(programme(after).blocks)
    path = tmp_path / "programme.pdf"
    path.write_bytes(workspace.reports.programme(DocumentKind.PROGRAMME, after))
    assert run_together(OWN) in run_together("".join(pages(path)))


def test_a_change_of_the_data_makes_an_own_text_outdated_and_prints_it_still():
    workspace = a_workspace(reports=PaperReports(FONTS))
    known, own = reworded(a_material(), workspace)
    longer = replace(own.programme, last_year=own.programme.last_year + 1)
    after = replace(own, programme=longer)
    (now,) = [t for t in wording.texts_of(after, workspace) if t.own is not None]
    assert now.outdated
    assert now.own.made_from == known.prepared.text
    assert now.prepared.text != known.prepared.text
    assert OWN in texts(programme(after).blocks)

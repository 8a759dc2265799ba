"""Prepared texts: listed for a screen, printed in the school's own words."""

from shkola_desktop.domain.programme import PassportRow
from shkola_desktop.domain.programme_parts import (
    OwnText,
    PreparedText,
    Swot,
    Target,
)
from shkola_desktop.report.document import Paragraph
from shkola_desktop.report.programme.draft import programme
from shkola_desktop.report.programme.plan import plan_of
from shkola_desktop.report.programme.prepared import TITLES, prepared_texts
from shkola_desktop.report.programme.results import results
from tests.support.builders import a_deficit, a_programme, a_school
from tests.support.papers import (
    BEST,
    a_material,
    a_plan,
    a_template,
    cells,
    tables,
    texts,
)

FULL = {
    "swot": Swot(strengths=("коллектив",)),
    "targets": (Target("Охват", "%", "64", ("70",)),),
}
EMPTY = {"deficits": (), "risks": (), "monitoring": ()}


def with_control():
    return a_template(passport=(PassportRow("control", "Управление"),))


def materials():
    """Programmes that print every prepared text between them."""
    template = with_control()
    yield a_material(template=template, programme=a_programme(**FULL))
    yield a_material(BEST, template=template, programme=a_programme(**EMPTY))


def listed(material):
    return prepared_texts(plan_of(material))


def printed(material):
    """Return every text of the document, those in tables too."""
    blocks = programme(material).blocks
    in_cells = [cell for t in tables(blocks) for row in cells(t) for cell in row]
    return [*texts(blocks), *in_cells]


def test_a_prepared_text_is_listed_with_section_title_and_words():
    (opening,) = [t for t in prepared_texts(a_plan()) if t.key == "results.opening"]
    assert opening == PreparedText(
        "results.opening",
        "5 Раздел results",
        "Начало раздела",
        "К концу 2030 года каждый показатель, по которому запланированы мероприятия, "
        "поднимается на одно значение. Остальные показатели сохраняются на "
        "достигнутом уровне.",
    )


def test_every_title_is_of_a_text_that_is_printed_and_the_other_way_round():
    assert {t.key for m in materials() for t in listed(m)} == set(TITLES)


def test_every_listed_text_is_printed_as_it_is_listed():
    for material in materials():
        said = printed(material)
        for text in listed(material):
            assert text.text in said, text.key


def test_every_listed_text_can_be_said_in_own_words():
    for material, fields in zip(materials(), (FULL, EMPTY), strict=True):
        own = tuple(
            OwnText(t.key, f"Своими словами: {t.key}", t.text) for t in listed(material)
        )
        changed = a_material(
            BEST if fields is EMPTY else None,
            template=with_control(),
            programme=a_programme(**fields, own_texts=own),
        )
        said = printed(changed)
        for text in own:
            assert said.count(text.text) == 1, text.key
            assert text.made_from not in said


def test_the_list_tells_what_is_prepared_whatever_the_school_says():
    own = (OwnText("results.opening", "Поднимем всё.", ""),)
    changed = a_plan(programme=a_programme(own_texts=own))
    assert prepared_texts(changed) == prepared_texts(a_plan())


def test_own_words_may_have_several_paragraphs_or_none():
    two = (OwnText("results.opening", "Первый.\n\n Второй. ", ""),)
    plan = a_plan(programme=a_programme(own_texts=two))
    assert results(plan)[:2] == (Paragraph("Первый."), Paragraph("Второй."))
    none = (OwnText("results.opening", "  ", ""),)
    assert texts(results(a_plan(programme=a_programme(own_texts=none)))) == []


def test_own_words_for_what_is_not_printed_are_kept_silent():
    stale = (OwnText("analysis.swot", "Наш анализ.", ""),)
    material = a_material(
        school=a_school(pupils=None),
        programme=a_programme(deficits=(a_deficit(),), own_texts=stale),
    )
    assert "Наш анализ." not in printed(material)


def test_the_text_about_swot_is_listed_only_where_something_is_printed():
    def keys(swot):
        return {t.key for t in listed(a_material(programme=a_programme(swot=swot)))}

    assert "analysis.swot" in keys(Swot(threats=("дороги",)))
    assert "analysis.swot" not in keys(Swot())
    assert "analysis.swot" not in keys(Swot(strengths=(" ",), threats=("",)))

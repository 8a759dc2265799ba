"""Which indicators a variant of school is asked."""

import pytest

from shkola_desktop.domain.applying import form_for, title_of, variant_of
from shkola_desktop.domain.errors import VariantUnknown
from shkola_desktop.domain.form import Variant
from tests.support.builders import an_edition, an_indicator


def codes(kind, programmes, *, ovz):
    edition = an_edition()
    form = form_for(edition, variant_of(edition, kind, programmes, ovz=ovz))
    return [i.code for i in form.indicators]


def test_a_variant_gets_only_what_applies():
    assert codes("mainstream", ("noo",), ovz=False) == [
        "a.1.1",
        "a.1.2",
        "b.1.1",
        "b.1.2",
    ]
    assert "a.2.1" in codes("mainstream", ("noo", "ooo", "soo"), ovz=False)
    assert "a.2.2" in codes("mainstream", ("noo",), ovz=True)
    assert "b.1.2" not in codes("correctional", ("noo",), ovz=True)


def test_a_criterion_without_indicators_disappears():
    edition = an_edition()
    form = form_for(edition, Variant("mainstream", ("noo",), ovz=False))
    assert [c.code for c in form.criteria] == ["a.1", "b.1"]


def test_the_order_of_programmes_does_not_matter():
    edition = an_edition()
    found = variant_of(edition, "mainstream", ("ooo", "noo"), ovz=False)
    assert found.code == "mainstream/noo+ooo/no-ovz"


@pytest.mark.parametrize(
    ("kind", "programmes", "ovz"),
    [
        ("private", ("noo",), False),
        ("mainstream", ("noo", "soo"), False),
        ("mainstream", (), False),
        ("mainstream", ("spo",), False),
        ("correctional", ("noo",), False),
    ],
)
def test_an_unknown_variant_is_refused(kind, programmes, ovz):
    with pytest.raises(VariantUnknown):
        variant_of(an_edition(), kind, programmes, ovz=ovz)


def test_the_title_is_filled_from_the_pattern():
    edition = an_edition()
    variant = variant_of(edition, "correctional", ("noo", "ooo"), ovz=True)
    assert title_of(edition, variant) == "Самодиагностика коррекционной школы: НОО, ООО"


def test_names_follow_the_kind_of_school():
    indicator = an_indicator("a.1.1", names_by_kind={"correctional": "Другое имя"})
    edition = an_edition()
    direction = edition.directions[0]
    criterion = direction.criteria[0]
    changed = type(criterion)(criterion.code, criterion.name, (indicator,))
    first = type(direction)(direction.code, direction.name, direction.kind, (changed,))
    edition = an_edition(directions=(first,))
    variant = variant_of(edition, "correctional", ("noo",), ovz=True)
    assert form_for(edition, variant).indicators[0].name == "Другое имя"

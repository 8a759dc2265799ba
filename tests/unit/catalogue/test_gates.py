"""A table of broken files: every fault is named with its file, place and cure."""

import shutil

import pytest

from shkola_desktop.catalogue.store import FormsFolder
from shkola_desktop.domain.errors import FormError, NoSuchEdition
from shkola_desktop.host.assets import asset

FIRST = "01-znanie.yaml"
EDITION = "edition.yaml"

BROKEN = [
    (FIRST, "id: znanie", "id: [znanie", "yaml-syntax"),
    (FIRST, "id: znanie", "id: znanie\nid: other", "yaml-key-twice"),
    (FIRST, "id: znanie", "id: &a znanie\nnick: *a", "yaml-alias"),
    (FIRST, 'name: "Знание"', 'name: "Знание"\nnick: "z"', "key-unknown"),
    (FIRST, 'name: "Знание"\n', "", "key-missing"),
    (FIRST, 'name: "Знание"', "name: 5", "type-text"),
    (FIRST, 'name: "Знание"', 'name: ""', "text-empty"),
    (FIRST, "points: 3", 'points: "3"', "type-number"),
    (FIRST, "points: 3", "points: -1", "out-of-range"),
    (FIRST, "critical: false", "critical: 0", "type-flag"),
    (FIRST, "id: znanie", "id: Знание", "bad-code"),
    (FIRST, "kind: magistral_direction", "kind: other", "direction-kind-unknown"),
    (FIRST, "id: zn.1.2", "id: zn.1.1", "code-twice"),
    (FIRST, "confidence: medium", "confidence: maybe", "confidence-unknown"),
    (FIRST, "{id: o0, points: 0", "{id: o0, points: 1", "zero-missing"),
    (FIRST, "{id: o1, points: 1", "{id: o0, points: 1", "code-twice"),
    (FIRST, 'proof: "', 'proof: "–" # "', "help-short"),
    (FIRST, "correctional:", "boarding:", "kind-unknown"),
    (EDITION, "  - {id: soo", "  - {id: spo", "programme-unknown"),
    (EDITION, "medium: 60", "medium: 35", "levels-not-growing"),
    (EDITION, "medium: 60", "best: 60", "level-unknown"),
    (EDITION, "basic: 35", "basic: 350", "out-of-range"),
    (EDITION, "{programmes}", "", "pattern-field"),
    (EDITION, "count: after_zeroing", "count: never", "not-allowed"),
    (EDITION, "format: 1", "format: 9", "not-allowed"),
    (EDITION, "- 01-znanie.yaml", "- 99-none.yaml", "file-missing"),
    (EDITION, "- 01-znanie.yaml", "- ../x.yaml", "file-name"),
    (
        EDITION,
        "official: []",
        "official: [{variant: mainstream/noo/no-ovz, levels: {basic: 9000}}]",
        "threshold-too-high",
    ),
    (
        EDITION,
        "official: []",
        "official: [{variant: nowhere, levels: {basic: 1}}]",
        "variant-unknown",
    ),
    ("scenarios.yaml", "total: 0", "total: 1", "scenario-differs"),
    ("scenarios.yaml", "kind: mainstream", "kind: nowhere", "scenario-variant"),
]


@pytest.fixture
def forms(tmp_path):
    """A copy of forms/ that a test may break."""
    shutil.copytree(asset("forms"), tmp_path / "forms")
    return tmp_path / "forms"


def spoil(file, old, new):
    text = file.read_text("utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(("name", "old", "new", "rule"), BROKEN)
def test_a_broken_file_is_named_with_place_and_cure(forms, name, old, new, rule):
    spoil(forms / "smp-2024" / name, old, new)
    problems = FormsFolder(forms).check()
    found = [p for p in problems if p.rule == rule]
    assert found, [p.rule for p in problems]
    assert found[0].what
    assert found[0].cure
    assert "{found}" not in found[0].what + found[0].cure


def test_every_fault_is_told_at_once(forms):
    spoil(forms / "smp-2024" / FIRST, "points: 3", "points: -1")
    spoil(forms / "smp-2024" / FIRST, 'name: "Знание"', 'name: ""')
    spoil(forms / "smp-2024" / "02-zdorovie.yaml", "critical: false", "critical: 0")
    rules = {problem.rule for problem in FormsFolder(forms).check()}
    assert {"out-of-range", "text-empty", "type-flag"} <= rules


def test_a_pack_with_faults_is_not_loaded(forms):
    spoil(forms / "smp-2024" / FIRST, "points: 3", "points: -1")
    with pytest.raises(FormError) as caught:
        FormsFolder(forms).edition("smp-2024")
    assert caught.value.problems[0].file == FIRST


def test_an_unknown_edition_names_the_known_ones(forms):
    with pytest.raises(NoSuchEdition) as caught:
        FormsFolder(forms).edition("smp-2030")
    assert caught.value.known == ("smp-2024",)


CLIMBS = "    resource: none\n    climbs:"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("criterion: zn.1", "criterion: zn.9", "criterion-unknown"),
        ("- zn.1.2", "- zn.9.9", "indicator-unknown"),
        ("    resource: none", "    resource: gold", "not-allowed"),
        ("    resource: none", f"{CLIMBS} [1, 3, 3]", "climbs-not-growing"),
        ("    resource: none", f"{CLIMBS} [0, 3]", "out-of-range"),
        ("    resource: none", f"{CLIMBS} [1, 101]", "out-of-range"),
    ],
)
def test_the_bank_is_checked_against_the_form(forms, old, new, rule):
    path = forms / "measures.yaml"
    text = path.read_text("utf-8")
    if old not in text and "[" in text:
        old, new = old.replace("- ", "["), new.replace("- ", "[")
    spoil(path, old, new)
    assert rule in {problem.rule for problem in FormsFolder(forms).check()}


CAUSE = '{text: "нет ставки советника", indicators: [vs.1.4]}'


@pytest.mark.parametrize(
    ("new", "rule"),
    [
        ('{text: "нет ставки советника", indicators: [vs.9.9]}', "indicator-unknown"),
        ('{text: "", indicators: [vs.1.4]}', "text-empty"),
        ('{text: "нет ставки советника"}', "key-missing"),
        ('{text: "нет ставки", indicator: [vs.1.4]}', "key-unknown"),
        ("[vs.1.4]", "type-text"),
    ],
)
def test_a_cause_of_some_indicators_is_checked_too(forms, new, rule):
    spoil(forms / "measures.yaml", CAUSE, new)
    assert rule in {problem.rule for problem in FormsFolder(forms).check()}


def test_a_cause_may_be_of_every_indicator_or_of_some(forms):
    spoil(forms / "measures.yaml", CAUSE, '"нет ставки советника"')
    assert FormsFolder(forms).check() == ()
    known = FormsFolder(forms).bank().criterion("vs.1").internal_causes
    (cause,) = [c for c in known if c.text == "нет ставки советника"]
    assert cause.suits("vs.1.9")


def test_a_changed_word_changes_the_hash(forms):
    before = FormsFolder(forms).edition("smp-2024").hash
    spoil(forms / "smp-2024" / FIRST, 'name: "Знание"', 'name: "Знания"')
    assert FormsFolder(forms).edition("smp-2024").hash != before


def test_a_comment_in_a_file_does_not_change_the_hash(forms):
    before = FormsFolder(forms).edition("smp-2024").hash
    spoil(forms / "smp-2024" / FIRST, "id: znanie", "id: znanie  # a note")
    assert FormsFolder(forms).edition("smp-2024").hash == before

"""The examples in forms/README.md are read like real files."""

import re
import shutil

import pytest

from shkola_desktop.catalogue.store import FormsFolder
from shkola_desktop.host.assets import asset


@pytest.fixture
def forms(tmp_path):
    shutil.copytree(asset("forms"), tmp_path / "forms")
    return tmp_path / "forms"


@pytest.fixture
def examples():
    text = (asset("forms") / "README.md").read_text("utf-8")
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)


def test_the_indicator_passes_every_gate(forms, examples):
    path = forms / "smp-2024" / "02-zdorovie.yaml"
    text = path.read_text("utf-8")
    start = text.index("      - id: zd.1.1\n")
    end = text.index("      - id: zd.1.2\n")
    indented = "".join(f"      {line}\n" for line in examples[0].splitlines())
    path.write_text(text[:start] + indented + "\n" + text[end:], "utf-8")
    found = FormsFolder(forms)
    assert found.check() == ()
    first = found.edition("smp-2024").indicators
    asked = next(i.help.asked for i in first if i.code == "zd.1.1")
    assert asked == "Все ли ученики 1–4 классов получают бесплатное горячее питание?"


def test_the_official_thresholds_pass_and_are_used(forms, examples):
    path = forms / "smp-2024" / "edition.yaml"
    text = path.read_text("utf-8")
    lines = examples[1].splitlines()
    indented = "\n".join(f"  {line}" for line in lines)
    changed = re.sub(r"  official: \[\].*", lambda _: indented, text)
    path.write_text(changed, "utf-8")
    edition = FormsFolder(forms).edition("smp-2024")
    assert [s.direction for s in edition.official] == [None, "znanie"]
    assert [t.points for t in edition.official[1].thresholds] == [15, 26, 37]
    wrong = {p.rule for p in FormsFolder(forms).check()}
    # the recorded scenarios were counted on the orientation scale
    assert wrong <= {"scenario-differs"}


def test_the_effort_of_a_measure_passes_and_is_used(forms, examples):
    path = forms / "measures.yaml"
    text = path.read_text("utf-8")
    (climbs,) = [example for example in examples if example.startswith("climbs:")]
    resource = "        resource: none\n"
    before, _, after = text.partition(resource)
    path.write_text(f"{before}{resource}        {climbs}{after}", "utf-8")
    found = FormsFolder(forms)
    assert found.check() == ()
    measures = [m for c in found.bank().criteria for m in c.measures if m.climbs]
    assert [m.climbs for m in measures] == [(1, 2, 8)]

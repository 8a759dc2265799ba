"""Check a programme before a reviewer does; leave a finding alone with a reason."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from shkola_desktop.app.material import gather
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.errors import ReasonMissing
from shkola_desktop.domain.expectations import expectations, expected_options
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.programme_parts import Ignored
from shkola_desktop.domain.scoring import score
from shkola_desktop.domain.self_check.check import Checked, check
from shkola_desktop.domain.self_check.finding import Finding
from shkola_desktop.domain.self_check.material import Material
from shkola_desktop.words import plans
from shkola_desktop.words.self_check_lexicon import LEXICON


def checked(workspace: Workspace, pages: int | None = None) -> Checked:
    """Check the school's newest programme; ``pages`` where its length is known.

    Raises:
        NoSuchProgramme: there is no programme yet.
    """
    return check(material_of(gather(workspace), pages))


def material_of(paper: ProgrammeMaterial, pages: int | None = None) -> Material:
    """Return what the rules judge, with the generated texts."""
    return Material(
        paper=paper,
        today=paper.made_at.astimezone().date(),
        prepared=prepared_texts(paper),
        lexicon=LEXICON,
        pages=pages,
    )


def prepared_texts(paper: ProgrammeMaterial) -> Mapping[str, str]:
    """Return the texts that are printed where the school wrote none, by place."""
    programme, form, now = paper.programme, paper.form, paper.result
    options = paper.diagnosis.options
    expected = expectations(form, options, programme)
    planned = score(form, expected_options(options, expected))
    by_deficit = {e.deficit.code: e for e in expected}
    tasks = plans.direction_tasks(form, programme, now, planned)
    texts = {
        "passport:goal": plans.goal(programme, form, now, planned),
        "passport:tasks": "\n".join(f"«{name}»: {text}" for name, text in tasks),
        "passport:period": plans.period_named(programme),
    }
    for deficit in programme.included:
        expectation = by_deficit.get(deficit.code)
        texts[f"task:{deficit.code}"] = plans.task(deficit, expectation)
    return MappingProxyType(texts)


def ignore(finding: Finding, reason: str, programme: Programme) -> Programme:
    """Return the programme that leaves a finding alone; the last reason counts.

    Raises:
        ReasonMissing: nobody said why.
    """
    if not reason.strip():
        raise ReasonMissing
    left = Ignored(finding.rule, finding.place, reason.strip())
    cleared = no_longer_ignored(finding, programme)
    return replace(cleared, ignored=(*cleared.ignored, left))


def no_longer_ignored(finding: Finding, programme: Programme) -> Programme:
    """Return the programme that takes a finding seriously again."""
    kept = tuple(
        one
        for one in programme.ignored
        if (one.rule, one.place) != (finding.rule, finding.place)
    )
    return replace(programme, ignored=kept)

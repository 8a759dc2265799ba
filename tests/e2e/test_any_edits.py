"""Any edits, undone and redone in any order, end in a true document."""

import re
from dataclasses import replace
from io import BytesIO
from types import MappingProxyType

import docx
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from shkola_desktop.app import versions, wording
from shkola_desktop.app.versions import Versions, Written
from shkola_desktop.domain.programme import Cause, Member
from shkola_desktop.domain.programme_parts import (
    Change,
    PlannedMonitoring,
    PlannedRisk,
    Swot,
    Target,
)
from shkola_desktop.domain.school_info import SchoolInfo
from shkola_desktop.report.docx.render import render as render_word
from shkola_desktop.report.pdf.render import render
from shkola_desktop.report.programme.draft import programme as document
from tests.support.builders import NOON, a_measure, a_programme
from tests.support.papers import (
    CODES,
    FONTS,
    a_material,
    outlined,
    output,
    pages,
    run_together,
    word_texts,
    words_outside,
)

LENGTHS = (1, 3, 30, 150)
"""Words of an edit: from one to more than a page of a narrow column."""


def programme_edit(change):
    """Return an edit of a written state out of one of its programme."""
    return lambda written, text: replace(
        written, programme=change(written.programme, text)
    )


def info_edit(**fields):
    return lambda written, text: replace(
        written,
        info=replace(
            written.info,
            **{name: made(text, written.info) for name, made in fields.items()},
        ),
    )


def of_deficit(**fields):
    def change(programme, text):
        first = programme.deficits[0]
        made = {name: value(text, first) for name, value in fields.items()}
        return programme.with_deficit(replace(first, **made))

    return programme_edit(change)


def field(**fields):
    return programme_edit(
        lambda programme, text: replace(
            programme, **{name: made(text, programme) for name, made in fields.items()}
        )
    )


def section(code):
    return field(texts=lambda t, p: MappingProxyType({**p.texts, code: t}))


def measured(name):
    return of_deficit(
        measures=lambda t, d: (replace(d.measures[0], **{name: t}), *d.measures[1:])
    )


EDITS = (
    field(goal=lambda t, _: t),
    field(team=lambda t, p: (*p.team, Member(t, t, leads=not p.team))),
    field(swot=lambda t, p: Swot((*p.swot.strengths, t), (t,), (t,), (t,))),
    field(risks=lambda t, p: (*(p.risks or ()), PlannedRisk(t, t, t))),
    field(monitoring=lambda t, _: (PlannedMonitoring(t, t, t, t, t),)),
    field(finance=lambda t, p: (*(p.finance or ()), t)),
    field(targets=lambda t, p: (*p.targets, Target(t, "ед.", "1", ("2",) * 4))),
    field(changes=lambda t, p: (*p.changes, Change(NOON.date(), t, t))),
    *(section(code) for code in CODES),
    of_deficit(text=lambda t, _: t),
    of_deficit(task=lambda t, _: t),
    of_deficit(causes=lambda t, d: (*d.causes, Cause(t, external=len(t) % 2 > 0))),
    of_deficit(measures=lambda t, d: (*d.measures, a_measure(id=f"m-{t[:5]}", text=t))),
    *(measured(name) for name in ("text", "result", "responsible", "finance")),
    programme_edit(lambda p, t: wording.reword(p, "results.opening", t, "прежний")),
    info_edit(surroundings=lambda t, _: t),
    info_edit(achievements=lambda t, i: (*i.achievements, t)),
)
STEPS = st.one_of(
    st.tuples(st.sampled_from(range(len(EDITS))), st.sampled_from(LENGTHS)),
    st.sampled_from(["undo", "redo"]),
)


def played(steps):
    """Return what is written after the steps, and what was before each of them."""
    state = Versions(Written(a_programme(), SchoolInfo()))
    word = 0
    for step in steps:
        match step:
            case "undo":
                state, _ = versions.stepped_back(state)
            case "redo":
                state, _ = versions.stepped_forward(state)
            case edit, length:
                text = " ".join(f"ж{n:04}" for n in range(word, word + length))
                word += length
                written = EDITS[edit](state.now, text)
                state = versions.changed(state, written, "place")
    return state


def typed(written):
    return sorted(set(re.findall(r"ж\d{4}", repr(written))))


@settings(
    max_examples=6,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(STEPS, min_size=4, max_size=16))
def test_any_edits_and_undos_end_in_a_true_document(tmp_path_factory, steps):
    now = played(steps).now
    made = document(a_material(programme=now.programme, info=now.info))
    path = tmp_path_factory.mktemp("edits") / "programme.pdf"
    path.write_bytes(render(made, FONTS))
    printed = output("pdftotext", "-raw", path, "-").lower()
    assert [word for word in typed(now) if word not in printed] == []
    assert words_outside(path) == []
    read = [run_together(page) for page in pages(path)]
    contents = read[1].replace(".", "")
    for _, title, page in outlined(path):
        assert run_together(title) in read[page - 1], (title, page)
        assert f"{run_together(title)}{page}".replace(".", "") in contents
    word = docx.Document(BytesIO(render_word(made, FONTS)))
    told = "\n".join(word_texts(word)).lower()
    assert [one for one in typed(now) if one not in told] == []


@settings(max_examples=50, deadline=None)
@given(st.lists(STEPS, max_size=40))
def test_what_was_undone_can_be_redone_to_the_letter(steps):
    state = played(steps)
    back, depth = state, len(state.past)
    for _ in range(depth):
        back, _ = versions.stepped_back(back)
    assert back.past == ()
    for _ in range(depth):
        back, _ = versions.stepped_forward(back)
    assert back == state

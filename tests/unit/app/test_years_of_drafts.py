"""Drafts of weak schools: no year rises too steeply, and their terms say the same."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest

from shkola_desktop.app import (
    answering,
    checking,
    diagnosing,
    drafting,
    planning,
    registering,
)
from shkola_desktop.app import editions as forms_of
from shkola_desktop.app.outlook import outlook_of
from shkola_desktop.catalogue.store import FormsFolder
from shkola_desktop.host.assets import asset
from tests.support.builders import a_school
from tests.support.fakes import a_workspace

FORMS = FormsFolder(asset("forms"))


def drafted(choose):
    """Return a workspace with the draft of a school; ``choose`` answers for it."""
    workspace = a_workspace(catalogue=FORMS)
    school = a_school(programmes=("noo", "ooo"))
    registering.save_school(school, workspace)
    diagnosis = diagnosing.start(2026, workspace)
    for indicator in forms_of.form_of(diagnosis, workspace).indicators:
        option = choose(indicator)
        answering.answer(diagnosis.id, indicator.code, option.id, workspace)
    drafting.draft(diagnosis.id, workspace)
    return workspace


def worst(indicator):
    return min(indicator.options, key=lambda option: option.points)


def best(indicator):
    return max(indicator.options, key=lambda option: option.points)


def growths(workspace):
    outlook = outlook_of(workspace)
    totals = [outlook.material.result.total]
    totals += [outlook.until(year).total for year in outlook.programme.years]
    return [after - now for now, after in pairwise(totals)]


def found(workspace, rule):
    return [f.place for f in checking.checked(workspace).findings if f.rule == rule]


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8])
def test_a_weak_school_rises_step_by_step(share):
    chance = random.Random(1)  # noqa: S311  # the same school every time

    def weak(indicator):
        if indicator.critical or chance.random() > share:
            return worst(indicator)
        return best(indicator)

    workspace = drafted(weak)
    outlook = outlook_of(workspace)
    limit = outlook.planned.maximum * 30 // 100
    assert max(growths(workspace)) <= limit
    assert min(growths(workspace)) >= 0
    assert found(workspace, "M5") == []
    # worked on in the first year, and no term leaves the period
    assert found(workspace, "L5") == []
    assert found(workspace, "T1") == []


def test_everything_but_the_critical_zeros_is_held_back_and_opens_year_by_year():
    workspace = drafted(lambda i: worst(i) if i.critical else best(i))
    outlook = outlook_of(workspace)
    assert outlook.material.result.total < outlook.planned.total // 4
    assert found(workspace, "M5") == []
    years = {expected.year for expected in outlook.lifted}
    assert years == {2027, 2028, 2029, 2030}


def test_what_is_lifted_later_begins_later():
    workspace = drafted(lambda i: worst(i) if i.critical else best(i))
    outlook = outlook_of(workspace)
    for expected in outlook.lifted:
        terms = [m.term for m in expected.deficit.measures]
        assert all(term.strip() for term in terms)
        if expected.year == 2027:
            continue
        assert not any(term.startswith("1-й год") for term in terms[1:]), terms


def test_a_deficit_added_afterwards_begins_when_the_plan_has_room_for_it():
    workspace = drafted(lambda i: worst(i) if i.critical else best(i))
    outlook = outlook_of(workspace)
    programme = outlook.programme
    late = next(e for e in outlook.lifted if e.year == 2030).deficit
    others = tuple(d for d in programme.deficits if d.code != late.code)
    shortfall = outlook.shortfall(late)
    without = replace(programme, deficits=others)
    *kept, added = planning.with_shortfall(without, shortfall, workspace).deficits
    assert tuple(kept) == others
    assert [m.term for m in added.measures] == [m.term for m in late.measures]
    assert not any(m.term.startswith("1-й год") for m in added.measures[1:])

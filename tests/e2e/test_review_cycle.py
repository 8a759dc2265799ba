"""Handed in, returned with remarks, answered, corrected, accepted: on real packages."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from shkola_desktop.app import answering, demo, diagnosing, offices
from shkola_desktop.app.campaign import campaign
from shkola_desktop.app.exchange import confirming, looking, receiving, sending
from shkola_desktop.app.exchange.looking import State
from shkola_desktop.app.exchange.sending_reviews import send_reviews
from shkola_desktop.app.remarks import deciding, writing
from shkola_desktop.app.remarks.dossier import dossier
from shkola_desktop.app.remarks.own import own_review
from shkola_desktop.app.remarks.writing import Spot
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.package import Correspondent, SendingState
from shkola_desktop.domain.review import PlaceKind, Standing, Thread

DISTRICT = Office("7012", "Управление образования", Role.DISTRICT, "70", "Область")


@dataclass(frozen=True)
class Pair:
    """A school and its district on two computers, and the stick between them."""

    school: Workspace
    district: Workspace
    stick: Path
    key: SchoolId
    code: str

    @property
    def year(self) -> int:
        return self.district.clock.now().astimezone().year

    def standings(self) -> tuple[Standing, Standing]:
        (state,) = campaign(self.district, self.year).schools
        return state.standing, own_review(self.school).standing

    def hand_in(self) -> None:
        sending.send(self.stick, self.school)
        read(self.stick, self.district)

    def review(self) -> None:
        send_reviews({self.key}, self.stick, self.district)
        read(self.stick, self.school)


def read(stick: Path, workspace: Workspace) -> receiving.Acceptance:
    """Take in what lies on the stick for this workspace; strangers' words fit."""
    found = looking.scan(stick, workspace).found
    own = [one for one in found if _for(workspace, one)]
    candidates = looking.look_through(own, workspace)
    trusted = looking.ids_of(candidates, State.STRANGER)
    return receiving.accept(candidates, workspace, receiving.Wish(trusted=trusted))


def _for(workspace: Workspace, looked) -> bool:
    owner = offices.owner_of(workspace)
    return looked.header is not None and looked.header.receiver == owner.code


def said(threads: tuple[Thread, ...]) -> list[list[tuple]]:
    return [
        [(e.id, e.number, e.kind, e.side, e.place, e.text) for e in thread.entries]
        for thread in threads
    ]


@pytest.fixture
def pair(tmp_path) -> Iterator[Pair]:
    program = Program()
    known = demo.parse(program.demo_text())
    code = known.school.code
    key = SchoolId(f"70/{DISTRICT.code}/{code}")
    entry = replace(
        known.school,
        id=key,
        district_code=DISTRICT.code,
        district=DISTRICT.name,
        region=DISTRICT.region_name,
    )
    own = replace(known.school, district_code=DISTRICT.code, district=DISTRICT.name)
    stick = tmp_path / "stick"
    stick.mkdir()
    with ExitStack() as stack:
        school = stack.enter_context(program.workspace(tmp_path / "school"))
        district = stack.enter_context(program.workspace(tmp_path / "district"))
        offices.save_office(DISTRICT, district)
        with district.open_work() as work:
            work.schools.put(entry)
            work.commit()
        demo.fill(replace(known, school=own), district.keys.public(), school)
        with school.open_work() as work:
            keys = district.keys.public()
            work.correspondents.put(Correspondent(DISTRICT.code, DISTRICT.name, keys))
            work.commit()
        yield Pair(school, district, stick, key, code)


def test_a_review_comes_to_the_same_end_on_both_sides(pair):
    pair.hand_in()
    assert pair.standings() == (Standing.HANDED_IN, Standing.HANDED_IN)
    looked_at = dossier(pair.key, pair.year, pair.district)
    first, second = list(looked_at.form.indicators)[:2]
    id = looked_at.diagnosis.id
    remarks = [
        writing.remark(
            Spot(pair.key, id, PlaceKind.INDICATOR, indicator.code), text, pair.district
        )
        for indicator, text in ((first, "Нет приказа."), (second, "Проверьте число."))
    ]
    deciding.give_back(pair.key, pair.year, pair.district, "Поправьте два показателя.")
    pair.review()
    assert pair.standings() == (Standing.RETURNED, Standing.RETURNED)

    seen = own_review(pair.school)
    assert [t.first.text for t in seen.open] == ["Нет приказа.", "Проверьте число."]
    writing.reply(seen.school, remarks[0].id, "Приказ приложен.", pair.school)
    diagnosing.reopen(id, seen.decision.comment, pair.school)
    answering.comment(id, first.code, "Приказ № 5 от 1 сентября", pair.school)
    diagnosing.complete(id, pair.school)
    pair.hand_in()
    assert pair.standings() == (Standing.HANDED_IN, Standing.HANDED_IN)
    looked_at = dossier(pair.key, pair.year, pair.district)
    assert list(looked_at.changed) == [first.code]
    assert [t.answered for t in looked_at.threads] == [True, False]

    for remark in remarks:
        writing.resolve(pair.key, remark.id, pair.district)
    deciding.accept(pair.key, pair.year, pair.district)
    pair.review()
    assert pair.standings() == (Standing.ACCEPTED, Standing.ACCEPTED)
    seen, looked_at = (
        own_review(pair.school),
        dossier(pair.key, pair.year, pair.district),
    )
    assert said(seen.threads) == said(looked_at.threads)
    assert not seen.open
    assert looked_at.unsent == 0


def test_any_step_twice_changes_nothing(pair):
    pair.hand_in()
    id = dossier(pair.key, pair.year, pair.district).diagnosis.id
    spot = Spot(pair.key, id, PlaceKind.WHOLE)
    for _ in range(2):
        writing.remark(spot, "Нет подписей.", pair.district)
        deciding.give_back(pair.key, pair.year, pair.district)
        pair.review()
    seen = own_review(pair.school)
    assert (len(seen.threads), seen.standing) == (1, Standing.RETURNED)
    before = said(seen.threads)
    assert all(
        o.state is receiving.OutcomeState.ALREADY
        for o in read(pair.stick, pair.school).outcomes
    )
    for _ in range(2):
        writing.reply(seen.school, seen.threads[0].first.id, "Есть.", pair.school)
    pair.hand_in()
    read(pair.stick, pair.district)
    (thread,) = dossier(pair.key, pair.year, pair.district).threads
    assert said((thread,))[0][:1] == before[0]
    assert [e.text for e in thread.entries] == ["Нет подписей.", "Есть."]


def test_the_receipt_tells_the_school_that_it_arrived(pair):
    pair.hand_in()
    receivings = receiving.received(pair.district)
    confirming.write_receipts(receivings, pair.stick, pair.district)
    read(pair.stick, pair.school)
    with pair.school.open_reading() as work:
        states = [s.state for s in work.sendings.list()]
    assert states == [SendingState.DELIVERED]

"""Packages of a review: what they carry, what is unsent, and that all sides agree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shkola_desktop.app.campaign import campaign
from shkola_desktop.app.exchange.sending_reviews import send_reviews
from shkola_desktop.app.remarks import deciding, writing
from shkola_desktop.app.remarks.own import own_review
from shkola_desktop.app.remarks.waiting import waiting
from shkola_desktop.app.remarks.writing import Spot
from shkola_desktop.domain.contents import Average
from shkola_desktop.domain.errors import Cancelled, ShkolaError, UserError
from shkola_desktop.domain.review import PlaceKind, Standing, threads
from tests.support.desks import KEY, STICK, YEAR, deliver, three_desks


def unsent(seat):
    (found,) = waiting(seat.workspace).schools
    return found.unsent


def a_remark(desks, seat, text="Нет приказа."):
    spot = Spot(KEY, desks.diagnosis, PlaceKind.INDICATOR, "a.1.1")
    return writing.remark(spot, text, seat.workspace)


def test_what_was_not_sent_is_counted_until_a_package_is_written(handed_in):
    district = handed_in.district
    assert unsent(district) == 0
    a_remark(handed_in, district)
    decision = deciding.give_back(KEY, YEAR, district.workspace)
    assert unsent(district) == 2
    header, content = handed_in.review(district)
    assert (len(content.entries), len(content.decisions)) == (1, 1)
    assert unsent(district) == 0
    with district.workspace.open_reading() as work:
        (kept,) = work.reviews.decisions(KEY)
    assert (kept.id, kept.package) == (decision.id, header.id)


def test_an_answer_of_the_school_is_nothing_to_send_back(handed_in):
    remark = a_remark(handed_in, handed_in.district)
    deliver(handed_in.review(handed_in.district), handed_in.school)
    writing.reply("s1", remark.id, "Приложили.", handed_in.school.workspace)
    deliver(handed_in.hand_in(), handed_in.district)
    (found,) = waiting(handed_in.district.workspace).schools
    assert (found.unsent, found.open, found.answered, found.waits) == (0, 1, 1, True)


def test_a_school_without_a_key_is_told_and_not_written_to(handed_in):
    a_remark(handed_in, handed_in.district)
    with handed_in.district.workspace.open_work() as work:
        from shkola_desktop.domain.package import Correspondent

        work.correspondents.put(Correspondent("701204", "Тихореченская ООШ"))
        work.commit()
    sent = send_reviews({KEY}, STICK, handed_in.district.workspace)
    assert (sent.written, sent.keyless) == ((), ("Тихореченская ООШ",))
    assert unsent(handed_in.district) == 1


def test_a_stopped_writing_leaves_the_rest_unsent(handed_in):
    a_remark(handed_in, handed_in.district)
    with pytest.raises(Cancelled):
        send_reviews({KEY}, STICK, handed_in.district.workspace, stop=lambda: True)
    assert unsent(handed_in.district) == 1


def test_the_region_writes_to_the_district_which_passes_it_on(handed_in):
    a_remark(handed_in, handed_in.region, "Проверьте протокол.")
    header, content = handed_in.review(handed_in.region)
    assert header.receiver == "7012"
    assert unsent(handed_in.region) == 0
    deliver((header, content), handed_in.district)
    assert unsent(handed_in.district) == 1
    deliver(handed_in.review(handed_in.district), handed_in.school)
    (thread,) = own_review(handed_in.school.workspace).open
    assert thread.first.text == "Проверьте протокол."


def test_averages_need_three_schools_and_reach_the_school(handed_in):
    from dataclasses import replace

    workspace = handed_in.district.workspace
    with workspace.open_work() as work:
        (own,) = work.results.list()
        for number in (1, 2):
            other = f"70/7012/{number}"
            work.results.put(replace(own, school=other, diagnosis=f"x{number}"))
        work.commit()
    deliver(handed_in.review(handed_in.district), handed_in.school)
    averages = own_review(handed_in.school.workspace).averages
    assert averages[0] == Average("", 4.0, 7.0, 3)
    assert [a.direction for a in averages] == ["", "a", "b"]


STEPS = (
    "district remarks",
    "district answers",
    "district closes",
    "district opens again",
    "district takes back",
    "district returns",
    "district accepts",
    "district undoes",
    "region remarks",
    "region closes",
    "region returns",
    "region undoes",
    "school answers",
    "school corrects",
    "school hands in",
    "district writes",
    "district bundles",
    "region writes",
    "package arrives",
)


class Story:
    """Plays steps; packages lie about and arrive in any order, any number of times."""

    def __init__(self):
        self.desks = three_desks()
        self.desks.hand_over_to_all()
        self.lying = []

    def play(self, step, choice):
        who, what = step.split(" ", 1)
        try:
            if step == "package arrives":
                if self.lying:
                    package, seat = self.lying[choice % len(self.lying)]
                    deliver(package, seat)
            elif what in {"writes", "bundles", "hands in"}:
                self.write(who, what)
            else:
                self.say(getattr(self.desks, who), what, choice)
        except UserError:
            pass  # refused to a person: nothing was kept

    def write(self, who, what):
        desks = self.desks
        if what == "hands in":
            package = desks.hand_in()
            self.lying += [(package, desks.district), (package, desks.region)]
        elif what == "bundles":
            self.lying.append((desks.bundle(), desks.region))
        elif who == "district":
            self.lying.append((desks.review(desks.district), desks.school))
        else:
            self.lying.append((desks.review(desks.region), desks.district))

    def say(self, seat, what, choice):
        workspace, school = seat.workspace, seat.school
        with workspace.open_reading() as work:
            known = threads(work.reviews.entries(school))
        thread = known[choice % len(known)].first.remark if known else "none"
        done = {
            "remarks": lambda: a_remark(self.desks, seat, f"Замечание {choice}"),
            "answers": lambda: writing.reply(school, thread, "Ответ", workspace),
            "closes": lambda: writing.resolve(school, thread, workspace),
            "opens again": lambda: writing.reopen(school, thread, workspace),
            "takes back": lambda: writing.withdraw(school, thread, workspace),
            "returns": lambda: deciding.give_back(school, YEAR, workspace, "Причина"),
            "accepts": lambda: deciding.accept(school, YEAR, workspace),
            "undoes": lambda: deciding.undo(school, YEAR, workspace),
            "corrects": lambda: self.desks.correct("a.1.1", f"o{choice % 3}"),
        }
        done[what]()

    def meet(self):
        """Everybody gives everybody the newest package, twice round."""
        for _ in range(2):
            self.desks.hand_over_to_all()
            deliver(self.desks.bundle(), self.desks.region)
            deliver(self.desks.review(self.desks.region), self.desks.district)
            deliver(self.desks.review(self.desks.district), self.desks.school)
        deliver(self.desks.bundle(), self.desks.region)

    def standings(self):
        office = [campaign(s.workspace).schools[0].standing for s in self.offices()]
        return [*office, own_review(self.desks.school.workspace).standing]

    def offices(self):
        return self.desks.district, self.desks.region


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 5)), max_size=25))
def test_any_order_of_packages_ends_in_the_same_threads_and_standing(steps):
    story = Story()
    for step, choice in steps:
        story.play(step, choice)
    story.meet()
    desks = story.desks
    assert desks.school.entries() == desks.district.entries() == desks.region.entries()
    decided = desks.school.decisions()
    assert decided == desks.district.decisions() == desks.region.decisions()
    assert len(set(story.standings())) == 1


def test_the_story_is_not_empty():
    story = Story()
    for step in STEPS:
        story.play(step, 0)
    assert len(story.desks.district.entries()) >= 2
    assert story.desks.district.decisions()
    assert story.standings()[0] in set(Standing)
    with pytest.raises(ShkolaError):
        deciding.undo(KEY, YEAR + 1, story.desks.district.workspace)

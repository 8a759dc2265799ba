"""The team over the staff list: found by id, by name where an older one kept none."""

from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.school import Person
from shkola_desktop.domain.team import staffed

PEOPLE = (
    Person("p1", "Иванова Анна Петровна", "завуч"),
    Person("p2", "Иванова Анна Петровна", "учитель"),
    Person("p3", "Петров Пётр Петрович", "директор"),
)


def test_a_member_follows_the_person_of_the_staff_list():
    married = Member("Сидорова Анна", "учитель", True, ("a",), "p1")
    assert staffed((married,), PEOPLE) == (
        Member("Иванова Анна Петровна", "завуч", True, ("a",), "p1"),
    )


def test_a_member_of_an_older_programme_is_found_by_name_and_position():
    old = (
        Member("Иванова Анна Петровна", "учитель"),
        Member("Петров Пётр Петрович", "учитель физики"),
    )
    assert [(m.person, m.position) for m in staffed(old, PEOPLE)] == [
        ("p2", "учитель"),
        ("p3", "директор"),
    ]


def test_who_is_not_on_the_list_stays_as_written():
    free = Member("Родитель", "совет школы", directions=("b",))
    gone = Member("Иванова Анна Петровна", "завуч", person="p9")
    assert staffed((free, gone), PEOPLE) == (free, gone)

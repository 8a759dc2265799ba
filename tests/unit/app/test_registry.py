"""The registry of a district: by hand, from a table, and what is refused."""

from dataclasses import replace

import pytest

from shkola_desktop.app import offices, registry
from shkola_desktop.domain.errors import CodeTaken, InputUnreadable, SchoolHasData
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.office import Office, Role, school_key
from shkola_desktop.domain.package import Correspondent, PackageKind, PublicKeys
from shkola_desktop.domain.registry import Change
from shkola_desktop.domain.sheets import ReadBook, ReadTable
from shkola_desktop.words.registry_book import programmes_from
from tests.support.builders import NOON, a_school
from tests.support.fakes import a_workspace

DISTRICT = Office("7012", "Управление образования", Role.DISTRICT, "70", "Область")
HEAD = ("Код", "Краткое название", "Программы", "Обучающихся")


def a_book(*rows, head=HEAD):
    return ReadBook("школы.xlsx", (ReadTable("Лист1", (head, *rows)),))


def key(code):
    return school_key("70", "7012", code)


def registered(workspace):
    return {r.state.school.code: r for r in registry.schools(workspace)}


@pytest.fixture
def district():
    workspace = a_workspace()
    offices.save_office(DISTRICT, workspace)
    registry.save_school(a_school(code="1", short_name="Вишнёвская ООШ"), workspace)
    return workspace


def received(code):
    return Receiving(
        "p", PackageKind.DIAGNOSIS, code, 1, ReceivingState.IMPORTED, NOON, "x", 1, "ab"
    )


def test_a_school_belongs_to_the_district_that_adds_it(district):
    school = registered(district)["1"].state.school
    assert (school.id, school.district, school.district_code, school.region) == (
        "70/7012/1",
        "Управление образования",
        "7012",
        "Область",
    )


def test_two_schools_never_share_a_code(district):
    with pytest.raises(CodeTaken) as caught:
        registry.save_school(a_school(code="1", short_name="Другая"), district)
    assert caught.value.name == "Вишнёвская ООШ"


def test_a_changed_code_moves_a_school_without_data(district):
    changed = a_school(code="2", short_name="Вишнёвская ООШ")
    registry.save_school(changed, district, before=key("1"))
    assert list(registered(district)) == ["2"]


def test_a_school_without_data_is_removed_and_put_back(district):
    school = registry.remove_school(key("1"), district)
    assert registered(district) == {}
    registry.restore_school(school, district)
    assert list(registered(district)) == ["1"]
    assert registry.remove_school(key("9"), district) is None


def test_a_school_that_handed_in_stays(district):
    with district.open_work() as work:
        work.receivings.put(received("1"))
        work.commit()
    with pytest.raises(SchoolHasData):
        registry.remove_school(key("1"), district)
    with pytest.raises(SchoolHasData):
        registry.save_school(a_school(code="2"), district, before=key("1"))
    assert list(registered(district)) == ["1"]


def test_a_school_is_connected_once_its_keys_are_known(district):
    assert not registered(district)["1"].enrolled.keys_known
    with district.open_work() as work:
        work.correspondents.put(Correspondent("1", "Ш", PublicKeys("age1", "RW")))
        work.commit()
    assert registered(district)["1"].enrolled.keys_known


def test_a_table_is_laid_against_the_registry(district):
    book = a_book(
        ("1", "Вишнёвская ООШ", "НОО, ООО", "70"),
        ("2", "Берёзовская СОШ", "", ""),
        ("3", "Арбузовская школа", "НОО", ""),
    )
    preview = registry.preview(book, district)
    assert [(line.school.code, line.change) for line in preview.lines] == [
        ("1", Change.CHANGED),
        ("2", Change.NEW),
        ("3", Change.NEW),
    ]
    assert preview.lines[0].fields == ("pupils",)
    assert preview.lines[1].school.programmes == ("noo", "ooo", "soo")
    assert preview.problems == ()
    assert list(registered(district)) == ["1"]


def test_a_table_is_taken_over_at_once_and_then_changes_nothing(district):
    book = a_book(("2", "Берёзовская СОШ", "", "120"), ("3", "Арбузовская НОШ", "", ""))
    lines = registry.preview(book, district).lines
    assert registry.take(lines, "школы.xlsx", district) == 2
    assert {c: r.state.school.pupils for c, r in registered(district).items()} == {
        "1": 64,
        "2": 120,
        "3": None,
    }
    again = registry.preview(book, district)
    assert [line.change for line in again.lines] == [Change.SAME, Change.SAME]
    assert registry.take(again.lines, "школы.xlsx", district) == 0
    with district.open_reading() as work:
        reasons = [a.reason for a in work.actions.list() if a.reason]
    assert reasons == ["школы.xlsx", "школы.xlsx"]


def test_an_empty_cell_keeps_what_is_known(district):
    lines = registry.preview(a_book(("1", "", "", "")), district).lines
    assert [line.change for line in lines] == [Change.SAME]


@pytest.mark.parametrize(
    ("row", "place", "rule"),
    [
        (("", "Школа", "НОО", ""), "A2", "registry-no-code"),
        (("код 1", "Школа", "НОО", ""), "A2", "registry-code"),
        (("5", "", "НОО", ""), "B2", "registry-no-name"),
        (("5", "Школа", "", ""), "C2", "registry-no-programmes"),
        (("5", "Школа", "ПТУ", ""), "C2", "registry-programmes"),
        (("5", "Школа", "НОО", "много"), "D2", "registry-number"),
        (("5", "Школа", "НОО", "90000"), "D2", "registry-number"),
        (("5", "Ш" * 401, "НОО", ""), "B2", "registry-long"),
    ],
)
def test_a_row_with_a_fault_is_told_by_its_cell_and_left_out(
    district, row, place, rule
):
    preview = registry.preview(a_book(row), district)
    assert preview.lines == ()
    assert (preview.problems[0].place, preview.problems[0].rule) == (place, rule)


def test_a_code_stands_once_in_a_table(district):
    rows = (("5", "Первая ООШ", "", ""), ("5", "Вторая ООШ", "", ""))
    preview = registry.preview(a_book(*rows), district)
    assert [line.school.short_name for line in preview.lines] == ["Первая ООШ"]
    (problem,) = preview.problems
    assert (problem.place, problem.rule, problem.cure) == ("A3", "registry-twice", "2")


def test_other_names_of_columns_are_known(district):
    head = ("Код ОО", "Наименование", "Уровни образования", "Число обучающихся")
    preview = registry.preview(a_book(("5", "Школа", "НОО", "3"), head=head), district)
    assert preview.lines[0].school.pupils == 3


def test_a_file_without_schools_is_refused(district):
    with pytest.raises(InputUnreadable) as caught:
        registry.preview(a_book(head=("Фамилия", "Имя")), district)
    assert caught.value.problems[0].rule == "registry-no-table"


def test_a_misspelt_name_under_another_code_is_shown(district):
    book = a_book(("5", "МБОУ «Вишневская ООШ»", "", ""), ("6", "Грушевая ООШ", "", ""))
    alike = [line.alike for line in registry.preview(book, district).lines]
    assert [a and a.code for a in alike] == ["1", None]


def test_numbered_schools_are_not_taken_for_one(district):
    rows = (("5", "СОШ № 1", "", ""), ("6", "СОШ № 2", "", ""))
    lines = registry.preview(a_book(*rows), district).lines
    assert [line.alike for line in lines] == [None, None]


def test_names_tell_what_a_school_teaches():
    assert programmes_from("МБОУ «Кедровская СОШ»") == ("noo", "ooo", "soo")
    assert programmes_from("Тихореченская основная школа") == ("noo", "ooo")
    assert programmes_from("НОШ № 3") == ("noo",)
    assert programmes_from("Гимназия") == ()


def test_a_region_sees_its_districts_with_their_schools():
    workspace = a_workspace()
    offices.save_office(
        Office("70", "Институт", Role.REGION, "70", "Область"), workspace
    )
    registry.save_district(DISTRICT, workspace)
    with workspace.open_work() as work:
        work.schools.put(replace(a_school(code="1"), id=key("1")))
        work.commit()
    (district,) = registry.districts(workspace)
    assert (district.office.code, len(district.schools)) == ("7012", 1)
    with pytest.raises(CodeTaken):
        registry.save_district(replace(DISTRICT, name="Двойник"), workspace)
    registry.save_district(replace(DISTRICT, name="Отдел"), workspace, before="7012")
    assert registry.districts(workspace)[0].office.name == "Отдел"

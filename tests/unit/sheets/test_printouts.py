"""Printed results in three formats, plain and nasty: the same answers come out."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from shkola_desktop.app.printed_result import result_of
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.applying import form_for, variant_of
from shkola_desktop.domain.errors import Cancelled, InputUnreadable
from shkola_desktop.domain.printout import Doubt, match_all, taken_by
from shkola_desktop.domain.scoring import score
from shkola_desktop.sheets import limits
from shkola_desktop.sheets.printouts import PrintoutFiles
from shkola_desktop.words.printout import MARKS
from tests.support import printouts as printed

EDITION = Program().forms.edition("smp-2024")
FORM = form_for(EDITION, variant_of(EDITION, "mainstream", ("noo", "ooo"), ovz=False))
BEST = {i.code: i.options[-1].id for i in FORM.indicators}
FORMATS = {
    "a.html": printed.as_html,
    "tabs.txt": printed.as_tabs,
    "laid.txt": printed.as_laid_out,
    "drawn.txt": printed.as_drawn,
    "lines.txt": printed.as_lines,
    "a.pdf": printed.as_pdf,
    "middle.pdf": lambda *given: printed.as_pdf(*given, middle=True),
    "once.pdf": lambda *given: printed.as_pdf(*given, middle=True, repeat=0),
}


def read(folder, content, name):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return result_of(PrintoutFiles().read(path), EDITION)


def matched(result):
    return match_all(result.answers, FORM, MARKS)


def rule_of(folder, content, name="a.txt"):
    with pytest.raises(InputUnreadable) as refused:
        read(folder, content, name)
    return refused.value.problems[0].rule


def a_page(*rows, above="", heads=printed.HEADS):
    cells = "".join(f"<tr>{row}</tr>" for row in rows)
    head = "".join(f"<th>{one}</th>" for one in heads)
    return f"<html><body>{above}<table><tr>{head}</tr>{cells}</table></body></html>"


def td(*cells):
    return "".join(f"<td>{cell}</td>" for cell in cells)


NAME = "Обеспеченность учебниками и учебными пособиями"
VALUE = "учебниками обеспечено в полном объёме"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_answers_total_and_level(tmp_path, name):
    content = FORMATS[name](*printed.printed(FORM, BEST))
    found = read(tmp_path, content, name)
    assert taken_by(matched(found)) == BEST
    assert (found.total, found.level) == (180, "высокий")


@settings(max_examples=12)
@given(st.data())
def test_any_answers_come_back_from_any_format(tmp_path_factory, data):
    options = {
        i.code: data.draw(st.sampled_from(i.options)).id
        for i in FORM.indicators
        if data.draw(st.integers(0, 9))
    }
    name = data.draw(st.sampled_from(sorted(FORMATS)))
    content = FORMATS[name](*printed.printed(FORM, options))
    found = read(tmp_path_factory.mktemp("any"), content, name)
    assert taken_by(matched(found)) == options
    assert found.total == score(FORM, options).total


def test_our_own_protocol_can_be_read_back(tmp_path, demo_folder):
    from shkola_desktop.app import diagnosing, reporting
    from shkola_desktop.domain.documents import DocumentKind

    program = Program()
    with program.workspace(demo_folder) as workspace:
        done = diagnosing.diagnoses_of(workspace)[0]
        data = reporting.render(DocumentKind.PROTOCOL, workspace)
    found = read(tmp_path, data, "protocol.pdf")
    form = form_for(EDITION, done.variant)
    assert taken_by(match_all(found.answers, form, MARKS)) == done.options
    result = score(form, done.options)
    assert found.total == result.total
    assert found.directions == {d.code: d.score for d in result.directions}


@pytest.mark.parametrize(
    ("text", "points"),
    [("1", 1), ("1,0", 1), ("1 балл", 1), ("1 из 2", 1), ("1\u00a0/\u00a02", 1)],
)
def test_points_are_understood_as_they_are_written(tmp_path, text, points):
    found = read(tmp_path, a_page(td("1.2.3", NAME, VALUE, text)), "a.html")
    assert [(a.number, a.points) for a in found.answers] == [("1.2.3", points)]
    assert taken_by(matched(found)) == {"zn.1.3": "o1"}


def test_typing_does_not_count(tmp_path):
    name = "1.3. Обеспечен\u00adность  учеб-<br>никами и «учебными&nbsp;пособиями»"
    page = a_page(td("", name, VALUE.upper().replace("Ё", "Е"), "1"))
    assert taken_by(matched(read(tmp_path, page, "a.html"))) == {"zn.1.3": "o1"}


def test_scripts_styles_and_nested_markup_are_not_read(tmp_path):
    page = a_page(
        td("1", f"<div><b>{NAME}</b><script>x()</script></div>", VALUE, "1"),
        above="<style>p{}</style><p>Сумма баллов за весь тест: <b>137</b></p>"
        "<p>Уровень: СРЕДНИЙ</p><img src='http://x/y.png'>",
    )
    found = read(tmp_path, page, "a.html")
    assert (found.total, found.level) == (137, "средний")
    assert found.answers[0].name == NAME


def test_merged_cells_of_a_page_keep_their_columns(tmp_path):
    page = a_page(
        '<td rowspan="2">1</td>' + td(NAME, VALUE, "1"),
        td("Профильное обучение, чего нет", "да", "1"),
        '<td colspan="4">Ключевое условие «Школьный климат»</td>',
    )
    found = read(tmp_path, page, "a.html")
    assert [(a.name, a.points) for a in found.answers] == [
        (NAME, 1),
        ("Профильное обучение, чего нет", 1),
    ]


def test_points_of_directions_are_read_from_their_headings_and_sums(tmp_path):
    page = a_page(
        td("", "Магистральное направление «Знание»", "", "36 из 44"),
        td("1", NAME, VALUE, "1"),
        '<td colspan="3">Ключевое условие «Школьный климат»</td><td></td>',
        td("", "Итого", "", "12"),
    )
    found = read(tmp_path, page, "a.html")
    assert found.directions == {"znanie": 36, "klimat": 12}
    assert len(found.answers) == 1


def test_a_missing_column_leaves_what_it_would_have_told(tmp_path):
    heads = ("Показатель оценивания", "Значение показателя")
    page = a_page(td(NAME, VALUE), heads=heads)
    found = read(tmp_path, page, "a.html")
    assert found.answers[0].points is None
    assert taken_by(matched(found)) == {"zn.1.3": "o1"}
    heads = ("Показатель оценивания", "Балльная оценка")
    found = read(tmp_path, a_page(td(NAME, "1"), heads=heads), "a.html")
    assert taken_by(matched(found)) == {"zn.1.3": "o1"}


def test_a_table_copied_into_a_workbook_is_read(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Сумма баллов за весь тест: 1"])
    book.active.append(list(printed.HEADS))
    book.active.append(["1", NAME, VALUE, 1.0])
    book.save(tmp_path / "a.xlsx")
    path = tmp_path / "a.xlsx"
    found = result_of(PrintoutFiles().read(path), EDITION)
    assert taken_by(matched(found)) == {"zn.1.3": "o1"}
    assert found.total == 1


def test_windows_letters_are_found_out_whatever_the_page_says(tmp_path):
    page = a_page(td("1", NAME, VALUE, "1"), above="<meta charset=utf-8>")
    found = read(tmp_path, page.encode("cp1251"), "a.html")
    assert taken_by(matched(found)) == {"zn.1.3": "o1"}


def doubts(tmp_path, *rows):
    found = read(tmp_path, a_page(*(td("", *row) for row in rows)), "a.html")
    return [
        (m.certainty.value, m.doubt, [c.option.id for c in m.candidates])
        for m in matched(found)
    ]


def test_other_words_of_a_value_are_known_by_their_points(tmp_path):
    assert doubts(tmp_path, (NAME, "всем хватает", "1")) == [
        ("certain", Doubt.NONE, ["o1"])
    ]


def test_words_and_points_that_contradict_are_asked_about(tmp_path):
    assert doubts(tmp_path, (NAME, VALUE, "2")) == [
        ("doubtful", Doubt.POINTS_CONTRADICT, ["o1", "o2"])
    ]


def test_points_that_the_form_does_not_have_are_asked_about(tmp_path):
    assert doubts(tmp_path, (NAME, "всем хватает", "7")) == [
        ("doubtful", Doubt.POINTS_STRANGE, ["o0", "o1", "o2"])
    ]


def test_two_answers_to_one_indicator_are_asked_about(tmp_path):
    rows = ((NAME, VALUE, "1"), (NAME, "", "2"))
    assert [one[:2] for one in doubts(tmp_path, *rows)] == [
        ("doubtful", Doubt.TWICE),
        ("doubtful", Doubt.TWICE),
    ]


def test_a_name_that_is_only_like_one_is_asked_about(tmp_path):
    ((certainty, doubt, options),) = doubts(
        tmp_path, ("Обеспеченность школы учебниками и пособиями", VALUE, "1")
    )
    assert (certainty, doubt) == ("doubtful", Doubt.NAME_ALIKE)
    assert options[0] == "o1"


def test_what_the_form_does_not_ask_is_told_apart(tmp_path):
    asked = {i.code for i in FORM.indicators}
    other = next(i for i in EDITION.indicators if i.code not in asked)
    rows = (("Погода", "да", "1"), (other.name, "да", "1"), (NAME, "", ""))
    assert [one[:2] for one in doubts(tmp_path, *rows)] == [
        ("unknown", Doubt.NO_NAME),
        ("unknown", Doubt.NOT_ASKED),
        ("unknown", Doubt.NO_ANSWER),
    ]


def test_no_two_options_of_an_indicator_look_the_same():
    from shkola_desktop.domain.likeness import key

    for indicator in EDITION.indicators:
        keys = {key(option.text) for option in indicator.options}
        assert len(keys) == len(indicator.options), indicator.code


def test_a_locked_a_broken_and_a_drawn_pdf_are_named(tmp_path):
    from reportlab.lib.pdfencrypt import StandardEncryption

    def drawn(**fields):
        canvas = Canvas(str(tmp_path / "x.pdf"), **fields)
        canvas.rect(10, 10, 100, 100)
        canvas.showPage()
        canvas.save()
        return (tmp_path / "x.pdf").read_bytes()

    locked = drawn(encrypt=StandardEncryption("secret"))
    assert rule_of(tmp_path, locked, "a.pdf") == "printout-locked"
    assert rule_of(tmp_path, b"%PDF-1.4\nbroken", "a.pdf") == "printout-broken"
    assert rule_of(tmp_path, drawn(), "a.pdf") == "printout-no-text"


def test_too_many_pages_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_PAGES", 2)
    content = printed.as_pdf(*printed.printed(FORM, BEST))
    assert rule_of(tmp_path, content, "a.pdf") == "printout-pages"


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("", "book-empty"),
        ("просто текст", "printout-no-table"),
        ("<html><p>нет таблицы</p></html>", "printout-no-table"),
        (b"\0\1\2", "text-letters"),
        ("x" * 600_001, "printout-too-long"),
        ("<html>" + "x" * 600_001, "printout-too-long"),
        ("<html><table>" + "<tr><td>1</td></tr>" * 20_001, "sheet-rows"),
        ("<html><table><tr>" + "<td>1</td>" * 201 + "</table>", "sheet-columns"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "book-old"),
    ],
)
def test_what_is_no_printout_is_named(tmp_path, content, rule):
    assert rule_of(tmp_path, content) == rule


def test_reading_a_pdf_stops_when_asked(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(printed.as_pdf(*printed.printed(FORM, BEST)))
    with pytest.raises(Cancelled):
        PrintoutFiles().read(path, lambda: True)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(content)
    with suppress(InputUnreadable):
        PrintoutFiles().read(path)

"""The protocol, the blank form and the covering sheet."""

from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.package import (
    Correspondent,
    PackageKind,
    Sending,
    SendingState,
)
from shkola_desktop.domain.scoring import score
from shkola_desktop.report.blank_form import blank_form
from shkola_desktop.report.covering_sheet import covering_sheet
from shkola_desktop.report.document import Approvals, QrCode
from shkola_desktop.report.protocol import protocol
from shkola_desktop.words.levels import FOOTNOTE, RECONSTRUCTION
from tests.support.builders import (
    NOON,
    a_diagnosis,
    a_school,
    a_variant,
    an_edition,
)
from tests.support.papers import BEST, WORST, cells, tables, texts, without_levels


def a_protocol(options, edition=None, **diagnosis):
    form = form_for(edition or an_edition(), a_variant())
    result = score(form, options)
    made = a_diagnosis(options, **diagnosis)
    return protocol(a_school(), form, made, result, NOON)


def test_the_protocol_begins_as_the_official_print_does():
    finished = {"status": Status.COMPLETED, "completed_at": NOON}
    said = [
        t.replace("\u00a0", " ") for t in texts(a_protocol(BEST, **finished).blocks)
    ]
    assert said == [
        "Самодиагностика общеобразовательной школы: НОО, ООО",
        "МБОУ «Тихореченская основная общеобразовательная школа»",
        "2026 год",
        "Сумма баллов за весь тест: 7",
        "Уровень: ВЫСОКИЙ*",
        "Самодиагностика завершена 24 ноября 2026 г.",
        f"* {FOOTNOTE}",
        RECONSTRUCTION,
    ]


def test_its_columns_are_the_official_ones_and_the_signature_stays_with_the_table():
    (table,) = tables(a_protocol(BEST).blocks)
    assert [column.title for column in table.columns] == [
        "№",
        "Показатель оценивания",
        "Значение показателя",
        "Балльная оценка",
    ]
    assert [p.text.replace("\u00a0", " ") for p in table.foot] == [
        f"* {FOOTNOTE}",
        "\nДата: 24 ноября 2026 г.\n\nДиректор ____________________ А. П. Соболева",
    ]


def test_an_unfinished_protocol_says_what_is_missing():
    said = texts(a_protocol({"a.1.1": "o1"}).blocks)
    assert "Предварительный результат: без ответа 3\u00a0показателя." in said
    (table,) = tables(a_protocol({"a.1.1": "o1"}).blocks)
    assert (
        "a.1.2",
        "Показатель a.1.2 (критический показатель)",
        "нет ответа",
        "–",
    ) in cells(table)
    assert "Черновик: самодиагностика не завершена." in texts(a_protocol(WORST).blocks)


def test_a_protocol_without_a_level_has_no_footnote():
    document = a_protocol(BEST, edition=without_levels())
    (table,) = tables(document.blocks)
    everything = [*texts(document.blocks), *(p.text for p in table.foot)]
    assert "Уровень: НЕ УСТАНОВЛЕН" in everything
    assert not any(FOOTNOTE in text for text in everything)


def test_the_blank_form_shows_every_option_with_its_points():
    form = form_for(an_edition(), a_variant())
    first, second = tables(blank_form(a_school(), form, NOON).blocks)
    assert [(a, b, c.replace("\u00a0", " ")) for a, b, c in cells(first)[1:]] == [
        (
            "a.1.1",
            "Показатель a.1.1",
            "□ значение 0 (0 баллов)\n□ значение 1 (1 балл)\n□ значение 2 (2 балла)",
        ),
        (
            "a.1.2",
            "Показатель a.1.2\nКРИТИЧЕСКИЙ",
            "□ значение 0 (0 баллов)\n□ значение 1 (1 балл)",
        ),
    ]
    assert len(second.rows) == 3


def test_the_blank_form_can_be_printed_without_a_school():
    form = form_for(an_edition(), a_variant())
    document = blank_form(None, form, NOON)
    assert "_" * 60 in texts(document.blocks)
    assert document.author == ""


def test_the_covering_sheet_tells_what_travels_and_who_signs():
    sending = Sending(
        id="f28fd7ae-07cd",
        kind=PackageKind.DIAGNOSIS,
        place="/media/stick",
        sequence=3,
        created_at=NOON,
        receiver="7012",
        file_name="701204-0003.shkola",
        sha256="0123456789abcdef" * 4,
        size=38 * 1024,
        state=SendingState.WRITTEN,
        summary="Самодиагностика",
    )
    sheet = covering_sheet(
        sending,
        a_school(),
        Correspondent("7012", "Кедровский район", None),
        ("берёза", "окно"),
        ("Самодиагностика за 2026 год, завершена", "Черновик программы развития"),
    )
    (table,) = tables(sheet.blocks)
    found = dict(cells(table))
    assert found["Получатель"] == "Кедровский район (код 7012)"
    assert found["Контрольная сумма (SHA-256)"] == (
        "01234567 89abcdef 01234567 89abcdef\n01234567 89abcdef 01234567 89abcdef"
    )
    assert found["Слова ключа школы"] == "берёза · окно"
    assert found["Содержание"] == (
        "Самодиагностика за 2026 год, завершена\nЧерновик программы развития"
    )
    (code,) = [b for b in sheet.blocks if isinstance(b, QrCode)]
    assert code.content == ("shkola:f28fd7ae-07cd:3:7012:" + "0123456789abcdef" * 4)
    (signed,) = [b for b in sheet.blocks if isinstance(b, Approvals)]
    assert [(a.word, a.body) for a in signed.blocks] == [
        ("ПЕРЕДАЛ", "Тихореченская ООШ"),
        ("ПРИНЯЛ", "Кедровский район"),
    ]

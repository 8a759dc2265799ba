"""The setting of text: points and line spacing, as the school asks for them."""

import pytest

from shkola_desktop.report.document import Setting, Style
from shkola_desktop.report.pdf.styles import styles


@pytest.mark.parametrize(
    ("setting", "size", "body", "bullet", "headings"),
    [
        (Setting(), 12, 16, 15, [14, 13, 12]),
        (Setting(12, 1), 12, 14, 14, [14, 13, 12]),
        (Setting(12, 1.5), 12, 21, 20, [14, 13, 12]),
        (Setting(14, 1.5), 14, 24, 23, [16, 15, 14]),
    ],
)
def test_text_is_set_as_asked_and_tables_stay(setting, size, body, bullet, headings):
    sheet = styles(setting)
    text, item = sheet.paragraphs[Style.BODY], sheet.paragraphs[Style.BULLET]
    assert (text.fontSize, text.leading) == (size, body)
    assert (item.fontSize, item.leading) == (size, bullet)
    assert [heading.fontSize for heading in sheet.headings] == headings
    assert (sheet.cell.fontSize, sheet.cell.leading) == (10, 12)
    assert sheet.paragraphs[Style.SMALL].fontSize == 9.5

"""Hebrew and Arabic: joined letters, and the order in which a line is seen."""

import pytest

from shkola_desktop.report.bidi import joined, visual

ALEF, BET, GIMEL = "\u05d0", "\u05d1", "\u05d2"
WORD = ALEF + BET + GIMEL
TURNED = GIMEL + BET + ALEF


@pytest.mark.parametrize(
    ("spoken", "seen"),
    [
        ("Школа № 5, 12 %", "Школа № 5, 12 %"),
        (WORD, TURNED),
        (f"Школа {WORD} в селе", f"Школа {TURNED} в селе"),
        (f"{WORD} {ALEF}{BET}", f"{BET}{ALEF} {TURNED}"),
        (f"{WORD} 12 и", f"12 {TURNED} и"),
        (f"{WORD} 1,5%", f"1,5% {TURNED}"),
        (f"{WORD} (а) {ALEF}", f"{TURNED} (а) {ALEF}"),
        (f"{ALEF} ({BET}) {GIMEL}", f"{GIMEL} ({BET}) {ALEF}"),
        (f"а, {WORD}, {WORD}!", f"а, {TURNED} ,{TURNED}!"),
        (f"{ALEF}\u05b0{BET}", f"{BET}{ALEF}\u05b0"),
        ("\u0645\u062d 12-3", "3-12 \u062d\u0645"),
    ],
)
def test_a_line_is_seen_as_unicode_orders_it(spoken, seen):
    assert visual(spoken) == seen


@pytest.mark.parametrize(
    ("typed", "shaped"),
    [
        ("урок", "урок"),
        (WORD, WORD),
        ("\u0628", "\ufe8f"),
        ("\u0628\u0628\u0628", "\ufe91\ufe92\ufe90"),
        ("\u0628\u064e\u0628", "\ufe91\u064e\ufe90"),
        ("\u062f\u0628", "\ufea9\ufe8f"),
        ("\u0644\u0627", "\ufefb"),
        ("\u0628\u0644\u0627", "\ufe91\ufefc"),
    ],
)
def test_arabic_letters_take_the_form_their_neighbours_ask_for(typed, shaped):
    assert joined(typed) == shaped

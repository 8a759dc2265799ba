"""Section «Анализ»: what the results say, and SWOT."""

from dataclasses import replace
from functools import partial

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.ui.programme.analysis.lines_card import LinesCard
from shkola_desktop.ui.programme.analysis.suggestions import summary, swot_suggestions
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import SectionPage
from shkola_desktop.ui.widgets.card import Card, Notice
from shkola_desktop.ui.widgets.texts import muted, text

CORNERS = (
    ("strengths", "Сильные стороны", "чем школа сильна", "результаты и рост"),
    ("weaknesses", "Слабые стороны", "чего не хватает", "дефициты программы"),
    ("opportunities", "Возможности", "кто и что может помочь", "партнёры и сети"),
    ("threats", "Угрозы", "что мешает извне", "внешние причины дефицитов"),
)
"""Field of SWOT, heading, hint for an own line, what is suggested."""
EXPLAINED = (
    "Возьмите подсказки или напишите своё: одна мысль – одна строка. Порядок меняют "
    "Alt+↑ и Alt+↓."
)


EMPTY = "SWOT-анализ пока пуст: программа выйдет без его таблицы."
EMPTY_MORE = "Возьмите хотя бы одну подсказку ниже или напишите свою строку."


class AnalysisSection(SectionPage):
    """SWOT is the school's; the summary follows the data."""

    def __init__(self) -> None:
        super().__init__(Part.ANALYSIS)
        self._summary = text("")
        about = Card("Что говорят результаты")
        about.body.addWidget(self._summary)
        about.body.addWidget(muted(EXPLAINED))
        self._empty = Notice("info", EMPTY)
        about.body.addWidget(self._empty)
        self.add(about)
        self._cards: dict[str, LinesCard] = {}
        for name, title, hint, source in CORNERS:
            card = LinesCard(name, title, hint, source)
            card.changed.connect(partial(self._keep, name))
            self._cards[name] = card
            self.add(card)
            self.typed(card)
            self.spot(name, card, card.focus)
        first = self._cards["strengths"]
        self.spot("swot", first, first.focus)

    def draw(self, outlook: Outlook) -> None:
        """Show summary, lines and suggestions."""
        self._empty.say(EMPTY if outlook.programme.swot.empty else "", EMPTY_MORE)
        self._summary.setText("\n".join(summary(outlook)))
        suggested = swot_suggestions(outlook)
        for name, card in self._cards.items():
            lines = getattr(outlook.programme.swot, name)
            card.show_lines(lines, suggested[name])

    def _keep(self, name: str, lines: tuple[str, ...]) -> None:
        if self.outlook is not None:
            swot = replace(self.outlook.programme.swot, **{name: lines})
            self.change(swot=swot)

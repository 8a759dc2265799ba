"""Section «Тексты»: every sentence that the program prepared for the document."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shkola_desktop.app import wording
from shkola_desktop.app.outlook import Outlook
from shkola_desktop.app.wording import Wording
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.programme import Programme
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import SectionPage
from shkola_desktop.ui.programme.texts.card import WordingCard
from shkola_desktop.ui.programme.texts.choice import NOTHING, Choice, ChoiceBox
from shkola_desktop.ui.programme.texts.group import Group
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import muted

EXPLAINED = (
    "Эти предложения программа составляет по данным школы, и они следуют за данными. "
    "Любое можно сказать своими словами. Свой текст сам не изменится: если данные "
    "станут другими, здесь будет видно, что было предложено, что предлагается теперь "
    "и что написали вы."
)
Reading = Callable[[ProgrammeMaterial], tuple[Wording, ...]]


class TextsSection(SectionPage):
    """Cards by section of the document; ``read`` gives the texts of a programme."""

    def __init__(self, read: Reading) -> None:
        super().__init__(Part.TEXTS)
        self._read = read
        self._known: tuple[Outlook, tuple[Wording, ...]] | None = None
        self._cards: dict[str, WordingCard] = {}
        self._groups: list[Group] = []
        self._telling = False
        self._choice = ChoiceBox()
        self._choice.currentIndexChanged.connect(self._sift)
        self._nothing = muted("")
        head = Card()
        head.body.addWidget(muted(EXPLAINED))
        head.body.addLayout(row(self._choice))
        head.body.addWidget(self._nothing)
        box = QWidget()
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        self.add(head, box)

    def texts(self, outlook: Outlook) -> tuple[Wording, ...]:
        """Return the texts of an outlook; those of the last one are remembered."""
        if self._known is None or self._known[0] is not outlook:
            self._known = (outlook, self._read(outlook.material))
        return self._known[1]

    def draw(self, outlook: Outlook) -> None:
        """Show the texts; one that was undone is brought into view."""
        texts = self.texts(outlook)
        same = _heads(texts) == _heads([c.wording for c in self._cards.values()])
        if not same:
            self._build(texts)
        changed = [t for t in texts if self._cards[t.prepared.key].wording.own != t.own]
        for text in texts:
            self._cards[text.prepared.key].show_wording(text)
        self._sift()
        if changed and not self._telling:
            self._bring(self._cards[changed[0].prepared.key])

    def go_to(self, spot: str) -> None:
        """Put the keyboard at a text such as ``text:results.opening``."""
        card = self._cards.get(spot.partition(":")[2])
        if card is None:
            super().go_to(spot)
            return
        self._bring(card)
        card.focus()

    def flush(self) -> None:
        """Tell what is still being typed, and close the editors."""
        super().flush()
        for card in tuple(self._cards.values()):
            card.flush()

    def _build(self, texts: Sequence[Wording]) -> None:
        empty(self._column)
        self._cards = {text.prepared.key: self._card(text) for text in texts}
        self._groups = []
        for section, known in groupby(texts, lambda text: text.prepared.section):
            group = Group(section, [self._cards[text.prepared.key] for text in known])
            self._groups.append(group)
            self._column.addWidget(group)

    def _card(self, text: Wording) -> WordingCard:
        card = WordingCard(text)
        card.reworded.connect(partial(self._reword, card))
        card.kept.connect(partial(self._keep, card))
        card.taken.connect(partial(self._take, card))
        card.closed.connect(partial(self._return_to, card))
        return card

    def _reword(self, card: WordingCard, words: str) -> None:
        prepared = card.wording.prepared.text
        self._tell(lambda known: wording.reword(known, card.key, words, prepared))

    def _keep(self, card: WordingCard) -> None:
        prepared = card.wording.prepared.text
        self._tell(lambda known: wording.keep_own(known, card.key, prepared))
        self._return_to(card)

    def _take(self, card: WordingCard) -> None:
        self._tell(lambda known: wording.take_prepared(known, card.key))
        self._return_to(card)

    def _tell(self, changed: Callable[[Programme], Programme]) -> None:
        if self.outlook is None:
            return
        self._telling = True
        self.change(own_texts=changed(self.outlook.programme).own_texts)
        self._telling = False

    def _return_to(self, card: WordingCard) -> None:
        """Put the keyboard back where it was, or where hidden cards are chosen."""
        self._sift()
        if card.isHidden():
            self._choice.setFocus()
        else:
            card.focus()

    def _bring(self, card: WordingCard) -> None:
        if card.isHidden():
            self._choice.choose(Choice.ALL)
        self._page.reveal(card)

    def _sift(self) -> None:
        choice = self._choice.choice
        found = [group.sift(choice) for group in self._groups]
        self._nothing.setText("" if any(found) else NOTHING[choice])
        self._nothing.setVisible(not any(found))


def _heads(texts: Sequence[Wording]) -> list[tuple[str, str]]:
    return [(text.prepared.key, text.prepared.section) for text in texts]

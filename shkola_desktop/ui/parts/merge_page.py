"""The merge of a part: what comes by itself, and what the person chooses."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from shkola_desktop.app.exchange.part_looking import PartPreview
from shkola_desktop.domain.ids import IndicatorCode
from shkola_desktop.domain.merging import Aspect, Choice, Meeting, Side, differences
from shkola_desktop.ui.parts.side_card import SideCard
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title
from shkola_desktop.words.parts import ASPECTS, meeting_counts
from shkola_desktop.words.russian import CONFLICTS, counted

KEYS = "← – оставить здешнее, → – взять из части, Enter – к следующему"
NOTHING = "В части нет ничего нового."


class MergePage(ScrollPage):
    """Draws a preview. ``apply_wanted`` carries the choices."""

    apply_wanted = Signal(object)
    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preview: PartPreview | None = None
        self._choices: dict[IndicatorCode, Choice] = {}
        self._at = 0
        self.notice = Notice("danger")
        self._title = title("Часть")
        self._note = muted("")
        self.column.addWidget(self._title)
        self.column.addWidget(self._note)
        self.column.addWidget(self.notice)
        self.column.addWidget(self._counts_card())
        self.column.addWidget(self._conflict_card())
        self.column.addLayout(self._ways())
        self._shortcuts()

    def show_preview(self, preview: PartPreview) -> None:
        """Show a part that was opened; nothing is decided yet."""
        self._preview, self._choices, self._at = preview, {}, 0
        part = preview.part
        way = "возвращает" if part.returned else "выдаёт"
        self._title.setText(f"Часть, которую {way} {preview.source or 'коллега'}")
        names = ", ".join(d.name for d in preview.form.directions)
        note = f"\nПросьба: {part.note}" if part.note else ""
        self._note.setText(names + note)
        lines = meeting_counts(preview.meetings)
        self._counts.setText("\n".join(lines) or NOTHING)
        self.notice.say("")
        self._draw()

    @property
    def choices(self) -> Mapping[IndicatorCode, Choice]:
        """What was decided so far."""
        return dict(self._choices)

    def _counts_card(self) -> Card:
        card = Card("Что изменится")
        self._counts = text("")
        card.body.addWidget(self._counts)
        return card

    def _conflict_card(self) -> Card:
        self._card = card = Card()
        self._place = muted("")
        self._name = text("", "strong")
        self._what = muted("")
        card.body.addWidget(self._place)
        card.body.addWidget(self._name)
        card.body.addWidget(self._what)
        self._sides = {
            Side.HERE: SideCard("Здесь", "take-here"),
            Side.THERE: SideCard("В части", "take-there"),
        }
        across = QHBoxLayout()
        across.setSpacing(2 * SPACE)
        for side, shown in self._sides.items():
            shown.taken.connect(lambda side=side: self._take(side))
            across.addWidget(shown, 1)
        card.body.addLayout(across)
        self._files = QCheckBox("Оставить файлы обеих сторон")
        self._files.setObjectName("all-files")
        self._files.toggled.connect(self._take_files)
        card.body.addWidget(self._files)
        self._back = button("Назад", "conflict-back")
        self._back.clicked.connect(lambda: self._move(-1))
        self._next = button("Дальше", "conflict-next")
        self._next.clicked.connect(lambda: self._move(1))
        left = button("Все слева", "all-here")
        left.clicked.connect(lambda: self._take_all(Side.HERE))
        right = button("Все справа", "all-there")
        right.clicked.connect(lambda: self._take_all(Side.THERE))
        card.body.addLayout(row(self._back, self._next, left, right))
        card.body.addWidget(muted(KEYS))
        return card

    def _ways(self) -> QHBoxLayout:
        self._apply = button("Принять часть", "apply-part", "main")
        self._apply.clicked.connect(lambda: self.apply_wanted.emit(self.choices))
        cancel = button("Не сейчас", "cancel-part")
        cancel.clicked.connect(self.cancel_wanted)
        self._left = muted("")
        return row(self._apply, cancel, self._left, stretch=2)

    def _shortcuts(self) -> None:
        keys = (
            ("Left", lambda: self._take(Side.HERE)),
            ("Right", lambda: self._take(Side.THERE)),
            ("Return", lambda: self._move(1)),
            ("Down", lambda: self._move(1)),
            ("Up", lambda: self._move(-1)),
        )
        for key, wish in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wish)

    @property
    def _conflicts(self) -> tuple[Meeting, ...]:
        return self._preview.conflicts if self._preview else ()

    def _draw(self) -> None:
        conflicts = self._conflicts
        self._card.setVisible(bool(conflicts))
        if conflicts:
            self._draw_conflict(conflicts[self._at])
        left = sum(m.code not in self._choices for m in conflicts)
        self._apply.setEnabled(not left)
        self._left.setText(
            f"Осталось решить: {counted(left, CONFLICTS)}" if left else ""
        )

    def _draw_conflict(self, meeting: Meeting) -> None:
        here, there = meeting.here, meeting.there
        if self._preview is None or here is None or there is None:
            return
        indicator = self._preview.form.indicator(meeting.code)
        count = len(self._conflicts)
        self._place.setText(f"Расхождение {self._at + 1} из {count}")
        self._name.setText(f"{meeting.code} {indicator.name if indicator else ''}")
        found = differences(here, there)
        what = ", ".join(ASPECTS[aspect] for aspect in found)
        self._what.setText(f"Изменено в обоих местах. Отличаются: {what}")
        choice = self._choices.get(meeting.code)
        for side, answer in ((Side.HERE, here), (Side.THERE, there)):
            self._sides[side].show_answer(answer, indicator)
            taken = choice is not None and choice.side is side
            self._sides[side].show_chosen(chosen=taken)
        self._files.setVisible(Aspect.EVIDENCE in found)
        self._files.blockSignals(True)  # Qt's setter
        self._files.setChecked(choice is None or choice.all_files)
        self._files.blockSignals(False)
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(self._at + 1 < count)

    def _take(self, side: Side) -> None:
        if self._conflicts:
            meeting = self._conflicts[self._at]
            self._choices[meeting.code] = Choice(side, self._wants_files(meeting))
            self._draw()

    def _take_all(self, side: Side) -> None:
        for meeting in self._conflicts:
            known = self._choices.get(meeting.code)
            files = known.all_files if known else _differ_in_files(meeting)
            self._choices[meeting.code] = Choice(side, files)
        self._draw()

    def _take_files(self, wanted: bool) -> None:  # noqa: FBT001  # Qt's signal
        meeting = self._conflicts[self._at]
        known = self._choices.get(meeting.code)
        if known is not None:
            self._choices[meeting.code] = Choice(known.side, wanted)

    def _wants_files(self, meeting: Meeting) -> bool:
        return _differ_in_files(meeting) and self._files.isChecked()

    def _move(self, step: int) -> None:
        self._at = max(0, min(self._at + step, len(self._conflicts) - 1))
        self._draw()


def _differ_in_files(meeting: Meeting) -> bool:
    here, there = meeting.here, meeting.there
    if here is None or there is None:
        return False
    return Aspect.EVIDENCE in differences(here, there)

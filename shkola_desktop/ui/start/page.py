"""The first start: who we are, or a look at the demo school."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from shkola_desktop.domain.form import Edition
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.school_form import SchoolForm
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title

WELCOME = (
    "Программа поможет провести самодиагностику школы, увидеть результат, составить "
    "программу развития и передать всё в район на носителе. Интернет не нужен."
)
DEMO = (
    "Выдуманная школа с заполненной самодиагностикой и черновиком программы: можно "
    "всё нажать и ничего не испортить. Свою школу вы заведёте, когда захотите."
)


class StartPage(ScrollPage):
    """Asks for the school. ``started`` carries it and the person's name."""

    started = Signal(object, str)
    demo_wanted = Signal()

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self.form = SchoolForm(edition, brief=True)
        self.notice = Notice("danger")
        self.column.addWidget(title("Добро пожаловать"))
        self.column.addWidget(text(WELCOME))
        self.column.addWidget(self._demo_card())
        card = Card("Ваша школа")
        card.body.addWidget(
            muted(
                "Звёздочкой отмечено обязательное. Учредителя, адрес, директора и "
                "другое для титульного листа можно внести позже в настройках."
            )
        )
        card.body.addWidget(self.form)
        self._person = QLineEdit()
        self._person.setObjectName("person")
        self._person.setAccessibleName("Кто заполняет")
        self._person.setPlaceholderText("Кто заполняет: фамилия и инициалы")
        self._person.setMaxLength(200)
        card.body.addWidget(self._person)
        begin = button("Начать работу", "begin", "main")
        begin.clicked.connect(self._begin)
        card.body.addWidget(self.notice)
        card.body.addLayout(row(begin))
        self.column.addWidget(card)

    def show_busy(self, *, busy: bool) -> None:
        """Show that the demo school is being filled."""
        self._demo.setEnabled(not busy)
        self._demo.setText("Готовится…" if busy else "Посмотреть на учебной школе")

    def _demo_card(self) -> Card:
        card = Card("Сначала посмотреть?")
        card.body.addWidget(muted(DEMO))
        self._demo = button("Посмотреть на учебной школе", "demo")
        self._demo.clicked.connect(self.demo_wanted)
        card.body.addLayout(row(self._demo))
        return card

    def _begin(self) -> None:
        school = self.form.school()
        if school is not None:
            self.started.emit(school, self._person.text().strip())

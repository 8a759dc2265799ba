"""The first start: whose workspace it is, or a look at the demo school."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout

from shkola_desktop.domain.form import Edition
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.school import School
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.office_form import OfficeForm
from shkola_desktop.ui.widgets.school_form import SchoolForm
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title
from shkola_desktop.ui.widgets.typed_text import limit_line

WELCOME = (
    "Программа поможет провести самодиагностику школы, увидеть результат, составить "
    "программу развития и передать всё в район на носителе. Интернет не нужен."
)
DEMO = (
    "Выдуманная школа с заполненной самодиагностикой и черновиком программы: можно "
    "всё нажать и ничего не испортить. Свою школу вы заведёте, когда захотите."
)
MOVE = (
    "Ключ вернётся по памятке для восстановления, данные – с носителя, на который их "
    "записали."
)
PART = (
    "Заместитель директора передал вам файл и назвал шесть слов. Введите слова и "
    "выберите файл: школу вносить не нужно, она придёт вместе с частью."
)
ROLES = {
    Role.SCHOOL: ("Школа", "отвечает на показатели и пишет программу развития"),
    Role.DISTRICT: ("Район", "собирает и проверяет результаты школ"),
    Role.REGION: ("Регион", "ведёт форму, собирает и сравнивает районы"),
}
TITLES = {
    Role.SCHOOL: "Ваша школа",
    Role.DISTRICT: "Ваш район",
    Role.REGION: "Ваш регион",
}
LATER = {
    Role.SCHOOL: (
        "Звёздочкой отмечено обязательное. Учредителя, адрес, директора и "
        "другое для титульного листа можно внести позже в настройках."
    ),
    Role.DISTRICT: (
        "Звёздочкой отмечено обязательное. Остальное можно внести позже в настройках."
    ),
    Role.REGION: (
        "Звёздочкой отмечено обязательное. Остальное можно внести позже в настройках."
    ),
}


class StartPage(ScrollPage):
    """Asks whose workspace it is.

    ``started`` carries the school or office, and the person's name.
    """

    started = Signal(object, str)
    demo_wanted = Signal()
    move_wanted = Signal()
    part_wanted = Signal(str)

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self.notice = Notice("danger")
        self.column.addWidget(title("Добро пожаловать"))
        self.column.addWidget(text(WELCOME))
        self.column.addWidget(self._demo_card())
        self.column.addWidget(self._role_card())
        self._schools = SchoolForm(edition, brief=True)
        self._offices = {
            role: OfficeForm(role) for role in (Role.DISTRICT, Role.REGION)
        }
        self._cards = {
            Role.SCHOOL: _card(Role.SCHOOL, self._schools),
            **{role: _card(role, form) for role, form in self._offices.items()},
        }
        for card in self._cards.values():
            self.column.addWidget(card)
        self.column.addWidget(self._begin_card())
        # rarer ways to begin stand below, out of the way of the usual one
        self.column.addWidget(self._part_card())
        self.column.addWidget(self._move_card())
        self._show_role()

    @property
    def role(self) -> Role:
        """The role that is chosen now."""
        return next(role for role, choice in self._roles.items() if choice.isChecked())

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

    def _move_card(self) -> Card:
        card = Card("Уже работали на другом компьютере?")
        card.body.addWidget(muted(MOVE))
        move = button("Перенос с другого компьютера…", "move")
        move.clicked.connect(self.move_wanted)
        card.body.addLayout(row(move))
        return card

    def _part_card(self) -> Card:
        card = Card("Заполнить часть для коллеги?")
        card.body.addWidget(muted(PART))
        self._secret = QLineEdit()
        self._secret.setObjectName("part-secret")
        self._secret.setAccessibleName("Слова части")
        self._secret.setPlaceholderText("Слова части, через пробел")
        self._secret.setMaxLength(200)
        self.part_notice = Notice("danger")
        part = button("Выбрать файл части…", "start-part")
        part.clicked.connect(lambda: self.part_wanted.emit(self._secret.text()))
        card.body.addWidget(self._secret)
        card.body.addWidget(self.part_notice)
        card.body.addLayout(row(part))
        return card

    def _role_card(self) -> Card:
        card = Card("Где будет работать программа?")
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        self._roles: dict[Role, QRadioButton] = {}
        self._group = QButtonGroup(self)
        for role, (name, words) in ROLES.items():
            choice = QRadioButton(name)
            choice.setAccessibleName(f"{name}: {words}")
            choice.setObjectName(f"role-{role.value}")
            choice.setChecked(role is Role.SCHOOL)
            choice.toggled.connect(self._show_role)
            self._group.addButton(choice)
            self._roles[role] = choice
            column.addLayout(row(choice, muted(words), stretch=1))
        card.body.addLayout(column)
        return card

    def _begin_card(self) -> Card:
        card = Card("Кто работает за этим компьютером")
        self._person = QLineEdit()
        self._person.setObjectName("person")
        self._person.setAccessibleName("Кто работает за этим компьютером")
        self._person.setPlaceholderText("фамилия и инициалы – для журнала действий")
        limit_line(self._person, 200)
        begin = button("Начать работу", "begin", "main")
        begin.clicked.connect(self._begin)
        card.body.addWidget(self._person)
        card.body.addWidget(self.notice)
        card.body.addLayout(row(begin))
        return card

    def _show_role(self) -> None:
        chosen = self.role
        for role, card in self._cards.items():
            card.setVisible(role is chosen)

    def _begin(self) -> None:
        owner = self._owner()
        if owner is not None:
            self.started.emit(owner, self._person.text().strip())

    def _owner(self) -> School | Office | None:
        form = self._offices.get(self.role)
        return self._schools.school() if form is None else form.office()


def _card(role: Role, form: SchoolForm | OfficeForm) -> Card:
    card = Card(TITLES[role])
    card.body.addWidget(muted(LATER[role]))
    card.body.addWidget(form)
    return card

"""«Настройки»: school, people, look, data and backups, keys."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit

from shkola_desktop.domain.backup import Backup
from shkola_desktop.domain.form import Edition
from shkola_desktop.domain.office import Role
from shkola_desktop.ui.settings.cases_card import CasesCard
from shkola_desktop.ui.settings.key_card import KeyCard
from shkola_desktop.ui.settings.moving_card import MovingCard, RecoveryCard
from shkola_desktop.ui.settings.people_card import PeopleCard
from shkola_desktop.ui.theme import SCALES, SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.office_form import OfficeForm
from shkola_desktop.ui.widgets.school_form import SchoolForm
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, muted, text, title
from shkola_desktop.ui.widgets.typed_text import limit_line
from shkola_desktop.words.russian import moment, size

OWNERS = {Role.SCHOOL: "Школа", Role.DISTRICT: "Район", Role.REGION: "Регион"}
OWN_KEYS = {
    Role.SCHOOL: "Ключ школы",
    Role.DISTRICT: "Ключ района",
    Role.REGION: "Ключ региона",
}
THEME_NAMES = {"system": "как в системе", "light": "светлое", "dark": "тёмное"}


class SettingsPage(ScrollPage):
    """Draws the settings and tells wishes."""

    owner_wanted = Signal()
    person_named = Signal(str)
    look_chosen = Signal(str, int)
    backup_wanted = Signal()
    restore_wanted = Signal(object)
    folder_wanted = Signal()
    log_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, edition: Edition, role: Role, new_id: Callable[[], str]) -> None:
        super().__init__()
        self.notice = Notice("good")
        school = role is Role.SCHOOL
        self.owner = SchoolForm(edition) if school else OfficeForm(role)
        self.people = PeopleCard(new_id)
        self.cases = CasesCard()
        self.key = KeyCard(OWN_KEYS[role])
        self.moving = MovingCard()
        self.recovery = RecoveryCard() if role is Role.REGION else None
        self.column.addWidget(title("Настройки"))
        self.column.addWidget(self.notice)
        self.column.addWidget(self._person_card())
        if school:
            self.column.addWidget(self.people)
            self.column.addWidget(self.cases)
        self.column.addWidget(self._look_card())
        self.column.addWidget(self._data_card())
        self.column.addWidget(self.key)
        if self.recovery is not None:
            self.column.addWidget(self.recovery)
        self.column.addWidget(self.moving)
        self.column.addWidget(self._owner_card(OWNERS[role]))
        self.column.addWidget(self._about_card(edition))

    def show_person(self, name: str) -> None:
        """Show who is at the computer."""
        self._person.setText(name)

    def show_look(self, theme: str, scale: int) -> None:
        """Show the chosen look."""
        self._theme.setCurrentIndex(max(0, self._theme.findData(theme)))
        self._scale.setCurrentIndex(max(0, self._scale.findData(scale)))

    def show_data(self, folder: Path, backups: Sequence[Backup]) -> None:
        """Show where the data lies and the newest backups."""
        self._folder.setText(str(folder))
        self._no_backups.setVisible(not backups)
        self._backups.clear()
        for known in backups:
            words = f"{moment(known.made_at)}, {size(known.size)}"
            self._backups.addItem(words, known.path)
        self._backups.setEnabled(bool(backups))
        self._restore.setEnabled(bool(backups))
        self._sure.say("")

    def _person_card(self) -> Card:
        card = Card("Кто за компьютером")
        self._person = QLineEdit()
        self._person.setObjectName("person")
        self._person.setAccessibleName("Фамилия и инициалы")
        self._person.setPlaceholderText("фамилия и инициалы – для журнала действий")
        limit_line(self._person, 200)
        self._person.editingFinished.connect(
            lambda: self.person_named.emit(self._person.text().strip())
        )
        card.body.addWidget(self._person)
        return card

    def _owner_card(self, name: str) -> Card:
        card = Card(name)
        card.body.addWidget(self.owner)
        save = button("Сохранить сведения", "save-owner", "main")
        save.clicked.connect(self.owner_wanted)
        card.body.addLayout(row(save))
        return card

    def _look_card(self) -> Card:
        card = Card("Вид")
        layout = QFormLayout()
        layout.setVerticalSpacing(SPACE)
        self._scale = QComboBox()
        self._scale.setObjectName("scale")
        self._scale.setAccessibleName("Размер текста")
        for scale in SCALES:
            self._scale.addItem(f"{scale} %", scale)
        self._theme = QComboBox()
        self._theme.setObjectName("theme")
        self._theme.setAccessibleName("Оформление")
        for code, words in THEME_NAMES.items():
            self._theme.addItem(words, code)
        self._scale.activated.connect(self._choose_look)
        self._theme.activated.connect(self._choose_look)
        layout.addRow("Размер текста", row(self._scale))
        layout.addRow("Оформление", row(self._theme))
        card.body.addLayout(layout)
        return card

    def _data_card(self) -> Card:
        card = Card("Данные и резервные копии")
        self._folder = text("", "strong")
        self._no_backups = muted("Копий ещё нет.")
        self._backups = QComboBox()
        self._backups.setObjectName("backups")
        self._backups.setAccessibleName("Резервные копии")
        self._backups.currentIndexChanged.connect(lambda: self._sure.say(""))
        self._restore = button("Вернуть эту копию…", "restore-backup")
        self._restore.clicked.connect(self._ask_to_restore)
        self._sure = Notice("warning")
        self._sure.add_button("Вернуть", "restore-sure", self._want_restore)
        card.body.addWidget(muted("Папка с данными"))
        card.body.addWidget(self._folder)
        card.body.addWidget(muted("Резервные копии (делаются раз в день сами)"))
        card.body.addWidget(self._no_backups)
        card.body.addLayout(row(self._backups, self._restore))
        card.body.addWidget(self._sure)
        make = button("Сделать копию сейчас", "back-up")
        make.clicked.connect(self.backup_wanted)
        folder = button("Открыть папку", "open-folder")
        folder.clicked.connect(self.folder_wanted)
        log = button("Журнал для поддержки", "open-log")
        log.clicked.connect(self.log_wanted)
        card.body.addLayout(row(make, folder, log))
        other = button("Другое рабочее место…", "other-workspace")
        other.clicked.connect(self.other_wanted)
        card.body.addLayout(row(other))
        return card

    def _ask_to_restore(self) -> None:
        self._sure.say(
            f"Вернуть копию: {self._backups.currentText()}?",
            "Всё, что сделано после неё, из программы исчезнет, но останется в файле "
            "рядом с базой.",
        )

    def _want_restore(self) -> None:
        self.restore_wanted.emit(self._backups.currentData())

    def _about_card(self, edition: Edition) -> Card:
        card = Card("Форма самодиагностики")
        version = f"{edition.title}, версия {edition.version} ({edition.hash[:12]})"
        card.body.addWidget(text(version))
        card.body.addWidget(muted(edition.note))
        return card

    def _choose_look(self) -> None:
        theme, scale = str(self._theme.currentData()), int(self._scale.currentData())
        self.look_chosen.emit(theme, scale)

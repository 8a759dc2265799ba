"""«Школы»: the registry of a district, its import, the connection of schools."""

from PySide6.QtCore import Signal

from shkola_desktop.app.ports import Places
from shkola_desktop.domain.form import Edition
from shkola_desktop.domain.office import Office
from shkola_desktop.domain.school import School
from shkola_desktop.ui.runner import Runner
from shkola_desktop.ui.schools.connect_card import ConnectCard
from shkola_desktop.ui.schools.import_card import ImportCard
from shkola_desktop.ui.schools.list_card import ListCard
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.school_form import SchoolForm
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, heading, title


class SchoolsPage(ScrollPage):
    """Draws the registry; ``given`` carries a school that was typed."""

    given = Signal(object)
    file_wanted = Signal()
    template_wanted = Signal()
    undo_wanted = Signal()

    def __init__(
        self, edition: Edition, office: Office, places: Places, runner: Runner
    ) -> None:
        super().__init__()
        self.notice = Notice("good")
        self.undo = self.notice.add_button(
            "Вернуть", "undo-removing", self.undo_wanted.emit
        )
        self.list = ListCard()
        self.importing = ImportCard()
        self.connecting = ConnectCard(places, runner)
        self.form = SchoolForm(edition, registry=office)
        self._form_card = self._make_form()
        load = button("Загрузить из Excel или CSV…", "load-registry")
        load.clicked.connect(self.file_wanted)
        template = button("Шаблон реестра…", "save-template")
        template.clicked.connect(self.template_wanted)
        self.list.body.addLayout(row(load, template))
        self.column.addWidget(title("Школы"))
        for widget in (self.notice, self._form_card, self.importing, self.list):
            self.column.addWidget(widget)
        self.column.addWidget(self.connecting)
        self.say("")

    def say(self, words: str, *, undo: bool = False) -> None:
        """Say what was done; ``undo`` offers to take it back."""
        self.undo.setVisible(undo)
        self.notice.say(words, tone="good")

    def edit(self, school: School | None) -> None:
        """Open the form: on a school, or empty for a new one."""
        self._heading.setText("Новая школа" if school is None else "Сведения о школе")
        self.form.notice.say("")
        self.form.clear()
        if school is not None:
            self.form.show_school(school)
        self._form_card.show()
        self.form.focus_first()
        self.reveal(self._form_card)

    def close_form(self) -> None:
        """Put the form away."""
        self._form_card.hide()

    def _make_form(self) -> Card:
        card = Card()
        self._heading = heading("")
        card.body.addWidget(self._heading)
        card.body.addWidget(self.form)
        save = button("Сохранить", "save-entry", "main")
        save.clicked.connect(self._give)
        drop = button("Отмена", "drop-entry")
        drop.clicked.connect(self.close_form)
        card.body.addLayout(row(save, drop))
        card.hide()
        return card

    def _give(self) -> None:
        school = self.form.school()
        if school is not None:
            self.given.emit(school)

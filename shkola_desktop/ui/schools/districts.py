"""«Районы»: the districts of a region, how far their schools are, their connection."""

from collections.abc import Sequence

from shkola_desktop.app import offices, registry
from shkola_desktop.app.registry import RegisteredDistrict
from shkola_desktop.domain.errors import NoOffice
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.schools.connect_card import ConnectCard
from shkola_desktop.ui.schools.connecting import Connecting
from shkola_desktop.ui.schools.lines import DISTRICT_HEADINGS, district_lines
from shkola_desktop.ui.schools.list_card import ListCard
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.office_form import OfficeForm
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, heading, title
from shkola_desktop.words.russian import DISTRICTS, counted

EMPTY = "Районов ещё нет. Добавьте первый: нужны название и код."
NOT_FOUND = "Таких районов нет. Измените поиск."


class DistrictsPresenter:
    """Reads the districts anew each time it is opened or changed."""

    def __init__(self, context: Context) -> None:
        self._context = context
        own = offices.office_of(context.workspace)
        if own is None:
            raise NoOffice
        self._own: Office = own
        self._found: tuple[RegisteredDistrict, ...] = ()
        self._edited: str | None = None
        self.page = ScrollPage()
        self._notice = Notice("good")
        self._list = ListCard(DISTRICT_HEADINGS, noun="район", standings=False)
        self._list.forbid_removing()
        self._form = OfficeForm(Role.DISTRICT)
        self._form_card = self._make_form()
        card = ConnectCard(context.workspace.places, context.drafts)
        self._card = card
        self._connecting = Connecting(context, card, self._read)
        self.page.column.addWidget(title("Районы"))
        for widget in (self._notice, self._form_card, self._list, card):
            self.page.column.addWidget(widget)
        self._list.narrowed.connect(self._show)
        self._list.chosen.connect(self._show_codes)
        self._list.add_wanted.connect(lambda: self._edit(""))
        self._list.edit_wanted.connect(self._edit)

    def open(self, _at: str | None = None) -> None:
        """Show the districts."""
        self._notice.say("")
        self._connecting.open()
        self._read()

    def leave(self) -> None:
        """Look for drives no more."""
        self._connecting.leave()

    def _make_form(self) -> Card:
        card = Card()
        self._heading = heading("")
        card.body.addWidget(self._heading)
        card.body.addWidget(self._form)
        save = button("Сохранить", "save-entry", "main")
        save.clicked.connect(self._save)
        drop = button("Отмена", "drop-entry")
        drop.clicked.connect(card.hide)
        card.body.addLayout(row(save, drop))
        card.hide()
        return card

    def _read(self) -> None:
        workspace = self._context.workspace
        self._context.runner.run(
            lambda: registry.districts(workspace),
            self._show_found,
            self._notice.say_error,
        )

    def _show_found(self, found: tuple[RegisteredDistrict, ...]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        lines = district_lines(self._found, self._list.searched)
        words = counted(len(lines), DISTRICTS)
        self._list.show_lines(lines, words, NOT_FOUND if self._found else EMPTY)

    def _show_codes(self, keys: Sequence[str]) -> None:
        waiting = [
            one.office.code
            for one in self._found
            if not (one.enrolled.written or one.enrolled.keys_known)
        ]
        self._card.show_codes(waiting, keys)

    def _edit(self, code: str) -> None:
        offered = Office("", "", Role.DISTRICT, self._own.code, self._own.region_name)
        known = next((d.office for d in self._found if d.office.code == code), None)
        self._edited = known.code if known is not None else None
        self._heading.setText("Новый район" if known is None else "Сведения о районе")
        self._form.notice.say("")
        self._form.show_office(known or offered)
        self._form_card.show()
        self.page.reveal(self._form_card)

    def _save(self) -> None:
        office = self._form.office()
        if office is None:
            return
        workspace, before = self._context.workspace, self._edited
        self._context.saving.save(
            lambda: registry.save_district(office, workspace, before=before),
            lambda _none: self._saved(office),
            self._form.notice.say_error,
        )

    def _saved(self, office: Office) -> None:
        self._form_card.hide()
        self._notice.say(f"Сохранено: {office.name}.", tone="good")
        self._read()

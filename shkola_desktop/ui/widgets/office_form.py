"""A district's or region's own data as a form; wrong fields say so at their place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from shkola_desktop.domain.office import Office, Role
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Notice
from shkola_desktop.ui.widgets.checked_lines import CheckedLines, TextField
from shkola_desktop.ui.widgets.date_line import DateLine

HEAD = (
    TextField("head_position", "Должность руководителя", "начальник управления"),
    TextField("head", "Руководитель", "И. О. Фамилия"),
)
FIELDS: dict[Role, tuple[TextField, ...]] = {
    Role.DISTRICT: (
        TextField(
            "name",
            "Название управления образования",
            "Управление образования … района",
            required=True,
        ),
        TextField("code", "Код района", "дают в регионе", required=True, code=True),
        TextField("region_name", "Регион", required=True),
        TextField("region", "Код региона", "дают в регионе", required=True, code=True),
        *HEAD,
    ),
    Role.REGION: (
        TextField("name", "Название оператора", "институт или центр", required=True),
        TextField("code", "Код региона", "например 70", required=True, code=True),
        TextField("region_name", "Регион", required=True),
        *HEAD,
    ),
}


class OfficeForm(QWidget):
    """Reads and shows an office. ``changed`` tells that the person typed."""

    changed = Signal()

    def __init__(self, role: Role) -> None:
        super().__init__()
        self._role = role
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(SPACE)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._lines = CheckedLines(FIELDS[role], self.changed)
        for field in FIELDS[role]:
            self._lines.add_to(layout, field)
        self._term = DateLine("term", "Срок сдачи в этом году")
        layout.addRow("Срок сдачи в этом году", self._term)
        layout.addRow("", self._term.fault)
        self.notice = Notice("danger")
        layout.addRow(self.notice)

    def show_office(self, office: Office) -> None:
        """Fill the form."""
        self._lines.show_values(office)
        self._term.show_day(office.term)

    def office(self) -> Office | None:
        """Return the office, or mark what is missing and return None."""
        if not self._lines.complete():
            return None
        values = self._lines.values()
        region = values.pop("region", values["code"])
        return Office(role=self._role, region=region, term=self._term.day, **values)

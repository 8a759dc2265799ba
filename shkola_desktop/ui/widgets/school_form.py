"""The school's passport data as a form; wrong fields say so at their place."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QSpinBox,
    QWidget,
)

from shkola_desktop.domain.form import Edition
from shkola_desktop.domain.ids import KindCode, SchoolId
from shkola_desktop.domain.office import Office
from shkola_desktop.domain.school import School
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Notice, row
from shkola_desktop.ui.widgets.checked_lines import CheckedLines, TextField
from shkola_desktop.ui.widgets.texts import muted

NOT_GIVEN = "не указано"


@dataclass(frozen=True, slots=True)
class NumberField:
    """A number of the form, up to a most that no school passes."""

    name: str
    label: str
    most: int


NUMBER_FIELDS = (
    NumberField("pupils", "Обучающихся", 5_000),
    NumberField("class_sets", "Классов-комплектов", 300),
    NumberField("teachers", "Педагогов", 1_000),
)
TEXT_FIELDS = (
    TextField("full_name", "Полное название по уставу", required=True),
    TextField("short_name", "Краткое название", "МБОУ «… ООШ»", required=True),
    TextField(
        "code", "Код школы в реестре района", "спросите у методиста", True, code=True
    ),
    TextField("district", "Район (муниципалитет)", required=True),
    TextField("district_code", "Код района", "спросите у методиста", True, code=True),
    TextField("region", "Регион"),
    TextField("founder", "Учредитель"),
    TextField("settlement", "Населённый пункт", "с. …"),
    TextField("address", "Адрес"),
    TextField("site", "Сайт"),
    TextField("director", "Директор", "И. О. Фамилия"),
)


class SchoolForm(QWidget):
    """Reads and shows a school. ``changed`` tells that the person typed."""

    changed = Signal()

    def __init__(
        self,
        edition: Edition,
        *,
        brief: bool = False,
        registry: Office | None = None,
    ) -> None:
        """``brief`` asks only for what the self-diagnosis needs.

        ``registry`` is the office whose school it is: it gives district and region.
        """
        super().__init__()
        self._edition = edition
        self._given = _given(registry)
        self._fields = tuple(
            field
            for field in TEXT_FIELDS
            if (field.required or not brief) and field.name not in self._given
        )
        self._id = ""
        self._lines = CheckedLines(self._fields, self.changed)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(SPACE)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field in self._fields:
            if field.required:
                self._lines.add_to(layout, field)
        self._add_variant(layout)
        self._numbers = {
            field.name: self._add_number(layout, field)
            for field in (NUMBER_FIELDS[:1] if brief else NUMBER_FIELDS)
        }
        for field in self._fields:
            if not field.required:
                self._lines.add_to(layout, field)
        self.notice = Notice("danger")
        layout.addRow(self.notice)

    def clear(self) -> None:
        """Make the form empty, for another school."""
        self._id = ""
        self._lines.clear()
        self._kind.setCurrentIndex(0)
        for box in self._programmes.values():
            box.setChecked(False)
        self._ovz.setChecked(False)
        for box in self._numbers.values():
            box.setValue(-1)
        self._programmes_fault.hide()

    def focus_first(self) -> None:
        """Put the keyboard into the first line."""
        self._lines.focus_first()

    def show_school(self, school: School) -> None:
        """Fill the form."""
        self._id = school.id
        self._lines.show_values(school)
        self._kind.setCurrentIndex(max(0, self._kind.findData(school.kind)))
        for code, box in self._programmes.items():
            box.setChecked(code in school.programmes)
        self._ovz.setChecked(school.ovz)
        for name, box in self._numbers.items():
            known = getattr(school, name)
            box.setValue(-1 if known is None else known)

    def school(self) -> School | None:
        """Return the school, or mark what is missing and return None."""
        if not self._complete():
            return None
        texts = self._lines.values()
        kind = KindCode(str(self._kind.currentData()))
        known = self._edition.kind(kind)
        return School(
            id=SchoolId(self._id or texts["code"]),
            kind=kind,
            programmes=tuple(c for c, b in self._programmes.items() if b.isChecked()),
            ovz=self._ovz.isChecked() or (known is not None and known.always_ovz),
            pupils=self._number("pupils"),
            class_sets=self._number("class_sets"),
            teachers=self._number("teachers"),
            **{**self._given, **texts},
        )

    def _number(self, name: str) -> int | None:
        box = self._numbers.get(name)
        return None if box is None or box.value() < 0 else box.value()

    def _complete(self) -> bool:
        lines = self._lines.complete()
        none = not any(box.isChecked() for box in self._programmes.values())
        self._programmes_fault.setVisible(none)
        return lines and not none

    def _add_variant(self, layout: QFormLayout) -> None:
        self._kind = QComboBox()
        self._kind.setObjectName("kind")
        self._kind.setAccessibleName("Вид школы")
        for kind in self._edition.kinds:
            self._kind.addItem(kind.name, kind.code)
        self._kind.currentIndexChanged.connect(self._follow_kind)
        layout.addRow("Вид школы *", self._kind)
        self._programmes = {
            programme.code: QCheckBox(programme.name)
            for programme in self._edition.programmes
        }
        for code, box in self._programmes.items():
            box.setObjectName(f"programme-{code}")
            box.toggled.connect(self.changed)
        layout.addRow("Программы *", row(*self._programmes.values()))
        self._programmes_fault = muted("Отметьте хотя бы одну программу.")
        self._programmes_fault.setProperty("look", "danger")
        self._programmes_fault.hide()
        layout.addRow("", self._programmes_fault)
        self._ovz = QCheckBox("есть обучающиеся с ОВЗ или инвалидностью")
        self._ovz.setObjectName("ovz")
        self._ovz.toggled.connect(self.changed)
        layout.addRow("ОВЗ", self._ovz)

    def _follow_kind(self) -> None:
        kind = self._edition.kind(KindCode(str(self._kind.currentData())))
        always = kind is not None and kind.always_ovz
        if always:
            self._ovz.setChecked(True)
        self._ovz.setEnabled(not always)
        self.changed.emit()

    def _add_number(self, layout: QFormLayout, field: NumberField) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(field.name)
        box.setAccessibleName(field.label)
        box.setRange(-1, field.most)
        box.setSpecialValueText(NOT_GIVEN)
        box.setValue(-1)
        box.valueChanged.connect(self.changed)
        layout.addRow(field.label, row(box))
        return box


def _given(office: Office | None) -> dict[str, str]:
    if office is None:
        return {}
    return {
        "district": office.name,
        "district_code": office.code,
        "region": office.region_name,
    }

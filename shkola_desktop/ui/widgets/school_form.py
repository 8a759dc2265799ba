"""The school's passport data as a form; wrong fields say so at their place."""

import re
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from shkola_desktop.domain.form import Edition
from shkola_desktop.domain.ids import KindCode, SchoolId
from shkola_desktop.domain.school import School
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Notice, row
from shkola_desktop.ui.widgets.texts import muted, restyle

CODE = re.compile("[A-Za-z0-9-]{1,20}")
"""Registry codes go into file names on a stick: Latin letters, digits, hyphen."""
LONGEST = 400
NOT_GIVEN = "не указано"


@dataclass(frozen=True, slots=True)
class TextField:
    """A line of the form; ``hint`` is shown inside while it is empty."""

    name: str
    label: str
    hint: str = ""
    required: bool = False
    code: bool = False


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

    def __init__(self, edition: Edition, *, brief: bool = False) -> None:
        """``brief`` asks only for what the self-diagnosis needs."""
        super().__init__()
        self._edition = edition
        self._fields = tuple(f for f in TEXT_FIELDS if f.required or not brief)
        self._id = ""
        self._lines: dict[str, QLineEdit] = {}
        self._faults: dict[str, QLabel] = {}
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(SPACE)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field in self._fields:
            if field.required:
                self._add_line(layout, field)
        self._add_variant(layout)
        self._numbers = {
            field.name: self._add_number(layout, field)
            for field in (NUMBER_FIELDS[:1] if brief else NUMBER_FIELDS)
        }
        for field in self._fields:
            if not field.required:
                self._add_line(layout, field)
        self.notice = Notice("danger")
        layout.addRow(self.notice)

    def show_school(self, school: School) -> None:
        """Fill the form."""
        self._id = school.id
        for name, line in self._lines.items():
            line.setText(getattr(school, name))
            line.setCursorPosition(0)  # a long name shows its beginning
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
        texts = {name: line.text().strip() for name, line in self._lines.items()}
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
            **texts,
        )

    def _number(self, name: str) -> int | None:
        box = self._numbers.get(name)
        return None if box is None or box.value() < 0 else box.value()

    def _complete(self) -> bool:
        first: QLineEdit | None = None
        for field in self._fields:
            line = self._lines[field.name]
            words = line.text().strip()
            wrong = field.required and not words
            if field.code and words:
                wrong = not CODE.fullmatch(words)
            restyle(line, "wrong", wrong)
            self._faults[field.name].setVisible(wrong)
            if wrong and first is None:
                first = line
        none = not any(box.isChecked() for box in self._programmes.values())
        self._programmes_fault.setVisible(none)
        if first is not None:
            first.setFocus()
        return first is None and not none

    def _add_line(self, layout: QFormLayout, field: TextField) -> None:
        line = QLineEdit()
        line.setObjectName(field.name)
        line.setAccessibleName(field.label)
        line.setPlaceholderText(field.hint)
        line.setMaxLength(LONGEST)
        line.textEdited.connect(self.changed)
        fault = muted(_fault(field))
        fault.setProperty("look", "danger")
        fault.hide()
        self._lines[field.name] = line
        self._faults[field.name] = fault
        layout.addRow(field.label + (" *" if field.required else ""), line)
        layout.addRow("", fault)

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


def _fault(field: TextField) -> str:
    if field.code:
        return "Введите код: латинские буквы, цифры, дефис."
    return "Заполните это поле."

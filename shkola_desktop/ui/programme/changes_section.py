"""Section «Лист изменений»: yearly corrections with their orders, kept versions."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.programme_parts import Change
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import SectionPage
from shkola_desktop.ui.programme.versions.card import VersionsCard
from shkola_desktop.ui.widgets.card import Card
from shkola_desktop.ui.widgets.record_form import Field, Kind, Shape
from shkola_desktop.ui.widgets.records import Records
from shkola_desktop.ui.widgets.texts import muted
from shkola_desktop.words.russian import long_date

EXPLAINED = (
    "Программу уточняют каждый год: по итогам самодиагностики и отчёта директора. "
    "Каждое изменение вносят приказом и записывают здесь строкой; лист станет "
    "приложением к программе. До первого изменения он пуст."
)


class ChangesSection(SectionPage):
    """Rows of the list of changes; ``versions`` tells what is wanted of those."""

    def __init__(self) -> None:
        super().__init__(Part.CHANGES)
        self._today = date.min
        card = Card("Изменения программы")
        card.body.addWidget(muted(EXPLAINED))
        self._records = Records(self._shape())
        self._records.changed.connect(self.keeper("changes"))
        card.body.addWidget(self._records)
        self.versions = VersionsCard()
        self.add(card, self.versions)
        self.typed(self._records)
        self.spot("changes", card, self._records.focus_new)
        self.spot("versions", self.versions, self.versions.focus_new)

    def draw(self, outlook: Outlook) -> None:
        """Show the rows."""
        self._today = outlook.material.made_at.date()
        self._records.show_records(outlook.programme.changes)

    def _shape(self) -> Shape:
        return Shape(
            name="change",
            noun="изменение",
            hint="что изменено",
            fields=(
                Field("what", "Что изменено", Kind.TEXT),
                Field("on", "Дата", Kind.DATE),
                Field("basis", "Основание", hint="приказ № … от …"),
            ),
            make=lambda words: Change(self._today, "", words),
            told=_told,
            read=lambda known: {
                "what": known.what,
                "on": known.on,
                "basis": known.basis,
            },
            write=_written,
        )


def _told(change: Change) -> tuple[str, str]:
    basis = change.basis or "основание не указано"
    return change.what, f"{long_date(change.on)} · {basis}"


def _written(known: Change, values: Mapping[str, Any]) -> Change:
    return replace(
        known,
        what=values["what"] or known.what,
        on=values["on"] or known.on,
        basis=values["basis"],
    )

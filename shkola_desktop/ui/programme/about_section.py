"""Section «О школе»: the school's information, with own words of the programme."""

from PySide6.QtCore import Signal

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.school_info_section import SchoolInfoSection
from shkola_desktop.ui.programme.section import Telling


class AboutSection(Telling):
    """``info_changed`` carries the school's information."""

    info_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(Part.ABOUT)
        self._info = SchoolInfoSection()
        self._info.changed.connect(self.info_changed)
        self._info.column.addWidget(self.own_words)
        self._year = 0
        self.typed(self._info)
        self.outer.addWidget(self._info)

    def from_year(self, year: int) -> None:
        """Say which is the newest school year to fill in."""
        self._year = year

    def draw(self, outlook: Outlook) -> None:
        """Show the information."""
        material = outlook.material
        taught = material.school.programmes
        self._info.show_info(material.info, self._year, taught)

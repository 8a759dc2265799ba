"""Draw the programme to be looked at while it is written; nothing is kept."""

from dataclasses import replace

from shkola_desktop.app.ports import Clock, Reports
from shkola_desktop.domain.documents import DrawnProgramme, ProgrammeMaterial


def draw(material: ProgrammeMaterial, reports: Reports, clock: Clock) -> DrawnProgramme:
    """Return the programme as it would be printed now.

    It asks the material alone, no database: any thread may call it.
    """
    return reports.drawn_programme(replace(material, made_at=clock.now()))

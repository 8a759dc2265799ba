"""The sections of the wizard, made once, in their order."""

from shkola_desktop.domain.programme import ProgrammeTemplate
from shkola_desktop.ui.icons import Icons
from shkola_desktop.ui.programme.about_section import AboutSection
from shkola_desktop.ui.programme.analysis.section import AnalysisSection
from shkola_desktop.ui.programme.basics.section import BasicsSection
from shkola_desktop.ui.programme.changes_section import ChangesSection
from shkola_desktop.ui.programme.check_part import CheckPart
from shkola_desktop.ui.programme.deficits.section import DeficitsSection
from shkola_desktop.ui.programme.execution.section import ExecutionSection
from shkola_desktop.ui.programme.mechanisms.section import MechanismsSection
from shkola_desktop.ui.programme.outcome.indicators_section import IndicatorsSection
from shkola_desktop.ui.programme.outcome.results_section import ResultsSection
from shkola_desktop.ui.programme.outcome.roadmap_section import RoadmapSection
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import Telling
from shkola_desktop.ui.programme.texts.section import Reading, TextsSection


class Sections:
    """All sections; those by name tell more than a changed programme."""

    def __init__(
        self, template: ProgrammeTemplate, icons: Icons, texts_of: Reading
    ) -> None:
        self.about = AboutSection()
        self.deficits = DeficitsSection(icons)
        self.mechanisms = MechanismsSection()
        self.roadmap = RoadmapSection()
        self.texts = TextsSection(texts_of)
        self.execution = ExecutionSection(icons)
        self.changes = ChangesSection()
        self.check = CheckPart()
        self.all: tuple[Telling, ...] = (
            BasicsSection(template),
            self.about,
            AnalysisSection(),
            self.deficits,
            ResultsSection(),
            self.mechanisms,
            IndicatorsSection(),
            self.roadmap,
            self.texts,
            self.execution,
            self.changes,
            self.check,
        )
        self._by_part = {section.part: section for section in self.all}

    def of(self, part: Part) -> Telling:
        """Return the section of a part."""
        return self._by_part[part]

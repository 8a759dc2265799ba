"""Section «Механизмы»: team, sources of money, risks, monitoring."""

from PySide6.QtCore import Signal

from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.measures import MeasureBank
from shkola_desktop.domain.programme_parts import PlannedMonitoring, PlannedRisk
from shkola_desktop.ui.programme.mechanisms.bank_card import BankCard
from shkola_desktop.ui.programme.mechanisms.shapes import FINANCE, MONITORING, RISK
from shkola_desktop.ui.programme.mechanisms.team_card import TeamCard
from shkola_desktop.ui.programme.parts import Part
from shkola_desktop.ui.programme.section import SectionPage


class MechanismsSection(SectionPage):
    """Who leads, what it costs, what may go wrong, how it is watched."""

    suggest_wanted = Signal()
    people_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(Part.MECHANISMS)
        self._team = TeamCard()
        self._team.changed.connect(self.keeper("team"))
        self._team.suggest_wanted.connect(self.suggest_wanted)
        self._team.people_wanted.connect(self.people_wanted)
        self._finance = BankCard("Источники средств", FINANCE)
        self._finance.changed.connect(self.keeper("finance"))
        self._risks = BankCard("Риски", RISK)
        self._risks.changed.connect(self.keeper("risks"))
        self._monitoring = BankCard("Мониторинг", MONITORING)
        self._monitoring.changed.connect(self.keeper("monitoring"))
        self.add(self._team, self._finance, self._risks, self._monitoring)
        self.typed(self._finance, self._risks, self._monitoring)
        self.spot("team", self._team, self._team.focus)
        self.spot("finance", self._finance, self._finance.focus)
        self.spot("risks", self._risks, self._risks.focus)
        self.spot("monitoring", self._monitoring, self._monitoring.focus)
        self.spot("control", self._monitoring, self._monitoring.focus)

    def draw(self, outlook: Outlook) -> None:
        """Show the team and the lists."""
        material, programme = outlook.material, outlook.programme
        self._team.show_team(material.people, material.form.directions, programme.team)
        bank = material.bank
        self._finance.show_rows(programme.finance, bank.finance_sources)
        self._risks.show_rows(programme.risks, bank_risks(bank))
        self._monitoring.show_rows(programme.monitoring, bank_monitoring(bank))


def bank_risks(bank: MeasureBank) -> tuple[PlannedRisk, ...]:
    """Return the bank's risks as a programme keeps them."""
    return tuple(PlannedRisk(r.risk, r.effect, r.prevention) for r in bank.risks)


def bank_monitoring(bank: MeasureBank) -> tuple[PlannedMonitoring, ...]:
    """Return the bank's rows of monitoring as a programme keeps them."""
    return tuple(
        PlannedMonitoring(m.what, m.how, m.when, m.who, m.where)
        for m in bank.monitoring
    )

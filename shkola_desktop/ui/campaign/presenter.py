"""Ties «Обзор» of an office to the state of its workspace."""

from shkola_desktop.app import campaign
from shkola_desktop.app.office_steps import OfficeStep, office_step
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import Standing
from shkola_desktop.ui.campaign.page import CampaignPage
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.keys.reminder import remind

TARGETS = {
    OfficeStep.REGISTRY: Screen.SCHOOLS,
    OfficeStep.CONNECT: Screen.SCHOOLS,
    OfficeStep.RECEIVE: Screen.RECEPTION,
    OfficeStep.REVIEW: Screen.REVIEW,
    OfficeStep.PASS_ON: Screen.EXCHANGE,
    OfficeStep.NOTHING: Screen.ANALYTICS,
}
"""Where each step is done."""


class CampaignPresenter:
    """Shows the campaign anew each time it is opened."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.page = CampaignPage()
        self.page.standing_wanted.connect(self._review)
        self.page.step_wanted.connect(self._go)

    def open(self, _at: str | None = None) -> None:
        """Read the state and show it."""
        workspace = self._context.workspace
        found = campaign.campaign(workspace)
        step = office_step(found, workspace)
        self.page.render_campaign(found, step)
        remind(self.page.column, self._context)
        self.page.focus_next()

    def _go(self, step: OfficeStep) -> None:
        screen = TARGETS[step]
        if screen is Screen.SCHOOLS and self._context.role is Role.REGION:
            screen = Screen.DISTRICTS
        handed_in = Standing.HANDED_IN.value
        self._context.go(screen, handed_in if screen is Screen.REVIEW else None)

    def _review(self, standing: Standing) -> None:
        self._context.go(Screen.REVIEW, standing.value)

    def leave(self) -> None:
        """Nothing is open here."""

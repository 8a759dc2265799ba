"""Ties «Обзор» of an office to the state of its workspace."""

from shkola_desktop.app import campaign
from shkola_desktop.domain.review import Standing
from shkola_desktop.ui.campaign.page import CampaignPage
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.keys.reminder import remind


class CampaignPresenter:
    """Shows the campaign anew each time it is opened."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.page = CampaignPage()
        self.page.standing_wanted.connect(self._review)

    def open(self, _at: str | None = None) -> None:
        """Read the state and show it."""
        self.page.render_campaign(campaign.campaign(self._context.workspace))
        remind(self.page.column, self._context)

    def _review(self, standing: Standing) -> None:
        self._context.go(Screen.REVIEW, standing.value)

    def leave(self) -> None:
        """Nothing is open here."""

"""Ties «Обзор» of an office to the state of its workspace."""

from shkola_desktop.app import campaign
from shkola_desktop.ui.campaign.page import CampaignPage
from shkola_desktop.ui.context import Context


class CampaignPresenter:
    """Shows the campaign anew each time it is opened."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.page = CampaignPage()

    def open(self, _at: str | None = None) -> None:
        """Read the state and show it."""
        self.page.render_campaign(campaign.campaign(self._context.workspace))

    def leave(self) -> None:
        """Nothing is open here."""

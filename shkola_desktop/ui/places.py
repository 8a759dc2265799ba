"""Drives and chosen folders that packages can be written to."""

from pathlib import Path

from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.package import Place
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.widgets.place_card import PlaceCard


class Places:
    """Fills a card with places; folders that were chosen stay for this run."""

    def __init__(self, context: Context, card: PlaceCard, title: str) -> None:
        self._context = context
        self._card = card
        self._title = title
        self._folders: tuple[str, ...] = ()
        card.refresh_wanted.connect(self.show)
        card.folder_wanted.connect(self._choose)

    def show(self, chosen: str | None = None) -> None:
        """Look for drives anew."""
        places = list(self._context.workspace.places.removable())
        looked = (self._look(folder) for folder in self._folders)
        places += [place for place in looked if place is not None]
        self._card.show_places(places, chosen)

    def _look(self, folder: str) -> Place | None:
        try:
            return self._context.workspace.places.look(Path(folder))
        except ShkolaError:
            return None  # it went away meanwhile

    def _choose(self) -> None:
        chosen = self._context.ask.folder(self._title)
        if chosen is not None:
            self._folders = (str(chosen), *self._folders)
            self.show(str(chosen))

"""Ties the pages beside the form to what is being written."""

from functools import partial

from shkola_desktop.app import previewing, registering
from shkola_desktop.domain.documents import DrawnProgramme, ProgrammeMaterial
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.programme.page import ProgrammePage
from shkola_desktop.ui.programme.parts import PRINTED, Part
from shkola_desktop.ui.programme.preview.drawing import Drawing

SETTING = "look.preview"
SHOWN, HIDDEN = "shown", "hidden"
SHARE = "look.preview_share"
SHARES = range(10, 91)
"""Per cent that a border can stand at; anything else in the file is not looked at."""
ROOMY = 1500
"""Pixels of a window that has room for form and page without being asked."""


class PreviewPresenter:
    """Draws only while somebody looks, and only what changed."""

    def __init__(self, context: Context, page: ProgrammePage) -> None:
        self._context = context
        self._page = page
        self._material: ProgrammeMaterial | None = None
        self._asked: ProgrammeMaterial | None = None
        workspace = context.workspace
        draw = partial(
            previewing.draw, reports=workspace.reports, clock=workspace.clock
        )
        self._drawing = Drawing(context.drafts, draw, page)
        self._drawing.begun.connect(page.preview.show_updating)
        self._drawing.drawn.connect(self._show_drawn)
        self._drawing.failed.connect(self._show_error)
        page.preview_wanted.connect(self._choose)
        page.share_moved.connect(self._remember_share)
        share = registering.setting(SHARE, workspace) or ""
        if share in map(str, SHARES):
            page.show_share(int(share))

    def _remember_share(self, share: int) -> None:
        self._remember(SHARE, str(share))

    def open(self) -> None:
        """Show the pages or not, as it was left; at first as there is room."""
        known = registering.setting(SETTING, self._context.workspace)
        roomy = self._page.window().width() >= ROOMY
        self._set(shown=known == SHOWN if known else roomy)

    def show(self, material: ProgrammeMaterial, part: Part) -> None:
        """Follow the form: its state, and the part that is open."""
        self._material = material
        self._page.preview.turn_to(_place_of(part))
        self._ask()

    def close(self) -> None:
        """Stop drawing: another screen is open."""
        self._drawing.forget()
        self._asked = None

    def _choose(self, shown: bool) -> None:  # noqa: FBT001  # a signal's value
        self._set(shown=shown)
        self._remember(SETTING, SHOWN if shown else HIDDEN)

    def _remember(self, setting: str, value: str) -> None:
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: registering.save_setting(setting, value, workspace)
        )

    def _set(self, *, shown: bool) -> None:
        self._page.show_preview(shown=shown)
        if shown:
            self._ask()
        else:
            self.close()

    def _ask(self) -> None:
        if self._page.preview.isHidden() or self._material is None:
            return
        if self._material is not self._asked:
            self._asked = self._material
            self._drawing.ask(self._material)

    def _show_drawn(self, drawn: DrawnProgramme) -> None:
        self._page.preview.show_drawn(drawn)

    def _show_error(self, error: ShkolaError) -> None:
        self._asked = None
        self._page.preview.show_error(error)


def _place_of(part: Part) -> str:
    """Return the place in the document that a part writes; some write none."""
    if part in PRINTED or part is Part.CHANGES:
        return f"section:{part.value}"
    return ""

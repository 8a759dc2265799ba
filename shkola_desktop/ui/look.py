"""The chosen look of a workspace: theme and text size, as settings keep them."""

from shkola_desktop.app import registering
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.ui.theme import SCALES, THEMES

THEME = "look.theme"
SCALE = "look.scale"
SYSTEM = "system"
DEFAULT_LOOK = (SYSTEM, SCALES[0])


def chosen_look(workspace: Workspace) -> tuple[str, int]:
    """Return theme and scale; what is unknown becomes the default."""
    theme = registering.setting(THEME, workspace) or SYSTEM
    scale = registering.setting(SCALE, workspace) or ""
    known = int(scale) if scale.isdecimal() else SCALES[0]
    return (
        theme if theme in THEMES else SYSTEM,
        known if known in SCALES else SCALES[0],
    )


def save_look(theme: str, scale: int, workspace: Workspace) -> None:
    """Keep theme and scale."""
    registering.save_setting(THEME, theme, workspace)
    registering.save_setting(SCALE, str(scale), workspace)

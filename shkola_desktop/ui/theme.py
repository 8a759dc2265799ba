"""Colours with meaning, type sizes and spacing: the look of everything."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

SPACE = 8
"""Pixels: every distance is a multiple of it or its half."""
BASE_SIZE = 10.5
SCALES = (100, 125, 150)
"""Text sizes in per cent that settings offer."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette; text on every ground reaches a contrast of 4.5 : 1."""

    name: str
    ground: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selected: str
    danger: str
    danger_ground: str
    warning: str
    warning_ground: str
    good: str
    good_ground: str


LIGHT = Colours(
    name="light",
    ground="#f3f5f7",
    surface="#ffffff",
    raised="#e9eef3",
    border="#c9d2da",
    text="#1b2631",
    muted="#50606e",
    accent="#1c5a91",
    on_accent="#ffffff",
    selected="#dce9f5",
    danger="#a8211a",
    danger_ground="#fdeceb",
    warning="#6a4800",
    warning_ground="#fff3d6",
    good="#1a6640",
    good_ground="#e3f4ea",
)
DARK = Colours(
    name="dark",
    ground="#14181d",
    surface="#1d232a",
    raised="#28303a",
    border="#3d4853",
    text="#e8edf2",
    muted="#aab6c2",
    accent="#7db7ee",
    on_accent="#0b1a28",
    selected="#23405c",
    danger="#ff9f96",
    danger_ground="#3b1f1d",
    warning="#ffd88a",
    warning_ground="#3a2f14",
    good="#86dcae",
    good_ground="#173424",
)
THEMES = {"light": LIGHT, "dark": DARK}


def colours_for(name: str, *, dark_system: bool) -> Colours:
    """Return the palette of a setting; ``system`` follows the desktop."""
    if name in THEMES:
        return THEMES[name]
    return DARK if dark_system else LIGHT


def apply(application: QApplication, colours: Colours, scale: int, icons: Path) -> None:
    """Give the whole program its palette, font size and style sheet.

    ``icons`` is the folder of icons: the style sheet draws arrows from it.
    """
    application.setStyle("Fusion")
    application.setPalette(_palette(colours))
    font = QFont(application.font())
    font.setPointSizeF(BASE_SIZE * scale / 100)
    application.setFont(font)
    application.setStyleSheet(_sheet(colours, scale) + _arrows(colours, icons))


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: colours.ground,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Mid: colours.border,
        role.PlaceholderText: colours.muted,
        role.BrightText: colours.danger,
        role.Link: colours.accent,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
    }
    for known, colour in pairs.items():
        palette.setColor(known, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for known in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, known, QColor(colours.muted))
    return palette


def _sheet(c: Colours, scale: int) -> str:
    def size(points: float) -> str:
        return f"{points * scale / 100:.1f}pt"

    mark = round(15 * scale / 100)
    return f"""
    QToolTip {{ padding: 4px; }}
    QFrame#card {{ background: {c.surface}; border: 1px solid {c.border};
        border-radius: 8px; }}
    QFrame#card[focused="true"] {{ border: 2px solid {c.accent}; }}
    QFrame[tone="warning"] {{ background: {c.warning_ground}; border-radius: 6px; }}
    QFrame[tone="danger"] {{ background: {c.danger_ground}; border-radius: 6px; }}
    QFrame[tone="good"] {{ background: {c.good_ground}; border-radius: 6px; }}
    QFrame[tone="info"] {{ background: {c.raised}; border-radius: 6px; }}
    QFrame[tone="warning"] QLabel {{ color: {c.warning}; }}
    QFrame[tone="danger"] QLabel {{ color: {c.danger}; }}
    QFrame[tone="good"] QLabel {{ color: {c.good}; }}
    QLabel[look="title"] {{ font-size: {size(15.5)}; font-weight: 600; }}
    QLabel[look="heading"] {{ font-size: {size(12.5)}; font-weight: 600; }}
    QLabel[look="strong"] {{ font-weight: 600; }}
    QLabel[look="figure"] {{ font-size: {size(20)}; font-weight: 600; }}
    QLabel[look="muted"] {{ color: {c.muted}; }}
    QLabel[look="danger"] {{ color: {c.danger}; font-weight: 600; }}
    QLabel[look="good"] {{ color: {c.good}; font-weight: 600; }}
    QLabel[look="key"] {{ color: {c.muted}; border: 1px solid {c.border};
        border-radius: 4px; padding: 1px 6px; }}
    QLabel[look="badge"] {{ color: {c.danger}; background: {c.danger_ground};
        border-radius: 4px; padding: 2px 8px; font-weight: 600; }}
    QFrame#option {{ border: 1px solid {c.border}; border-radius: 6px;
        background: {c.surface}; }}
    QFrame#option:hover {{ border-color: {c.accent}; }}
    QFrame#option[chosen="true"] {{ background: {c.selected};
        border: 1px solid {c.accent}; }}
    QPushButton {{ padding: 6px 14px; border: 1px solid {c.border};
        border-radius: 6px; background: {c.surface}; }}
    QPushButton:hover {{ border-color: {c.accent}; }}
    QPushButton:checked {{ background: {c.raised}; border-color: {c.accent};
        color: {c.accent}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 5px 13px; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.ground}; }}
    QPushButton[role="main"] {{ background: {c.accent}; color: {c.on_accent};
        border-color: {c.accent}; font-weight: 600; }}
    QPushButton[role="main"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[role="main"]:disabled {{ background: {c.raised}; color: {c.muted};
        border-color: {c.border}; }}
    QPushButton[role="link"] {{ border: none; background: transparent;
        color: {c.accent}; padding: 4px 6px; text-align: left; }}
    QPushButton[role="link"]:hover {{ text-decoration: underline; }}
    QPushButton[role="link"]:focus {{ border: 2px solid {c.accent};
        padding: 2px 4px; }}
    QPushButton[role="fold"] {{ border: 1px solid transparent;
        background: transparent; padding: 6px 6px; text-align: left; }}
    QPushButton[role="fold"]:hover {{ background: {c.raised}; }}
    QPushButton[role="fold"]:checked {{ font-weight: 600; }}
    QPushButton[role="fold"]:focus {{ border: 2px solid {c.accent};
        padding: 5px 5px; }}
    QLineEdit, QPlainTextEdit, QSpinBox, QComboBox {{ padding: 5px 8px;
        border: 1px solid {c.border}; border-radius: 6px; background: {c.surface};
        selection-background-color: {c.accent};
        selection-color: {c.on_accent}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus
        {{ border: 2px solid {c.accent}; padding: 4px 7px; }}
    QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"]
        {{ border: 2px solid {c.danger}; }}
    QListWidget#navigation {{ background: {c.raised}; border: none; outline: 0; }}
    QListWidget#navigation::item {{ padding: 9px 10px; border-radius: 6px;
        margin: 1px 6px; }}
    QListWidget#navigation::item:selected {{ background: {c.accent};
        color: {c.on_accent}; }}
    QListWidget, QTableWidget, QTableView {{ border: 1px solid {c.border};
        border-radius: 6px; background: {c.surface}; }}
    QListWidget::item:selected, QTableView::item:selected
        {{ background: {c.selected}; color: {c.text}; }}
    QListWidget:focus, QTableView:focus, QScrollArea#pages:focus
        {{ border: 2px solid {c.accent}; }}
    QHeaderView::section {{ background: {c.raised}; border: none;
        border-right: 1px solid {c.border}; padding: 5px 8px; font-weight: 600; }}
    QTabBar::tab {{ padding: 8px 16px; border: none; background: transparent; }}
    QTabBar::tab:selected {{ border-bottom: 3px solid {c.accent};
        font-weight: 600; }}
    QTabBar::tab:focus {{ color: {c.accent}; }}
    QTabWidget::pane {{ border: none; }}
    QTabBar {{ qproperty-drawBase: 0; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: {mark}px;
        height: {mark}px; border: 2px solid {c.muted}; background: {c.surface}; }}
    QCheckBox::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: {mark // 2 + 2}px; }}
    QRadioButton::indicator:checked {{ border-color: {c.accent};
        background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 {c.accent}, stop: 0.5 {c.accent}, stop: 0.6 {c.surface}); }}
    QCheckBox::indicator:checked {{ border-color: {c.accent};
        background: {c.accent}; }}
    QCheckBox:focus {{ color: {c.accent}; }}
    QProgressBar {{ border: none; border-radius: 4px; background: {c.raised};
        max-height: 8px; }}
    QProgressBar::chunk {{ border-radius: 4px; background: {c.accent}; }}
    QScrollArea {{ border: none; background: transparent; }}
    QStatusBar {{ background: {c.raised}; }}
    QStatusBar::item {{ border: none; }}
    """


def _arrows(c: Colours, icons: Path) -> str:
    folder = icons.as_posix()
    down = f"{folder}/chevron-down-{c.name}.svg"
    up = f"{folder}/chevron-up-{c.name}.svg"
    check = f"{folder}/check-{c.name}.svg"
    return f"""
    QCheckBox::indicator:checked {{ image: url("{check}"); }}
    QComboBox::drop-down {{ border: none; width: 26px; }}
    QComboBox::down-arrow {{ image: url("{down}"); width: 16px; height: 16px; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 22px; }}
    QSpinBox::up-arrow {{ image: url("{up}"); width: 12px; height: 12px; }}
    QSpinBox::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
    """

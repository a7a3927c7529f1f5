"""The look: tokens of the dark and the light theme, the faces, and a little QSS over Fusion."""

import msgspec
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from controlroom.config import resources_dir

LATIN, DEVANAGARI = "Noto Sans", "Noto Sans Devanagari"
FAMILIES = [LATIN, DEVANAGARI, "Lohit Devanagari", "Nirmala UI", "Segoe UI", "sans-serif"]
FUSION = "isFusion"  # set on an application that was started with this style: asking it for its style is slow


class Tokens(msgspec.Struct, frozen=True):
    """Colours as #RRGGBB and sizes in logical pixels. Every text colour is at least 4.5:1 on `panel`."""

    name: str
    ground: str
    panel: str
    raised: str
    line: str
    text: str
    dim: str
    focus: str
    act: str  # act now
    soon: str
    moving: str
    safe: str
    follow: str
    off: str
    on_accent: str  # text on a filled accent
    selected: str  # ground of the selected row
    scale: float = 1.0

    def px(self, size: float) -> int:
        """A size of the design, at the text size that is set."""
        return round(size * self.scale)

    def color(self, role: str) -> str:
        """The colour of a role by name: act, soon, moving, safe, follow, off, dim, text, focus."""
        value: str = getattr(self, role)
        return value


DARK = Tokens(
    name="dark",
    ground="#0F1419",
    panel="#161C23",
    raised="#1D252E",
    line="#2A3440",
    text="#E6EAF0",
    dim="#9AA7B4",
    focus="#4C9AFF",
    act="#FF5A5F",
    soon="#F5A524",
    moving="#5AA9E6",
    safe="#3FB37F",
    follow="#A78BFA",
    off="#7B8794",
    on_accent="#0B0F13",
    selected="#1E3147",
)
LIGHT = Tokens(
    name="light",
    ground="#EEF1F5",
    panel="#FFFFFF",
    raised="#F4F6F9",
    line="#D3DAE2",
    text="#16202B",
    dim="#54626F",
    focus="#0B63CE",
    act="#C4242B",
    soon="#8F5400",
    moving="#1268A8",
    safe="#1B7A4E",
    follow="#6D4BD0",
    off="#5F6B77",
    on_accent="#FFFFFF",
    selected="#DCEAFB",
)
THEMES = {"dark": DARK, "light": LIGHT}


def tokens_of(name: str, scale: float = 1.0) -> Tokens:
    """The tokens of a theme at a text size from 1.0 to 2.0."""
    return msgspec.structs.replace(THEMES.get(name, DARK), scale=min(2.0, max(1.0, scale)))


def apply(app: QApplication, name: str, scale: float = 1.0) -> Tokens:
    """Dress the whole application; gives the tokens that hold from now on."""
    tokens = tokens_of(name, scale)
    if not app.property("hasFaces"):
        app.setProperty("hasFaces", True)
        _load_faces()
    if not app.property(FUSION):
        app.setProperty(FUSION, True)
        app.setStyle("Fusion")
    app.setPalette(palette(tokens))
    app.setFont(font(tokens, 13))
    app.setStyleSheet(style_sheet(tokens))
    return tokens


def font(tokens: Tokens, size: float, *, bold: bool = False, tabular: bool = False) -> QFont:
    """A face with true Devanagari; `size` as in the design, in pixels."""
    made = QFont(FAMILIES)
    made.setPixelSize(tokens.px(size))
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    if tabular:
        made.setFeature(QFont.Tag.fromString("tnum"), 1)
    return made


def mixed(one: str, other: str, share: float) -> str:
    """`share` of the first colour over the second: a quiet ground for a tag."""
    a, b = QColor(one), QColor(other)
    parts = (
        round(x * share + y * (1 - share))
        for x, y in zip((a.red(), a.green(), a.blue()), (b.red(), b.green(), b.blue()), strict=True)
    )
    return "#{:02X}{:02X}{:02X}".format(*parts)


def palette(t: Tokens) -> QPalette:
    """The palette of our own: the style sheet only does what a palette cannot."""
    made = QPalette()
    role = QPalette.ColorRole
    for key, value in (
        (role.Window, t.ground),
        (role.WindowText, t.text),
        (role.Base, t.panel),
        (role.AlternateBase, t.raised),
        (role.Text, t.text),
        (role.Button, t.raised),
        (role.ButtonText, t.text),
        (role.BrightText, t.act),
        (role.ToolTipBase, t.raised),
        (role.ToolTipText, t.text),
        (role.PlaceholderText, t.dim),
        (role.Highlight, t.focus),
        (role.HighlightedText, t.on_accent),
        (role.Link, t.focus),
        (role.LinkVisited, t.follow),
        (role.Light, t.line),
        (role.Midlight, t.line),
        (role.Mid, t.line),
        (role.Dark, t.ground),
        (role.Shadow, "#000000"),
        (role.Accent, t.focus),
    ):
        made.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(t.off))
    return made


def style_sheet(t: Tokens) -> str:
    """What little that a palette cannot. Property `kind` picks the look: primary, quiet, tab, card, title."""
    names = {name: getattr(t, name) for name in _COLOURS}
    sizes = {f"p{size}": f"{t.px(size)}px" for size in (2, 4, 5, 6, 8, 10, 11, 12, 13, 15, 16, 22, 24, 30)}
    hover = mixed(t.focus, t.panel, 0.16)
    press = mixed(t.text, t.focus, 0.15)
    down, tick = (
        (resources_dir() / "marks" / name).as_posix() for name in ("down.png", f"tick-{t.name}.png")
    )
    return _QSS.format(
        **names,
        **sizes,
        down=down,
        tick=tick,
        hover=hover,
        press=press,
        scroll=mixed(t.dim, t.panel, 0.35),
    )


_COLOURS = (
    "ground",
    "panel",
    "raised",
    "line",
    "text",
    "dim",
    "focus",
    "act",
    "off",
    "on_accent",
    "selected",
)

_QSS = """
QMainWindow, QDialog {{ background: {ground}; }}
QMainWindow::separator {{ background: {ground}; width: {p6}; height: {p6}; }}
QMainWindow::separator:hover {{ background: {focus}; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line}; padding: {p4}; }}
QMenuBar {{ background: {ground}; color: {dim}; padding: {p2} {p8}; }}
QMenuBar::item {{ padding: {p4} {p8}; border-radius: {p4}; }}
QMenuBar::item:selected {{ background: {raised}; color: {text}; }}
QMenu {{ background: {raised}; border: 1px solid {line}; padding: {p4}; }}
QMenu::item {{ padding: {p6} {p24} {p6} {p12}; border-radius: {p4}; }}
QMenu::item:selected {{ background: {hover}; color: {text}; }}
QMenu::item:disabled {{ color: {off}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {p4} {p8}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateTimeEdit {{
  background: {ground}; color: {text}; border: 1px solid {line}; border-radius: {p6};
  padding: {p4} {p8}; selection-background-color: {focus}; selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateTimeEdit:focus {{ border: 1px solid {focus}; }}
QComboBox::drop-down {{ border: none; width: {p24}; }}
QComboBox::down-arrow {{ image: url("{down}"); width: {p10}; height: {p10}; }}
QComboBox QAbstractItemView {{ background: {raised}; border: 1px solid {line}; padding: {p4}; }}
QPushButton, QToolButton {{ background: {raised}; color: {text}; border: 1px solid {line};
  border-radius: {p6}; padding: {p6} {p12}; }}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton, QToolButton, QCheckBox {{ outline: none; }}
QPushButton:focus, QToolButton:focus {{ border: 1px solid {focus}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {off}; }}
QPushButton[kind="primary"] {{ background: {focus}; color: {on_accent}; border: 1px solid {focus};
  font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {press}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {text}; padding: {p5} {p11}; }}
QPushButton[kind="primary"]:disabled {{ background: {line}; color: {dim}; border-color: {line}; }}
QPushButton[kind="danger"] {{ color: {act}; border-color: {act}; font-weight: 600; }}
QPushButton[kind="danger"]:focus {{ border: 2px solid {act}; padding: {p5} {p11}; }}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent;
  border: 1px solid transparent; color: {dim}; padding: {p4} {p8}; icon-size: {p16}; }}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{ color: {text}; background: {raised}; }}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {{ border: 1px solid {focus}; }}
QPushButton[kind="tab"] {{ background: transparent; border: none; border-bottom: 2px solid transparent;
  border-radius: 0; color: {dim}; padding: {p6} {p6}; }}
QPushButton[kind="tab"]:hover {{ color: {text}; }}
QPushButton[kind="tab"]:focus {{ color: {text}; border-bottom: 2px solid {dim}; }}
QPushButton[kind="tab"]:checked {{ color: {text}; border-bottom: 2px solid {focus}; font-weight: 600; }}
QLabel[kind="dim"] {{ color: {dim}; }}
QLabel[kind="title"] {{ font-size: {p15}; font-weight: 600; }}
QFrame[kind="card"] {{ background: {raised}; border: 1px solid {line}; border-radius: {p6}; }}
QWidget[kind="panel"] {{ background: {panel}; }}
QAbstractItemView {{ background: {panel}; border: none; outline: none;
  selection-background-color: {selected}; selection-color: {text}; }}
QHeaderView::section {{ background: {panel}; color: {dim}; border: none; border-bottom: 1px solid {line};
  padding: {p4} {p8}; }}
QHeaderView::section:checked {{ font-weight: 400; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QTabBar::tab {{ color: {dim}; padding: {p6} {p10}; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {focus}; }}
QTabBar::tab:hover {{ color: {text}; }}
QCheckBox {{ spacing: {p8}; }}
QCheckBox::indicator {{ width: {p15}; height: {p15}; background: {ground}; border: 1px solid {dim};
  border-radius: {p4}; }}
QCheckBox::indicator:checked {{ background: {focus}; border-color: {focus}; image: url("{tick}"); }}
QCheckBox::indicator:focus {{ border: 2px solid {text}; }}
QScrollBar:vertical {{ background: transparent; width: {p10}; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {p10}; margin: 0; }}
QScrollBar::handle {{ background: {scroll}; border-radius: {p4}; min-height: {p30};
  min-width: {p30}; margin: {p2}; }}
QScrollBar::handle:hover {{ background: {dim}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {ground}; border: 1px solid {line}; border-radius: {p4}; text-align: center; }}
QProgressBar::chunk {{ background: {focus}; border-radius: {p4}; }}
"""


def _load_faces() -> None:
    """The faces that came along; what is installed serves where they did not."""
    folder = resources_dir() / "fonts"
    for path in sorted(folder.glob("*.ttf")) if folder.is_dir() else ():
        QFontDatabase.addApplicationFont(str(path))

"""HTML mail to the text and the links that a reader sees. Never renders, never fetches."""

import re
import time
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

MAX_NODES: Final = 400_000
MAX_RULES: Final = 300
MAX_OPEN: Final = 30_000  # elements in one another: the library's time grows with the square of them
MAX_SHEET_SECONDS: Final = 2.0
LONGEST_KNOWN: Final = 400  # signs of a style that is remembered

_NEVER_TAGS: Final = (
    "head style script template title meta link object embed iframe audio video canvas datalist "
    "noframes base param source track"
)
_NEVER: Final = frozenset(_NEVER_TAGS.split())
_BLOCKS_TAGS: Final = (
    "p div br li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr caption blockquote pre hr section article header "
    "footer address center form fieldset figure figcaption main nav aside option details summary"
)
_BLOCKS: Final = frozenset(_BLOCKS_TAGS.split())
_TARGETS: Final = {
    "a": "href",
    "area": "href",
    "form": "action",
    "button": "formaction",
    "input": "formaction",
}
_CELLS: Final = frozenset(("td", "th"))
_DECLARATION: Final = re.compile(r"([a-z-]{2,40})\s*:\s*([^;{}]{1,200})")
_RULE: Final = re.compile(r"([^{}@;]{1,500})\{([^{}]{0,5000})\}")
_CSS_COMMENT: Final = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_HIDES: Final = re.compile(
    r"display|position|visibility|font-size|opacity|max-height|height|mso-hide|text-indent|left|color|clip|background"
)
_ZERO: Final = re.compile(r"^[+-]?0*\.?0*(?:px|pt|em|rem|ex|%|vh|vw|cm|mm|in)?$")
_TINY: Final = re.compile(r"^(?:0*\.\d+|1(?:\.0*)?)(?:px|pt)$|^0*\.0\d*(?:em|rem)$")
_FAR: Final = re.compile(r"^-\d{3,}")
_STYLE_BLOCK: Final = re.compile(r"<style", re.I)
_MARK: Final = re.compile(r"<[^<>]{0,2000}>")
_OPENED: Final = re.compile(r"<(?!(?:br|img|hr|input|meta|link|wbr|p|td|tr|th|li|col)\b)[a-zA-Z]")
_HREF: Final = re.compile(r"href\s{0,3}=\s{0,3}[\"']?([^\s\"'<>]{1,8000})", re.I)
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_PIECE: Final = re.compile(r"\+?[\d \-().]{1,16}")
# one number in several cells, where a word or a plus says that it is a telephone's; nothing else is joined
_NUMBER_IN_CELLS: Final = re.compile(
    r"(?:(?:phone|mobile|mob|tel|cell|contact|whatsapp|फ़ोन|फोन|मोबाइल|दूरभाष)\b[^\x01\d]{0,30}\x01\s*\+?\d"
    r"|\x01?\s*\+\d)"
    r"[\d \-().]{0,14}\x01\s*\d",
    re.I,
)


class Page(NamedTuple):
    """What is seen of an HTML text; `is_whole` False where it was cut."""

    text: str
    links: tuple[str, ...]
    is_whole: bool


class _Look(NamedTuple):
    """What is inherited: hidden by visibility, hidden by letters of no size, kept line ends, and two colours.

    A `ground` that nobody knows is empty: a picture, a shade, or set by a rule for some screens.
    """

    is_invisible: bool = False
    is_sizeless: bool = False
    is_kept: bool = False
    color: str = ""
    ground: str = ""

    @property
    def is_seen(self) -> bool:
        """Letters in the colour of their ground are not."""
        is_same = bool(self.ground) and self.color == self.ground
        return not (self.is_invisible or self.is_sizeless or is_same)


def read_html(html: str) -> Page:
    """The visible text with a line per block and a mark between cells, and the links that can be clicked."""
    if _most_open(html) > MAX_OPEN:
        words = _SPACE.sub(" ", _MARK.sub(" ", html))
        return Page(words.strip(), tuple(dict.fromkeys(_HREF.findall(html))), False)
    try:
        tree = LexborHTMLParser(html)
    except (SelectolaxError, ValueError):
        return Page("", (), False)
    root = tree.root
    if root is None:
        return Page("", (), True)
    writer = _Writer()
    styles = tree.css("style") if _STYLE_BLOCK.search(html) else ()
    css = "\n".join(node.text_content or node.text() or "" for node in styles)[:300_000].lower()
    look = _Look(ground="" if "background" in css else "#ffffff")
    is_whole = _walk(root, look, _sheet(tree, css), writer)
    return Page(writer.text(), tuple(dict.fromkeys(writer.links)), is_whole)


def _most_open(html: str) -> int:
    """How many elements may be open at once, at most."""
    if html.count("<") <= MAX_OPEN:
        return 0
    return sum(1 for _ in _OPENED.finditer(html)) - html.count("</")


def _walk(root: Any, outer: _Look, sheet: dict[int, str], writer: "_Writer") -> bool:
    """Every node in order, without recursion. False where there were too many."""
    node, look = root, outer
    above: list[tuple[Any, str, _Look]] = []  # the elements around it, each with what is inherited there
    for _ in range(MAX_NODES):
        tag = node.tag
        inner = None
        if tag == "-text":
            if look.is_seen:
                writer.write(node.text_content or "", is_kept=look.is_kept)
        elif tag is not None and tag[:1] not in ("-", "!") and tag not in _NEVER:
            inner = _open(node, tag, look, sheet, writer)
        if inner is not None:
            child = node.child
            if child is not None:
                above.append((node, tag, look))
                node, look = child, inner
                continue
            writer.close(tag)
        while (following := node.next) is None:
            if not above:
                return True
            node, tag, look = above.pop()
            writer.close(tag)
        node = following
    return False


def _open(node: Any, tag: str, look: _Look, sheet: dict[int, str], writer: "_Writer") -> _Look | None:
    """The look inside this element, which is begun; None where nothing in it is seen."""
    attributes = node.attributes
    inner = look._replace(is_kept=True) if tag in ("pre", "textarea") else look
    if attributes or sheet:
        if "hidden" in attributes or (tag == "input" and (attributes.get("type") or "").lower() == "hidden"):
            return None
        if "color" in attributes or "bgcolor" in attributes or "background" in attributes:
            inner = _painted(inner, attributes)
        style = attributes.get("style") or ""
        if sheet:
            style = f"{sheet.get(node.mem_id, '')};{style}"
        if style:
            look_inside = _known_look if len(style) <= LONGEST_KNOWN else _look_inside
            seen = look_inside(style, inner)
            if seen is None:
                return None
            inner = seen
        if tag in _TARGETS and not inner.is_invisible:
            writer.link(attributes.get(_TARGETS[tag]) or "")
    writer.open(tag)
    return inner


def _painted(look: _Look, attributes: dict[str, str | None]) -> _Look:
    """As the attributes of old say: <font color>, <td bgcolor>, <body background>."""
    if "background" in attributes:
        look = look._replace(ground="")
    elif ground := attributes.get("bgcolor"):
        look = look._replace(ground=_color(ground.lower().replace(" ", "")))
    if color := attributes.get("color"):
        look = look._replace(color=_color(color.lower().replace(" ", "")))
    return look


def _colored(look: _Look, rules: dict[str, str]) -> _Look:
    """As the style says. A ground that cannot be told is no ground to hide anything."""
    ground = rules.get("background-color", rules.get("background", ""))
    if ground and ground != "inherit":
        plain = _color(ground.replace(" ", ""))
        look = look._replace(ground=plain if plain.startswith("#") else "")
    color = rules.get("color", "").replace(" ", "")
    return look._replace(color=_color(color)) if color and color != "inherit" else look


def _look_inside(style: str, look: _Look) -> _Look | None:
    style = style.lower()
    if not _HIDES.search(style):
        return look
    rules = {name: value.replace("!important", "").strip() for name, value in _DECLARATION.findall(style)}
    if _is_gone(rules):
        return None
    if "color" in style or "background" in style:
        look = _colored(look, rules)
    visibility, size = rules.get("visibility", ""), rules.get("font-size", "")
    if visibility:
        look = look._replace(is_invisible=visibility in ("hidden", "collapse"))
    if size:
        look = look._replace(is_sizeless=bool(_ZERO.match(size) or _TINY.match(size)))
    return look


_known_look = lru_cache(maxsize=1024)(_look_inside)  # a table says the same of every cell


def _is_gone(rules: dict[str, str]) -> bool:
    """Is the element hidden with all that is in it?"""
    is_cut = rules.get("overflow", rules.get("overflow-y", "")) == "hidden"
    color = rules.get("color", "").replace(" ", "")
    ground = rules.get("background-color", rules.get("background", "")).replace(" ", "")
    return (
        rules.get("display") == "none"
        or rules.get("mso-hide") == "all"
        or bool(_ZERO.match(rules.get("opacity", "1")))
        or bool(_ZERO.match(rules.get("max-height", "1")))
        or (is_cut and any(_is_nothing(rules.get(name, "1")) for name in ("height", "width", "max-width")))
        or bool(_FAR.match(rules.get("text-indent", "")))
        or (
            rules.get("position") in ("absolute", "fixed")
            and bool(_FAR.match(rules.get("left", rules.get("top", ""))))
        )
        or (bool(color) and (color == "transparent" or _color(color) == _color(ground)))
    )


def _is_nothing(length: str) -> bool:
    return bool(_ZERO.match(length) or _TINY.match(length))


def _color(word: str) -> str:
    """One name for the same plain colour."""
    if re.fullmatch(r"#[0-9a-f]{3}", word):
        word = "#" + "".join(letter * 2 for letter in word[1:])
    rgb = re.fullmatch(r"rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})(?:,1)?\)", word)
    if rgb:
        word = "#" + "".join(f"{min(255, int(value)):02x}" for value in rgb.groups())
    return {"white": "#ffffff", "black": "#000000", "snow": "#fffafa"}.get(word, word)


def _sheet(tree: LexborHTMLParser, css: str) -> dict[int, str]:
    """What the style blocks say about hiding, by node. Rules for some screens only (@media) are left out."""
    if "none" not in css and "hidden" not in css and "0" not in css:
        return {}
    found: dict[int, str] = {}
    due = time.monotonic() + MAX_SHEET_SECONDS
    for selector, declarations in _rules(css):
        if time.monotonic() > due:
            break
        try:
            for node in tree.css(selector):
                found[node.mem_id] = f"{found.get(node.mem_id, '')};{declarations}"
        except (SelectolaxError, ValueError, AttributeError):
            continue
    return found


def _rules(css: str) -> Iterator[tuple[str, str]]:
    css = _without_media(_CSS_COMMENT.sub(" ", css))
    count = 0
    for found in _RULE.finditer(css):
        hiding = ";".join(
            f"{name}:{value}" for name, value in _DECLARATION.findall(found[2]) if _HIDES.fullmatch(name)
        ) + (";overflow:hidden" if re.search(r"overflow\s*:\s*hidden", found[2]) else "")
        if hiding and not hiding.startswith(";"):
            count += 1
            if count > MAX_RULES:
                return
            yield found[1].strip(), hiding


def _without_media(css: str) -> str:
    kept: list[str] = []
    at = 0
    while (begin := css.find("@", at)) >= 0:
        kept.append(css[at:begin])
        brace, semicolon = css.find("{", begin), css.find(";", begin)
        if brace < 0 or 0 <= semicolon < brace:
            at = semicolon + 1 if semicolon >= 0 else len(css)
            continue
        at = _past_block(css, brace)
    return "".join([*kept, css[at:]])


def _past_block(css: str, brace: int) -> int:
    depth = 0
    for found in re.compile(r"[{}]").finditer(css, brace):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.end()
    return len(css)


class _Writer:
    """Puts words on lines."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._cells = 0
        self.links: list[str] = []

    def write(self, text: str, *, is_kept: bool) -> None:
        if text:
            self._out.append(text if is_kept else _SPACE.sub(" ", text))

    def open(self, tag: str) -> None:
        if tag in _CELLS:
            if self._cells:
                self._out.append("\x01")
            self._cells += 1
        elif tag in _BLOCKS:
            self._out.append("\n")
            if tag == "tr":
                self._cells = 0

    def close(self, tag: str) -> None:
        if tag in _CELLS:
            self._cells = max(1, self._cells)
        elif tag in _BLOCKS and tag != "br":
            self._out.append("\n")

    def link(self, target: str) -> None:
        """What a click opens."""
        target = target.strip()
        if target and not target.startswith("#") and len(target) < 8_000:
            self.links.append(target)

    def text(self) -> str:
        lines = (_cells(line) for line in "".join(self._out).split("\n"))
        text = "\n".join(lines)
        return re.sub(r"\n{3,}", "\n\n", text).strip()


def _cells(line: str) -> str:
    """Two cells of a row read as `label: value`, more with a bar between them."""
    if "\x01" not in line:
        return line.strip()
    cells = [cell.strip() for cell in line.split("\x01")]
    while cells and not cells[-1]:
        cells.pop()
    if _NUMBER_IN_CELLS.search(line):
        cells = _joined(cells)
    if len(cells) == 2 and cells[0]:
        return " ".join(cells) if cells[0].endswith((":", "：", "-")) else f"{cells[0]}: {cells[1]}"
    return " | ".join(cells)


def _joined(cells: list[str]) -> list[str]:
    """Neighbouring cells of digits as one."""
    out = cells[:1]
    for before, cell in pairwise(cells):
        if _PIECE.fullmatch(before) and _PIECE.fullmatch(cell):
            out[-1] += f" {cell}"
        else:
            out.append(cell)
    return out

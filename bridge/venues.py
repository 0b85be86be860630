"""The pages on the programs Répons plays with: where they lie, and the lines in them that connect one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from bridge.config import Config
from model.errors import UserError

_HERE = Path(__file__).parent
_FOLDERS = ("docs/venues", "max_patches", "bridge/clients")
"""Folders that pages speak of, as they lie in the repository."""
_SHORT = {"sc": "supercollider", "sclang": "supercollider", "pd": "puredata", "m4l": "live-max", "ableton": "live"}
"""What people type for some of them."""
HEADINGS = ("You need", "Connect", "You should hear", "When you do not")
"""What every page has, in this order, at its beginning."""
PROVED = "How far this is proved"
"""What every page ends with."""
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_USUAL_PORT = Config().osc.port
_STARTS = (
    (re.compile(r"\brepons run\b(?! --port)"), "repons run --port {}"),
    (re.compile(r"\bRepons\.boot;"), "Repons.boot(port: {});"),
)
"""What starts Répons at the usual port where it is not told another, and how it is told."""


@dataclass(frozen=True, slots=True)
class Venue:
    """A program, or a kind of them, to play with.

    Attributes:
        name: As `repons connect` takes it.
        title: Its page's first line.
        line: What it is for, in a sentence: the page's first.
        page: Where the page lies.
    """

    name: str
    title: str
    line: str
    page: Path

    def chapter(self, heading: str) -> str:
        """The text below a heading, up to the next."""
        _, _, after = self.page.read_text(encoding="utf-8").partition(f"\n## {heading}\n")
        return re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0].strip("\n")

    def steps(self, port: int) -> str:
        """How to connect it, as it is typed on this machine.

        Args:
            port: Where Répons is to listen, in place of the usual one.
        """
        text = _LINK.sub(r"\1", self.chapter("Connect"))
        if port != _USUAL_PORT:
            text = re.sub(rf"\b{_USUAL_PORT}\b", str(port), text)
            for start, told in _STARTS:
                text = start.sub(told.format(port), text)
        for name in _FOLDERS:
            text = re.sub(rf"(?<![\w/]){name}/", f"{folder(name)}/".replace("\\", "/"), text)
        return text


def folder(name: str) -> Path:
    """Where one of `_FOLDERS` lies on this machine."""
    # In an installation there is nothing beside this package: what lies there in the repository travels inside.
    installed = _HERE / "beside" / Path(name).name
    return installed if installed.is_dir() else _HERE.parent / name


def venues() -> dict[str, Venue]:
    """All of them, by name."""
    found = {}
    for page in sorted(folder("docs/venues").glob("*.md")):
        if page.stem == "README":
            continue
        title, _, rest = page.read_text(encoding="utf-8").partition("\n")
        line = _LINK.sub(r"\1", rest.strip().split("\n\n")[0].replace("\n", " "))
        found[page.stem] = Venue(page.stem, title.removeprefix("# "), re.split(r"(?<=\.) ", line)[0], page)
    return found


def venue(name: str) -> Venue:
    """One of them, however its name is written, or a program that its title names: SuperCollider, sc, Ardour.

    Raises:
        UserError: There is none of that name; the text names the nearest.
    """
    found = venues()
    short = _SHORT.get(name.lower(), name.lower())
    meant = [each for each in found.values() if short in re.findall(r"[\w-]+", each.title.lower())]
    if short not in found and len(meant) == 1:
        return meant[0]
    if short not in found:
        near = get_close_matches(name.lower(), found, n=1)
        raise UserError(
            f"there is no venue {name!r}" + (f"; did you mean {near[0]}?" if near else f"; there are {', '.join(found)}")
        )
    return found[short]

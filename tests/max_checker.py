"""What is wrong with a Max patch or device, as far as that shows without Max: a rule each, a sentence each fault."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from bridge.clients.max.container import BadDevice, text, unpack
from bridge.clients.max.faces import limits, meant
from bridge.wire.addresses import ADDRESSES, check
from bridge.wire.osc import RawMessage
from bridge.wire.outgoing import REPLIES
from bridge.wire.words import Refused
from tests.max_objects import ALIASES, ports

Box = dict[str, Any]
HEIGHT = 169
"""Of a device in Live, in pixels."""
NAMED = {"buffer~", "coll", "dict", "receive", "send", "table", "value"}
"""What shares its content with whatever has the same name, in every device of a Live set."""
SILENT = {"comment", "live.comment", "live.line", "panel"}
"""Boxes that need no cord."""
SHORTEST = 10
"""How many letters of a short name Live shows on a dial, at most."""


@dataclass(frozen=True)
class Level:
    """One patcher: a file, or a box inside it."""

    where: str
    patcher: dict[str, Any]

    @property
    def boxes(self) -> list[Box]:
        return [entry["box"] for entry in self.patcher["boxes"]]

    @property
    def cords(self) -> list[tuple[str, int, str, int]]:
        lines = (line["patchline"] for line in self.patcher["lines"])
        return [(*line["source"], *line["destination"]) for line in lines]

    @property
    def ends(self) -> tuple[int, int]:
        kinds = Counter(box["maxclass"] for box in self.boxes)
        return kinds["inlet"], kinds["outlet"]


@dataclass(frozen=True)
class Patch:
    """A patch or device with the folder it lies in."""

    path: Path

    @cached_property
    def device(self) -> bytes:
        """The kind of device; empty for a patch."""
        return unpack(self.path.read_bytes())[0] if self.path.suffix == ".amxd" else b""

    @cached_property
    def json(self) -> dict[str, Any]:
        content = self.path.read_bytes()
        loaded: dict[str, Any] = unpack(content)[1] if self.path.suffix == ".amxd" else json.loads(content)
        return loaded

    @cached_property
    def levels(self) -> list[Level]:
        return list(_levels(self.path.name, self.json["patcher"]))

    @property
    def boxes(self) -> Iterator[tuple[str, Box]]:
        return ((level.where, box) for level in self.levels for box in level.boxes)

    def parts(self) -> Iterator[Patch]:
        """The patches it is made of, once for every box that stands for one; itself first."""
        yield self
        for _, box in self.boxes:
            part = _file(self.path.parent, box)
            if part is not None and part.suffix == ".maxpat" and part.exists():
                yield from Patch(part).parts()


def words(box: Box) -> list[str]:
    """An object's name and arguments, without its @attributes."""
    if box["maxclass"] != "newobj":
        return [str(box["maxclass"])]
    return str(box["text"]).partition(" @")[0].split()


def parameters(patch: Patch) -> Iterator[tuple[str, Box, dict[str, Any]]]:
    """The boxes that Live keeps, automates or maps."""
    for where, box in patch.boxes:
        if box.get("parameter_enable"):
            yield where, box, box.get("saved_attribute_attributes", {}).get("valueof", {})


def faults(path: Path) -> list[str]:
    """Everything that is wrong with a .maxpat, .maxhelp or .amxd."""
    try:
        patch = Patch(path)
        assert patch.json["patcher"]
    except (BadDevice, ValueError, KeyError) as error:
        return [f"{path.name}: cannot be read: {error}"]
    return [fault for rule in RULES for fault in rule(patch)]


# ------------------------------------------------------------------------------------------------------------ the rules


def objects_are_known_and_have_their_true_ports(patch: Patch) -> Iterator[str]:
    for where, box in patch.boxes:
        true = _true_ports(patch, box)
        said = (box["numinlets"], box["numoutlets"])
        if true is None:
            yield f"{where}: nobody knows {_shown(box)}"
        elif said != true:
            yield f"{where}: {_shown(box)} has {true[0]} inlets and {true[1]} outlets, not {said[0]} and {said[1]}"
        elif len(box.get("outlettype", [])) != said[1]:
            yield f"{where}: {_shown(box)} does not name the type of each outlet"


def ids_are_unique(patch: Patch) -> Iterator[str]:
    for level in patch.levels:
        for name, count in Counter(box["id"] for box in level.boxes).items():
            if count > 1:
                yield f"{level.where}: {count} boxes are called {name}"


def cords_go_once_from_an_outlet_to_an_inlet(patch: Patch) -> Iterator[str]:
    for level in patch.levels:
        boxes = {box["id"]: box for box in level.boxes}
        for cord, count in Counter(level.cords).items():
            source, outlet, destination, inlet = cord
            if source not in boxes or destination not in boxes:
                yield f"{level.where}: a cord hangs loose, from {source} to {destination}"
            elif not (0 <= outlet < boxes[source]["numoutlets"] and 0 <= inlet < boxes[destination]["numinlets"]):
                ends = f"from {outlet} of {_shown(boxes[source])} to {inlet} of {_shown(boxes[destination])}"
                yield f"{level.where}: no cord can go {ends}"
            if count > 1:
                yield f"{level.where}: {count} cords go from {source} to {destination}"


def boxes_are_connected(patch: Patch) -> Iterator[str]:
    for level in patch.levels:
        tied = {end for cord in level.cords for end in (cord[0], cord[2])}
        for box in level.boxes:
            if box["id"] not in tied and box["maxclass"] not in SILENT and (box["numinlets"] or box["numoutlets"]):
                yield f"{level.where}: nothing is tied to {_shown(box)}"


def files_exist(patch: Patch) -> Iterator[str]:
    for where, box in patch.boxes:
        file = _file(patch.path.parent, box)
        named = re.findall(r"(?:^|\s)read (\S+)", str(box.get("text", ""))) if box["maxclass"] != "comment" else []
        for wanted in [file, *_required(file)] if file else [patch.path.parent / name for name in named]:
            if not wanted.exists():
                yield f"{where}: there is no file {wanted.name}"


def addresses_are_those_of_the_table(patch: Patch) -> Iterator[str]:
    for where, box in patch.boxes:
        for address in re.findall(r"/repons(?:/\w+)+", json.dumps(box.get("text", ""))):
            if address not in ADDRESSES and address not in REPLIES:
                yield f"{where}: the bridge knows no {address}"


def what_is_said_to_the_bridge_is_taken(patch: Patch) -> Iterator[str]:
    for level in patch.levels:
        boxes = {box["id"]: box for box in level.boxes}
        for source, _, destination, inlet in level.cords:
            name, *arguments = words(boxes.get(destination, {"maxclass": ""}))
            to_bridge = (name, inlet) in (("ReponsIo", 0), ("udpsend", 0)) or (name in ("s", "send") and arguments == ["---say"])
            if not to_bridge or boxes.get(source, {}).get("maxclass") not in ("message", "newobj"):
                continue
            said = str(boxes[source]["text"])
            whole = boxes[source]["maxclass"] == "message"
            if not whole and not said.startswith("prepend "):
                continue
            refused = _refused(re.sub(r"\$\d", "5", said.removeprefix("prepend ")), whole=whole)
            if refused:
                yield f"{level.where}: {_shown(boxes[source])} is refused: {refused}"


def names_are_the_devices_own(patch: Patch) -> Iterator[str]:
    for where, box in patch.boxes:
        name, *arguments = words(box)
        if ALIASES.get(name, name) in NAMED and arguments and not arguments[0].startswith("---"):
            yield f"{where}: {_shown(box)} is heard by every other device; its name wants --- before it"


def nothing_is_printed(patch: Patch) -> Iterator[str]:
    for where, box in patch.boxes:
        if words(box)[0] == "print":
            yield f"{where}: it prints to the Max console"


def places_are_whole_numbers(patch: Patch) -> Iterator[str]:
    for where, box in patch.boxes:
        for place in ("patching_rect", "presentation_rect"):
            if not all(isinstance(number, int) for number in box.get(place, [])):
                yield f"{where}: {_shown(box)} lies between two pixels"


def it_is_written_a_key_a_line(patch: Patch) -> Iterator[str]:
    content = patch.path.read_bytes()
    ours = text(patch.json).encode()
    if not content.endswith(ours + b"\0" if patch.device else ours):
        yield f"{patch.path.name}: it is not written as bridge.clients.max.container.text writes it"


def nothing_overlaps_in_presentation(patch: Patch) -> Iterator[str]:
    for level in patch.levels:
        shown = [
            box for box in level.boxes if box.get("presentation") and not box.get("background") and box["maxclass"] != "panel"
        ]
        for one, other in combinations(shown, 2):
            if _overlap(one["presentation_rect"], other["presentation_rect"]):
                yield f"{level.where}: {_shown(one)} and {_shown(other)} lie on each other"


def nothing_overlaps_where_it_is_wired(patch: Patch) -> Iterator[str]:
    for level in patch.levels:
        for one, other in combinations(level.boxes, 2):
            if _overlap(one["patching_rect"], other["patching_rect"]):
                yield f"{level.where}: {_shown(one)} hides {_shown(other)} where it is wired"


def a_device_stays_within_its_frame(patch: Patch) -> Iterator[str]:
    if not patch.device:
        return
    top = patch.levels[0]
    width = top.patcher.get("devicewidth", 0)
    if not width or not top.patcher.get("openinpresentation"):
        yield f"{top.where}: a device has a devicewidth and opens in presentation"
    for box in top.boxes:
        if box.get("presentation"):
            x, y, w, h = box["presentation_rect"]
            if x < 0 or y < 0 or x + w > width or y + h > HEIGHT:
                yield f"{top.where}: {_shown(box)} sticks out of {width} x {HEIGHT}"


def a_device_says_what_it_is_and_needs(patch: Patch) -> Iterator[str]:
    if not patch.device:
        return
    top = patch.levels[0]
    kind = top.patcher.get("project", {}).get("amxdtype")
    if kind != int.from_bytes(patch.device, "big"):
        yield f"{top.where}: its project is of another kind of device, {kind}"
    said = {file["name"] for file in top.patcher.get("dependency_cache", [])}
    files = [_file(part.path.parent, box) for part in patch.parts() for _, box in part.boxes]
    wanted = {part.path.name for part in patch.parts()}
    wanted |= {needed.name for file in files if file is not None for needed in (file, *_required(file))}
    for name in sorted(said ^ (wanted - {patch.path.name})):
        yield f"{top.where}: {name} is {'named and not needed' if name in said else 'needed and not named'}"
    listed = top.patcher.get("parameters", {})
    names = {value.get("parameter_longname") for _, _, value in parameters(patch)}
    if {entry[0] for entry in listed.values() if isinstance(entry, list)} != names:
        yield f"{top.where}: the list of its parameters is not that of its boxes"
    shown = {value.get("parameter_longname") for _, _, value in parameters(patch) if not value.get("parameter_invisible")}
    banks = [name for bank in listed.get("parameterbanks", {}).values() for name in bank["parameters"] if name != "-"]
    if Counter(banks) != Counter(shown):
        yield f"{top.where}: its banks do not hold each of its parameters once"


def long_names_are_unique(patch: Patch) -> Iterator[str]:
    names = Counter(value.get("parameter_longname") for part in patch.parts() for _, _, value in parameters(part))
    for name, count in names.items():
        if count > 1:
            yield f"{patch.path.name}: {count} parameters are called {name}"


def parameters_are_complete(patch: Patch) -> Iterator[str]:
    for where, box, value in parameters(patch):
        name = value.get("parameter_longname", box["maxclass"])
        if not value.get("parameter_longname") or not 0 < len(value.get("parameter_shortname", "")) <= SHORTEST:
            yield f"{where}: {name} wants a long name, and a short one of at most {SHORTEST} letters"
        if not box.get("annotation"):
            yield f"{where}: {name} says nothing in Live's info view"
        # A button that springs back, and what is only shown, have no value to keep.
        if _springs_back(box) or value.get("parameter_invisible") == 2:
            continue
        first = value.get("parameter_initial", [None])[0] if value.get("parameter_initial_enable") else None
        if first is None:
            yield f"{where}: {name} has no value to begin with"
        elif (
            not value.get("parameter_mmin", 0)
            <= first
            <= value.get("parameter_mmax", 127 if "parameter_enum" not in value else len(value["parameter_enum"]) - 1)
        ):
            yield f"{where}: {name} begins with {first}, beyond its range"


def parameters_say_what_they_are(patch: Patch) -> Iterator[str]:
    for where, _, value in parameters(patch):
        # 0 a fraction, 1 a whole number, 2 one of a few words, 3 what only a patch can make of it.
        wanted = {0: ["mmin", "mmax"], 1: ["mmin", "mmax"], 2: ["enum", "mmax"], 3: []}
        kind = value.get("parameter_type")
        missing = [key for key in wanted.get(kind, ["type"]) if value.get(f"parameter_{key}") is None]
        if missing or (kind == 2 and len(value["parameter_enum"]) != value["parameter_mmax"] + 1):
            yield f"{where}: {value.get('parameter_longname')} does not say what it is: {', '.join(missing) or 'a word too few'}"


def parameters_reach_as_far_as_the_table_says(patch: Patch) -> Iterator[str]:
    for where, box, value in parameters(patch):
        turned = meant(box.get("varname", ""))
        if turned is None:
            continue
        row, arg = turned
        for key, says in limits(arg).items():
            if value.get(key) != says:
                yield f"{where}: {value.get('parameter_longname')} has {key} {value.get(key)}; {row.path} says {says}"


def what_is_shown_makes_no_step_to_undo(patch: Patch) -> Iterator[str]:
    for level in patch.levels:
        boxes = {box["id"]: box for box in level.boxes}
        for source, _, destination, _ in level.cords:
            fed = boxes.get(destination, {})
            value = fed.get("saved_attribute_attributes", {}).get("valueof", {})
            if not fed.get("parameter_enable") or value.get("parameter_invisible") == 2:
                continue
            if not re.match(r"(prepend )?(set|_parameter_range|outputvalue)\b", str(boxes.get(source, {}).get("text", ""))):
                name = value.get("parameter_longname")
                yield f"{level.where}: {name} is moved by a cord, and Live keeps every step to be undone"


Rule = Callable[[Patch], Iterator[str]]
RULES: tuple[Rule, ...] = (
    objects_are_known_and_have_their_true_ports,
    ids_are_unique,
    cords_go_once_from_an_outlet_to_an_inlet,
    boxes_are_connected,
    files_exist,
    addresses_are_those_of_the_table,
    what_is_said_to_the_bridge_is_taken,
    names_are_the_devices_own,
    nothing_is_printed,
    places_are_whole_numbers,
    it_is_written_a_key_a_line,
    nothing_overlaps_in_presentation,
    nothing_overlaps_where_it_is_wired,
    a_device_stays_within_its_frame,
    a_device_says_what_it_is_and_needs,
    long_names_are_unique,
    parameters_are_complete,
    parameters_say_what_they_are,
    parameters_reach_as_far_as_the_table_says,
    what_is_shown_makes_no_step_to_undo,
)


# -------------------------------------------------------------------------------------------------------------- helpers


def _levels(where: str, patcher: dict[str, Any]) -> Iterator[Level]:
    yield Level(where, patcher)
    for entry in patcher["boxes"]:
        box = entry["box"]
        if "patcher" in box:
            yield from _levels(f"{where}/{box.get('text', box['id'])}", box["patcher"])


def _file(folder: Path, box: Box) -> Path | None:
    """The file that a box is made of; None where it is an object of Max's own or carries its patch inside."""
    name, *arguments = words(box)
    if name == "js":
        return folder / arguments[0]
    if name == "bpatcher":
        return None if box.get("embed") else folder / str(box["name"])
    if box["maxclass"] == "newobj" and ports(name, arguments) is None and "patcher" not in box:
        abstraction = folder / f"{name}.maxpat"
        return abstraction if abstraction.exists() else None
    return None


def _required(file: Path) -> set[Path]:
    """The scripts that this one is made of, those that these are made of among them."""
    found: set[Path] = set()
    waiting = [file] if file.suffix == ".js" else []
    while waiting:
        script = waiting.pop()
        own = re.findall(r'require\("(.+?)"\)', script.read_text(encoding="utf-8")) if script.exists() else []
        new = {script.with_name(f"{name}.js") for name in own} - found
        found |= new
        waiting += new
    return found


def _true_ports(patch: Patch, box: Box) -> tuple[int, int] | None:
    if "patcher" in box:
        return Level("", box["patcher"]).ends
    file = _file(patch.path.parent, box)
    if file is None:
        name, *arguments = words(box)
        return ports(name, arguments)
    if not file.exists():
        return box["numinlets"], box["numoutlets"]
    if file.suffix == ".js":
        script = file.read_text(encoding="utf-8")
        counts = (re.search(rf"^{word} = (\d+);", script, re.MULTILINE) for word in ("inlets", "outlets"))
        return tuple(int(count[1]) if count else 1 for count in counts)  # type: ignore[return-value]
    return Patch(file).levels[0].ends


def _refused(said: str, *, whole: bool) -> str:
    """Why the bridge does not take this; with only the name known, whether it is one."""
    first, *rest = [part for at, text in enumerate(said.split('"')) for part in ([text] if at % 2 else text.split())]
    path = first if first.startswith("/") else f"/repons/{first}"
    row = ADDRESSES.get(path)
    if row is None or row.way == "out":
        return f"there is no {path}"
    if whole:
        try:
            check(RawMessage(path, tuple(_atom(word) for word in rest)), ("127.0.0.1", 1))
        except Refused as refused:
            return refused.text
    return ""


def _atom(word: str) -> str | float:
    try:
        return float(word)
    except ValueError:
        return word


def _springs_back(box: Box) -> bool:
    return box["maxclass"] == "live.button" or (box["maxclass"] == "live.text" and box.get("mode") == 0)


def _overlap(one: list[int], other: list[int]) -> bool:
    return all(one[at] < other[at] + other[at + 2] and other[at] < one[at] + one[at + 2] for at in (0, 1))


def _shown(box: Box) -> str:
    return f"[{box.get('text') or box.get('varname') or box['maxclass']}]"

"""The tables of the README and the docs, made from the program's own: addresses, modes, commands, networks."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from bridge.cli import COMMANDS
from bridge.core.shape.groove import GROOVES
from bridge.core.shape.modes import MODES
from bridge.core.shape.presets import SHIPPED
from bridge.venues import venues
from bridge.wire.addresses import table
from model.hearing import attributes
from model.networks import NETWORKS
from model.networks.mlp_size import COSTS
from model.networks.recurrent_size import CELLS

_BLOCK = re.compile(r"(<!-- generated: (?P<name>[a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def _two_columns(head: tuple[str, str], rows: dict[str, str]) -> str:
    return "\n".join([f"| {head[0]} | {head[1]} |", "|---|---|", *(f"| `{name}` | {text} |" for name, text in rows.items())])


TABLES: dict[str, Callable[[], str]] = {
    "modes": lambda: _two_columns(("mode", "what it does"), {name: mode.line for name, mode in MODES.items()}),
    "grooves": lambda: _two_columns(("groove", "what it does"), {name: groove.line for name, groove in GROOVES.items()}),
    "presets": lambda: _two_columns(("preset", "what to expect"), {name: preset.line for name, preset in SHIPPED.items()}),
    "addresses in": lambda: table("in"),
    "addresses out": lambda: table("out"),
    "commands": lambda: _two_columns(
        ("command", "what it does"), {f"repons {name}": line for name, (_, line) in COMMANDS.items()}
    ),
    "venues": lambda: "\n".join(
        ["| with | `repons connect …` | |", "|---|---|---|"]
        + [f"| [{each.title}]({each.page.name}) | `{each.name}` | {each.line} |" for each in venues().values()]
    ),
    "attributes": lambda: (attributes.__doc__ or "").split("\n\n", 1)[1],
    "costs": lambda: _two_columns(("`cost`", "what it is"), COSTS),
    "cells": lambda: _two_columns(("`cell`", "what it is made of"), CELLS),
    "networks": lambda: _two_columns(("`--network`", "what it is"), {name: row.text for name, row in NETWORKS.items()}),
}


def with_tables(text: str) -> str:
    """The same text with every generated block made anew.

    >>> with_tables("<!-- generated: modes -->\\nold\\n<!-- end -->").splitlines()[1]
    '| mode | what it does |'
    """
    return _BLOCK.sub(lambda block: f"{block[1]}{TABLES[block['name']]().strip()}\n{block[3]}", text)


if __name__ == "__main__":
    readme = Path(sys.argv[1] if len(sys.argv) > 1 else "README.md")
    readme.write_text(with_tables(readme.read_text(encoding="utf-8")), encoding="utf-8")

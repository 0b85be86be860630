"""What `repons calibrate` has measured: how far ahead each port wants its notes, kept from one gig to the next."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal

import click

from bridge.core.shape.settings import LONGEST_LEAD_SEC
from model.errors import UserError
from model.files import replace_file

Way = Literal["midi_out", "osc"]
_HEAD = "# What `repons calibrate` measured, by port. `repons run` sends each port its notes so much before their moment.\n"
_NUMBERS = re.compile(r" \d+:\d+$")
"""ALSA ends a name with numbers that change with every start of the program behind it."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What is known of one port.

    Attributes:
        lead_sec: How far ahead of its moment a note is sent, 0 to 1.
        spread_sec: How unevenly the port takes its time.
        measured: The day, as 2026-05-31.
    """

    lead_sec: float
    spread_sec: float
    measured: str


class Leads:
    """The leads of all ports, read from a file.

    Raises:
        UserError: The file is damaged.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or usual_path()
        self._leads = _read(self.path)

    def of(self, way: Way, port: str) -> Lead | None:
        """What was measured for a port; None where nothing was."""
        return self._leads[way].get(_plain(port))

    def osc(self) -> dict[tuple[str, int], float]:
        """The leads, in seconds, of all OSC receivers that were measured."""
        leads = {}
        for port, lead in self._leads["osc"].items():
            host, _, number = port.rpartition(":")
            leads[host, int(number)] = lead.lead_sec
        return leads

    def store(self, way: Way, port: str, lead: Lead) -> None:
        """Keep it, in the file too: whole, or as it was before.

        Raises:
            UserError: The file cannot be written.
        """
        import yaml

        self._leads[way][_plain(port)] = lead
        plain = {kind: {name: asdict(each) for name, each in sorted(ports.items())} for kind, ports in self._leads.items()}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self.path, (_HEAD + yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)).encode())
        except OSError as error:
            raise UserError(f"{self.path} cannot be written ({error.strerror}): what was measured is not kept") from error


def usual_path() -> Path:
    """Where the leads are kept: in the user's folder for settings."""
    return Path(click.get_app_dir("repons")) / "leads.yaml"


def _plain(port: str) -> str:
    return _NUMBERS.sub("", port)


def _read(path: Path) -> dict[Way, dict[str, Lead]]:
    leads: dict[Way, dict[str, Lead]] = {"midi_out": {}, "osc": {}}
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return leads
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror})") from error
    from model.safe_yaml import UnsafeYaml, read_yaml  # who never calibrated starts without yaml

    try:
        for way, ports in (read_yaml(content) or {}).items():
            leads[way].update({str(port): _lead(values) for port, values in ports.items()})
        for port in leads["osc"]:
            int(port.rpartition(":")[2])
    except (UnsafeYaml, AttributeError, KeyError, TypeError, ValueError) as error:
        raise UserError(f"{path} is damaged ({error}): delete it and run `repons calibrate` again") from error
    return leads


def _lead(values: dict[str, object]) -> Lead:
    lead_sec, spread_sec, measured = (values[field.name] for field in fields(Lead))
    if not isinstance(lead_sec, float | int) or not isinstance(spread_sec, float | int) or not 0 <= lead_sec <= LONGEST_LEAD_SEC:
        raise ValueError(f"lead_sec wants a number 0-{LONGEST_LEAD_SEC:g}")
    return Lead(float(lead_sec), float(spread_sec), str(measured))

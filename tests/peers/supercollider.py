"""A SuperCollider language without a screen, which runs a script against a bridge."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from bridge.clients.quark import QUARK
from tests.onstage import ROOT

HERE = Path(__file__).parent
EXAMPLE = ROOT / "docs" / "examples" / "repons.scd"

PATIENCE_SEC = 150.0
"""On a machine that is busy with something else it takes half a minute to begin; a script gives up by itself before."""

Line = list[str]


def sclang(script: str, port: int, home: Path, *, seconds: float = 0.0, quark: bool = False, **more: str) -> list[Line]:
    """What the script prints after "@", a list a line; it must end by itself and well, `seconds` later than usual at most.

    With `quark` it knows the class Repons.
    """
    home.chmod(0o700)
    environment = {
        **os.environ,
        "REPONS_PORT": str(port),
        "REPONS_EXAMPLE": str(EXAMPLE),
        # Nothing of the user's: neither a startup file nor extensions.
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        # No screen, and no sandbox, in which the help browser refuses to run as root.
        "QT_QPA_PLATFORM": "offscreen",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox",
        **more,
    }
    config = home / "sclang_conf.yaml"
    config.write_text(f"includePaths: ['{QUARK}']\nexcludePaths: []\npostInlineWarnings: false\n", encoding="utf-8")
    command = ["sclang", *(("-l", str(config)) if quark else ()), "-i", "none", str(HERE / script)]
    out, err = home / "sclang.out", home / "sclang.err"
    with out.open("wb") as told, err.open("wb") as complained:
        try:
            # Not a pipe: its end comes only once every program that sclang started has ended, too.
            done = subprocess.run(
                command, env=environment, cwd=home, stdout=told, stderr=complained, timeout=PATIENCE_SEC + seconds, check=False
            )
        except subprocess.TimeoutExpired:
            # A script that fails half way never comes to its end.
            raise AssertionError(out.read_text(errors="replace")[-4000:]) from None
    said = out.read_text(encoding="utf-8")
    assert done.returncode == 0, said[-4000:] + err.read_text(errors="replace")[-2000:]
    assert "ERROR" not in said, said[-4000:]
    return [line.split("\t")[1:] for line in said.splitlines() if line.startswith("@\t")]

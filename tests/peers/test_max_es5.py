"""The scripts of the Max devices are ECMAScript 5: Max's js knows nothing later, and says so only when a device is opened."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bridge.clients.max.__main__ import FOLDER
from tests.peers.max_script import WITH_CLIPS, max_script

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

PARSER = Path(__file__).parent / "es5_parser.js"
LATER = [
    "let a = 1;",
    "const a = 1;",
    "var f = () => 1;",
    "var a = `b`;",
    "var a = { b };",
    "var a = { b() { return 1; } };",
    "var [a] = [1];",
    "function f(a = 1) {}",
    "function f(...a) {}",
    "class A {}",
    "for (var a of []) {}",
    "f(a, );",
    "var a = 2 ** 3;",
    "import 'a';",
]


def not_es5(*files: Path) -> list[str]:
    ran = subprocess.run(
        ["node", "--expose-internals", str(PARSER), *map(str, files)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return ran.stdout.splitlines()


def test_every_script_is_ecmascript_5(needs: Callable[[str], None]) -> None:
    needs("node")
    scripts = sorted(FOLDER.glob("*.js"))
    assert scripts != []
    assert not_es5(*scripts) == []


def test_what_came_later_is_found(needs: Callable[[str], None], tmp_path: Path) -> None:
    needs("node")
    files = []
    for at, later in enumerate(LATER):
        files.append(tmp_path / f"{at}.js")
        files[-1].write_text(later, encoding="utf-8")
    assert [line.partition(":")[0] for line in not_es5(*files)] == [str(file) for file in files]


def test_what_the_library_got_later_is_missing_where_the_scripts_are_tested(needs: Callable[[str], None], tmp_path: Path) -> None:
    needs("node")
    script = tmp_path / "later.js"
    for later in (
        "[].find",
        "[].includes",
        "''.startsWith",
        "''.includes",
        "Object.assign",
        "Array.from",
        "Math.sign",
        "this.Map",
    ):
        script.write_text(f"function bang() {{ outlet(0, typeof {later}); }}", encoding="utf-8")
        with max_script(script, {"tracks": [{"name": "", "slots": []}]}, runner=WITH_CLIPS) as own:
            assert own.call("bang") == [[1, "undefined"]]

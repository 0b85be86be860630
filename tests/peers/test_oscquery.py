"""A real bridge is found by zeroconf on this machine's loopback, and tells over HTTP what its knobs stand at."""

from __future__ import annotations

import http.client
import json
import os
import socket
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psutil
import pytest

from bridge.child import NICENESS
from tests.onstage import PATIENCE_SEC, OnStage, eventually, on_stage
from tests.peers.needed import missing

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]

SERVICE = "_oscjson._tcp.local."


def get(port: int, target: str) -> Any:
    """What is answered; None where a value is not to be had just now: the stage may be busy."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SEC)
    connection.request("GET", target)
    content = connection.getresponse().read()
    connection.close()
    return json.loads(content) if content else None


def served(stage: OnStage) -> int:
    return int(stage.line("OSCQuery: http://127.0.0.1:").rpartition(":")[2])


def test_what_is_found_leads_to_the_tree_and_the_tree_to_the_bridge(tmp_path: Path) -> None:
    try:
        from zeroconf import ServiceListener, Zeroconf
    except ImportError:
        missing("zeroconf")

    class Found(ServiceListener):
        def __init__(self) -> None:
            self.names: list[str] = []
            self.gone: list[str] = []

        def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
            self.names.append(name)

        def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
            self.gone.append(name)

        def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
            pass

    network, found = Zeroconf(interfaces=["127.0.0.1"]), Found()
    network.add_service_listener(SERVICE, found)
    try:
        with on_stage("--oscquery", "0", folder=tmp_path) as stage:
            name = f"Repons-{stage.address[1]}.{SERVICE}"
            assert eventually(lambda: name in found.names)
            info = network.get_service_info(SERVICE, name, timeout=int(1000 * PATIENCE_SEC))
            assert info is not None
            assert info.parsed_addresses() == ["127.0.0.1"]
            port = info.port
            assert port is not None
            assert get(port, "/?HOST_INFO")["OSC_PORT"] == stage.address[1]
            stage.send("/repons/trade", 8)
            stage.hear("/repons/done")
            assert eventually(lambda: get(port, "/repons/trade?VALUE") == {"VALUE": [8]})
            assert eventually(lambda: get(port, "/")["CONTENTS"]["repons"]["CONTENTS"]["trade"].get("VALUE") == [8])
        # It says goodbye.
        assert eventually(lambda: name in found.gone)
    finally:
        network.close()


def test_it_ends_with_the_stage_even_where_that_is_killed(tmp_path: Path) -> None:
    with on_stage("--oscquery", "0", folder=tmp_path) as stage:
        port = served(stage)
        assert get(port, "/repons/mode")["ACCESS"] == 3
        stage.process.kill()

        def ended() -> bool:
            try:
                get(port, "/")
            except (OSError, http.client.HTTPException):
                # Refused, or cut short in the middle of an answer.
                return True
            return False

        assert eventually(ended)


def test_a_port_that_is_taken_is_said_and_the_music_goes_on(tmp_path: Path) -> None:
    with on_stage("--oscquery", "0", folder=tmp_path) as stage:
        port = served(stage)
        with on_stage("--oscquery", str(port), folder=tmp_path) as second:
            second.ready()
            second.send("/repons/ping", 1)
            assert second.hear("/repons/pong").args == (1,)
        assert not any(line.startswith("OSCQuery") for line in second.said)


def test_however_many_knock_all_are_answered_and_the_notes_go_first(tmp_path: Path) -> None:
    with on_stage("--oscquery", "0", folder=tmp_path) as stage, ExitStack() as slow:
        port = served(stage)
        (process,) = [
            each for each in psutil.Process(stage.process.pid).children() if "bridge.oscquery.process" in each.cmdline()
        ]
        if sys.platform != "win32":
            # Who is asked for the tree again and again takes a processor; it may be the one that the musician wants.
            assert process.nice() == min(os.getpriority(os.PRIO_PROCESS, 0) + NICENESS, 19)
        stage.ready()
        for _ in range(200):
            # They begin a question and do not end it.
            slow.enter_context(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SEC)).send(b"GET /rep")
        assert eventually(lambda: get(port, "/repons/mode?VALUE") == {"VALUE": ["next"]})
        stage.send("/repons/ping", 1)
        assert stage.hear("/repons/pong").args == (1,)

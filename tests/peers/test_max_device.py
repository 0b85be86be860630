"""Devices in a Live set and a real bridge: each finds it on a port of its own, knows its models, and hears when it is gone."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bridge.clients.max.__main__ import FOLDER
from bridge.clients.max.examples import name
from bridge.events import Client
from bridge.wire.osc import RawMessage, decode, encode
from tests.onstage import on_stage
from tests.peers.max_script import MaxScript, max_script

pytestmark = [pytest.mark.peers, pytest.mark.with_programs]


class Device:
    """`repons.connect.js` in Node, with ReponsIo's two ports as sockets of its own."""

    def __init__(self, script: MaxScript, bridge: Client) -> None:
        self._script = script
        self._bridge = bridge
        self._mouth = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._ear: socket.socket | None = None
        self.port = 0
        self.found = False
        self.shown: dict[str, Any] = {}
        self.models: list[str] = []
        self.heard: list[RawMessage] = []

    def second(self, seconds: float = 0.15) -> None:
        """One tick, and what the bridge says within a moment."""
        self._act(self._script.call("tick"))
        if self._ear is None:
            return
        self._ear.settimeout(seconds)
        try:
            while True:
                for message in decode(self._ear.recv(65_536)):
                    self.heard.append(message)
                    self._act(self._script.call(name(message.address), *message.args))
        except TimeoutError:
            return

    def call(self, *message: Any) -> None:
        """What is set on its face."""
        self._act(self._script.call(*message))

    @property
    def subscribed(self) -> bool:
        """Whether the bridge has said so, as far as it was heard."""
        return ("/repons/done", "/repons/subscribe") in {(message.address, *message.args[:1]) for message in self.heard}

    def close(self) -> None:
        self._mouth.close()
        if self._ear is not None:
            self._ear.close()

    def _act(self, said: list[list[Any]]) -> None:
        for outlet, *message in said:
            if outlet == 1:
                self._mouth.sendto(encode(f"/repons/{message[0]}", tuple(message[1:])), self._bridge)
            elif outlet == 2:
                self._listen(message[1])
            elif outlet == 3 and message[1] == "set":
                self.shown[message[0]] = message[2]
            elif outlet == 3 and message[1] == "append":
                self.models.append(message[2])
            elif outlet == 4:
                self.found = True
            elif outlet == 5:
                self._bridge = (self._bridge[0], message[1])

    def _listen(self, port: int) -> None:
        """As udpreceive does: where somebody else has the port, it hears nothing."""
        if self._ear is not None:
            self._ear.close()
        self._ear, self.port = socket.socket(socket.AF_INET, socket.SOCK_DGRAM), port
        try:
            self._ear.bind(("127.0.0.1", port))
        except OSError:
            self._ear.close()
            self._ear = None


def test_two_devices_find_the_bridge_each_on_a_port_of_its_own_and_notice_that_it_is_gone(
    tmp_path: Path, needs: Callable[[str], None]
) -> None:
    needs("node")
    with ExitStack() as all_of_it:
        devices = []
        with on_stage(folder=tmp_path) as stage:
            stage.ready()
            for _ in range(2):
                device = Device(all_of_it.enter_context(max_script(FOLDER / "repons.connect.js")), stage.address)
                all_of_it.callback(device.close)
                devices.append(device)
            one, other = devices
            assert _in_time(devices, lambda device: device.found and {"default", "piano"} <= set(device.models))
            assert one.port != other.port
            assert _in_time(
                devices, lambda device: device.shown["lamp"] == "●" and device.shown.get("state") in ("listening", "playing")
            )
        for _ in range(6):
            one.second(0.01)
        assert one.shown["lamp"] == "○"
        assert "repons run" in one.shown["words"]


def test_a_device_follows_the_bridge_to_another_port_and_back(tmp_path: Path, needs: Callable[[str], None]) -> None:
    needs("node")
    with ExitStack() as all_of_it:
        # Somebody who listens and says nothing: no bridge.
        nobody = all_of_it.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        nobody.bind(("127.0.0.1", 0))
        elsewhere = nobody.getsockname()
        stage = all_of_it.enter_context(on_stage(folder=tmp_path))
        stage.ready()
        device = Device(all_of_it.enter_context(max_script(FOLDER / "repons.connect.js")), elsewhere)
        all_of_it.callback(device.close)
        device.call("bridge", elsewhere[1])
        device.second()
        assert device.shown["lamp"] == "○"
        for _ in range(2):
            device.call("bridge", stage.address[1])
            assert _in_time([device], lambda device: device.shown["lamp"] == "●" and device.subscribed)
            device.call("bridge", elsewhere[1])
            assert device.shown["lamp"] == "○"
            device.heard.clear()
            device.second()
            assert device.shown["lamp"] == "○"


def _in_time(devices: list[Device], holds: Callable[[Device], bool]) -> bool:
    """Whether it comes to hold of all within some ticks."""
    for _ in range(100):
        for device in devices:
            device.second()
        if all(holds(device) for device in devices):
            return True
    return False

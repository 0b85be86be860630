"""The tree of addresses over HTTP, held against the OSCQuery proposal."""

from __future__ import annotations

import http.client
import json
import logging
import socket
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest

from bridge.events import Atom, Client
from bridge.oscquery.serving import Answers, serve
from bridge.oscquery.tree import ATTRIBUTES, Node, asked, tree
from bridge.oscquery.values import FRESH_SEC, Values
from bridge.wire.addresses import ADDRESSES, check
from bridge.wire.osc import RawMessage, decode, encode
from tests.fakes import CLIENT, Clock

VALUES: dict[str, tuple[Atom, ...]] = {"/repons/temperature": (0.8,), "/repons/range": (36, 84), "/repons/quantise": ("off", 1)}
STAGE = ("127.0.0.1", 7400)
NODES = tree()
KINDS: dict[str, tuple[type, ...]] = {"i": (int,), "f": (int, float), "s": (str,)}


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = serve("127.0.0.1", 0, Answers(STAGE, lambda: VALUES))
    Thread(target=server.serve_forever, daemon=True).start()
    yield int(server.server_address[1])
    server.shutdown()
    server.server_close()


def get(port: int, target: str) -> tuple[int, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", target)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    if response.status == 200:
        assert response.headers["Content-Type"] == "application/json"
    return response.status, json.loads(body) if body else None


def every(node: Node) -> Iterator[Node]:
    yield node
    for inner in node.get("CONTENTS", {}).values():
        yield from every(inner)


def test_the_root_is_the_whole_tree_with_a_node_for_every_address(port: int) -> None:
    status, root = get(port, "/")
    assert status == 200
    nodes = {node["FULL_PATH"]: node for node in every(root)}
    assert set(ADDRESSES) <= set(nodes)
    for path, node in nodes.items():
        assert set(node) <= set(ATTRIBUTES)
        for name, inner in node.get("CONTENTS", {}).items():
            assert inner["FULL_PATH"] == f"{path.rstrip('/')}/{name}"
        if path in ADDRESSES:
            assert node["DESCRIPTION"] == ADDRESSES[path].text


@pytest.mark.parametrize("path", [path for path, node in NODES.items() if "TYPE" in node])
def test_type_range_and_value_are_of_one_length_and_kind(path: str) -> None:
    node = NODES[path]
    assert len(node["RANGE"]) == len(node["TYPE"]) > 0
    for kind, limits in zip(node["TYPE"], node["RANGE"], strict=True):
        assert limits is None or (set(limits) <= {"MIN", "MAX", "VALS"} and limits)
        for value in (limits or {}).get("VALS", ()):
            assert isinstance(value, KINDS[kind])


@pytest.mark.parametrize(
    ("path", "access"),
    [
        ("/repons/temperature", 3),
        ("/repons/note", 2),
        ("/repons/status", 1),
        ("/repons/out", 0),
        ("/repons/panic", 0),
        ("/repons", 0),
        ("/repons/subscribe", 2),
    ],
)
def test_access_says_whether_a_value_can_be_read_and_set(port: int, path: str, access: int) -> None:
    assert get(port, path)[1]["ACCESS"] == access


def test_a_node_has_what_the_table_says_and_the_value_of_now(port: int) -> None:
    assert get(port, "/repons/range")[1] == {
        "FULL_PATH": "/repons/range",
        "DESCRIPTION": ADDRESSES["/repons/range"].text,
        "ACCESS": 3,
        "TYPE": "ii",
        "RANGE": [{"MIN": 0, "MAX": 127}, {"MIN": 0, "MAX": 127}],
        "VALUE": [36, 84],
    }
    assert get(port, "/repons/mode")[1]["RANGE"][0]["VALS"][:2] == ["next", "call"]


def test_a_value_that_does_not_fit_the_type_is_left_out(port: int) -> None:
    assert "VALUE" not in get(port, "/repons/quantise")[1]


@pytest.mark.parametrize(
    ("target", "status", "content"),
    [
        ("/repons/temperature?VALUE", 200, {"VALUE": [0.8]}),
        ("/repons/temperature?TYPE", 200, {"TYPE": "f"}),
        ("/repons/temperature/?ACCESS", 200, {"ACCESS": 3}),
        ("/repons/note?VALUE", 204, None),
        ("/repons?TYPE", 204, None),
        ("/repons/temperature?COLOUR", 400, None),
        ("/repons/temprature", 404, None),
        ("/favicon.ico", 404, None),
        ("/%00?VALUE", 404, None),
    ],
)
def test_one_attribute_can_be_asked_for_and_what_is_not_there_has_its_own_status(
    port: int, target: str, status: int, content: Any
) -> None:
    assert get(port, target) == (status, content)


def test_a_target_that_is_no_address_at_all_is_refused() -> None:
    assert Answers(STAGE, dict).to("http://[nowhere/repons") == (400, None)


def test_host_info_says_where_messages_go_and_what_is_offered(port: int) -> None:
    status, info = get(port, "/?HOST_INFO")
    assert (status, info["OSC_IP"], info["OSC_PORT"], info["OSC_TRANSPORT"]) == (200, "127.0.0.1", 7400, "UDP")
    assert {name for name, offered in info["EXTENSIONS"].items() if offered} == {
        "ACCESS",
        "VALUE",
        "RANGE",
        "DESCRIPTION",
        "TYPE",
    }
    assert get(port, "/repons/note?HOST_INFO")[1] == info
    assert "OSC_IP" not in Answers(("0.0.0.0", 7400), dict).to("/?HOST_INFO")[1]


def test_one_connection_carries_several_questions_and_nothing_else_is_understood(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for target, status in (("/repons/mode", 200), ("/repons/note?VALUE", 204), ("/no", 404), ("/repons?CONTENTS", 200)):
        connection.request("GET", target)
        response = connection.getresponse()
        response.read()
        assert response.status == status
    connection.request("POST", "/repons/mode", b"x")
    assert connection.getresponse().status == 501
    connection.close()


@pytest.mark.parametrize("target", ["/repons/mode", "/?HOST_INFO", "/repons/note?VALUE", "/no"])
def test_head_says_what_get_would_and_leaves_it_out(port: int, target: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    told = []
    for method in ("HEAD", "GET"):
        connection.request(method, target)
        response = connection.getresponse()
        body = response.read()
        told.append((response.status, response.headers["Content-Length"], response.headers["Content-Type"]))
        assert method == "GET" or body == b""
    connection.close()
    assert told[0] == told[1]


def test_who_leaves_in_the_middle_of_an_answer_is_no_fault(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve("127.0.0.1", 0, Answers(STAGE, lambda: VALUES))
    with socket.socket() as client, caplog.at_level(logging.DEBUG, "bridge.oscquery"):
        try:
            raise ConnectionResetError
        except ConnectionError:
            server.handle_error(client, ("127.0.0.1", 5))
        assert "left" in caplog.text
        assert capsys.readouterr().err == ""
        try:
            raise ValueError
        except ValueError:
            server.handle_error(client, ("127.0.0.1", 5))
        assert "ValueError" in capsys.readouterr().err
    server.server_close()


def test_to_ask_for_values_changes_nothing_and_subscribes_nobody() -> None:
    for row in asked():
        assert check(RawMessage(row.path, ()), CLIENT).values == ()
    assert "/repons/subscribe" not in {row.path for row in asked()}


class Stage:
    """In place of a socket that is connected to the stage: what it answers, and how often it is asked."""

    def __init__(self, answers: dict[str, tuple[Atom, ...]]) -> None:
        self.answers = answers
        self.asked = 0
        self._out: list[bytes] = []

    def connect(self, stage: Client) -> None:
        assert stage == STAGE

    def send(self, data: bytes) -> None:
        self.asked += 1
        self._out = []
        for message in decode(data):
            if message.address == "/repons/sync":
                self._out.append(encode("/repons/synced", message.args))
            elif message.address in self.answers:
                self._out.append(encode(message.address, self.answers[message.address]))
            else:
                self._out.append(encode("/repons/error", (409, message.address, "there is no second model")))

    def settimeout(self, seconds: float) -> None:
        assert seconds > 0

    def recv(self, size: int) -> bytes:
        if not self._out:
            raise TimeoutError
        return self._out.pop(0)


def test_all_values_are_asked_for_at_once_and_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    stage, clock = Stage({"/repons/trade": (4,), "/repons/mode": ("duet",)}), Clock(10.0)
    monkeypatch.setattr("bridge.oscquery.values.socket.socket", lambda *_: stage)
    values = Values(STAGE, lambda: clock.now)
    assert values.read() == {"/repons/trade": (4,), "/repons/mode": ("duet",)}
    stage.answers["/repons/trade"] = (8,)
    clock.advance(FRESH_SEC / 2)
    assert values.read()["/repons/trade"] == (4,)
    clock.advance(FRESH_SEC)
    assert values.read()["/repons/trade"] == (8,)
    assert stage.asked == 2


def test_a_word_that_is_told_in_place_of_the_values_stands_for_as_many_as_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage({"/repons/scale": ("auto",), "/repons/status": ("listening",)})
    monkeypatch.setattr("bridge.oscquery.values.socket.socket", lambda *_: stage)
    values = Values(STAGE, lambda: 10.0).read()
    assert values == {"/repons/scale": (0, "auto"), "/repons/status": ("listening",)}
    node = NODES["/repons/scale"]
    assert len(values["/repons/scale"]) == len(node["TYPE"])
    assert "auto" in node["RANGE"][1]["VALS"]


def test_without_the_stage_there_are_no_values(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage({})
    monkeypatch.setattr("bridge.oscquery.values.socket.socket", lambda *_: stage)
    monkeypatch.setattr(stage, "send", lambda data: None)
    clock = Clock(10.0)
    assert Values(STAGE, lambda: clock.now).read() == {}

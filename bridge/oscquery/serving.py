"""The tree over HTTP: what is asked for, and what is answered."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from bridge.events import Atom, Client
from bridge.oscquery.tree import ATTRIBUTES, Node, tree

_log = logging.getLogger("bridge.oscquery")
NAME = "Répons"
HOST_INFO = "HOST_INFO"
SLOWEST_SEC = 5.0
"""Who takes longer over a question is not waited for."""


class Answers:
    """What is answered to each question.

    Args:
        stage: Where the stage listens; host 0.0.0.0 is every network.
        read: Gives the values of the knobs as they stand.
    """

    def __init__(self, stage: Client, read: Callable[[], Mapping[str, tuple[Atom, ...]]]) -> None:
        self._nodes = tree()
        self._read = read
        self._host_info: dict[str, Any] = {"NAME": NAME, "OSC_PORT": stage[1], "OSC_TRANSPORT": "UDP"}
        # Left out, a client takes the host it reached.
        if stage[0] != "0.0.0.0":
            self._host_info["OSC_IP"] = stage[0]
        offered = ("ACCESS", "VALUE", "RANGE", "DESCRIPTION", "TYPE")
        refused = ("TAGS", "EXTENDED_TYPE", "UNIT", "CRITICAL", "CLIPMODE", "LISTEN", "PATH_CHANGED")
        self._host_info["EXTENSIONS"] = {name: name in offered for name in offered + refused}

    def to(self, target: str) -> tuple[int, Any]:
        """Status and content for a path, perhaps with `?ATTRIBUTE` behind it; the content is None where there is none.

        Source:
            OSCQuery proposal: 404 no such node, 400 no such attribute, 204 the node has none of these.
        """
        try:
            parts = urlsplit(target)
        except ValueError:
            return 400, None
        path = unquote(parts.path).rstrip("/") or "/"
        attribute = parts.query.partition("&")[0].partition("=")[0]
        if attribute == HOST_INFO:
            return 200, self._host_info
        if path not in self._nodes:
            return 404, None
        if attribute and attribute not in ATTRIBUTES:
            return 400, None
        node = self._nodes[path]
        if attribute not in ("", "VALUE", "CONTENTS"):
            return (200, {attribute: node[attribute]}) if attribute in node else (204, None)
        whole = _with_values(node, self._read())
        if not attribute:
            return 200, whole
        return (200, {attribute: whole[attribute]}) if attribute in whole else (204, None)


def serve(host: str, port: int, answers: Answers) -> ThreadingHTTPServer:
    """A server that is bound and listens; `serve_forever` answers.

    Raises:
        OSError: The port cannot be had.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = SLOWEST_SEC

        def do_GET(self) -> None:
            status, content = answers.to(self.path)
            data = b"" if content is None else json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            # Pages in a browser are clients too; nothing can be changed here.
            self.send_header("Access-Control-Allow-Origin", "*")
            if status != 204:
                self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            _log.debug(format, *args)

    class Server(ThreadingHTTPServer):
        # As many may knock at once; of five, the default, the next waits a second until its system tries anew.
        request_queue_size = 128

        def handle_error(self, request: Any, client_address: Any) -> None:
            # Who leaves in the middle of an answer has no need of it, and the musicians none of a traceback.
            if isinstance(sys.exc_info()[1], ConnectionError):
                _log.debug("%s has left in the middle of an answer", client_address)
            else:
                super().handle_error(request, client_address)

    return Server((host, port), Handler)


def _with_values(node: Node, values: Mapping[str, tuple[Atom, ...]]) -> Node:
    """The same node with the values that are known, down to the last."""
    whole = dict(node)
    # Nobody could make sense of more values or fewer than TYPE says.
    if (value := values.get(node["FULL_PATH"])) is not None and len(value) == len(node["TYPE"]):
        whole["VALUE"] = list(value)
    if "CONTENTS" in node:
        whole["CONTENTS"] = {name: _with_values(inner, values) for name, inner in node["CONTENTS"].items()}
    return whole

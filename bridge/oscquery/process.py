"""The process that serves the tree and has it found, until the stage is gone.

    python -m bridge.oscquery.process SOCKET

SOCKET is an inherited file descriptor, as `bridge.child` has it; the stage says in one line of JSON where it listens, and which
port it is to be. Nothing of it runs in the stage: however many ask, it costs no note its moment.
"""

from __future__ import annotations

import json
import logging
import signal
import socket
import sys
from contextlib import ExitStack
from threading import Thread
from typing import TYPE_CHECKING

import click
import psutil

from bridge.child import inherited, step_back
from bridge.events import Client
from bridge.oscquery.serving import Answers, serve
from bridge.oscquery.values import Values

if TYPE_CHECKING:
    from zeroconf import Zeroconf

SERVICE = "_oscjson._tcp.local."
LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"
_LONGEST = 4096

_log = logging.getLogger("bridge.oscquery")


def main(stage: socket.socket) -> None:
    """Serve what the stage asks for, until its end of the socket closes."""
    asked = json.loads(stage.recv(_LONGEST))
    host, osc_port, port = str(asked["host"]), int(asked["osc_port"]), int(asked["port"])
    with ExitStack() as opened:
        values = Values((LOOPBACK if host == EVERYWHERE else host, osc_port))
        opened.callback(values.close)
        try:
            server = serve(host, port, Answers((host, osc_port), values.read))
        except OSError as error:
            _log.warning("no OSCQuery: port %d cannot be had (%s); choose another with --oscquery", port, error.strerror)
            return
        opened.callback(server.server_close)
        Thread(target=server.serve_forever, daemon=True).start()
        opened.callback(server.shutdown)
        port = server.server_address[1]
        click.echo(f"OSCQuery: http://{LOOPBACK if host == EVERYWHERE else host}:{port}")
        found = announce((host, port), osc_port)
        if found is None:
            _log.warning("nobody finds OSCQuery by itself: pip install 'repons[oscquery]', or type the address above")
        else:
            opened.callback(found.close)
        # It says nothing more: what ends this is its end.
        stage.recv(1)


def announce(place: Client, osc_port: int) -> Zeroconf | None:
    """Have the server found by zeroconf; None where that is not installed.

    On the loopback only, where the server listens nowhere else.
    """
    try:
        from zeroconf import IPVersion, ServiceInfo, Zeroconf
    except ImportError:
        return None
    host, port = place
    addresses = _addresses() if host == EVERYWHERE else [host]
    name = f"Repons-{osc_port}"
    info = ServiceInfo(SERVICE, f"{name}.{SERVICE}", port, server=f"{name}.local.", parsed_addresses=addresses)
    found = Zeroconf(interfaces=addresses, ip_version=IPVersion.V4Only)
    # A second bridge on the same port of another machine is called otherwise.
    found.register_service(info, allow_name_change=True)
    return found


def _addresses() -> list[str]:
    """Those of this machine, but for the loopback."""
    every = [each.address for some in psutil.net_if_addrs().values() for each in some if each.family == socket.AF_INET]
    return [address for address in every if not address.startswith("127.")] or [LOOPBACK]


if __name__ == "__main__":
    logging.basicConfig(format="%(name)s: %(message)s")
    # However many ask, the notes go first.
    step_back()
    # Ctrl-C is for the stage; its end is ours.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main(inherited(sys.argv[1]))

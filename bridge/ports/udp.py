"""The UDP socket that OSC comes and goes by."""

from __future__ import annotations

import errno
import logging
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path

from bridge.events import Client
from model.errors import UserError

RECEIVE_BUFFER = 4 * 1024 * 1024
"""Bytes the system keeps for us. Its usual 200 kB hold about 256 small packets; with 4 MB a burst of 3,000 arrived whole."""
_USUAL_BUFFER = 200 * 1024
_SMALL = 832
"""Bytes of that buffer a small packet takes on Linux, its book-keeping included."""
MOST_PER_CALL = 32
"""Packets taken by one `receive`, so that a flood leaves the loop time for all else: to answer them takes two milliseconds."""
_LONGEST_DATAGRAM = 65_536

_log = logging.getLogger("bridge.osc.in")


class UdpPort:
    """A bound, non-blocking UDP socket.

    Attributes:
        address: Host and port it is bound to; the port is the one the system chose where 0 was asked for.
        drops: Packets `send` could not hand to the system.

    Raises:
        UserError: The host or port cannot be had; the sentence says why, by whom a port is taken where that can be told, and
            which port is free.
    """

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._widen()
        try:
            self._socket.bind((host, port))
        except (OSError, OverflowError) as error:
            self._socket.close()
            raise _why_not(error, host, port) from error
        self.address: Client = self._socket.getsockname()
        self.drops = 0

    def _widen(self) -> None:
        """Ask the system to keep as many packets for us as it will, and say so where that is few."""
        wanted = RECEIVE_BUFFER
        while wanted >= _USUAL_BUFFER:
            # Linux gives what its limit allows; macOS refuses what is above.
            with suppress(OSError):
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, wanted)
                break
            wanted //= 2
        # Linux counts its own book-keeping, as much again.
        given = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF) // (2 if sys.platform == "linux" else 1)
        if given < RECEIVE_BUFFER:
            hint = f"; sudo sysctl -w net.core.rmem_max={RECEIVE_BUFFER} allows more" if sys.platform == "linux" else ""
            _log.warning(
                "the system keeps %d kB of packets for us: a burst of more than %d may lose some%s",
                given // 1024,
                given // _SMALL,
                hint,
            )

    def fileno(self) -> int:
        """For `select`."""
        return self._socket.fileno()

    def receive(self) -> list[tuple[bytes, Client, float]]:
        """Packets that have come, oldest first, at most `MOST_PER_CALL`: bytes, sender, and when they were read (monotonic)."""
        packets: list[tuple[bytes, Client, float]] = []
        for _ in range(MOST_PER_CALL):
            try:
                data, client = self._socket.recvfrom(_LONGEST_DATAGRAM)
                now = time.monotonic()
            except BlockingIOError:
                break
            except OSError:
                # Windows and Linux report here that a client we sent to has gone. The next packet may well be good.
                continue
            packets.append((data, client, now))
        return packets

    def send(self, data: bytes, client: Client) -> None:
        """Hand a packet to the system and never wait or raise: what cannot go (no route, too long, no room) counts as a drop."""
        try:
            self._socket.sendto(data, client)
        except (OSError, OverflowError):
            self.drops += 1

    def close(self) -> None:
        """Give the port back."""
        self._socket.close()


def _why_not(error: OSError | OverflowError, host: str, port: int) -> UserError:
    code = error.errno if isinstance(error, OSError) else None
    if isinstance(error, OverflowError):
        return UserError(f"port {port} does not exist; choose one from 1024 to 65535")
    if isinstance(error, socket.gaierror):
        return UserError(f"{host} is no address this machine knows; use 127.0.0.1")
    if code == errno.EADDRNOTAVAIL:
        return UserError(f"{host} is not an address of this machine; use 127.0.0.1, or 0.0.0.0 for every network it is on")
    if code == errno.EACCES:
        return UserError(f"port {port} is not for everyone; choose one from 1024 to 65535")
    if code == errno.EADDRINUSE:
        holder = _holder(port)
        free = _next_free(host, port)
        advice = "close that program" + (f", or use --port {free}" if free else "")
        return UserError(f"port {port} is already taken by {holder or 'another program'}; {advice}")
    return UserError(f"port {port} on {host} cannot be opened ({error}); try another with --port")


def _next_free(host: str, port: int) -> int | None:
    for candidate in range(port + 1, min(port + 33, 65536)):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as trial, suppress(OSError):
            trial.bind((host, candidate))
            return candidate
    return None


def _holder(port: int) -> str | None:
    """Who holds a UDP port, as "name (process 123)"; None where the system does not tell: only Linux does, in /proc."""
    sockets = {f"socket:[{inode}]" for inode in _inodes(port)}
    if not sockets:
        return None
    for entry in Path("/proc").glob("[0-9]*/fd/*"):
        # Processes end, and others' are not ours to look into.
        with suppress(OSError):
            if str(entry.readlink()) in sockets:
                process = entry.parent.parent
                return f"{(process / 'comm').read_text().strip()} (process {process.name})"
    return None


def _inodes(port: int) -> list[str]:
    inodes = []
    for table in (Path("/proc/net/udp"), Path("/proc/net/udp6")):
        with suppress(OSError):
            for line in table.read_text().splitlines()[1:]:
                fields = line.split()
                if int(fields[1].rpartition(":")[2], 16) == port:
                    inodes.append(fields[9])
    return inodes

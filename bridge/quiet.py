"""Keeps Python's garbage collector out of the music."""

from __future__ import annotations

import gc

IDLE_SEC = 2.0
"""After so long without an event the rubbish is collected: nobody is playing."""
_PILE = 50_000


def settle() -> None:
    """Say that all there is now stays for ever, so that no collection looks at it again.

    With TensorFlow loaded one full collection takes 115-243 ms, and after this well under one. From here on the collector comes
    by itself only where tens of thousands of objects have piled up; who calls this collects in pauses.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_PILE, 100, 100)

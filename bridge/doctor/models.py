"""The models: which there are, and whether the usual one answers a note."""

from __future__ import annotations

import time
from collections.abc import Iterator

from bridge.doctor.finding import Finding
from model.errors import UserError

NOTES = 20


def listed(_: int) -> Iterator[Finding]:
    """Every model found by name, each looked into."""
    from model.bundle import BadBundle, read_bundle
    from model.names import list_bundles

    names = []
    for path in list_bundles():
        try:
            read_bundle(path)
            names.append(path.stem)
        except BadBundle as error:
            yield Finding("trouble", str(error), "train or download it again, or delete it")
    if names:
        yield Finding("well", ", ".join(names))
    else:
        yield Finding("trouble", "there is no model", "install Répons again, or train one: repons train FOLDER --out mine")


def answer(_: int) -> Iterator[Finding]:
    """Starts a stage with the usual model on a port of its own and plays to it."""
    from bridge.benches.running import answer as answered
    from bridge.benches.running import running, spread, subscriber
    from bridge.wire.osc import encode

    times = []
    try:
        with running("--mode", "next") as stage, subscriber(stage.address) as client:
            for pitch in range(60, 60 + NOTES):
                asked = time.monotonic()
                client.send(encode("/repons/note", (pitch, 96, 0.1)))
                answered(client, "/repons/out")
                times.append(1000 * (time.monotonic() - asked))
    except UserError as error:
        yield Finding("trouble", str(error))
        return
    ms = spread(times)
    ready = stage.ready - stage.started
    yield Finding(
        "well", f"ready in {ready:.1f} s; {NOTES} notes answered, half within {ms['p50']:.1f} ms, all within {ms['max']:.1f}"
    )

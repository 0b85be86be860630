"""The loss curve of a training, as a picture."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path


def draw_curves(run: Path) -> Path:
    """Draw `loss.png` from a run folder's `metrics.jsonl`: nats on the validation works, over minutes."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    rows = [json.loads(line) for line in (run / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]
    minutes = [row["seconds"] / 60 for row in rows]
    figure, (whole, parts) = pyplot.subplots(1, 2, figsize=(10, 4), layout="constrained")
    whole.plot(minutes, [row["valid"]["note"] for row in rows], color="black", marker=".")
    best = min(range(len(rows)), key=lambda index: rows[index]["valid"]["note"])
    whole.plot(minutes[best], rows[best]["valid"]["note"], "o", color="tab:orange", label="kept")
    whole.set(title="in all", xlabel="minutes of training", ylabel="nats, validation works")
    whole.legend()
    names = [name for name in rows[0]["valid"] if name != "note"]
    for name, style in zip(names, cycle(("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)))), strict=False):
        parts.plot(minutes, [row["valid"][name] for row in rows], label=name, linestyle=style)
    parts.set(title="in parts", xlabel="minutes of training")
    parts.legend()
    path = run / "loss.png"
    figure.savefig(path, dpi=120)
    pyplot.close(figure)
    return path

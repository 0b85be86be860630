"""The loss curve of a training, as a picture."""

from __future__ import annotations

import json
from pathlib import Path

from model.features import TARGETS


def draw_curves(run: Path) -> Path:
    """Draw `loss.png` from a run folder's `metrics.jsonl`: nats a note on the validation works, over minutes."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    rows = [json.loads(line) for line in (run / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]
    minutes = [row["seconds"] / 60 for row in rows]
    figure, (whole, parts) = pyplot.subplots(1, 2, figsize=(10, 4), layout="constrained")
    whole.plot(minutes, [row["valid"]["note"] for row in rows], color="black", marker=".")
    best = min(range(len(rows)), key=lambda index: rows[index]["valid"]["note"])
    whole.plot(minutes[best], rows[best]["valid"]["note"], "o", color="tab:orange", label="kept")
    whole.set(title="whole note", xlabel="minutes of training", ylabel="nats a note, validation works")
    whole.legend()
    for name, style in zip(TARGETS, ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1))), strict=True):
        parts.plot(minutes, [row["valid"][name] for row in rows], label=name, linestyle=style)
    parts.set(title="by attribute", xlabel="minutes of training")
    parts.legend()
    path = run / "loss.png"
    figure.savefig(path, dpi=120)
    pyplot.close(figure)
    return path

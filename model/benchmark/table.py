"""The benchmark as one object and as text: counted baselines, published rows and our runs, the two columns apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from model.benchmark.baselines import baselines, copy_accuracy
from model.benchmark.published import PUBLISHED
from model.benchmark.rolls import SETS, read_rolls
from model.benchmark.runs import Run, final_nats, read_runs

HEADS = {False: "independent", True: "joint"}
_WHAT = {
    "independent": "Each key independent of the others within a frame",
    "joint": "Whole frames: keys see each other within a frame",
}
Report = dict[str, Any]


def report(folder: Path, runs: Path | None, said: Callable[[str], None]) -> Report:
    """All figures, nats a frame of the test split.

    Args:
        folder: Where the four .mat files are.
        runs: Where runs of `model.benchmark.train` are, if any.
        said: Is told what comes next.

    Returns:
        {"independent": rows, "joint": rows, "copy_accuracy": {set: %}}; a row is {"kind": "counted", "published" or "ours",
        "name", "nats": {set: nats}} and, published, "source" and "remark"; ours, "runs": one object each.
    """
    rows: dict[str, list[Report]] = {head: [] for head in HEADS.values()}
    accuracy, sets = {}, {}
    for name in SETS:
        said(f"counting {name}")
        sets[name] = rolls = read_rolls(folder, name)
        accuracy[name] = copy_accuracy(rolls.test)
        for base in baselines(rolls):
            _counted(rows[HEADS[base.joint]], base.name)[name] = base.nats
    for published in PUBLISHED:
        row = {"kind": "published", "name": published.model, "nats": published.nats}
        rows[HEADS[published.joint]].append({**row, "source": published.source, "remark": published.remark})
    ours: dict[bool, dict[str, list[Report]]] = {False: {}, True: {}}
    for run in read_runs(runs) if runs else []:
        said(f"judging {run.folder.name}")
        ours[run.joint].setdefault(run.recipe.set, []).append(_run_row(run, final_nats(run, sets)))
    for joint, by_set in ours.items():
        if by_set:
            means = {name: sum(run["test"] for run in by_set[name]) / len(by_set[name]) for name in SETS if name in by_set}
            single = [run for name in SETS for run in by_set.get(name, [])]
            rows[HEADS[joint]].append({"kind": "ours", "name": "Répons", "nats": means, "runs": single})
    return {**rows, "copy_accuracy": accuracy}


def text(report: Report) -> list[str]:
    """The same to be read, a line each."""
    lines = ["Nats a frame of the test splits; less is better.", ""]
    notes: list[str] = []
    for head, what in _WHAT.items():
        lines += [f"{what}:", _line("", list(SETS))]
        for row in report[head]:
            lines.append(_line(row["name"], [_figure(row, name) for name in SETS], _mark(row, notes)))
        lines.append("")
    lines += [_line("the frame before as a guess, % right", [f"{report['copy_accuracy'][name]:.1f}" for name in SETS]), ""]
    lines += [f"[{number}] {note}" for number, note in enumerate(notes, 1)]
    runs = [run for head in _WHAT for row in report[head] for run in row.get("runs", ())]
    if runs:
        lines += ["", "Répons, run by run:"]
    for run in runs:
        lines.append(
            f"  {run['set']}, {run['head']}, seed {run['seed']}: valid {run['valid']:.3f} after pass {run['best_pass']} of "
            f"{run['passes']}, test {run['test']:.3f}; {run['parameters']:,} parameters, {run['minutes']:.0f} processor minutes"
        )
    return lines


def _counted(rows: list[Report], name: str) -> dict[str, float]:
    """The figures of a baseline's row, which is there from the first set on."""
    for row in rows:
        if row["name"] == name:
            return row["nats"]  # type: ignore[no-any-return]
    rows.append({"kind": "counted", "name": name, "nats": {}})
    return rows[-1]["nats"]  # type: ignore[no-any-return]


def _run_row(run: Run, test: float) -> Report:
    return {
        "set": run.recipe.set,
        "head": run.recipe.size["head"],
        "seed": run.recipe.seed,
        "valid": run.valid,
        "best_pass": run.passes,
        "passes": run.made,
        "test": test,
        "parameters": run.parameters,
        "minutes": run.minutes,
    }


def _figure(row: Mapping[str, Any], name: str) -> str:
    if name not in row["nats"]:
        return "-"
    return f"{row['nats'][name]:.2f}" if row["kind"] == "published" else f"{row['nats'][name]:.3f}"


def _mark(row: Mapping[str, Any], notes: list[str]) -> str:
    """What stands behind a row's figures; the source of a published one as a number among the notes."""
    if row["kind"] != "published":
        return "counted" if row["kind"] == "counted" else "means over seeds"
    note = "; ".join(part for part in (row["source"], row["remark"]) if part)
    if note not in notes:
        notes.append(note)
    return f"[{notes.index(note) + 1}]"


def _line(name: str, figures: Sequence[str], note: str = "") -> str:
    return f"{name:<42}" + "".join(f"{figure:>11}" for figure in figures) + (f"  {note}" if note else "")

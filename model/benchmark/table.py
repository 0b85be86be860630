"""The benchmark as one object and as text: counted baselines, published rows and our runs, the two columns apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from model.benchmark.baselines import baselines, copy_accuracy
from model.benchmark.final import Final, final
from model.benchmark.published import PUBLISHED
from model.benchmark.rolls import SETS, read_rolls
from model.benchmark.runs import Run, read_runs

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
            _row(rows[HEADS[base.joint]], "counted", base.name)["nats"][name] = base.nats
    for published in PUBLISHED:
        row = {"kind": "published", "name": published.model, "nats": published.nats}
        rows[HEADS[published.joint]].append({**row, "source": published.source, "remark": published.remark})
    for name, of_set in groupby(read_runs(runs) if runs else [], key=lambda run: run.recipe.set):
        said(f"judging {name}")
        several = list(of_set)
        _judged(rows, several, final(several, sets[name].test, runs / f"{name}.test.json"))  # type: ignore[operator]  # runs is given
    return {**rows, "copy_accuracy": accuracy}


def _judged(rows: dict[str, list[Report]], runs: Sequence[Run], found: Final) -> None:
    """Puts the runs of one set where they belong."""
    name = runs[0].recipe.set

    def add(head: str, title: str, figures: Mapping[str, float]) -> None:
        named = [run for run in runs if run.folder.name in figures]
        if named:
            row = _row(rows[head], "ours", title)
            row["nats"][name] = sum(figures.values()) / len(figures)
            row.setdefault("runs", []).extend(_run_row(run, figures[run.folder.name]) for run in named)

    for joint, head in HEADS.items():
        add(head, "Répons", {run.folder.name: found.own[run.folder.name] for run in runs if run.joint == joint})
    add("independent", "Répons, joint, asked for each key alone", found.alone)
    for head, together in found.together.items():
        _row(rows[head], "ours", "Répons, all of these together")["nats"][name] = together


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
    for row in (row for head in _WHAT for row in report[head] if row.get("runs")):
        lines += ["", f"{row['name']}:"]
        for run in row["runs"]:
            best = f"valid {run['valid']:.3f} after pass {run['best_pass']} of {run['passes']}"
            cost = f"{run['parameters']:,} numbers, {run['minutes']:.1f} processor minutes"
            lines.append(f"  {run['set']}, {run['head']} head, seed {run['seed']}: {best}, test {run['test']:.3f}; {cost}")
    return lines


def _row(rows: list[Report], kind: str, name: str) -> Report:
    """The row of that name, which is there from the first set on."""
    for row in rows:
        if (row["kind"], row["name"]) == (kind, name):
            return row
    rows.append({"kind": kind, "name": name, "nats": {}})
    return rows[-1]


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
        return "counted" if row["kind"] == "counted" else "mean over seeds" if "runs" in row else "mean of chances"
    note = "; ".join(part for part in (row["source"], row["remark"]) if part)
    if note not in notes:
        notes.append(note)
    return f"[{notes.index(note) + 1}]"


def _line(name: str, figures: Sequence[str], note: str = "") -> str:
    return f"{name:<42}" + "".join(f"{figure:>11}" for figure in figures) + (f"  {note}" if note else "")

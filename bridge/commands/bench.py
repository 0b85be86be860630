"""`repons bench`: how fast the answers come on this machine."""

from __future__ import annotations

import json
from typing import Any

import click

from bridge.config import RUNTIMES


@click.group(short_help="Measure how fast the answers come on this machine.")
def command() -> None:
    """Measure how fast the answers come on this machine.

    \b
    repons bench latency
    """


@command.command(short_help="Note in to predicted note out.")
@click.option("--model", default="default", show_default=True, help="Which model.")
@click.option("--runtime", type=click.Choice(RUNTIMES), default="auto", show_default=True, help="What computes.")
@click.option("--notes", type=click.IntRange(100, 100_000), default=2000, show_default=True, help="Notes sent one after another.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the notes sent and those answered.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def latency(model: str, runtime: str, notes: int, seed: int, as_json: bool) -> int:
    """Start `repons run`, play notes into it over loopback UDP, and time the predicted notes that come back.

    \b
    repons bench latency
    repons bench latency --model mine --runtime keras --json

    Beside it, in the same run: the same packets through a bare echo (what the network and Python cost by themselves), the
    prediction alone, the start, memory and idle processor time of both processes. Stop other work first: this measures the
    whole machine.
    """
    from bridge.bench import measure_latency

    result = measure_latency(model, runtime, notes, seed)
    if as_json:
        click.echo(json.dumps(result))
        return 0
    for line in _lines(result):
        click.echo(line)
    return 0


def _lines(result: dict[str, Any]) -> list[str]:
    machine, start, memory, step = (result[key] for key in ("machine", "start_sec", "memory_mib", "step_ms"))
    return [
        f"{machine['processor']}, {machine['cores']} cores, {machine['system']}",
        f"Python {machine['python']}, load before {machine['load_before']}",
        f"model {result['model']} on {step['runtime']}, {result['notes']} notes, one at a time",
        "",
        f"{'ms':<34}{'min':>8}{'p50':>8}{'p90':>8}{'p99':>8}{'max':>9}",
        _row("note in to predicted note out", result["round_trip_ms"]),
        _row("the same, 20 notes a second", result["paced_round_trip_ms"]),
        _row("the same packets, bare echo", result["echo_ms"]),
        _row("feed alone", step["feed"]),
        _row("query alone", step["query"]),
        _row("tonight's notes, part of feed", step["tonight"]),
        "",
        *_histogram(result["samples_ms"]),
        "",
        f"half of the answers came within {result['ratio_to_echo']} times what the bare echo took",
        f"start: listening {start['listening']} s, ready {start['ready']} s, first answer {start['first_answer']} s",
        f"memory: stage {memory['stage']} MiB, musician {memory['musician']} MiB, both {memory['both']} MiB",
        f"idle: {result['idle_cpu_percent']} % of one core",
    ]


def _row(name: str, spread: dict[str, float]) -> str:
    return f"{name:<34}" + "".join(f"{spread[cut]:>8.3f}" for cut in ("min", "p50", "p90", "p99")) + f"{spread['max']:>9.3f}"


def _histogram(samples: list[float], width: int = 50) -> list[str]:
    """Round trips in steps of a tenth of a millisecond; the last row holds all longer ones."""
    counts = [0] * 21
    for sample in samples:
        counts[min(int(sample * 10), 20)] += 1
    most = max(counts)
    first = next(index for index, count in enumerate(counts) if count)
    rows = []
    for index in range(first, 21):
        name = f"{index / 10:.1f}-{(index + 1) / 10:.1f} ms" if index < 20 else "above 2 ms"
        if counts[index]:
            rows.append(f"{name:>12} {'#' * max(1, round(counts[index] / most * width))} {counts[index]}")
    return rows

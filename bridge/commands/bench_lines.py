"""The figures of `repons bench` as lines to read."""

from __future__ import annotations

from typing import Any

_HEAD = f"{'ms':<34}{'min':>8}{'p50':>8}{'p90':>8}{'p99':>8}{'max':>9}"


def machine(result: dict[str, Any]) -> str:
    """What it was measured on."""
    of = result["machine"]
    return f"{of['processor']}, {of['cores']} cores, {of['system']}, load before {of['load_before']}"


def frames(result: dict[str, Any]) -> list[str]:
    """Of `repons bench frames`, from `frames.measure_frames`."""
    lines = [
        f"model {result['model']} on {result['runtime']}, {result['frames']} sixteenths in which anything was heard",
        f"a sixteenth at {result['tempo']:g} quarter notes a minute: {result['frame_ms']:g} ms",
    ]
    for clock, name in (("clock_ms", "by the clock"), ("processor_ms", "processor time")):
        part = result[clock]
        lines += ["", _HEAD]
        lines += [_row(f"{call}, {name}", part[call]) for call in ("feed", "query", "frame")]
        lines.append(f"99 of 100 sixteenths keep up at {part['fastest_tempo']} quarter notes a minute")
    return lines


def latency(result: dict[str, Any]) -> list[str]:
    """Of `repons bench latency`, from `latency.measure_latency`."""
    of, start, memory, step = (result[key] for key in ("machine", "start_sec", "memory_mib", "step_ms"))
    return [
        f"{of['processor']}, {of['cores']} cores, {of['system']}",
        f"Python {of['python']}, load before {of['load_before']}",
        f"model {result['model']} on {step['runtime']}, {result['notes']} notes, one at a time",
        "",
        _HEAD,
        _row("note in to predicted note out", result["round_trip_ms"]),
        _row("the same, 20 notes a second", result["paced_round_trip_ms"]),
        _row("the same packets, bare echo", result["echo_ms"]),
        _row("feed alone", step["feed"]),
        _row("query alone", step["query"]),
        _row("query, the live memory off", step["query_without_memory"]),
        _row("tonight's notes, part of feed", step["tonight"]),
        *([_row("run in the corpus and its limit", step["originality"])] if step["originality"] else []),
        "",
        *_histogram(result["samples_ms"]),
        "",
        f"half of the answers came within {result['ratio_to_echo']} times what the bare echo took",
        f"start: listening {start['listening']} s, ready {start['ready']} s, first answer {start['first_answer']} s",
        f"memory: stage {memory['stage']} MiB, musician {memory['musician']} MiB, both {memory['both']} MiB",
        f"idle: {result['idle_cpu_percent']} % of one core",
    ]


def speculation(result: dict[str, Any]) -> list[str]:
    """Of `repons bench speculation`, from `speculation.measure_speculation`."""
    batch, guessed, reply = result["batch"], result["guessed"], result["reply_ms"]
    shares = [(f"among the first {most}", part, guessed["all"][most]) for most, part in guessed["after_a_pause"].items()]
    used = "is used here" if batch["used"] else "is not used here: its rows are not the same as notes taken alone"
    return [
        machine(result),
        f"{result['notes']} notes of {result['works']} works, {result['jitter_ms']:g} ms off the score",
        f"{result['model']} answers",
        "",
        f"share of notes guessed, of the {guessed['paused']:.0%} that came after a pause, and of all",
        *(f"{name:<34}{after:>8.1%}{of_all:>8.1%}" for name, after, of_all in shares),
        "",
        f"a network of {result['parameters']:,} parameters",
        _HEAD,
        _row("one step", batch["step_ms"]),
        _row(f"{batch['rows']} at once", batch["batch_ms"]),
        f"{batch['rows']} at once take {batch['ratio']} times as long as one; a batch {used}",
        "",
        _HEAD,
        _row("note after a pause to its answer", reply["without"]),
        _row("the same, thinking ahead", reply["with"]),
        f"mean {reply['mean']['without']:.2f} ms without, {reply['mean']['with']:.2f} with",
        f"{result['found']:.1%} of all steps were looked up",
        f"the same notes with and without: {'yes' if result['same'] else 'NO'}",
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

"""The model card: what a bundle says about itself to a musician."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

_ATTRIBUTES = ("pitch", "pitch_given_voice", "wait", "length", "velocity", "voice")
_Figures = Mapping[str, Any]


def _filled(way: str, known: str) -> Callable[[_Figures], _Figures | None]:
    return lambda figures: figures["filling"][way][known]["pitch"] if "filling" in figures else None


_OTHERS: dict[str, Callable[[_Figures], _Figures | None]] = {
    "sounding and struck keys, nats a frame": lambda figures: figures.get("frame"),
    "pitch in missing bars, seeing what follows, nats a note": _filled("bars", "seen"),
    "pitch in missing bars, not seeing it, nats a note": _filled("bars", "hidden"),
    "pitch of a missing melody, seeing what follows, nats a note": _filled("melody", "seen"),
    "pitch of a missing melody, not seeing it, nats a note": _filled("melody", "hidden"),
    "pitch of a missing accompaniment, seeing what follows, nats a note": _filled("accompaniment", "seen"),
    "pitch of a missing accompaniment, not seeing it, nats a note": _filled("accompaniment", "hidden"),
}
"""What only networks over frames and networks that fill in are judged by."""


def readme(card: Mapping[str, Any]) -> str:
    """The card as Markdown, from the values that also stand in `bundle.yaml`."""
    corpus, metrics = card["corpus"], card["metrics"]
    works, notes, index = corpus["works"], corpus["notes"], card.get("index")
    lines = [
        f"# {card['name']}",
        "",
        f"A `{card['network']}` predictor for Répons ({card.get('parameters', 0):,} parameters).",
        "",
        f"- Corpus: {', '.join(corpus['folders'])}; {works['train']} works and {notes['train']:,} notes to learn from, "
        f"{works['valid']} works to choose by, {works['test']} works to test on.",
        f"- Licence of the corpus: {card['licence'] or 'not stated'}",
        f"- Corpus sha256: `{corpus['sha256']}`",
        f"- Seed: {card['seed']}",
        f"- Command: `{card['command']}`",
        *([f"- Index of what it learned from, for the originality gauge: {index['notes']:,} notes"] if index else []),
        "",
        f"## On {metrics['test']['works']} pieces of the test works ({metrics['test']['notes']:,} notes), never seen in training",
        "",
        *figures_table({"this model": metrics["test"], **metrics["baselines"]}),
    ]
    return "\n".join(lines) + "\n"


def figures_table(columns: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """A Markdown table, a column a predictor: nats a note of each attribute, then how often the right key was likeliest."""
    rows = [("", *columns), ("---", *("---" for _ in columns))]
    for attribute in _ATTRIBUTES:
        cells = [_nats(figures.get(attribute)) for figures in columns.values()]
        if any(cells):
            rows.append((f"{attribute.replace('_', ' ')}, nats a note", *cells))
    for text, figure in _OTHERS.items():
        found = [figure(figures) for figures in columns.values()]
        if any(found):
            rows.append((text, *map(_nats, found)))
    for name, text in (("top1", "right key likeliest"), ("top5", "right key among five likeliest")):
        rows.append((text, *(f"{figures['pitch'][name]:.1%}" for figures in columns.values())))
    return ["| " + " | ".join(row) + " |" for row in rows]


def memory_text(remembering: Mapping[str, Any]) -> str:
    """What the live memory does as a work goes on, and where it does least, in two sentences."""
    first, second, worst = remembering["first_half"], remembering["second_half"], remembering["worst"]
    return (
        f"Pitch with the live memory: {first['with_memory']:.3f} nats a note in the first halves (alone {first['alone']:.3f}), "
        f"{second['with_memory']:.3f} in the second (alone {second['alone']:.3f}). It helps least in {worst['work']}: "
        f"{worst['with_memory']:.3f} (alone {worst['alone']:.3f}); {remembering['works_worse']} of {remembering['works']} works "
        "are better off without."
    )


def _nats(figure: _Figures | None) -> str:
    return "" if figure is None or figure["nats"] is None else f"{figure['nats']:.3f}"

"""Which voice of the model a track of a file belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.notes import VOICES

ACCOMPANISTS = re.compile(
    r"pian|klav|clav|keyb|harpsi|cembal|guit|harp|harfe|organ|orgel|orgue|accomp|begleit|\b(left|lower|down|lh|mg)",
    re.IGNORECASE,
)
"""What a part is called that accompanies, or the hand that does; European score names, seen in song and keyboard editions."""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")


def printable(text: str) -> str:
    """The text without control characters, safe to print or write in a table.

    >>> printable("Gesang\\nVoice"), printable("\\x1b[31mred")
    ('Gesang Voice', '[31mred')
    """
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def share_out(names: Sequence[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The voice of each track that has notes, and each voice's name.

    Tracks of one name (not empty) are one part, other tracks a part each, in file order. A single part is voice 0. Where some
    parts accompany by their name (`ACCOMPANISTS`: piano, guitar, left hand ...) and others do not, the accompanying ones are
    voice 1 and the others 0, 2, 3 in order. Otherwise the parts are 0, 1, 2, 3 in order. Further parts join voice 3.

    >>> share_out(["Voice", "Piano", "Piano"])
    ((0, 1, 1), ('Voice', 'Piano'))
    >>> share_out(["Soprano", "Alto", "Tenor", "Bass", "Piano"])[0]
    (0, 2, 3, 3, 1)
    >>> share_out(["left:", "right:"]), share_out(["up:", "down:"])[0], share_out(["", ""])[0]
    (((1, 0), ('right:', 'left:')), (0, 1), (0, 1))
    """
    parts = [name or f"\0{i}" for i, name in enumerate(names)]
    distinct = list(dict.fromkeys(parts))
    supports = [part for part in distinct if ACCOMPANISTS.search(part)]
    leads = [part for part in distinct if part not in supports]
    if supports and leads:
        order = {part: 0 if i == 0 else min(i + 1, VOICES - 1) for i, part in enumerate(leads)} | dict.fromkeys(supports, 1)
    else:
        order = {part: min(i, VOICES - 1) for i, part in enumerate(distinct)}
    voices = tuple(order[part] for part in parts)
    first_names = dict(reversed(list(zip(voices, names, strict=True))))
    return voices, tuple(first_names.get(voice, "") for voice in range(max(voices, default=-1) + 1))

"""A journal as a .mid: what was played, on the beats that were counted, with all that is worth a marker.

The session is led through the journal once more, with the answers that stand in it, because only it knows how the beat went and
what the clients were told. What it plays meanwhile does not count: the notes are the journal's, and so no model is needed, and a
later version of the program writes the same notes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bridge.core.session import Session
from bridge.events import Ask, End, Event, Play, Switch, Tell
from bridge.journal.journal import BadJournal, Header, read_journal
from bridge.journal.lines import Closed, Happening, Lost, Poll, Silence
from bridge.journal.transcript import PERFORMER, Transcript
from model.files import numbered, refuse_to_replace

_LOG = logging.getLogger("bridge.record")


@dataclass(frozen=True, slots=True)
class Recording:
    """What a journal holds.

    Attributes:
        transcript: What both players played.
        until: The moment of the last line, seconds.
        lost: Lines the journal lacks, here and there.
        broken_off: Why the journal ends before the gig did; "" where it does not.
    """

    transcript: Transcript
    until: float
    lost: int
    broken_off: str

    @property
    def summary(self) -> str:
        """What is in it, in a line or several; what is not, is said too."""
        notes = self.transcript.notes(self.until)
        performed = sum(note.track == PERFORMER for note in notes)
        lines = [f"{performed} notes of the performer, {len(notes) - performed} of the model"]
        if self.broken_off:
            lines.append(f"All up to where the journal breaks off: {self.broken_off}.")
        if self.lost:
            lines.append(f"The journal lacks {self.lost} lines, because the disk could not follow: some notes may be missing.")
        return "\n".join(lines)


def record(header: Header, happenings: Iterable[tuple[float, Happening]]) -> Recording:
    """Take down a journal, from `read_journal`, as far as it can be read."""
    session = Session(header.settings, header.began)
    transcript = Transcript(session)
    until, lost, broken_off = header.began, 0, "the bridge was killed, or the file was cut"
    try:
        for now, happening in happenings:
            until = max(until, now)
            match happening:
                case Play() | End():
                    transcript.add(now, happening)
                case Ask() | Switch():
                    continue
                case Closed():
                    broken_off = ""
                case Lost(lines):
                    lost += lines
                case Poll():
                    for action in session.poll(now):
                        if isinstance(action, Tell):
                            transcript.add(now, action)
                    transcript.add(now, happening)
                case Silence():
                    session.silence(now)
                case _:
                    _receive(session, happening, now)
                    transcript.add(now, happening)
    except BadJournal as error:
        broken_off = str(error)
    return Recording(transcript, until, lost, broken_off)


def write_recording(journal: Path, out: Path) -> Recording:
    """Write a journal as a .mid.

    Raises:
        UserError: The one cannot be read or the other not written, or they are one file.
    """
    header, happenings = read_journal(journal)
    # Not before: whoever gives the .mid itself hears that it is no journal, rather than where else to write.
    refuse_to_replace(journal, out)
    recording = record(header, happenings)
    recording.transcript.write(out, recording.until)
    return recording


def free_path(path: Path) -> Path:
    """`path`, or where that exists the next free of NAME-2, NAME-3, ...: an evening is never written over."""
    return next(free for free in numbered(path) if not free.exists())


def _receive(session: Session, event: Event, now: float) -> None:
    try:
        session.receive(event, now)
    except Exception:
        # The stage played on after a fault of ours, so does this.
        _LOG.exception("a fault of ours over %r", event)

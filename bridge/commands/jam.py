"""`repons jam`: hear it, with nothing else installed."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bridge.core.shape.modes import MODES

if TYPE_CHECKING:
    from bridge.jam.roll import BarLines, Roll
    from bridge.journal.transcript import Transcript


@click.command(short_help="Hear it: the model plays along with a tune, nothing else needed.")
@click.argument("tune", required=False, type=click.Path(path_type=Path), metavar="[TUNE.mid]")
@click.option("--fast", is_flag=True, help="Do not wait for the music: seconds, and the same each time.")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=0, show_default=True, help="Another seed, other notes.")
@click.option("--model", "name", default="default", show_default=True, metavar="NAME|FILE", help="A name from `repons models`.")
@click.option("--mode", type=click.Choice(tuple(MODES)), default="duet", show_default=True, help="How the model plays along.")
@click.option("--bars", type=click.IntRange(1, 10_000), help="Play so many bars only.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("jam.mid"), show_default=True, help="A .mid, or a folder.")
@click.option(
    "--render", type=click.Path(path_type=Path), metavar="FILE.wav", help="Where the sound goes.  [default: beside the .mid]"
)
@click.option(
    "--soundfont", type=click.Path(path_type=Path), metavar="FILE.sf2", help="Render with FluidSynth and this soundfont."
)
@click.option("--no-sound", is_flag=True, help="Leave the files, do not play them.")
def command(
    tune: Path | None,
    fast: bool,
    seed: int,
    name: str,
    mode: str,
    bars: int | None,
    out: Path,
    render: Path | None,
    soundfont: Path | None,
    no_sound: bool,
) -> int:
    """Play TUNE.mid as a performer would, and let the model play along; without one, a song of Schubert's.

    \b
    repons jam                     watch it happen, then hear it
    repons jam --fast --seed 2     the same in seconds, with other notes
    repons jam my.mid --bars 16    its first part is the performer, the model plays the rest

    The model never saw the bundled song in training. What was played lies in jam.mid, on two tracks, and in jam.wav. Ctrl-C
    ends it early and keeps what was played.
    """
    from bridge.core.session import Session
    from bridge.jam.jam import TUNE, jam, read_tune, settings_for
    from bridge.jam.listening import fluidsynth_for
    from bridge.jam.rehearsal import at_once
    from bridge.journal.transcript import Transcript
    from model.errors import UserError
    from model.loading import load_predictor

    read = read_tune(tune or TUNE, bars)
    mid, wav = _places(tune or TUNE, out, render)
    if soundfont:
        fluidsynth_for(soundfont)
    loaded = load_predictor(name)
    settings = settings_for(read, mode, seed)
    view = _view(read.metres[0][1])
    began = 0.0 if fast else time.monotonic()
    session = Session(settings, began)
    transcript = Transcript(session)
    click.echo(
        f"{loaded.name} plays along with {(tune or TUNE).stem}, {settings.tempo:.0f} quarter notes a minute. Ctrl-C ends it.\n"
    )
    view.head()
    try:
        names = (loaded.name, loaded.runtime)
        jam(read, session, loaded.predictor, view, transcript, names=names, wait_until=at_once if fast else _sleep_until)
        until = began + read.end_beat * 60 / read.tempo
    except KeyboardInterrupt:
        if fast:
            raise
        until = time.monotonic()
    view.finish()
    notes = transcript.notes(until)
    if not notes:
        raise UserError("nothing was played yet: let the tune begin before you end it")
    transcript.write(mid, until)
    _render(mid, wav, soundfont, transcript, until)
    click.echo(_summary(mid, wav, len(notes), sum(note.track for note in notes)))
    if not (fast or no_sound) and sys.stdout.isatty():
        _play(wav)
    return 0


def _places(tune: Path, out: Path, render: Path | None) -> tuple[Path, Path]:
    """Where the .mid and the .wav go, neither of them over the tune; their folders exist afterwards."""
    from model.errors import UserError
    from model.files import refuse_to_replace

    if out.suffix.lower() == ".wav":
        raise UserError(f"--out is for the notes, a .mid or a folder: say where the sound goes with --render {out}")
    mid = out if out.suffix.lower() in (".mid", ".midi") else out / "jam.mid"
    wav = render or mid.with_suffix(".wav")
    for place in (mid, wav):
        refuse_to_replace(tune, place)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"cannot make the folder {place.parent} ({error.strerror}): choose another with --out") from error
    return mid, wav


def _view(bar_length: float) -> Roll | BarLines:
    """A piano roll on a terminal that is wide enough, else a line a bar."""
    import os
    import shutil

    from bridge.jam.roll import ASCII, BLOCKS, BarLines, Roll

    width = shutil.get_terminal_size().columns
    if not sys.stdout.isatty() or width < 50:
        return BarLines(click.echo, bar_length)
    try:
        "█▒┃╎─·".encode(sys.stdout.encoding or "ascii")
        signs = BLOCKS
    except UnicodeEncodeError:
        signs = ASCII
    keys = min(width - 10, 88)
    low = max(21, 64 - keys // 2)
    return Roll(click.echo, bar_length, low, min(low + keys - 1, 108), signs, colour="NO_COLOR" not in os.environ)


def _sleep_until(at: float) -> float:
    wait = at - time.monotonic()
    if wait > 0:
        time.sleep(wait)
    return time.monotonic()


def _render(mid: Path, wav: Path, soundfont: Path | None, transcript: Transcript, until: float) -> None:
    from bridge.jam.listening import render_with_soundfont
    from bridge.jam.synth import render, write_wav

    if soundfont:
        render_with_soundfont(mid, soundfont, wav)
    else:
        write_wav(wav, render(transcript.notes(until)))


def _summary(mid: Path, wav: Path, notes: int, of_model: int) -> str:
    return (
        f"\nThe model played {of_model} notes beside the performer's {notes - of_model}.\n"
        f"  {mid}   the notes, a track for each\n"
        f"  {wav}   the sound\n"
        "Next: `repons jam --seed 2` for other notes, `repons jam YOUR.mid` for your own tune, `repons run` to play yourself."
    )


def _play(wav: Path) -> None:
    from bridge.jam.listening import play_aloud

    click.echo(f"Playing {wav.name}; Ctrl-C stops.")
    try:
        if not play_aloud(wav):
            click.echo(f"No way to play sound was found on this machine: open {wav} in any player.")
    except KeyboardInterrupt:
        click.echo()

"""From a .mid to something heard: a soundfont where there is one, and whatever plays sound files on this desktop."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from bridge.jam.synth import RATE
from model.errors import UserError

PLAYERS = ("afplay", "pw-play", "paplay", "aplay")
"""Programs that play a .wav named on their command line: macOS's, then those of Linux desktops, newest first."""


def fluidsynth_for(soundfont: Path) -> str:
    """The path of FluidSynth, which has to be installed to render with a soundfont.

    Raises:
        UserError: No FluidSynth, or no such soundfont.
    """
    fluidsynth = shutil.which("fluidsynth")
    if fluidsynth is None:
        raise UserError("--soundfont needs FluidSynth: install the package 'fluidsynth' of your system, or leave the option out")
    if not soundfont.is_file():
        raise UserError(f"there is no soundfont {soundfont}: give the path of an .sf2 or .sf3 file")
    return fluidsynth


def render_with_soundfont(mid: Path, soundfont: Path, wav: Path) -> None:
    """Render a .mid with FluidSynth.

    Raises:
        UserError: No FluidSynth, no such soundfont, or it could not do it.
    """
    fluidsynth = fluidsynth_for(soundfont)
    command = [fluidsynth, "-n", "-i", "-q", "-g", "0.6", "-r", str(RATE), "-O", "s16", "-F", str(wav), str(soundfont), str(mid)]
    wav.unlink(missing_ok=True)
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, timeout=600)
    if done.returncode or not wav.is_file():
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise UserError(f"FluidSynth could not render {mid.name} ({reason}): leave out --soundfont to use the built-in sound")


def play_aloud(wav: Path) -> bool:
    """Play a .wav to its end; False where this machine has nothing to play it with."""
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(wav), winsound.SND_FILENAME)
        return True
    player = next((found for name in PLAYERS if (found := shutil.which(name))), None)
    if player is None:
        return False
    return subprocess.run([player, str(wav)], capture_output=True, check=False).returncode == 0

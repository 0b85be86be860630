"""The command `repons`: names its subcommands, and says what went wrong in one sentence.

Nothing but click is imported until a subcommand runs, so that `repons --help` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import cast

import click

from model.errors import UserError

VERSION = "0.1.0"

COMMANDS = {
    "jam": ("bridge.commands.jam", "Hear it: the model plays along with a tune, nothing else needed."),
    "run": ("bridge.commands.run", "Go on stage: listen and answer over OSC and MIDI."),
    "train": ("bridge.commands.train", "Make a model from a folder of MIDI files."),
    "evaluate": ("bridge.commands.evaluate", "Say how well a model guesses music it has not seen."),
    "generate": ("bridge.commands.generate", "Make clips: bars from nothing, or on from a clip."),
    "infill": ("bridge.commands.infill", "Fill bars or a part that are missing inside a clip."),
    "vary": ("bridge.commands.vary", "Vary a clip, as far as a number says."),
    "accompany": ("bridge.commands.accompany", "Write a piano part to a melody."),
    "live": ("bridge.commands.live", "Make clips inside Ableton Live, through AbletonOSC."),
    "replay": ("bridge.commands.replay", "Play a journal again: the same gig, note for note."),
    "record": ("bridge.commands.record", "Write a journal as a .mid: every player a track."),
    "connect": ("bridge.commands.connect", "Say how to connect Live, Max, SuperCollider and others."),
    "doctor": ("bridge.commands.doctor", "Look at what Répons needs, and say what to put right."),
    "models": ("bridge.commands.models", "List the models there are."),
    "ports": ("bridge.commands.ports", "List the MIDI ports there are."),
    "calibrate": ("bridge.commands.calibrate", "Measure the way to the ear; notes then go out that much earlier."),
    "bench": ("bridge.commands.bench", "Measure how fast answers come, files are read and networks learn."),
}
"""Name to module and help line; the module's `command` is the click command."""

INTERRUPTED = 130
"""What a shell gives for a program that Ctrl-C ended: 128 + SIGINT."""

# NumPy's own threads wait for each other longer than a network's small products take; it asks for this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


class Commands(click.Group):
    """A group that imports a subcommand's module when it runs, not when it is listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, import_module(COMMANDS[cmd_name][0]).command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS, n=1)
            ctx.fail(f"There is no command {name!r}" + (f"; did you mean {near[0]!r}?" if near else "."))
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(VERSION, prog_name="repons")
def repons() -> None:
    """Répons plays along: a trained model hears your notes and answers with the ones likely to follow.

    \b
    Hear it:                    repons jam
    Play with it over OSC:      repons run
    ... and a MIDI keyboard:    repons run --midi-in Keystation --midi-out Synth
    Make a model of your own:   repons train ~/my-midi --out mine
    Play with that one:         repons run --model mine

    Each command says more: repons run --help
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status: 0 done, 1 the user can put it right, 2 wrong usage, 130 interrupted."""
    try:
        status = repons.main(args=arguments, prog_name="repons", standalone_mode=False)
    except UserError as error:
        click.echo(f"repons: {error}", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    return status if isinstance(status, int) else 0


if __name__ == "__main__":
    sys.exit(main())

"""`repons run`: the stage, with what the command line and the configuration file say."""

from __future__ import annotations

from pathlib import Path

import click

from bridge.config import RUNTIMES, example, load_config
from bridge.config_checks import MIDI_APIS
from bridge.core.beats.beat import CHOICES
from bridge.core.shape.modes import MODES
from model.errors import UserError

OSCQUERY_PORT = 7480
"""Where `--oscquery` alone serves: beside 7400, and of no other program that is known of."""


def _show_example(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(example(), nl=False)
        ctx.exit()


@click.command(short_help="Go on stage: listen and answer over OSC and MIDI.")
@click.option("--model", metavar="NAME|FILE", help="A name from `repons models`, or a .repons file.  [default: default]")
@click.option("--blend", metavar="NAME|FILE", help="A second model: the two play as one, /repons/blend is the fader between.")
@click.option("--port", type=click.IntRange(0, 65535), help="UDP port to hear OSC on; 0 takes any free one.  [default: 7400]")
@click.option("--config", type=click.Path(path_type=Path), help="A YAML file of settings; flags win over it.")
@click.option("--midi-in", metavar="NAME", help="MIDI port to listen to: a part of its name, or its number in `repons ports`.")
@click.option("--midi-out", metavar="NAME", help="MIDI port to play to.")
@click.option("--virtual-midi", is_flag=True, default=None, help="Make the MIDI ports, for other programs to connect to.")
@click.option("--midi-api", type=click.Choice(MIDI_APIS), help="Which of the system's MIDI.  [default: the usual]")
@click.option("--channel-in", metavar="1-16", help="Listen to this MIDI channel, or to several: 1,3-5.  [default: all]")
@click.option("--channel-out", type=click.IntRange(1, 16), help="MIDI channel the model plays on.  [default: 1]")
@click.option("--transpose-out", type=click.IntRange(-48, 48), metavar="SEMITONES", help="Move the model's notes over MIDI.")
@click.option("--program", type=click.IntRange(1, 128), help="The sound its MIDI channel is told to take.")
@click.option("--transpose-in", type=click.IntRange(-48, 48), metavar="SEMITONES", help="Move your MIDI notes as they come in.")
@click.option("--mpe", is_flag=True, default=None, help="All MIDI channels are the fingers of one hand.")
@click.option(
    "--runtime",
    type=click.Choice(RUNTIMES),
    help="What computes: auto is numpy where that will do, litert is light, keras can use a GPU.  [default: auto]",
)
@click.option(
    "--mode",
    type=click.Choice(tuple(MODES)),
    help="Answer each note, answer a phrase after a rest, or play along.  [default: next]",
)
@click.option(
    "--begin",
    multiple=True,
    default=None,
    metavar="MESSAGE",
    help="A message to begin with, as one would send it; more than once.",
)
@click.option("--clock", type=click.Choice(CHOICES), help="Whose beat to follow.  [default: auto, the first that is heard]")
@click.option("--link", is_flag=True, default=None, help="Join Ableton Link.")
@click.option("--live", is_flag=True, default=None, help="Follow Live's tempo, transport, key and metre through AbletonOSC.")
@click.option("--clock-out", is_flag=True, default=None, help="Send MIDI clock to the port played to.")
@click.option(
    "--dirt",
    is_flag=False,
    flag_value="127.0.0.1:57120",
    metavar="[HOST:PORT]",
    help="Play to SuperDirt, as Tidal does.  [usual: 127.0.0.1:57120]",
)
@click.option("--orbit", type=click.IntRange(0, 127), help="SuperDirt's orbit; each further player has the next.  [default: 0]")
@click.option("--sound", metavar="NAME", help="SuperDirt's sound, or one for each player: superpiano,arpy:2")
@click.option(
    "--oscquery",
    is_flag=False,
    flag_value=OSCQUERY_PORT,
    type=click.IntRange(0, 65535),
    metavar="[PORT]",
    help=f"Tell programs that ask over HTTP which messages there are.  [usual: {OSCQUERY_PORT}]",
)
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), help="Same seed, same playing, same notes.  [default: 0]")
@click.option("--journal", type=click.Path(path_type=Path), help="Keep every event in this file, for `repons replay`.")
@click.option("--record", type=click.Path(path_type=Path), metavar="FILE.mid", help="Write what was played here when it ends.")
@click.option("--realtime", is_flag=True, default=None, help="Ask the system to run the stage before other programs.")
@click.option(
    "--example-config",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_example,
    help="Print all settings, explained.",
)
def command(
    model: str | None,
    blend: str | None,
    port: int | None,
    config: Path | None,
    midi_in: str | None,
    midi_out: str | None,
    virtual_midi: bool | None,
    midi_api: str | None,
    channel_in: str | None,
    channel_out: int | None,
    transpose_out: int | None,
    program: int | None,
    transpose_in: int | None,
    mpe: bool | None,
    runtime: str | None,
    mode: str | None,
    begin: tuple[str, ...] | None,
    clock: str | None,
    link: bool | None,
    live: bool | None,
    clock_out: bool | None,
    dirt: str | None,
    orbit: int | None,
    sound: str | None,
    oscquery: int | None,
    seed: int | None,
    journal: Path | None,
    record: Path | None,
    realtime: bool | None,
) -> int:
    """Go on stage: listen and answer over OSC and MIDI until Ctrl-C.

    \b
    Answer each note sent to UDP port 7400:
        repons run
    Trade phrases with a keyboard, through a synthesiser:
        repons run --mode call --midi-in Keystation --midi-out Synth
    With a second player of the model's, which plays the bass:
        repons run --mode duet --begin "/repons/agent bass piano accompany 2"
    Keep your settings in a file:
        repons run --example-config > gig.yaml
        repons run --config gig.yaml

    Send /repons/help to the port to learn what it understands.
    """
    settings = load_config(
        config,
        model=model,
        blend=blend,
        osc_port=port,
        midi_in=midi_in,
        midi_out=midi_out,
        midi_virtual=virtual_midi,
        midi_api=midi_api,
        midi_channel_in=channel_in,
        midi_channel_out=channel_out,
        midi_transpose_out=transpose_out,
        midi_program=program,
        midi_transpose_in=transpose_in,
        midi_mpe=mpe,
        runtime=runtime,
        mode=mode,
        begin=begin or None,
        clock=clock,
        link=link,
        live=live,
        midi_clock_out=clock_out,
        dirt_to=dirt,
        dirt_orbit=orbit,
        dirt_sound=sound,
        oscquery=oscquery,
        seed=seed,
        journal=journal,
        record=record,
        realtime=realtime,
    )
    if settings.dirt.to is None and (orbit is not None or sound is not None):
        raise UserError("--orbit and --sound are for SuperDirt: add --dirt, or leave them out")
    from bridge.stage import run  # sockets and signals are not needed to explain the command

    return run(settings)

"""The performer's desk: controllers that turn knobs, and knobs that are set together under a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bridge.core.shape.controllers import DIALS, HIGHEST_CONTROLLER, Binding, Controllers, described, known, turned
from bridge.core.shape.presets import KEPT, MOST_PRESETS, NOW, SHIPPED, Preset, Values, unfit
from bridge.core.shown.replies import answer, done, error
from bridge.events import NOBODY, Atom, Controlled, Message, PresetKept, PresetRead, Subscribe, Tell
from bridge.wire.addresses import ADDRESSES
from bridge.wire.words import did_you_mean, printable
from model.errors import UserError
from model.names import BOTH

if TYPE_CHECKING:
    from bridge.core.agent import Agent
    from bridge.core.session import Session


class Desk:
    """What is learned and kept for one session.

    Attributes:
        controllers: Which controller turns what.
        presets: By name: those that come with the program, then the performer's.
    """

    def __init__(self) -> None:
        self.controllers = Controllers()
        self.presets: dict[str, Preset] = dict(SHIPPED)

    def read(self, event: PresetRead) -> None:
        """The performer has this preset from before; one that comes with the program stays what it is."""
        if event.name not in SHIPPED and len(self.presets) < MOST_PRESETS:
            controllers = tuple(Binding(*each) for each in event.controllers)
            self.presets[event.name] = Preset(event.name, dict(event.knobs), controllers)

    def preset(self, name: str) -> Preset:
        """The preset of that name.

        Raises:
            UserError: There is none.
        """
        if name not in self.presets:
            raise UserError(
                f"there is no preset {printable(name, 40)}{did_you_mean(name, self.presets)}; /repons/preset lists them"
            )
        return self.presets[name]

    def moved(self, event: Controlled, agents: dict[str, Agent]) -> tuple[Binding | None, Message | None]:
        """A controller was moved: what it has learned by that, and the message it stands for."""
        learned, turns = self.controllers.moved(event.controller, event.channel)
        if turns is None or (turns.agent and turns.agent not in agents):
            return learned, None
        dial = DIALS[turns.dial]
        row = ADDRESSES[dial.address]
        value = turned(dial.arg, event.value)
        if len(row.args) == 1:
            return learned, Message(dial.address, (value,), NOBODY, agent=turns.agent)
        agent = agents[turns.agent] if turns.agent else next(iter(agents.values()))
        values = list(agent.knobs.get(dial.address))
        values[dial.place] = value
        if row.rising and values[0] > values[1]:  # type: ignore[operator]
            # The one pushes the other along.
            values = [value, value]
        if row.off is not None and values[1] in (row.off[1], "auto") and dial.arg.kind == "root":
            return learned, None  # there is no scale whose root could be turned
        return learned, Message(dial.address, tuple(values), NOBODY, agent=turns.agent)


def learn(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    """What `/repons/learn` does."""
    controllers = session.desk.controllers
    if not message.values:
        return [*(answer(message, *described(each)) for each in controllers.bindings), done(message)]
    dial, controller, channel = str(message.values[0]), message.values[1], int(message.values[2])
    try:
        if dial.strip().lower() == "off":
            controllers.learning = None
        elif controller == "":
            controllers.learn(dial, message.agent)
        elif isinstance(controller, str):
            if controller.strip().lower() != "off":
                raise UserError(f"the controller is a number 0 to {HIGHEST_CONTROLLER}, or off, not {printable(controller, 20)}")
            controllers.forget(dial, message.agent)
        elif controller % 1:
            raise UserError(f"the controller is a whole number 0 to {HIGHEST_CONTROLLER}, or off, not {controller:g}")
        else:
            controllers.bind(Binding(known(dial), int(controller), channel - 1, message.agent))
    except UserError as refused:
        return [error(message, 404 if "no knob" in str(refused) else 400, str(refused))]
    return [done(message)]


def preset(session: Session, message: Message, now: float) -> list[Tell | Subscribe]:
    """What `/repons/preset` does."""
    desk = session.desk
    if not message.values:
        lines = [
            answer(message, each.name, "ours" if each.name in SHIPPED else "yours", each.line) for each in desk.presets.values()
        ]
        return [*lines, done(message)]
    what, name, to, beats = str(message.values[0]), str(message.values[1]), str(message.values[2]), float(message.values[3])
    agents = session.agents.meant(message)
    try:
        if what == "save":
            _save(session, name, agents[0])
            return [done(message)]
        if what == "load":
            return [*_load(session, desk.preset(name), agents, now), done(message)]
        _morph(agents, None if name == NOW else desk.preset(name).knobs, desk.preset(to).knobs, beats, now)
    except UserError as refused:
        return [error(message, 404 if "there is no preset" in str(refused) else 400, str(refused))]
    return [done(message)]


def _save(session: Session, name: str, agent: Agent) -> None:
    desk = session.desk
    if refused := unfit(name):
        raise UserError(f"{refused}; got {printable(name, 40)}, choose another")
    if name in SHIPPED:
        raise UserError(f"{name} comes with the program and stays what it is: choose another name")
    yours = [each for each in desk.presets if each not in SHIPPED]
    twin = next((each for each in yours if each != name and each.lower() == name.lower()), None)
    if twin is not None:
        raise UserError(f"there is {twin} already, and not every disk tells it from {name}: choose another name, or {twin}")
    if len(desk.presets) >= MOST_PRESETS and name not in desk.presets:
        raise UserError(f"there are {MOST_PRESETS} presets already: choose the name of one to replace")
    kept = Preset(name, _values(agent), desk.controllers.bindings)
    desk.presets[name] = kept
    controllers = tuple((each.dial, each.controller, each.channel, each.agent) for each in kept.controllers)
    session.tell(PresetKept(name, tuple(kept.knobs.items()), controllers))


def _load(session: Session, wanted: Preset, agents: list[Agent], now: float) -> list[Tell]:
    for agent in agents:
        agent.knobs.with_all(_fitting(agent, wanted.knobs))
    for agent in agents:
        agent.morph = None
        agent.set_all(_fitting(agent, wanted.knobs), now)
    for binding in wanted.controllers:
        session.desk.controllers.bind(binding)
    return [Tell(address, agents[0].knobs.told(address)) for address in _fitting(agents[0], wanted.knobs)]


def _morph(agents: list[Agent], start: Mapping[str, Values] | None, goal: Mapping[str, Values], beats: float, now: float) -> None:
    ways = []
    for agent in agents:
        begins = _values(agent) if start is None else start
        # What only one of them names goes there from where it is, or back to it.
        there = {address: agent.knobs.get(address) for address in {**begins, **goal}}
        ways.append((agent, _fitting(agent, {**there, **begins}), _fitting(agent, {**there, **goal})))
    # All of them or none.
    for agent, begin, end in ways:
        agent.knobs.with_all(begin)
        agent.knobs.with_all(end)
    for agent, begin, end in ways:
        agent.morphs(begin, end, beats, now)


def _values(agent: Agent) -> dict[str, tuple[Atom, ...]]:
    return {address: agent.knobs.get(address) for address in KEPT}


def _fitting(agent: Agent, knobs: Mapping[str, Values]) -> dict[str, Values]:
    """As they are meant for this player; without the fader between two models where only one plays."""
    return {
        address: agent.knobs.meant(address, values)
        for address, values in knobs.items()
        if address != "/repons/blend" or BOTH in agent.model
    }

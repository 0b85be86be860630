"""The event network: one recurrent step a note, predicting the next note attribute by attribute.

Every attribute of the note heard is embedded and summed with the keys held; two gated recurrent layers remember; each head
sees the memory and the attributes already chosen of the note to come. Source of the factorisation: Shepardson et al.,
Notochord (AIMC 2022).
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import keras
from keras import ops

from model.hearing.features import TARGETS, TOKENS
from model.networks.event_size import EventSize
from model.networks.look_ahead import LookAhead
from model.networks.recall import Recall
from model.notes import KEYS

HEADS = tuple(TARGETS)


# ------------------------------------------------------------------------------------------------------------ layers


@keras.saving.register_keras_serializable("repons")
class NoteEmbedding(keras.layers.Layer):  # type: ignore[misc]  # Keras has no types
    """The sum of one embedding an attribute and a linear map of the held keys: (batch, …) ids -> (batch, …, units)."""

    def __init__(self, units: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.units = units
        self.tables = {name: keras.layers.Embedding(count, units, name=name) for name, count in TOKENS.items()}
        self.held = keras.layers.Dense(units, use_bias=False, name="held")
        self.norm = keras.layers.LayerNormalization(name="norm")

    def build(self, input_shape: Any) -> None:
        for table in self.tables.values():
            table.build(None)
        self.held.build((None, KEYS))
        self.norm.build((None, self.units))
        self.built = True

    def call(self, inputs: dict[str, Any]) -> Any:
        summed = self.held(inputs["held"])
        for name, table in self.tables.items():
            summed = summed + table(inputs[name])
        return self.norm(summed)

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable("repons")
class Head(keras.layers.Layer):  # type: ignore[misc]
    """Logits of one attribute from the memory's part for it and the attributes chosen before it.

    (batch, …, hidden) and ids of the earlier attributes -> (batch, …, outcomes).
    """

    def __init__(self, attribute: str, hidden: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.attribute = attribute
        self.hidden = hidden
        self.earlier = HEADS[: HEADS.index(attribute)]
        self.tables = {name: keras.layers.Embedding(TARGETS[name], hidden, name=name) for name in self.earlier}
        self.out = keras.layers.Dense(TARGETS[attribute], name="out", dtype="float32")

    def build(self, input_shape: Any) -> None:
        for table in self.tables.values():
            table.build(None)
        self.out.build((None, self.hidden))
        self.built = True

    def call(self, base: Any, chosen: dict[str, Any]) -> Any:
        for name in self.earlier:
            base = base + self.tables[name](chosen[name])
        return self.out(ops.silu(base))

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "attribute": self.attribute, "hidden": self.hidden}


# ------------------------------------------------------------------------------------------------------------- graph


@keras.saving.register_keras_serializable("repons")
class EventNetwork(keras.Model):  # type: ignore[misc]
    """The whole network; see the module's first lines.

    `call` gives each head's logits along a whole sequence; `advance` is one step of the same.
    """

    def __init__(self, size: EventSize | dict[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.size = size if isinstance(size, EventSize) else EventSize(**size)
        self.embed = NoteEmbedding(self.size.units, name="embed")
        self.recurrent = [
            keras.layers.GRU(self.size.units, return_sequences=True, return_state=True, name=f"gru_{i}")
            for i in range(self.size.layers)
        ]
        self.norm = keras.layers.LayerNormalization(name="norm")
        self.drop = keras.layers.Dropout(self.size.dropout, name="drop")
        self.base = keras.layers.Dense(self.size.hidden * len(HEADS), name="base")
        wide = self.size.hidden * len(HEADS)
        self.recall = (
            Recall(self.size.units, wide, self.size.reach, self.size.recall_heads, self.size.recall_width, name="recall")
            if self.size.reach
            else None
        )
        self.ahead: Any = (
            LookAhead(self.size.units, wide, self.size.hidden, self.size.ahead, name="ahead") if self.size.ahead else None
        )
        self.heads = {name: Head(name, self.size.hidden, name=f"{name}_head") for name in HEADS}

    def build(self, input_shape: Any = None) -> None:
        units = self.size.units
        self.embed.build(None)
        for layer in self.recurrent:
            layer.build((None, None, units))
        self.norm.build((None, units))
        if self.recall:
            self.recall.build(None)
        if self.ahead:
            self.ahead.build(None)
        self.base.build((None, units))
        for head in self.heads.values():
            head.build(None)
        self.built = True

    def call(self, inputs: dict[str, Any], targets: dict[str, Any], training: bool = False) -> dict[str, Any]:
        """Logits of every head along a whole sequence.

        Args:
            inputs: int32 (batch, time) for each of `features.TOKENS`, and held: float32 (batch, time, 88); where notes are
                known ahead, what `LookAhead.call` wants besides.
            targets: int32 (batch, time) for each of `features.TARGETS`: the true next note, given to the later heads.

        Returns:
            float32 (batch, time, outcomes) for each of `features.TARGETS`.
        """
        return self.whole(inputs, targets, None, training)[0]

    def whole(
        self, inputs: Any, targets: Any, state: list[Any] | None, training: bool = False
    ) -> tuple[dict[str, Any], list[Any]]:
        """As `call`, from a given state (one float32 (batch, units) a recurrent layer); gives the last state too."""
        bases, after = self.remember(inputs, state, training)
        return {name: self.heads[name](bases[name], targets) for name in HEADS}, after

    def remember(self, inputs: Any, state: list[Any] | None, training: bool = False) -> tuple[dict[str, Any], list[Any]]:
        """Each head's base, (batch, time, hidden), along a whole sequence; and the last state."""
        bases, _, after = self._along(inputs, state, training)
        return _by_head(bases), after

    def fill(self, inputs: Any, targets: Any, training: bool = False) -> dict[str, Any]:
        """As `call`, of a network that looks ahead; and "due", float32 (batch, time): log-odds that the next note is known."""
        bases, seen, _ = self._along(inputs, None, training)
        parts = _by_head(bases)
        logits = {name: self.heads[name](parts[name], targets) for name in HEADS}
        return {**logits, "due": self.ahead.due(bases, seen)}

    def _along(self, inputs: Any, state: list[Any] | None, training: bool) -> tuple[Any, Any, list[Any]]:
        note = x = self.embed(inputs)  # (B, T, U)
        seen = self.ahead(self.embed(self.ahead.tokens(inputs)), inputs) if self.ahead and "ahead" in inputs else None
        if seen is not None:
            x = x + self.ahead.inward(seen)
        after: list[Any] = []
        for layer, before in zip(self.recurrent, state[: self.size.layers] if state else [None] * self.size.layers, strict=True):
            out, last = layer(x, initial_state=before, training=training)
            after.append(last)
            x = x + out
        x = self.norm(x)
        bases = self.base(self.drop(x, training=training))
        if seen is not None:
            bases = bases + self.ahead.outward(seen)
        if self.recall:
            kept = state[-1] if state else self.recall.start(ops.shape(x)[0], 0)
            found, kept = self.recall(x, note, kept)
            bases = bases + found
            after.append(kept)
        return bases, seen, after

    def start_state(self, batch: int) -> list[Any]:
        """The state before anything was heard."""
        state: list[Any] = [ops.zeros((batch, self.size.units)) for _ in self.recurrent]
        return [*state, self.recall.start(batch, self.size.reach)] if self.recall else state

    def advance(self, inputs: dict[str, Any], state: list[Any]) -> tuple[Any, list[Any]]:
        """One note further, but for looking back, which `model.players.recollection` does.

        Args:
            inputs: int32 (batch,) for each of `features.TOKENS`, and held: float32 (batch, 88); where the network looks ahead,
                seen: float32 (batch, ahead), as `LookAhead.call` gives it.
            state: One float32 (batch, units) a recurrent layer.

        Returns:
            float32 (batch, heads * hidden + 3 * recall_heads * recall_width): the heads' bases before anything recalled is added,
            then what is asked, the key and the value of this note, where the network looks back; and the new state.
        """
        note = x = self.embed(inputs)  # (B, U)
        if self.ahead:
            x = x + self.ahead.inward(inputs["seen"])
        after = []
        for layer, before in zip(self.recurrent, state, strict=True):
            out, [now] = layer.cell(x, [before])
            after.append(now)
            x = x + out
        x = self.norm(x)
        parts = [self.base(x) + self.ahead.outward(inputs["seen"]) if self.ahead else self.base(x)]
        if self.recall:
            parts += [self.recall.ask(x), self.recall.key(x), self.recall.value(note)]
        return ops.concatenate(parts, axis=-1), after

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "size": asdict(self.size)}


def _by_head(bases: Any) -> dict[str, Any]:
    return dict(zip(HEADS, ops.split(bases, len(HEADS), axis=-1), strict=True))  # each (B, T, H)


# ----------------------------------------------------------------------------------------------------- configuration


def build(size: dict[str, Any]) -> EventNetwork:
    """A new network with its weights made, from the hyper-parameters a bundle carries.

    Raises:
        TypeError, ValueError: A hyper-parameter is unknown or out of range.
    """
    network = EventNetwork(EventSize(**size))
    network.build()
    return network

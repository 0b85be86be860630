"""From a bundle to a predictor that is ready to play, without running any code from the file."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from model.bundle import BadBundle, Bundle, find_bundle, read_bundle
from model.names import BOTH
from model.networks import NETWORKS
from model.players.blend import Blend
from model.players.step import RUNTIMES
from model.tonight.corpus_index import CorpusIndex
from model.tonight.remembering import Remembering


@dataclass(frozen=True, slots=True)
class Loaded:
    """A predictor, the name of its bundle, what runs its step (`numpy`, `litert`, `keras` or `counts`) and its file's sha256."""

    predictor: Remembering
    name: str
    runtime: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LoadedBlend:
    """Two predictors that play as one; their names and sha256, and their runtimes where they differ, are joined by `BOTH`."""

    predictor: Blend
    name: str
    runtime: str
    sha256: str


def load(name: str, runtime: str = "auto") -> Loaded | LoadedBlend:
    """One model, or two that play as one: "default", or "default + piano".

    Args:
        name: One or two names or paths, as `bundle.find_bundle` takes them.
        runtime: As `load_predictor` takes it.

    Raises:
        UserError: As there, or these are three or more.
    """
    names = name.split(BOTH)
    if len(names) > 2:
        raise BadBundle(f"{name} are more than two models: two can play as one")
    return load_predictor(names[0], runtime) if len(names) == 1 else load_blend(names[0], names[1], runtime)


def located(name: str) -> str:
    """What `load` takes, with the paths of the files in place of names.

    Raises:
        UserError: There is no such model.
    """
    return BOTH.join(str(find_bundle(each)) for each in name.split(BOTH))


def load_predictor(name: str | Path, runtime: str = "auto") -> Loaded:
    """The predictor of a model given by name or path.

    Args:
        name: As `bundle.find_bundle` takes it.
        runtime: One of `step.RUNTIMES`; auto takes what answers soonest here.

    Raises:
        UserError: No such model, a damaged one, or a runtime that cannot run it.
    """
    if runtime not in RUNTIMES:
        raise BadBundle(f"there is no runtime '{runtime}': choose one of {', '.join(RUNTIMES)}")
    bundle = read_bundle(find_bundle(str(name)))
    row = NETWORKS.get(bundle.card["network"])
    if row is None:
        raise BadBundle(
            f"{bundle.path.name} is a '{bundle.card['network']}' network, which this program does not know: update repons"
        )
    predictor, running = import_module(row.player).load(bundle, runtime)
    index = None if bundle.index is None else CorpusIndex(bundle.index)
    return Loaded(Remembering(predictor, index), bundle.name, running, bundle.sha256)


def load_blend(first: str | Path, second: str | Path, runtime: str = "auto") -> LoadedBlend:
    """Both models as one predictor, each as `load_predictor` takes and gives it.

    Raises:
        UserError: As there, for either.
    """
    both = [load_predictor(name, runtime) for name in (first, second)]
    names, runtimes, hashes = zip(*((each.name, each.runtime, each.sha256) for each in both), strict=True)
    return LoadedBlend(
        Blend(*(each.predictor for each in both)), BOTH.join(names), BOTH.join(dict.fromkeys(runtimes)), BOTH.join(hashes)
    )


def rebuild(bundle: Bundle) -> Any:
    """The Keras network of a bundle: built by our own code from its size, then given the bundle's weights.

    Raises:
        BadBundle: Size and weights do not fit together; checked before any weight is assigned.
    """
    try:
        network = NETWORKS[bundle.card["network"]].build(dict(bundle.card["size"]))
    except (TypeError, ValueError) as error:
        raise BadBundle(f"{bundle.path.name} asks for a network that cannot be built: {error}") from error
    named = {weight_name(weight): weight for weight in network.weights}
    wrong = [name for name, weight in named.items() if getattr(bundle.weights.get(name), "shape", None) != tuple(weight.shape)]
    if wrong or len(named) != len(bundle.weights):
        raise BadBundle(f"the weights of {bundle.path.name} do not fit its network ({', '.join(wrong[:3]) or 'too many'})")
    for name, weight in named.items():
        weight.assign(bundle.weights[name].astype("float32"))
    return network


def take_weights(network: Any, bundle: Bundle) -> int:
    """Give a network every weight of a bundle that has the name and shape of one of its own; how many these were.

    Raises:
        BadBundle: None fits: it is a network of another kind or width.
    """
    named = {weight_name(weight): weight for weight in network.weights}
    fitting = [name for name, weight in named.items() if getattr(bundle.weights.get(name), "shape", None) == tuple(weight.shape)]
    if not fitting:
        raise BadBundle(f"nothing of {bundle.path.name} fits this network: begin with one of the same kind and width")
    for name in fitting:
        named[name].assign(bundle.weights[name].astype("float32"))
    return len(fitting)


def weight_name(weight: Any) -> str:
    """A weight's name inside its network, such as `gru_0/gru_cell/kernel`."""
    return str(weight.path).split("/", 1)[1]

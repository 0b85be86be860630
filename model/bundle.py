"""A trained model as one file: a zip of a card, weights, the compiled step, and the Keras model for those who use Keras.

Loading rebuilds the network from our own code by name and reads weights only; nothing in the file is run. Every member has a name
from a fixed list, a size limit counted while it is inflated, and a sha256 in the card.
"""

from __future__ import annotations

import hashlib
import io
import math
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from model.errors import UserError
from model.files import replace_file
from model.hearing.vocabulary import vocabulary_hash
from model.names import RUNS, SUFFIX, list_bundles
from model.safe_yaml import UnsafeYaml, read_yaml

FORMAT = 1
CARD = "bundle.yaml"
WEIGHTS = "weights.npz"
STEP = "step.tflite"
KERAS = "model.keras"
README = "README.md"
INDEX = "corpus.index"
_LIMITS = {CARD: 256 * 1024, README: 1024 * 1024, WEIGHTS: 2 << 30, STEP: 2 << 30, KERAS: 2 << 30, INDEX: 32 << 20}
_MOST_PARAMETERS = 500_000_000


class BadBundle(UserError):
    """A bundle that is missing, damaged, or of another format or vocabulary."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a bundle holds.

    Attributes:
        path: The file.
        card: Format, name, network and its size, vocabulary hash, corpus, licence, metrics, command, seed: see docs/bundle.md.
        weights: float16 or float32 arrays by the network's own names for them.
        step: The LiteRT flatbuffer; None for a predictor that needs none.
        readme: The model card, Markdown.
        index: Of the corpus it learned from, as `corpus_index.CorpusIndex` takes it, uint8 (places,); None where it carries none.
        sha256: Of the card, which holds those of all the rest: it tells one model from another.
    """

    path: Path
    card: Mapping[str, Any]
    weights: Mapping[str, NDArray[Any]]
    step: bytes | None
    readme: str
    sha256: str
    index: NDArray[np.uint8] | None = None

    @property
    def name(self) -> str:
        return str(self.card["name"])


def write_bundle(
    path: Path,
    card: Mapping[str, Any],
    weights: Mapping[str, NDArray[Any]],
    readme: str,
    step: bytes | None = None,
    keras_file: bytes | None = None,
    index: NDArray[np.uint8] | None = None,
) -> None:
    """Write a bundle; the file appears whole or not at all."""
    packed = io.BytesIO()
    np.savez(packed, allow_pickle=False, **dict(weights))
    kept = None if index is None else index.tobytes()
    members = {WEIGHTS: packed.getvalue(), README: readme.encode(), STEP: step, KERAS: keras_file, INDEX: kept}
    _write(path, card, {name: content for name, content in members.items() if content is not None})


def add_index(path: Path, card: Mapping[str, Any], readme: str, index: NDArray[np.uint8]) -> None:
    """Write the bundle at `path` anew with an index of its corpus, and with this card and README; all else stays as it is.

    Raises:
        BadBundle: It is damaged, `model.keras` included.
    """
    told = read_bundle(path).card
    with zipfile.ZipFile(path) as archive:
        present = {name: _member(archive, name) for name in archive.namelist() if name != CARD}
    _check_members(path, told, present)
    _write(path, card, {**present, README: readme.encode(), INDEX: index.tobytes()})


def _write(path: Path, card: Mapping[str, Any], present: Mapping[str, bytes]) -> None:
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in present.items()}
    whole = {"format": FORMAT, "vocabulary": vocabulary_hash(), **card, "sha256": hashes}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(CARD, yaml.safe_dump(whole, sort_keys=False, allow_unicode=True))
        for name, content in present.items():
            # What is read at every start is stored as it is: float16 weights hardly shrink, and inflating them takes 0.1 s.
            archive.writestr(name, content, zipfile.ZIP_STORED if name in (WEIGHTS, STEP, INDEX) else zipfile.ZIP_DEFLATED)
    replace_file(path, packed.getbuffer())


def read_bundle(path: Path) -> Bundle:
    """Read and check a bundle; `model.keras` is left where it is.

    Raises:
        BadBundle: With one sentence saying what is wrong.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(path, archive)
    except FileNotFoundError as error:
        raise BadBundle(f"there is no model file {path}") from error
    except IsADirectoryError as error:
        raise BadBundle(f"{path} is a folder, not a model: give the {SUFFIX} file in it") from error
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, KeyError, NotImplementedError) as error:
        raise BadBundle(f"{path.name} is damaged or not a Répons model ({error}): train it again or copy it anew") from error


def find_bundle(name: str) -> Path:
    """The file of a model given as a path, a run folder, or the name of one that `repons train` made here or that ships.

    Raises:
        BadBundle: There is none; the text lists those there are.
    """
    given = Path(name)
    for place in (given, given / f"{given.name}{SUFFIX}", given.with_name(f"{given.name or 'model'}{SUFFIX}")):
        if place.is_file():
            return place
    named = {path.stem: path for path in reversed(list_bundles())}
    if name in named:
        return named[name]
    known = ", ".join(sorted(named)) or "none"
    raise BadBundle(
        f"there is no model '{name}': known are {known}; those trained here are looked for in {RUNS.absolute()}; "
        f"on the command line the path of a {SUFFIX} file does as well"
    )


def _read(path: Path, archive: zipfile.ZipFile) -> Bundle:
    names = [info.filename for info in archive.infolist()]
    strange = sorted(set(names) - set(_LIMITS))
    if strange or len(names) != len(set(names)):
        found = ", ".join(map(ascii, strange[:3])) or "a member twice"
        raise BadBundle(f"{path.name} is damaged or not a Répons model (it holds {found}): train it again or copy it anew")
    try:
        told = _member(archive, CARD)
        card = read_yaml(told)
    except UnsafeYaml as error:
        raise BadBundle(f"the card of {path.name} cannot be read: {error}") from error
    _check_card(path, card)
    contents = {name: _member(archive, name) for name in names if name not in (CARD, KERAS)}
    _check_members(path, card, contents)
    readme = contents.get(README, b"").decode(errors="replace")
    index = np.frombuffer(contents[INDEX], np.uint8) if INDEX in contents else None
    digest = hashlib.sha256(told).hexdigest()
    return Bundle(path, card, _arrays(path, contents[WEIGHTS]), contents.get(STEP), readme, digest, index)


def _check_members(path: Path, card: Mapping[str, Any], contents: Mapping[str, bytes]) -> None:
    for name, content in contents.items():
        if hashlib.sha256(content).hexdigest() != card["sha256"].get(name):
            raise BadBundle(f"{path.name} is damaged: {name} is not what its card says; copy the file anew")


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    """A member's bytes, never more of them than its limit, whatever its header claims."""
    limit = _LIMITS[name]
    with archive.open(name) as member:
        content = member.read(limit + 1)
    if len(content) > limit:
        raise BadBundle(f"{name} is larger than any model's ({limit} bytes)")
    return content


def _check_card(path: Path, card: Any) -> None:
    if not isinstance(card, dict) or not isinstance(card.get("sha256"), dict):
        raise BadBundle(f"{path.name} has no proper card: it was not made by 'repons train'")
    if card.get("format") != FORMAT:
        raise BadBundle(
            f"{path.name} has format {card.get('format')!r}, this program reads {FORMAT}: update repons or train it again"
        )
    if card.get("vocabulary") != vocabulary_hash():
        raise BadBundle(f"{path.name} counts notes with another vocabulary than this program: train it again")
    for key, kind in (("name", str), ("network", str), ("size", dict)):
        if not isinstance(card.get(key), kind):
            raise BadBundle(f"the card of {path.name} names no {key}")


def _arrays(path: Path, content: bytes) -> dict[str, NDArray[Any]]:
    arrays: dict[str, NDArray[Any]] = {}
    parameters = 0
    with zipfile.ZipFile(io.BytesIO(content)) as stored:
        for info in stored.infolist():
            with stored.open(info) as member:
                # The header is judged before anything it promises is read.
                np.lib.format.read_magic(member)
                shape, _, kind = np.lib.format.read_array_header_1_0(member)
            parameters += math.prod(shape)
            if kind.kind not in "fiu" or kind.itemsize > 8 or parameters > _MOST_PARAMETERS:
                raise BadBundle(f"{path.name} holds weights that are no numbers, or more than {_MOST_PARAMETERS:,} of them")
            with stored.open(info) as member:
                arrays[info.filename.removesuffix(".npy")] = np.lib.format.read_array(member, allow_pickle=False)
    return arrays

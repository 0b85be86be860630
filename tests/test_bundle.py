"""Bundles: whole or refused with one sentence, and nothing in them is ever run."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from model.bundle import BadBundle, add_index, find_bundle, read_bundle, write_bundle
from model.loading import load_predictor, rebuild

CARD = {"name": "toy", "network": "event", "size": {"units": 4, "layers": 1, "hidden": 3}}


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "toy.repons"
    write_bundle(path, CARD, {"a/b": np.zeros(3, np.float16)}, "# Toy\n", b"step")
    return path


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewrite(path: Path, contents: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


def with_card(path: Path, **changes: Any) -> Path:
    contents = members(path)
    card = yaml.safe_load(contents["bundle.yaml"])
    contents["bundle.yaml"] = yaml.safe_dump({**card, **changes}).encode()
    return rewrite(path, contents)


def test_what_is_written_is_read_back(good: Path) -> None:
    bundle = read_bundle(good)
    assert bundle.name == "toy"
    assert bundle.step == b"step"
    assert bundle.readme == "# Toy\n"
    assert np.array_equal(bundle.weights["a/b"], np.zeros(3, np.float16))


def test_a_changed_byte_is_noticed(good: Path) -> None:
    contents = members(good)
    contents["step.tflite"] = b"stop"
    with pytest.raises(BadBundle, match=r"damaged: step\.tflite"):
        read_bundle(rewrite(good, contents))


def test_an_index_of_the_corpus_is_carried_along_and_everything_else_stays(good: Path) -> None:
    before = members(good)
    assert read_bundle(good).index is None
    index = np.arange(9, dtype=np.uint8)
    add_index(good, read_bundle(good).card | {"index": {"notes": 9}}, "# Toy, indexed\n", index)
    bundle = read_bundle(good)
    assert bundle.index is not None
    assert bundle.index.tolist() == list(range(9))
    assert (bundle.card["index"], bundle.readme) == ({"notes": 9}, "# Toy, indexed\n")
    after = members(good)
    assert {name for name in after if after[name] != before.get(name)} == {"corpus.index", "bundle.yaml", "README.md"}
    assert np.array_equal(bundle.weights["a/b"], np.zeros(3, np.float16))


def test_a_damaged_index_is_refused(good: Path) -> None:
    add_index(good, read_bundle(good).card, "# Toy\n", np.arange(9, dtype=np.uint8))
    with pytest.raises(BadBundle, match=r"damaged: corpus\.index"):
        read_bundle(rewrite(good, members(good) | {"corpus.index": b"other"}))
    with pytest.raises(BadBundle, match=r"corpus\.index is larger than any model's"):
        read_bundle(rewrite(good, members(good) | {"corpus.index": bytes(33 << 20)}))


def test_a_file_cut_short_is_refused(good: Path) -> None:
    good.write_bytes(good.read_bytes()[:-40])
    with pytest.raises(BadBundle, match="damaged or not a Répons model"):
        read_bundle(good)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": 99}, "has format 99"),
        ({"vocabulary": "other"}, "another vocabulary"),
        ({"network": 3}, "names no network"),
        ({"sha256": None}, "has no proper card"),
    ],
)
def test_a_card_that_does_not_fit_is_refused_with_its_reason(good: Path, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(BadBundle, match=words):
        read_bundle(with_card(good, **changes))


@pytest.mark.parametrize("name", ["../evil.py", "weights.pkl", "/etc/passwd", "config.json"])
def test_members_no_bundle_has_are_refused(good: Path, name: str) -> None:
    with pytest.raises(BadBundle, match="it holds"):
        read_bundle(rewrite(good, {**members(good), name: b"x"}))


def test_pickled_weights_are_refused_and_never_unpickled(good: Path) -> None:
    class Bomb:
        def __reduce__(self) -> tuple[Any, ...]:
            return (pytest.fail, ("a pickle was opened",))

    packed = io.BytesIO()
    np.savez(packed, bomb=np.array([Bomb()], dtype=object))
    contents = members(good) | {"weights.npz": packed.getvalue()}
    rewrite(good, contents)
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items() if name != "bundle.yaml"}
    with pytest.raises(BadBundle, match="weights that are no numbers"):
        read_bundle(with_card(good, sha256=hashes))


def test_a_promise_of_too_many_weights_is_refused_before_they_are_read(good: Path) -> None:
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f4", "fortran_order": False, "shape": (600_000_000,)})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("huge.npy", header.getvalue())
    contents = members(good) | {"weights.npz": packed.getvalue()}
    rewrite(good, contents)
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items() if name != "bundle.yaml"}
    with pytest.raises(BadBundle, match="more than 500,000,000"):
        read_bundle(with_card(good, sha256=hashes))


def test_a_card_swollen_by_compression_is_refused_before_it_fills_memory(good: Path) -> None:
    with pytest.raises(BadBundle, match=r"bundle\.yaml is larger"):
        read_bundle(rewrite(good, members(good) | {"bundle.yaml": b" " * 50_000_000}))


def test_weights_of_another_size_are_refused_before_any_is_assigned(good: Path) -> None:
    with pytest.raises(BadBundle, match=r"do not fit its network"):
        rebuild(read_bundle(good))


def test_an_absurd_size_is_refused_without_being_built(good: Path) -> None:
    with pytest.raises(BadBundle, match="cannot be built"):
        rebuild(read_bundle(with_card(good, size={"units": 400_000_000})))


def test_an_unknown_network_is_refused(good: Path) -> None:
    with pytest.raises(BadBundle, match="does not know"):
        load_predictor(with_card(good, network="oracle"))


def test_a_missing_model_is_a_sentence_that_lists_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(BadBundle, match=r"there is no model 'nobody': known are .* looked for in .*runs;"):
        find_bundle("nobody")


def test_a_folder_is_not_a_model(tmp_path: Path) -> None:
    with pytest.raises(BadBundle, match="the path of a"):
        find_bundle(str(tmp_path))

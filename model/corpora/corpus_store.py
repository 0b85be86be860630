"""A corpus kept on disk, so that a training can go on without reading every file again."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path

import numpy as np

from model.corpora.pieces import LATER, Columns, Corpus, Piece, Refusal
from model.corpora.shards import Shards, ShardWriter
from model.errors import UserError
from model.files import replace_file

NOTES_FOLDER = "corpus"
ABOUT_FILE = "about.json"
MANIFEST_FILE = "manifest.tsv"
_TEXTS = ("name", "folder", "work", "split", "remark")


def save_corpus(corpus: Corpus, folder: Path) -> None:
    """Write the notes to `corpus/` in shards and, for people, what became of each file to `manifest.tsv`.

    Raises:
        UserError: The folder cannot be written.
    """
    about = {
        "files": corpus.files,
        "pieces": [{key: getattr(piece, key) for key in _TEXTS} | {"flat": piece.constant_velocity} for piece in corpus.pieces],
        "refusals": [asdict(refusal) for refusal in corpus.refusals],
    }
    rows = [("file", "split", "work", "notes", "status", "reason")]
    rows += [(f"{p.folder}/{p.name}", p.split, p.work, str(len(p.pitch)), "kept", p.remark) for p in corpus.pieces]
    rows += [(refusal.file, "", "", "", "refused", refusal.reason) for refusal in corpus.refusals]
    manifest = "".join("\t".join(row) + "\n" for row in rows)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / MANIFEST_FILE, manifest.encode())
        shutil.rmtree(folder / NOTES_FOLDER, ignore_errors=True)
        writer = ShardWriter(folder / NOTES_FOLDER)
        for piece in corpus.pieces:
            writer.add({name: getattr(piece, name) for name in Columns.__slots__})
        writer.flush()
        # Last, and in one step: where it stands, all is there.
        replace_file(folder / NOTES_FOLDER / ABOUT_FILE, json.dumps(about).encode())
    except OSError as error:
        raise UserError(f"cannot write the corpus to {folder} ({error.strerror}); choose a folder you may write to") from error


def is_kept(folder: Path) -> bool:
    """Whether a whole corpus has been saved there."""
    return (folder / NOTES_FOLDER / ABOUT_FILE).exists()


def load_corpus(folder: Path) -> Corpus:
    """What `save_corpus` wrote; the notes stay on disk until they are looked at.

    Raises:
        UserError: It is not there or damaged.
    """
    try:
        about = json.loads((folder / NOTES_FOLDER / ABOUT_FILE).read_bytes())
        shards = Shards(folder / NOTES_FOLDER, tuple(Columns.__slots__), LATER)
        if len(shards) != len(about["pieces"]):
            raise ValueError("numbers of pieces disagree")
        pieces = tuple(
            Piece(constant_velocity=bool(texts["flat"]), **{**{key: texts[key] for key in _TEXTS}, **shards[group]})
            for group, texts in enumerate(about["pieces"])
        )
        refusals = tuple(Refusal(**refusal) for refusal in about["refusals"])
        return Corpus(pieces, refusals, int(about["files"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(f"the corpus kept in {folder} is not there or damaged: delete {folder} and train again") from error


def corpus_hash(corpus: Corpus) -> str:
    """sha256 over names, splits and notes, in hexadecimal: another corpus has another; its tempos do not count."""
    digest = hashlib.sha256()
    for piece in corpus.pieces:
        digest.update("\0".join((piece.folder, piece.name, piece.work, piece.split, str(len(piece.pitch)), "")).encode())
        for key in (name for name in Columns.__slots__ if name not in LATER):
            digest.update(np.ascontiguousarray(getattr(piece, key)).tobytes())
    return digest.hexdigest()

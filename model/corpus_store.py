"""A corpus kept on disk, so that a training can go on without reading every file again."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import asdict
from pathlib import Path

import numpy as np

from model.errors import UserError
from model.midifile import replace_file
from model.pieces import Columns, Corpus, Piece, Refusal

ARRAYS_FILE = "corpus.npz"
MANIFEST_FILE = "manifest.tsv"
_TEXTS = ("name", "folder", "work", "split", "remark")


def save_corpus(corpus: Corpus, folder: Path) -> None:
    """Write the arrays to `corpus.npz` and, for people, what became of each file to `manifest.tsv`.

    Raises:
        UserError: The folder cannot be written.
    """
    about = {
        "files": corpus.files,
        "pieces": [{key: getattr(piece, key) for key in _TEXTS} for piece in corpus.pieces],
        "notes": [len(piece.pitch) for piece in corpus.pieces],
        "refusals": [asdict(refusal) for refusal in corpus.refusals],
    }
    arrays = {key: np.concatenate([getattr(piece, key) for piece in corpus.pieces]) for key in Columns.__slots__}
    content = io.BytesIO()
    np.savez(content, allow_pickle=False, about=np.frombuffer(json.dumps(about).encode(), np.uint8), **arrays)
    rows = [("file", "split", "work", "notes", "status", "reason")]
    rows += [(f"{p.folder}/{p.name}", p.split, p.work, str(len(p.pitch)), "kept", p.remark) for p in corpus.pieces]
    rows += [(refusal.file, "", "", "", "refused", refusal.reason) for refusal in corpus.refusals]
    manifest = "".join("\t".join(row) + "\n" for row in rows)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / MANIFEST_FILE, manifest.encode())
        replace_file(folder / ARRAYS_FILE, content.getvalue())
    except OSError as error:
        raise UserError(f"cannot write the corpus to {folder} ({error.strerror}); choose a folder you may write to") from error


def load_corpus(folder: Path) -> Corpus:
    """What `save_corpus` wrote.

    Raises:
        UserError: It is not there or damaged.
    """
    try:
        with np.load(folder / ARRAYS_FILE, allow_pickle=False) as file:
            about = json.loads(file["about"].tobytes())
            arrays = {key: file[key] for key in Columns.__slots__}
        ends = np.cumsum(about["notes"]).tolist()
        if any(array.shape != (ends[-1],) for array in arrays.values()):
            raise ValueError("lengths disagree")
        for array in arrays.values():
            array.setflags(write=False)
        pieces = []
        for texts, start, end in zip(about["pieces"], [0, *ends], ends, strict=False):
            columns = {key: array[start:end] for key, array in arrays.items()}
            loud = columns["velocity"]
            pieces.append(Piece(**texts, **columns, constant_velocity=bool(loud.min() == loud.max())))
        refusals = tuple(Refusal(**refusal) for refusal in about["refusals"])
        return Corpus(tuple(pieces), refusals, int(about["files"]))
    except (OSError, ValueError, KeyError, TypeError, IndexError, EOFError, zipfile.BadZipFile) as error:
        raise UserError(f"the corpus kept in {folder} is not there or damaged; train again without --resume") from error


def corpus_hash(corpus: Corpus) -> str:
    """sha256 over names, splits and notes, in hexadecimal: another corpus has another."""
    digest = hashlib.sha256()
    for piece in corpus.pieces:
        digest.update("\0".join((piece.folder, piece.name, piece.work, piece.split, str(len(piece.pitch)), "")).encode())
        for key in Columns.__slots__:
            digest.update(np.ascontiguousarray(getattr(piece, key)).tobytes())
    return digest.hexdigest()

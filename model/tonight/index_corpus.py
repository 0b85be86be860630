"""Give a bundle the index of its corpus, as training does at its end: `python -m model.tonight.index_corpus MODEL FOLDER…`

The folders are all those it learned from, with those of the model it began with, if it began with one; each file's split is
told as in training, and those that trained are indexed.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from model.bundle import Bundle, add_index, find_bundle, read_bundle
from model.card import readme
from model.corpora.corpus import corpus_hash, read_corpus
from model.corpora.pieces import Corpus
from model.errors import UserError
from model.tonight.corpus_index import MOST_STEPS, CorpusIndex


def index_of(corpus: Corpus) -> CorpusIndex | None:
    """Of the pieces to learn from; None where they are more than a bundle should carry about."""
    pieces = corpus.of("train")
    return CorpusIndex.of(pieces) if sum(len(piece.pitch) for piece in pieces) <= MOST_STEPS else None


def indexed(corpus: Corpus) -> dict[str, Any]:
    """What the card says of an index: the folders, how many notes, and the sha256 of the whole corpus."""
    pieces = corpus.of("train")
    return {
        "folders": sorted({piece.folder for piece in pieces}),
        "notes": sum(len(piece.pitch) for piece in pieces),
        "sha256": corpus_hash(corpus),
    }


def index_bundle(bundle: Bundle, corpus: Corpus) -> Mapping[str, Any]:
    """Write the bundle anew, in its place, with an index of the corpus; the card's entry for it.

    Raises:
        UserError: The corpus is too large, or the bundle damaged.
    """
    index = index_of(corpus)
    if index is None:
        raise UserError(f"more than {MOST_STEPS:,} notes are too many to carry about: index fewer folders")
    entry = indexed(corpus)
    card = {**bundle.card, "index": entry}
    add_index(bundle.path, card, readme(card), index.transform)
    return entry


def main(words: list[str]) -> int:
    """Do it for the model and the folders named."""
    if len(words) < 2:
        sys.stderr.write("python -m model.tonight.index_corpus MODEL FOLDER…\n")
        return 2
    try:
        bundle = read_bundle(find_bundle(words[0]))
        entry = index_bundle(bundle, read_corpus([Path(word) for word in words[1:]]))
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    same = entry["sha256"] == bundle.card["corpus"]["sha256"]
    sys.stdout.write(f"{bundle.path}: {entry['notes']:,} notes of {', '.join(entry['folders'])}\n")
    if not same:
        sys.stdout.write("These are not exactly the files its card names: right only where it began with another model.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What a user may say about the size of a network."""

from __future__ import annotations

import pytest

from model.errors import UserError
from model.networks import NETWORKS
from model.sizes import size_of


def test_what_is_wished_is_read_by_its_kind_and_the_rest_is_as_usual() -> None:
    size = size_of("event", {"units": "64", "dropout": "0.25"})
    assert (size["units"], size["dropout"], size["layers"], size["reach"]) == (64, 0.25, 2, 256)


@pytest.mark.parametrize(
    ("wishes", "text"),
    [
        ({"unit": "3"}, "event has no setting unit: did you mean units?"),
        ({"units": "many"}, "units of event wants a whole number, not many"),
        ({"dropout": "2"}, "cannot be built"),
    ],
)
def test_a_wish_that_cannot_be_met_says_why(wishes: dict[str, str], text: str) -> None:
    with pytest.raises(UserError, match=text.replace("?", r"\?")):
        size_of("event", wishes)


def test_counts_have_nothing_to_set() -> None:
    assert size_of("ngram", {}) == {}
    with pytest.raises(UserError, match="ngram has nothing to set"):
        size_of("ngram", {"units": "3"})


@pytest.mark.parametrize("network", [name for name, row in NETWORKS.items() if row.size])
def test_every_network_is_built_from_the_whole_of_its_size(network: str) -> None:
    size = size_of(network, {})
    assert type(NETWORKS[network].size_class(**size)).__name__.endswith("Size")

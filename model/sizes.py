"""The hyper-parameters of a network as the user wishes them: `field=value` words, read by the fields of its Size."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from model.errors import UserError
from model.networks import NETWORKS

_KINDS = {"int": (int, "a whole number"), "float": (float, "a number"), "str": (str, "a word")}


def size_of(network: str, wishes: Mapping[str, str]) -> dict[str, Any]:
    """Every hyper-parameter of a row of `NETWORKS`: as wished, the others as they usually are.

    Args:
        wishes: Values as text by field, such as `{"units": "320"}`.

    Raises:
        UserError: There is no such field, or its value does not fit.
    """
    row = NETWORKS[network]
    if row.size is None:
        if wishes:
            raise UserError(f"{network} has nothing to set: leave out {', '.join(wishes)}")
        return {}
    kinds = {field.name: str(field.type) for field in fields(row.size_class)}
    values: dict[str, Any] = {}
    for name, text in wishes.items():
        if name not in kinds:
            near = difflib.get_close_matches(name, kinds, 1)
            hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(kinds)}"
            raise UserError(f"{network} has no setting {name}: {hint}")
        kind, words = _KINDS[kinds[name]]
        try:
            values[name] = kind(text)
        except ValueError as error:
            raise UserError(f"{name} of {network} wants {words}, not {text}") from error
    try:
        return asdict(row.size_class(**values))
    except ValueError as error:
        raise UserError(str(error)) from error

"""The course of a training as TensorBoard reads it; TensorBoard itself is not needed to write it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import tensorflow as tf

FOLDER = "tensorboard"
_SCALAR = tf.compat.v1.SummaryMetadata(plugin_data=tf.compat.v1.SummaryMetadata.PluginData(plugin_name="scalars"))


class EventFiles:
    """Writes scalars below `folder/tensorboard`: one file a sitting, which TensorBoard joins."""

    def __init__(self, folder: Path) -> None:
        self._writer = tf.summary.create_file_writer(str(folder / FOLDER))

    def write(self, step: int, scalars: Mapping[str, float]) -> None:
        """Write the values of one step; they are on disk when this returns.

        Args:
            step: The x axis of all curves.
            scalars: By tag; `/` makes groups.
        """
        with self._writer.as_default(step):
            for tag, value in scalars.items():
                tf.summary.write(tag, tf.constant(value, tf.float32), metadata=_SCALAR)
        self._writer.flush()

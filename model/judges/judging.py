"""The judge of a bundle: whatever it holds, evaluated in the same words."""

from __future__ import annotations

from model.bundle import Bundle
from model.hush import import_tensorflow
from model.judges.evaluation import Judge
from model.loading import rebuild
from model.networks import NETWORKS
from model.players.step import grow_gpu_memory


def judge_of(bundle: Bundle) -> Judge:
    """What evaluates this bundle: TensorFlow for a network, the counts themselves for counts."""
    row = NETWORKS[bundle.card["network"]]
    if row.module is None:
        from model.judges.counted import NgramJudge, load

        return NgramJudge(load(bundle, "auto")[0])
    import_tensorflow()
    grow_gpu_memory()
    return row.teaching.judge(rebuild(bundle))

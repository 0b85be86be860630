"""Published figures on the four sets, each as read in its source: test split, nats a frame.

Figures that could only be had from memory or from a third hand are left out, so some rows have gaps that their papers fill.
"""

from __future__ import annotations

from dataclasses import dataclass

_BL = "Boulanger-Lewandowski, Bengio, Vincent 2012"
_LYU = f"{_BL}, as quoted by Lyu et al. 2015, table 1"
_BAI = "Bai, Kolter, Koltun 2018, tables 1, 2 and 5"
_RRU = "LUMII, Gates are not what you need in RNNs, README"


@dataclass(frozen=True, slots=True)
class Published:
    """One row.

    Attributes:
        model: As its paper names it.
        joint: The head: keys that see each other within a frame, or independent ones.
        nats: By the names of `rolls.SETS`.
        source: Where the figures were read.
        remark: In what they differ from the protocol; may be empty.
    """

    model: str
    joint: bool
    nats: dict[str, float]
    source: str
    remark: str = ""


def _row(
    model: str,
    joint: bool,
    jsb: float | None,
    nott: float | None,
    muse: float | None,
    piano: float | None,
    source: str,
    remark: str = "",
) -> Published:
    figures = {"JSB": jsb, "Nottingham": nott, "MuseData": muse, "Piano-midi": piano}
    return Published(model, joint, {name: nats for name, nats in figures.items() if nats is not None}, source, remark)


_SILENT = "MuseData and Piano-midi without their silent frames, the state reset every 200 frames"
_SAMPLED = "estimated by sampling"

PUBLISHED = (
    _row("RNN", False, 8.71, None, 8.13, None, _LYU),
    _row("MLP on the last frames", False, 8.70, None, 7.94, None, _LYU),
    _row("RNN, Hessian-free", False, 8.58, None, 7.19, None, _LYU),
    _row("RNN, clipped and regularised", False, None, 3.36, 6.97, 7.46, "Pascanu, Mikolov, Bengio 2013, table 1"),
    _row("LSTM", False, 7.92, None, 6.88, None, "Lyu et al. 2015, table 1"),
    _row("RNN", False, 8.91, 4.05, None, None, _BAI),
    _row("LSTM", False, 8.45, 3.29, None, None, _BAI),
    _row("GRU", False, 8.43, 3.46, None, None, _BAI),
    _row("TCN", False, 8.10, 3.07, None, None, _BAI),
    _row("TCN with gates", False, 8.13, 3.12, None, None, _BAI),
    _row("LSTM, tuned", False, 8.33, 3.25, 7.24, 7.54, _RRU, _SILENT),
    _row("GRU, tuned", False, 8.20, 3.22, 7.31, 7.58, _RRU, _SILENT),
    _row("Mogrifier, tuned", False, 8.18, 3.28, 7.22, 7.52, _RRU, _SILENT),
    _row("RRU, tuned", False, 7.72, 2.92, 7.03, 7.38, _RRU, _SILENT),
    _row("RTRBM", True, 6.35, None, 6.35, None, _LYU),
    _row("RNN-RBM", True, 6.27, None, 6.01, None, _LYU),
    _row("RNN-NADE", True, 5.83, None, 6.74, None, _LYU),
    _row("RNN-NADE, Hessian-free", True, 5.56, 2.31, 5.60, 7.05, f"{_LYU}; Pascanu, Mikolov, Bengio 2013, table 1"),
    _row("LSTM-RTRBM", True, 4.72, None, 5.54, None, "Lyu et al. 2015, table 1", _SAMPLED),
    _row("DBN-LSTM", True, 3.47, 1.32, None, None, "Vohra et al. 2015, as quoted by Bai et al. 2018, table 4", _SAMPLED),
)

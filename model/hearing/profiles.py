"""How well each pitch class fits a major and a minor key: figures, for whoever finds keys, with or without NumPy.

Source: the probe-tone profiles of Krumhansl and Kessler (Psychological Review 1982), compared with the pitch classes heard by
correlation, as Krumhansl's *Cognitive Foundations of Musical Pitch* (1990, chapter 4) finds keys. Old notes fade, so that a
modulation is followed.
"""

from __future__ import annotations

FADING = 0.97
"""What is left of a note's weight after each further note: half after 23, some four bars of a song."""
MAJOR = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
MINOR = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
CLASSES = 12

"""How the biaxial network is taught: it goes through 88 rows a window, so fewer windows make a batch."""

from model.teaching.courses.frames import FrameCourse

COURSE = FrameCourse(share=8)

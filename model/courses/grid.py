"""How the grid network is taught."""

from model.courses.frames import FrameCourse

COURSE = FrameCourse(share=1)

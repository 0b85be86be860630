"""How the grid network is taught."""

from model.teaching.courses.frames import FrameCourse

COURSE = FrameCourse(share=1)

"""The core of the stage: what is played and when; fed and asked, it never reaches out."""

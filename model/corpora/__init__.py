"""From folders of files to pieces on disk: reading, cleaning, splitting by work."""

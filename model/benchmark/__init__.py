"""The Boulanger-Lewandowski piano rolls: their files, protocol, counted baselines and published tables."""

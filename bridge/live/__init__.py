"""Clips read from Live's slots and written into them, through AbletonOSC: fed and asked, like the core of the stage."""

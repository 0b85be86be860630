"""What can be set, heard and held to: settings, knobs, modes, scales, presets, controllers."""

"""One module a subcommand, each with its click object `command`; `bridge.cli.COMMANDS` lists them."""

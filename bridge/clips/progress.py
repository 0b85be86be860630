"""A bar on a terminal's standard error while clips are made; nothing elsewhere, or where JSON is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(what: str, total: float, quiet: bool = False) -> Iterator[Callable[[float], None]]:
    """Gives what takes how much is done, of `total`."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=quiet or not console.is_terminal) as bars:
        task = bars.add_task(what, total=total)
        yield lambda done: bars.update(task, completed=done)

"""A progress bar on standard error, so that standard output stays what was asked for."""

from __future__ import annotations

from types import TracebackType


class Bar:
    """Shows what is being done and how far; nothing where `silent` or where nobody looks."""

    def __init__(self, silent: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        console = Console(stderr=True)
        columns = (TextColumn("{task.description:<28}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bars = Progress(*columns, console=console, disable=silent or not console.is_terminal, transient=True)
        self._task = self._bars.add_task("", total=None)

    def __enter__(self) -> Bar:
        self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._bars.stop()

    def to(self, text: str, done: int, total: int) -> None:
        """Show `done` of `total`; an empty text leaves the last one."""
        if text:
            self._bars.update(self._task, description=text, completed=done, total=total)
        else:
            self._bars.update(self._task, completed=done, total=total)

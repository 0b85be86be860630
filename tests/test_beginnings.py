"""Messages a gig begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge.beginnings import typed
from bridge.config import ConfigError, load_config
from bridge.events import NOBODY, Message


def test_a_message_is_typed_as_it_is_sent() -> None:
    assert typed("/repons/agent bass piano accompany 2") == Message("/repons/agent", ("bass", "piano", "accompany", 2), NOBODY)
    assert typed("/repons/density 2 agent bass") == Message("/repons/density", (2.0,), NOBODY, None, "bass")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("/repons/densty 2", "did you mean /repons/density"),
        ("/repons/mode solo", "wants name"),
        ("", "there is no"),
        ('/repons/scale "C', "No closing quotation"),
    ],
)
def test_what_nobody_could_send_is_refused(line: str, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        typed(line)


def test_a_wrong_message_is_a_mistake_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "gig.yaml"
    file.write_text("begin: ['/repons/density 2', '/repons/mode solo']\n")
    with pytest.raises(ConfigError, match="line 1: begin wants messages one can send: /repons/mode wants name"):
        load_config(file)
    file.write_text("begin: ['/repons/density 2']\n")
    assert load_config(file).begin == ("/repons/density 2",)

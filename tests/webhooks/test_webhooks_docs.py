"""What the page says to try works as it says: the application of its example, and the commands beside it."""

import re
import shlex
import time
from pathlib import Path
from typing import Any

import pytest
from nexus_storefront.cli import main
from webhook_sites import served

PAGE = (Path(__file__).parents[2] / "docs" / "webhooks.md").read_text("utf-8")


def test_the_application_that_is_to_be_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = [code for code in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "lifespan=lifespan" in code]
    console = PAGE.partition("Try it without the service")[2].partition("```console\n")[2].partition("```")[0]
    commands = [shlex.split(line) for line in console.splitlines() if line]
    monkeypatch.chdir(tmp_path)
    for words in commands:
        if words[0] == "export":
            monkeypatch.setenv(*words[1].split("=", 1))
    names: dict[str, Any] = {"__name__": "app"}
    exec(compile(example, "the page's example", "exec"), names)
    told: list[str] = []
    monkeypatch.setitem(names, "print", lambda *words: told.append(" ".join(map(str, words))))
    with served("fastapi", names["app"]) as url:
        address = url.removesuffix("/hooks")
        for words in commands:
            if words[0] == "nexus":
                assert main([word.replace("http://127.0.0.1:8000", address) for word in words[1:]]) == 0
        until = time.monotonic() + 30
        while len(told) < 3 and time.monotonic() < until:
            time.sleep(0.05)
    assert told == ["order.created", "payment.received", "ship A1"]
    shown = capsys.readouterr().out.splitlines()
    assert shown[:2] == ["order.created: 200", "payment.received: 200"]
    assert shown[2].startswith("webhooks: ")

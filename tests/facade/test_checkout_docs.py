"""The example in docs/checkout.md is run as it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from nexus_sandbox import Sandbox

DOCS = Path(__file__).resolve().parents[2] / "docs" / "checkout.md"


def test_the_example_places_an_order_and_shows_its_qr_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    example = re.search(r"```python\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert example is not None
    with Sandbox() as sandbox:
        sandbox.control.configure(payment_info_after_reads=0)
        monkeypatch.setenv("SCALEV_API_BASE", sandbox.base_url)
        monkeypatch.setenv("SCALEV_STORE_UNIQUE_ID", sandbox.store_id)
        monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", sandbox.api_key)
        exec(compile(example[1], str(DOCS), "exec"), {})
        (order,) = sandbox.control.orders()
    shown = capsys.readouterr().out
    assert order["order_id"] in shown
    assert "█" in shown

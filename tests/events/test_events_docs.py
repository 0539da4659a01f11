"""Every example of the events page runs, in order, against a sandbox."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from nexus_sandbox import Sandbox

PAGE = Path(__file__).resolve().parents[2] / "docs" / "events.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_example_runs(number: int, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SCALEV_API_BASE", sandbox.base_url)
    monkeypatch.setenv("SCALEV_STORE_UNIQUE_ID", sandbox.store_id)
    monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", sandbox.api_key)
    monkeypatch.setenv("NEXUS_OUTBOX", str(tmp_path / "outbox"))
    code = EXAMPLES[number]
    if "django" in code:
        from django.conf import settings

        if not settings.configured:
            settings.configure(SECRET_KEY="of a test", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], USE_TZ=True)
    names: dict[str, object] = {"__name__": "example"}
    exec(compile(code, f"{PAGE.name} example {number + 1}", "exec"), names)
    if "receipt" in names:
        receipt = names["receipt"]
        assert receipt.statuses == dict.fromkeys(("meta", "tiktok", "snackvideo"), "accepted")  # type: ignore[attr-defined]
        assert "Purchase" in str(names["thanks"])


def test_the_page_has_examples_for_all_that_it_promises() -> None:
    assert len(EXAMPLES) == 8

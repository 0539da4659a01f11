"""`nexus` as a person and as a program use it, against a sandbox."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hand_clock import GoesOn
from nexus_sandbox import Sandbox
from nexus_storefront import CheckoutPolicy, Storefront, __version__
from nexus_storefront.checkout._sync.flow import CheckoutFlow
from nexus_storefront.cli import doctor, main
from nexus_storefront.cli.opening import SANDBOX
from nexus_storefront.clock import SYSTEM_CLOCK

BUYER = ["--name", "Sari", "--email", "sari@example.com", "--phone", "6281234567890"]
SHIPPED = ["--location", "9089", "--address", "Jl. Contoh No. 3"]
ROOT = Path(__file__).parents[1]
NOBODY = "http://127.0.0.1:9"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        monkeypatch.setenv("SCALEV_API_BASE", sandbox.base_url)
        monkeypatch.setenv("SCALEV_STORE_UNIQUE_ID", sandbox.store_id)
        monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", sandbox.api_key)
        yield sandbox


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A state folder of its own, and a wide terminal without colours."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("NEXUS_OUTBOX", raising=False)
    return tmp_path / "nexus-storefront"


@pytest.fixture(autouse=True)
def going_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command waits for is over at once."""
    clock = GoesOn()
    for name in ("time", "monotonic", "sleep", "asleep"):
        monkeypatch.setattr(SYSTEM_CLOCK, name, getattr(clock, name), raising=False)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; `typed` is what a person at a terminal says, and without it nobody is there."""

    def run(*arguments: str, typed: str | None = None) -> tuple[int, str, str]:
        said = io.StringIO(typed or "")
        monkeypatch.setattr(said, "isatty", lambda: typed is not None, raising=False)
        monkeypatch.setattr(sys, "stdin", said)
        code = main(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_browse_and_show(sandbox: Sandbox, run: Run) -> None:
    code, out, _ = run("shop", "browse", "arabika", "gayo")
    assert code == 0
    assert "kopi-arabika-gayo" in out
    assert "\x1b[" not in out
    code, out, _ = run("shop", "browse", "--limit", "3", "--json")
    assert (code, len(json.loads(out))) == (0, 3)
    code, out, _ = run("shop", "show", "kopi-arabika-gayo")
    assert code == 0
    assert re.search(r"494535 .*Rp125\.000", out)
    product = json.loads(run("shop", "show", "kopi-arabika-gayo", "--json")[1])
    assert product["product"]["slug"] == "kopi-arabika-gayo"
    assert product["offers"]["494535"]["price"] == "125000.00"
    code, out, err = run("shop", "show", "no-such-thing")
    assert (code, out) == (1, "")
    assert err.startswith("nexus: ")


def test_the_cart_lasts_from_one_command_to_the_next(sandbox: Sandbox, run: Run, home: Path) -> None:
    assert run("shop", "cart")[:2] == (0, "an empty cart\n")
    assert run("shop", "cart", "--add", "494535", "-n", "2")[0] == 0
    _, out, _ = run("shop", "cart")
    assert re.search(r"494535 .* 2 ", out)
    assert "total Rp250.000" in out
    cart = json.loads(run("shop", "cart", "--json")[1])
    assert (cart["item_count"], cart["total"], cart["lines"][0]["variant_id"]) == (2, "250000.00", 494535)
    assert run("shop", "cart", "--remove", "494535")[1] == "an empty cart\n"
    run("shop", "cart", "--add", "494535")
    assert run("shop", "cart", "--empty")[1] == "an empty cart\n"
    if os.name == "posix":
        assert (home / "terminal.sqlite3").stat().st_mode & 0o077 == 0


def test_a_program_buys_and_follows_the_order(sandbox: Sandbox, run: Run) -> None:
    bought = ["shop", "buy", "494535", *BUYER, *SHIPPED, "--method", "qris", "--yes", "--json"]
    code, out, _ = run(*bought)
    assert code == 0
    placed = json.loads(out)
    (order,) = sandbox.control.orders()
    assert (placed["outcome"], placed["order_id"]) == ("placed", order["order_id"])
    assert float(placed["to_pay"]) == order["gross_revenue"]
    slug = placed["secret_slug"]
    code, out, _ = run("shop", "order", slug)
    assert code == 0
    assert f"{order['order_id']}: " in out
    assert "▄" in out or "█" in out  # the code to scan
    assert json.loads(run("shop", "order", slug, "--json")[1])["order_id"] == order["order_id"]
    another = json.loads(run(*bought)[1])["secret_slug"]
    assert json.loads(run("shop", "order", another, "--json")[1])["pg_payment_info"]  # how to pay it
    assert run("shop", "watch", slug, "--within", "0.2", "--every", "0.1")[0] == 1
    sandbox.control.pay_order(order["id"])
    code, out, _ = run("shop", "watch", slug, "--every", "0.1")
    assert code == 0
    assert out.splitlines()[-1].endswith("paid")
    code, out, _ = run("shop", "watch", slug, "--json")
    assert (code, json.loads(out)) == (0, {"status": "confirmed", "payment": "paid"})


def test_a_person_is_asked_for_what_is_missing_and_before_it_is_ordered(sandbox: Sandbox, run: Run) -> None:
    run("shop", "cart", "--add", "494535")
    said = ["Sari", "sari@example.com", "6281234567890", "Cempaka Putih", "Jl. Contoh No. 3", "1", "1"]
    code, out, _ = run("shop", "buy", typed="\n".join([*said, "n"]) + "\n")
    assert code == 1
    assert "nothing was ordered" in out
    assert sandbox.control.orders() == []
    code, out, _ = run("shop", "buy", typed="\n".join([*said, "y"]) + "\n")
    assert code == 0
    (order,) = sandbox.control.orders()
    assert f"ordered: {order['order_id']}" in out
    assert f"nexus shop watch {order['secret_slug']}" in out
    assert run("shop", "cart")[1] == "an empty cart\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["494535"], "--name is needed"),
        (["494535", *BUYER], "--location is needed"),
        (["494535", *BUYER, "--location", "Jakarta"], "--location leaves a choice"),
        (["494535", *BUYER, "--location", "Atlantis"], "no location is called 'Atlantis'"),
        (["494535", *BUYER, *SHIPPED], "--method leaves a choice"),
        (["494535", *BUYER, *SHIPPED, "--method", "qris", "--shipping", "1"], "ordering needs --yes"),
        (["494535", *BUYER, *SHIPPED, "--method", "qris", "--shipping", "99"], "--shipping: there are"),
        (["coffee", *BUYER], "variant_id must be a whole number"),
    ],
)
def test_what_nobody_can_be_asked_is_wrong_use(sandbox: Sandbox, run: Run, arguments: list[str], told: str) -> None:
    code, _, err = run("shop", "buy", *arguments)
    assert code == 2
    assert err.startswith("nexus: ")
    assert told in err
    assert sandbox.control.orders() == []


def test_an_order_that_may_exist_is_not_made_again(sandbox: Sandbox, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Hasty(Storefront):
        """Looks once for an order whose answer was lost."""

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, checkout_policy=CheckoutPolicy(settle_reads=(0.0,)), **options)

    monkeypatch.setattr("nexus_storefront.cli.opening.Storefront", Hasty)
    bought = ["shop", "buy", *BUYER, "--digital", "--method", "bank_transfer", "--yes"]
    run("shop", "cart", "--add", "494601")
    before = len(sandbox.control.requests("getGuestCart"))
    sandbox.control.fault("createPublicCheckout", "status", status=422)
    assert run(*bought)[0] == 1
    looks = len(sandbox.control.requests("getGuestCart")) - before  # none of them after an order
    sandbox.control.fault("createPublicCheckout", "reset", when="after")
    sandbox.control.fault("getGuestCart", "status", status=403, skip=looks, count=None)
    assert run(*bought)[0] == 3
    code, out, _ = run(*bought)
    assert code == 3
    assert "nothing was ordered now" in out
    code, out, _ = run(*bought, "--json")
    assert (code, json.loads(out)["outcome"]) == (3, "unknown")
    sandbox.control.clear_faults()
    code, out, _ = run(*bought)
    assert code == 1
    assert "an earlier order is there" in out
    assert len(sandbox.control.orders()) == 1


def test_an_earlier_order_is_told_to_programs(sandbox: Sandbox, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    bought = ["shop", "buy", "494601", *BUYER, "--digital", "--method", "bank_transfer", "--yes", "--json"]
    placed = json.loads(run(*bought)[1])
    monkeypatch.setattr(CheckoutFlow, "unfinished", lambda _: [placed["attempt_id"]])
    code, out, _ = run(*bought)
    del placed["to_pay"]
    assert (code, json.loads(out)) == (1, placed | {"outcome": "not_placed", "reason": "earlier_order"})
    assert len(sandbox.control.orders()) == 1


def test_an_order_is_told_where_the_service_does_not_say_how_to_pay(sandbox: Sandbox, run: Run) -> None:
    sandbox.control.fault("getStorefrontPublicOrder", "status", status=404, count=None)
    code, out, err = run("shop", "buy", "494601", *BUYER, "--digital", "--method", "qris", "--yes")
    slug = sandbox.control.orders()[0]["secret_slug"]
    assert code == 0
    assert f"nexus shop watch {slug}" in out
    assert f"nexus shop order {slug}" in err


@pytest.mark.parametrize(("said", "outcome"), [("n", "not_placed"), ("y", "placed")])
def test_a_person_may_want_json(sandbox: Sandbox, run: Run, said: str, outcome: str) -> None:
    typed = "\n".join(["Sari", "sari@example.com", "6281234567890", "1", said]) + "\n"
    _, out, err = run("shop", "buy", "494601", "--digital", "--json", typed=typed)
    assert json.loads(out)["outcome"] == outcome
    assert "Name" in err
    assert "Transfer bank (bank_transfer)" in err
    assert "Order it?" in err


def test_a_store_that_says_no_is_told(sandbox: Sandbox, run: Run) -> None:
    sandbox.control.fault("createPublicCheckout", "status", status=422)
    code, out, _ = run("shop", "buy", "494601", *BUYER, "--digital", "--method", "bank_transfer", "--yes", "--json")
    assert (code, json.loads(out)["outcome"], json.loads(out)["reason"]) == (1, "not_placed", "refused")
    told = "nexus: nothing here is called 'no-such'; `nexus shop browse` lists what there is\n"
    assert run("shop", "show", "no-such") == (1, "", told)


def test_without_variables_the_sandbox_is_meant(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SANDBOX:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("nexus_storefront.cli.opening.SANDBOX", {**SANDBOX, "SCALEV_API_BASE": "http://127.0.0.1:9"})
    code, _, err = run("shop", "browse")
    assert code == 1
    assert "no sandbox answers at http://127.0.0.1:9: start one with `nexus sandbox`" in err


def test_wrong_use_and_versions(run: Run) -> None:
    assert run("--version")[1].startswith(f"nexus-storefront {__version__}, Python 3.")
    assert run("shop", "dance")[0] == 2
    assert run("shop", "browse", "--limit", "0")[0] == 2
    assert run("events", "status")[0] == 2
    assert "--db" in run("sandbox", "--help")[1]


def test_an_interrupt_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("nexus_storefront.cli.shop.opened", interrupted)
    code, _, err = run("shop", "browse")
    assert code == 130
    assert "Traceback" not in err


def test_without_the_extra_the_events_still_work(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typer", None)
    for name in [name for name in sys.modules if name.startswith("nexus_storefront.cli.")]:
        monkeypatch.delitem(sys.modules, name)
    assert run("shop", "browse") == (
        2,
        "",
        "nexus: this command needs the extra: pip install 'nexus-storefront[cli]'\n",
    )
    assert run("--version")[1].startswith(f"nexus-storefront {__version__}, Python 3.")
    with pytest.raises(SystemExit) as ended:
        main(["events", "--help"])
    assert ended.value.code == 0
    assert "flush" in capsys.readouterr().out


# --- doctor


def findings(out: str) -> dict[str, Any]:
    return {each["name"]: each for each in json.loads(out)}


def test_doctor_finds_nothing_wrong_with_what_is_right(sandbox: Sandbox, run: Run) -> None:
    run("shop", "cart")
    code, out, _ = run("doctor", "--json", "--origin", "http://localhost:5173")
    found = findings(out)
    assert {name: each["state"] for name, each in found.items() if each["state"] == "wrong"} == {}
    assert code == 0
    assert {"package", "extras", "contract", "variables", "store", "clock", "payment", "origin"} <= found.keys()
    assert "qris" in found["payment"]["found"]
    code, out, _ = run("doctor")
    assert code == 0
    assert re.search(r"^right +store +\d+ items$", out, re.M)


def test_doctor_says_what_is_wrong_and_how_to_mend_it(
    sandbox: Sandbox, run: Run, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    found = findings(run("doctor", "--json", "--origin", "https://evil.example")[1])
    assert found["origin"]["state"] == "wrong"
    monkeypatch.setenv("NEXUS_OUTBOX", str(home / "typo"))
    run("shop", "cart")
    (home / "terminal.sqlite3").chmod(0o644)
    monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", "sfpk_wrong")
    code, out, _ = run("doctor", "--json")
    found = findings(out)
    assert code == 1
    assert found["outbox"]["mend"] == "is it mistyped?"
    assert "inbox" not in found
    assert found["terminal's cart"]["mend"].startswith("chmod 600 ")
    assert "have to belong together" in found["store"]["mend"]
    monkeypatch.delenv("SCALEV_STOREFRONT_API_KEY")
    assert "SCALEV_STOREFRONT_API_KEY" in findings(run("doctor", "--json")[1])["variables"]["found"]


@pytest.mark.parametrize(
    ("variables", "name", "said", "mend"),
    [
        ({"SCALEV_API_BASE": "shop"}, "settings", "base_url must be", "correct SCALEV_API_BASE"),
        (
            {"SCALEV_API_BASE": "http://127.0.0.1:9"},
            "service",
            "ConnectError",
            "look at SCALEV_API_BASE, proxy and network",
        ),
        ({"SCALEV_STORE_UNIQUE_ID": "a b"}, "settings", "store_id must be", "correct SCALEV_STORE_UNIQUE_ID"),
        ({"SCALEV_STOREFRONT_API_KEY": "k "}, "settings", "api_key holds", "correct SCALEV_STOREFRONT_API_KEY"),
        ({"NEXUS_INBOX": "/no/inbox"}, "inbox", "NEXUS_INBOX is /no/inbox", "is it mistyped?"),
        ({"NEXUS_INBOX": str(ROOT)}, "inbox", "is no file", "name another one"),
        ({"XDG_STATE_HOME": __file__}, "state folder", "cannot be written", "set XDG_STATE_HOME to a folder of yours"),
    ],
)
def test_doctor_names_what_to_correct(
    sandbox: Sandbox,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    name: str,
    said: str,
    mend: str,
) -> None:
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    code, out, _ = run("doctor", "--json")
    told = findings(out)[name]
    assert (code, told["state"], told["mend"]) == (1, "wrong", mend)
    assert said in told["found"]


def test_doctor_knows_a_damaged_file_a_used_up_limit_and_what_is_no_origin(
    sandbox: Sandbox, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    damaged = tmp_path / "outbox"
    damaged.write_text("not a database")
    damaged.chmod(0o600)
    monkeypatch.setenv("NEXUS_OUTBOX", str(damaged))
    found = findings(run("doctor", "--json", "--origin", "nonsense")[1])
    assert found["outbox"]["found"] == f"{damaged}: file is not a database"
    assert found["outbox"]["mend"].startswith("move it away")
    assert found["origin"]["mend"] == "one is like https://toko.example, without a path"
    sandbox.control.configure(paid_plan=False)
    assert "a paid plan" in findings(run("doctor", "--json")[1])["store"]["mend"]
    sandbox.control.fault("countStorefrontItems", "text_429", count=None, retry_after="7200")
    told = findings(run("doctor", "--json")[1])["rate limit"]
    assert told["state"] == "wrong"
    assert told["mend"].startswith("look again in 7200 s; others behind this address")


def test_what_to_look_at_where_the_store_is_not_found_is_told(
    sandbox: Sandbox, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", "sfpk_wrong")
    code, out, err = run("shop", "browse")
    assert (code, out) == (1, "")
    assert re.fullmatch(r"nexus: Store not found .*\n  if it is the store: store id and key .*\n", err)


def test_a_folder_that_cannot_be_made_is_told_in_a_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", __file__)
    code, out, err = run("shop", "cart")
    assert (code, out) == (1, "")
    assert re.fullmatch(r"nexus: cannot use .*terminal.sqlite3.*: .*\n", err)


def test_a_path_that_nothing_can_have_is_told_in_a_line(
    sandbox: Sandbox, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "a" * 300
    monkeypatch.setenv("NEXUS_OUTBOX", name)
    assert run("events", "status") == (2, "", f"nexus: there is no outbox at {Path(name).absolute()}\n")
    assert findings(run("doctor", "--json")[1])["outbox"]["state"] == "wrong"
    monkeypatch.setenv("XDG_STATE_HOME", f"/{name}")
    assert "variables" in findings(run("doctor", "--json")[1])


def test_every_command_has_json_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    def helped(*command: str) -> str:
        with suppress(SystemExit):  # argparse's own way to end
            assert main([*command, "--help"]) == 0
        return capsys.readouterr().out

    commands = [("new",), ("doctor",), ("drift",), ("sandbox",), ("webhooks", "listen"), ("webhooks", "trigger")]
    commands += [("shop", name) for name in ("browse", "show", "cart", "buy", "order", "watch")]
    commands += [("events", name) for name in ("flush", "status", "dead", "replay", "resume")]
    commands += [("webhooks", "inbox", name) for name in ("status", "dead", "replay", "resume")]
    for command in commands:
        out = helped(*command)
        assert "--json" in out, command
        if command[0] in ("events", "webhooks"):
            out = helped(command[0])
        assert re.search(r"examples?:", out, re.I), command


def test_words_go_on_in_shells(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def words(line: str) -> list[str]:
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split()) - (not line.endswith(" "))))
        monkeypatch.setenv("_NEXUS_COMPLETE", "complete_bash")
        assert main([]) == 0
        return capsys.readouterr().out.split()

    assert words("nexus ") == ["new", "doctor", "drift", "sandbox", "events", "webhooks", "shop"]
    assert words("nexus shop br") == ["browse"]
    assert "--limit" in words("nexus shop browse --l")
    assert words("nexus events re") == ["replay", "resume"]
    assert words("nexus events --outbox x resume ") == ["meta", "tiktok", "snackvideo"]
    assert words("nexus webhooks inbox ") == ["status", "dead", "replay", "resume"]
    assert words("nexus new ") == ["fastapi", "django", "page", "bot"]


def test_who_reads_no_further_hears_no_complaint(sandbox: Sandbox) -> None:
    command = [sys.executable, "-m", "nexus_storefront.cli", "shop", "browse", "--json", "--limit", "60"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 1)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("name", ["Kopi → enak é", "Kopi \ud83d", "Kopi \x1b[31mmerah\x07"], ids=ascii)
def test_a_name_that_no_terminal_can_write_is_shown_all_the_same(
    sandbox: Sandbox, run: Run, monkeypatch: pytest.MonkeyPatch, encoding: str, name: str
) -> None:
    from nexus_storefront.catalogue._sync.catalog import Catalog

    with Storefront.from_env() as shop:
        named = shop.catalog.product("kopi-arabika-gayo")
    named.name = name
    monkeypatch.setattr(Catalog, "product", lambda self, slug: named)
    monkeypatch.setattr(sys, "stdout", written := io.TextIOWrapper(io.BytesIO(), encoding))
    assert main(["shop", "show", "kopi-arabika-gayo"]) == 0
    written.flush()
    assert b"\x1b[31m" not in written.buffer.getvalue()  # type: ignore[attr-defined]
    monkeypatch.setattr(sys, "stdout", written := io.TextIOWrapper(io.BytesIO(), encoding))
    assert main(["shop", "show", "kopi-arabika-gayo", "--json"]) == 0
    written.flush()
    told = json.loads(written.buffer.getvalue())  # type: ignore[attr-defined]
    assert told["product"]["name"] == name


@pytest.mark.parametrize("command", [["shop", "browse"], ["events", "flush", "--json"], ["--version"], ["--help"]])
def test_an_output_that_takes_nothing_is_told_in_a_line(sandbox: Sandbox, command: list[str]) -> None:
    whole = [sys.executable, "-m", "nexus_storefront.cli", *command]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(whole, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, "nexus: No space left on device")
    assert "Traceback" not in done.stderr
    closed = f"exec {shlex.join(whole)} >&- 2>&-"
    assert subprocess.run(["sh", "-c", closed], check=False).returncode == 0


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("Mon, 30 Nov 2026 12:00:00 GMT", "right"),
        ("Mon, 30 Nov 2026 11:58:00 GMT", "wrong"),
        ("Mon, 30 Nov 2026 12:02:00 GMT", "wrong"),
        (None, "note"),
        ("soon", "note"),
    ],
)
def test_doctor_compares_clocks(told: str | None, state: str) -> None:
    assert doctor._clock(told, 1_796_040_000.0).state == state


def test_doctor_knows_every_extra() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    assert {*doctor.EXTRAS, "cli"} == {*project["optional-dependencies"]}


@pytest.mark.parametrize("kind", sorted(folder.name for folder in (ROOT / "starters").iterdir()))
def test_a_project_is_begun_in_an_empty_folder_only(run: Run, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "mine"
    code, out, _ = run("new", kind, str(folder))
    assert code == 0
    assert f"cd {folder} && python run.py" in out
    assert {"README.md", "pyproject.toml", "run.py"} <= {made.name for made in folder.iterdir()}
    assert list(folder.glob("test_*.py"))
    other = tmp_path / "other"
    assert json.loads(run("new", kind, str(other), "--json")[1]) == {"kind": kind, "folder": str(other)}
    (folder / "run.py").write_text("mine", "utf-8")
    code, _, err = run("new", kind, str(folder))
    assert code == 2
    assert "is not empty; nothing was written" in err
    assert (folder / "run.py").read_text("utf-8") == "mine"
    assert run("new", kind, str(folder / "run.py"))[0] == 2


def test_drift_tells_what_is_new_and_what_breaks(sandbox: Sandbox, run: Run, tmp_path: Path) -> None:
    code, before, _ = run("drift")
    assert code == 0
    sandbox.control.drift("listStorefrontItems", ["new_fields"])
    code, out, _ = run("drift")
    assert code == 0
    assert len(out.splitlines()) > len(before.splitlines())
    assert "new     listStorefrontItems: unknown field " in out
    assert "breaks" not in out
    sandbox.control.fault("countStorefrontItems", "status", status=200, body={"total": []})
    file = tmp_path / "seen.json"
    code, out, _ = run("drift", "--json", "--output", str(file))
    assert code == 1
    assert [it["operation_id"] for it in json.loads(out)["findings"] if it["breaks"]] == ["countStorefrontItems"]
    assert "listStorefrontItems" in json.loads(file.read_text("utf-8"))


def test_drift_tells_of_a_read_that_fails_and_goes_on(sandbox: Sandbox, run: Run) -> None:
    sandbox.control.fault("countStorefrontItems", "status", status=403, count=None)
    sandbox.control.drift("listStorefrontItems", ["new_fields"])
    code, out, _ = run("drift")
    assert code == 1
    assert re.search(r"^failed  .*countStorefrontItems", out, re.M)
    assert "unknown field" in out


def test_drift_compares_nothing_where_nobody_answers(run: Run) -> None:
    code, out, err = run("drift", "--json")
    assert (code, out) == (1, "")
    assert "no sandbox answers" in err


@pytest.mark.timeout(60)
def test_watching_where_nobody_answers_is_told_at_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SANDBOX:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("nexus_storefront.cli.opening.SANDBOX", {**SANDBOX, "SCALEV_API_BASE": "http://127.0.0.1:9"})
    code, _, err = run("shop", "watch", "an-order", "--within", "900")
    assert code == 1
    assert "no sandbox answers" in err

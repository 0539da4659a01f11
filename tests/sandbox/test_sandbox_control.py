"""The control side, CORS, the command line and the pytest plugin."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import httpx
import pytest
from nexus_sandbox import Clock, Control, RemoteControl, Sandbox, Settings
from nexus_sandbox.control.routes import ROUTES
from nexus_sandbox.settings import SettingChanges
from sandbox_shopper import GAYO, Shopper, refused, variant


def _call(sandbox: Sandbox, method: str, name: str, body: Any = None, **options: Any) -> httpx.Response:
    return httpx.request(method, f"{sandbox.base_url}/_sandbox/{name}", json=body, **options)


def test_the_clock(sandbox: Sandbox) -> None:
    moment = datetime(2027, 3, 1, 12, tzinfo=UTC)
    _call(sandbox, "POST", "clock", {"moment": moment.isoformat(), "stopped": True})
    sandbox.control.set_clock(moment)
    assert sandbox.control.now() == moment
    sandbox.control.advance_clock(90)
    assert _call(sandbox, "GET", "clock").json() == {
        "now": (moment + timedelta(seconds=90)).isoformat(),
        "stopped": True,
    }
    sandbox.control.resume_clock()
    assert timedelta(0) <= sandbox.control.now() - (moment + timedelta(seconds=90)) < timedelta(minutes=5)


def test_a_move_of_the_clock_that_is_refused_moves_nothing(sandbox: Sandbox) -> None:
    sandbox.control.stop_clock()
    before = sandbox.control.now()
    moved = {"moment": "2031-01-01T00:00:00Z", "seconds": 1e18, "stopped": False}
    assert _call(sandbox, "POST", "clock", moved).status_code == 400
    assert sandbox.control.clock() == {"now": before, "stopped": True}
    assert _call(sandbox, "POST", "clock", moved | {"seconds": 60}).status_code == 200
    assert sandbox.control.now() >= datetime(2031, 1, 1, 0, 1, tzinfo=UTC)


def test_a_clock_that_stands_or_stood_is_kept(tmp_path: Path) -> None:
    began = datetime(2027, 3, 1, 12, tzinfo=UTC).timestamp()
    passed = 0.0

    def opened() -> Sandbox:
        return Sandbox(db=tmp_path / "shop.db", clock=Clock(lambda: began + passed))

    for stopped in (True, False):
        sandbox = opened()
        sandbox.control.move_clock(stopped=stopped)
        sandbox.stop()
        passed += 3600 * stopped
        again = opened()
        assert again.control.clock() == {"now": datetime(2027, 3, 1, 12, tzinfo=UTC), "stopped": stopped}
        again.stop()


def test_everything_has_a_route(sandbox: Sandbox, shop: Shopper) -> None:
    order = shop.order(items=[variant(GAYO)])
    for method, name, body in (
        ("POST", "orders/pay", {"reference": order["order_id"]}),
        ("POST", "orders/spam", {"reference": order["order_id"]}),
        ("POST", "settings", {"otp_required": True}),
        ("POST", "stock", {"variant_id": GAYO, "stock": 5}),
        ("POST", "price", {"variant_id": GAYO, "rupiah": 1000}),
        ("POST", "faults", {"operation": "getGuestCart", "kind": "status", "status": 503}),
        ("POST", "drift", {"operation": "getGuestCart", "kinds": ["new_fields"]}),
        ("POST", "rate-limit", {"limit": 1000}),
        ("POST", "customers", {"email": "new@example.com", "password": "kata-sandi-contoh"}),
        ("POST", "browser-events", {"provider": "meta", "name": "Purchase", "event_id": "1"}),
    ):
        answer = _call(sandbox, method, name, body)
        assert answer.status_code == 200, (name, answer.text)
    assert shop.get("/public/cart").status_code == 503
    assert "sandbox_new_field" in shop.get("/public/cart").json()
    assert sandbox.control.stock(GAYO) == 5
    assert _call(sandbox, "GET", "orders").json()[0]["payment_status"] == "paid"
    assert _call(sandbox, "GET", "event-totals").json()["meta"]["Purchase"]["browser"] == 1
    for name in ("carts", "events", "mails", "token-families", "intents", "storage-requests", "faults", "settings"):
        assert _call(sandbox, "GET", name).status_code == 200


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("faults", {"operation": "getGuestCart", "kind": "earthquake"}),
        ("settings", {"no_such_setting": 1}),
        ("settings", {"otp_required": "yes"}),
        ("orders/pay", {"reference": "nope"}),
        ("faults", {"operation": "getGuestCart", "kind": "text_429", "retry_after": 3}),
        ("settings", {"rate_window": 0}),
        ("settings", {"rate_limit": -1}),
        ("stock", {"variant_id": 1, "stock": 1}),
        ("stock", {"variant_id": 2**70, "stock": 1}),
        ("stock", {"variant_id": GAYO, "stock": "many"}),
        ("price", {"variant_id": GAYO, "rupiah": -1}),
        ("clock", {"moment": "yesterday"}),
        ("clock", {"moment": 5}),
        ("clock", {"seconds": 1e300}),
        ("clock", {"seconds": "nan"}),
        ("clock", {"seconds": True}),
        ("clock", {}),
        ("settings", {}),
        ("settings", {"disabled_payment_methods": ["qriz"]}),
        ("settings", {"methods_without_fee_schedule": ["qriz"]}),
        ("settings", {"banned_customers": [1]}),
        ("settings", {"intent_ttl": 10**12}),
        ("settings", {"relay_status": 500}),
        ("settings", {"redirect_destination": "elsewhere"}),
        ("faults", {"operation": "getGuestCart", "kind": "latency"}),
        ("faults", {"operation": "getGuestCart", "kind": "slow_body", "seconds": 0}),
        ("drift", {"kinds": "nulls"}),
        ("drift", {"kinds": ["sideways"]}),
        ("requests", {}),
        ("browser-events", {"provider": "facebook", "name": "Purchase"}),
        ("revoke-family", {"family": 10**6}),
    ],
)
def test_mistakes_are_told(sandbox: Sandbox, name: str, body: dict[str, Any]) -> None:
    answer = _call(sandbox, "POST", name, body)
    assert answer.status_code == (404 if name == "requests" else 400)
    assert answer.json()["error"]
    assert _call(sandbox, "GET", "overview").status_code == 200


def test_a_number_beyond_the_database_is_told(sandbox: Sandbox) -> None:
    beyond = 10**30
    assert _call(sandbox, "POST", "webhook-deliveries/again", {"delivery": beyond}).status_code == 400
    assert _call(sandbox, "POST", "revoke-family", {"family": beyond}).status_code == 400


WRONG = [
    ("orders/pay", {"order_id": "x"}, ["reference"]),
    ("price", {"variant_id": GAYO, "price": 1}, ["variant_id", "rupiah"]),
    ("stock", {"variant_id": GAYO, "quantity": 1}, ["variant_id", "stock"]),
    ("clock", {"advance": 60}, ["moment", "seconds", "stopped"]),
    ("clock", {"set": "2027-01-01"}, ["moment", "seconds", "stopped"]),
    ("drift", {"operations": "*"}, ["operation", "kinds"]),
    ("rate-limit", {"requests": 1}, ["limit", "window", "retry_after"]),
    ("customers", {"mail": "a@example.com", "password": "kata-sandi"}, ["email", "password"]),
    ("settings", {"otp": True}, ["otp_required"]),
]


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[" * 100_000, b"[1]", b"null"])
def test_a_body_that_is_no_object_is_told(sandbox: Sandbox, content: bytes) -> None:
    before = sandbox.control.now()
    answer = httpx.post(f"{sandbox.base_url}/_sandbox/clock", content=content)
    assert answer.status_code == 400
    assert answer.json()["parameters"] == ["moment", "seconds", "stopped"]
    assert sandbox.control.now() - before < timedelta(minutes=5)


@pytest.mark.parametrize(("name", "body", "right"), WRONG)
def test_a_wrong_name_is_answered_with_the_right_ones(
    sandbox: Sandbox, name: str, body: dict[str, Any], right: list[str]
) -> None:
    answer = _call(sandbox, "POST", name, body)
    assert answer.status_code == 400
    assert all(one in answer.json()["error"] for one in right)
    assert set(right) <= set(answer.json()["parameters"])
    listed = [
        route
        for route in _call(sandbox, "GET", "routes").json()["routes"]
        if (route["method"], route["path"]) == ("POST", f"/_sandbox/{name}")
    ]
    assert set(right) <= {parameter["name"] for parameter in listed[0]["parameters"]}


def test_every_route_refuses_what_it_does_not_take(sandbox: Sandbox) -> None:
    before = sandbox.control.now()
    for route in _call(sandbox, "GET", "routes").json()["routes"]:
        name = route["path"].removeprefix("/_sandbox/")
        assert _call(sandbox, route["method"], f"{name}?nonsense=1").status_code == 400, route
        if route["method"] == "POST":
            assert _call(sandbox, "POST", name, {"nonsense": 1}).status_code == 400, route
            assert _call(sandbox, "POST", name, [1]).status_code == 400, route
            assert httpx.post(f"{sandbox.base_url}/_sandbox/{name}", content=b"{").status_code == 400, route
        assert route["about"]
    assert sandbox.control.now() - before < timedelta(minutes=5)
    assert len(sandbox.control.settings()) == len(fields(Settings))


def test_parameters_may_stand_in_the_query(sandbox: Sandbox) -> None:
    assert _call(sandbox, "POST", f"stock?variant_id={GAYO}&stock=7").status_code == 200
    assert _call(sandbox, "GET", f"stock?variant_id={GAYO}").json() == 7
    assert _call(sandbox, "POST", f"stock?variant_id={GAYO}&stock=null").status_code == 200
    assert sandbox.control.stock(GAYO) is None


@pytest.fixture(params=["http", "in process"])
def remote(request: pytest.FixtureRequest, sandbox: Sandbox) -> Iterator[RemoteControl]:
    client = httpx.Client(transport=sandbox.transport()) if request.param == "in process" else None
    with RemoteControl(sandbox.base_url, client) as control:
        yield control


def test_the_remote_control_has_the_names_of_the_one_in_hand(
    sandbox: Sandbox, shop: Shopper, remote: RemoteControl
) -> None:
    order = shop.order(items=[variant(GAYO)])
    remote.pay_order(order["order_id"])
    assert remote.orders() == sandbox.control.orders()
    assert remote.orders()[0]["payment_status"] == "paid"
    assert remote.order(order["secret_slug"]) == sandbox.control.order(order["secret_slug"])
    planned = remote.fault("getGuestCart", "status", status=503, count=None)
    assert remote.faults() == sandbox.control.faults() == [planned]
    remote.clear_faults()
    remote.drift(kinds=("nulls",))
    remote.clear_drift()
    remote.configure(otp_required=True)
    assert remote.settings() == sandbox.control.settings()
    moment = datetime(2027, 3, 1, 12, tzinfo=UTC)
    remote.stop_clock()
    remote.set_clock(moment)
    remote.advance_clock(0.5)
    assert remote.now() == sandbox.control.now() == moment + timedelta(seconds=0.5)
    remote.resume_clock()
    remote.set_stock(GAYO, None)
    assert remote.stock(GAYO) is None
    assert (
        remote.add_customer("jauh@example.com", "kata-sandi-contoh")
        == sandbox.control.add_customer("dekat@example.com", "kata-sandi-contoh") - 1
    )
    shop.post("/public/auth/login", json={"email": "jauh@example.com", "password": "kata-sandi-contoh"})
    assert remote.otp("jauh@example.com") == sandbox.control.otp("jauh@example.com")
    assert remote.mails(None) == sandbox.control.mails()
    assert remote.requests("loginCustomer", reveal=True) == sandbox.control.requests("loginCustomer", reveal=True)
    with pytest.raises(LookupError, match="there is no order nope"):
        remote.pay_order("nope")
    with pytest.raises(ValueError, match="not 'earthquake'"):
        remote.fault("getGuestCart", "earthquake")  # type: ignore[arg-type]
    for control in (remote, sandbox.control):
        for values, named in (((GAYO, 1, 2), {}), ((GAYO,), {}), ((), {"variant": GAYO}), ((GAYO,), {"variant_id": 1})):
            with pytest.raises(TypeError):
                control.set_stock(*values, **named)


def test_everything_in_hand_can_be_done_from_afar() -> None:
    own = {"now", "set_clock", "advance_clock", "stop_clock", "resume_clock"}
    names = {name for name in dir(Control) if not name.startswith("_")}
    assert names - own == {route.call for route in ROUTES}
    assert all(name in vars(RemoteControl) for name in names)


def test_only_unpaid_orders_expire(sandbox: Sandbox, shop: Shopper) -> None:
    order = shop.order(items=[variant(GAYO)])
    sandbox.control.pay_order(order["order_id"])
    with pytest.raises(ValueError, match="only a pending, unpaid order expires"):
        sandbox.control.expire_order(order["order_id"])


def test_an_order_moves_forward_and_back(sandbox: Sandbox, shop: Shopper) -> None:
    sandbox.control.set_stock(GAYO, 5)
    order = shop.order(items=[variant(GAYO, 2)])
    reference = order["secret_slug"]
    for status in ("confirmed", "pending", "canceled", "pending", "canceled"):
        sandbox.control.set_order_status(reference, status)
    assert [step["status"] for step in sandbox.control.order(reference)["status_history"]][-2:] == [
        "pending",
        "canceled",
    ]
    assert sandbox.control.stock(GAYO) == 5
    for status in ("paid", "unpaid", "conflict", "settled"):
        sandbox.control.set_payment_status(reference, status)
        assert sandbox.control.order(reference)["payment_status"] == status
    with pytest.raises(ValueError, match="status is one of"):
        sandbox.control.set_order_status(reference, "lost")
    with pytest.raises(ValueError, match="status is one of"):
        sandbox.control.set_payment_status(reference, "refunded")
    sandbox.control.delete_order(reference)
    refused(shop.get(f"/public/orders/{reference}"), 404)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--port", "99999"], "a port is a number from 0 to 65535, not 99999"),
        (["--storage-port", "x"], "a port is a number from 0 to 65535, not x"),
        (["--db", "/no/such/folder/shop.db"], "there is no folder /no/such/folder"),
        (["--db", "/"], "/ cannot be used"),
        (["--items", "-3"], "not -3"),
        (["--origin", "localhost:3000"], "an origin is like http://localhost:3000"),
        (["--origin-pattern", "("], "not a regular expression"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
    ],
)
def test_the_command_line_tells_mistakes_in_a_line(arguments: list[str], told: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "nexus_sandbox", *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert told in run.stderr
    assert run.stderr.count("\n") == 1


@pytest.mark.parametrize("package", ["starlette", "uvicorn", "jsonschema_rs"])
def test_a_missing_extra_is_told_in_a_line(package: str) -> None:
    program = (
        f"import sys, runpy; sys.modules[{package!r}] = None; runpy.run_module('nexus_sandbox', run_name='__main__')"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert "install nexus-storefront[sandbox]" in run.stderr


def test_secrets_are_redacted_unless_asked_for(sandbox: Sandbox, guest: Shopper) -> None:
    guest.sign_in()
    guest.get("/customers/me")
    token = guest.headers["X-Scalev-Guest-Token"]
    for shown in (sandbox.control.requests(), _call(sandbox, "GET", "requests").json()):
        text = json.dumps(shown)
        assert not any(secret in text for secret in (token, sandbox.api_key, guest.headers["Authorization"]))
    assert token in json.dumps(sandbox.control.requests(reveal=True))
    assert token not in json.dumps(sandbox.control.carts())
    me = sandbox.control.requests("getCustomerMe")
    assert [(row["method"], row["status"], row["committed"]) for row in me] == [("GET", 200, True)]


def test_only_this_machine_may_control(sandbox: Sandbox) -> None:
    foreign = {"Origin": "https://evil.example.com"}
    assert _call(sandbox, "GET", "orders", headers=foreign).status_code == 403
    assert _call(sandbox, "GET", "orders", headers={"Host": "evil.example.com"}).status_code == 403
    assert _call(sandbox, "GET", "orders", headers={"Origin": sandbox.base_url}).status_code == 200
    assert "routes" in _call(sandbox, "GET", "nope").json()


def test_the_docs_name_every_setting_and_everything_in_hand() -> None:
    page = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text(encoding="utf-8")
    names = {name for name in dir(Control) if not name.startswith("_")} | set(SettingChanges.__annotations__)
    assert [name for name in sorted(names) if f"`{name}`" not in page and f"`{name}(" not in page] == []


def test_a_count_may_be_as_good_as_no_limit(sandbox: Sandbox) -> None:
    counts: SettingChanges = {"rate_limit": sys.maxsize, "webhook_attempts": sys.maxsize, "max_per_ip": sys.maxsize}
    sandbox.control.configure(**counts)
    assert counts.items() <= sandbox.control.settings().items()


def test_every_setting_can_be_changed_by_name() -> None:
    assert set(SettingChanges.__annotations__) == {field.name for field in fields(Settings)}


def test_a_shop_without_a_paid_plan_is_an_unknown_store(sandbox: Sandbox, shop: Shopper) -> None:
    sandbox.control.configure(paid_plan=False)
    answer = shop.get("/public/items")
    assert (answer.status_code, answer.json()["message"]) == (404, "Store not found")


def test_control_can_be_switched_off() -> None:
    with Sandbox(control=False) as sandbox:
        assert _call(sandbox, "GET", "orders").status_code == 404
        sandbox.control.set_stock(GAYO, 1)
        assert sandbox.control.stock(GAYO) == 1


def test_cors_as_documented(sandbox: Sandbox, shop: Shopper) -> None:
    wanted = "authorization, content-type, x-scalev-guest-token, x-scalev-storefront-api-key"
    ask = {"Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": wanted}
    allowed = shop.request("OPTIONS", "/public/cart", headers=ask | {"Origin": "https://demo.example.com"})
    assert allowed.status_code == 200
    assert allowed.headers["Access-Control-Allow-Origin"] == "https://demo.example.com"
    assert set(wanted.split(", ")) <= {
        name.strip() for name in allowed.headers["Access-Control-Allow-Headers"].lower().split(",")
    }
    other = shop.request("OPTIONS", "/public/cart", headers=ask | {"Origin": "https://evil.example.com"})
    assert "Access-Control-Allow-Origin" not in other.headers
    for path in ("/public/cart", "/public/products/nope"):
        answer = shop.get(path, headers={"Origin": "https://demo.example.com"})
        assert answer.headers["Access-Control-Allow-Origin"] == "https://demo.example.com"
        exposed = answer.headers["Access-Control-Expose-Headers"].lower()
        assert "x-scalev-guest-token" in exposed
        assert "x-ratelimit-remaining" in exposed
    assert (
        "Access-Control-Allow-Origin"
        not in shop.get("/public/cart", headers={"Origin": "https://evil.example.com"}).headers
    )


def test_an_origin_pattern_registers_what_it_matches_as_a_whole() -> None:
    with Sandbox(origin_pattern=r"http://(localhost|127\.0\.0\.1):\d+") as sandbox, Shopper(sandbox) as shop:
        for origin, allowed in (
            ("http://localhost:41234", True),
            ("http://127.0.0.1:80", True),
            ("http://localhost:80.evil.example", False),
        ):
            answer = shop.get("/public/cart", headers={"Origin": origin})
            assert (answer.headers.get("Access-Control-Allow-Origin") == origin) is allowed


def test_own_origins() -> None:
    with Sandbox(origins=["https://mine.example.com/"]) as sandbox, Shopper(sandbox) as shop:
        answer = shop.get("/public/cart", headers={"Origin": "https://mine.example.com"})
        assert answer.headers["Access-Control-Allow-Origin"] == "https://mine.example.com"


def test_a_taken_port_is_an_error(sandbox: Sandbox) -> None:
    port = int(sandbox.base_url.rpartition(":")[2])
    second = Sandbox(port=port)
    with pytest.raises(OSError):
        second.start()
    second.stop()


def test_who_calls_before_it_serves_is_turned_away_at_once() -> None:
    sandbox = Sandbox()
    sandbox.bind()
    with pytest.raises(httpx.ConnectError):  # a webhook's receiver, say, that is asked to take the test event
        httpx.get(sandbox.base_url, timeout=1)
    sandbox.stop()


def test_listening_everywhere_is_shown_as_an_address_to_call() -> None:
    with Sandbox(host="0.0.0.0") as sandbox, Shopper(sandbox) as shop:
        assert shop.get("/public/items/count").status_code == 200
        assert sandbox.state.storage_origin.startswith("http://127.0.0.1:")


def test_stopping_twice_and_restarting_elsewhere() -> None:
    with Sandbox() as first, Shopper(first) as shop:
        assert shop.get("/public/items/count").status_code == 200
        first.stop()
        with pytest.raises(httpx.TransportError):
            shop.get("/public/items/count")


def _count_items(base: str) -> Any:
    """Ask as soon as the address is told: nobody who asks then is turned away."""
    return httpx.get(f"{base}/public/items/count", headers={"X-Scalev-Storefront-Api-Key": "sfpk_sandbox"}).json()


def test_the_command_line_serves_until_interrupted() -> None:
    command = [sys.executable, "-m", "nexus_sandbox", "--port", "0", "--items", "70"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            base = server.stdout.readline().split()[1]
            assert server.stdout.readline().split() == ["key", "sfpk_sandbox"]
            control = server.stdout.readline().split()[1]
            shell, export, *variables = server.stdout.readline().split()
            assert (shell, export) == ("shell", "export")
            assert variables == [
                f"SCALEV_API_BASE={base.partition('/v3/')[0]}",
                "SCALEV_STORE_UNIQUE_ID=store_sandbox",
                "SCALEV_STOREFRONT_API_KEY=sfpk_sandbox",
            ]
            assert _count_items(base) == {"total": 70}
            assert httpx.get(f"{control}health").json() == {"ok": True}
        finally:
            server.terminate()
            _, errors = server.communicate(timeout=20)
        assert errors == ""


def test_the_command_line_tells_programs_where_it_is() -> None:
    command = [sys.executable, "-m", "nexus_sandbox", "--port", "0", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            told = json.loads(server.stdout.readline())
            assert (told.keys(), told["key"]) == ({"store", "key", "control"}, "sfpk_sandbox")
            assert _count_items(told["store"]) == {"total": 60}
        finally:
            server.terminate()


PLUGIN_TEST = """
import pytest

@pytest.fixture
def anyio_backend():
    return "asyncio"

def test_fresh_each_time(nexus_sandbox, nexus_http):
    assert nexus_http.get("/public/items/count").json()["total"] >= 60
    assert nexus_sandbox.control.carts() == []
    nexus_http.get("/public/cart")

def test_fresh_again(nexus_sandbox, nexus_storefront):
    from nexus_storefront import Storefront, events, webhooks
    from nexus_storefront.payments import read_payment

    assert isinstance(nexus_storefront, Storefront)
    assert nexus_sandbox.control.carts() == []
    nexus_storefront.cart.get()
    assert len(nexus_sandbox.control.carts()) == 1

@pytest.mark.anyio
async def test_without_threads(nexus_sandbox, nexus_async_storefront):
    await nexus_async_storefront.cart.get()
    assert len(nexus_sandbox.control.carts()) == 1
"""


def test_the_plugin_gives_a_fresh_sandbox(tmp_path: Any) -> None:
    (tmp_path / "test_mine.py").write_text(PLUGIN_TEST)
    # As pytest does by itself with every module of what is installed with a plugin.
    packages = ("nexus_storefront", "nexus_commerce")
    (tmp_path / "conftest.py").write_text(f"import pytest\npytest.register_assert_rewrite(*{packages})\n")
    (registered,) = entry_points(group="pytest11", name="nexus_sandbox")
    run = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "anyio", "-p", registered.value,
            str(tmp_path),
        ],
        cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert "3 passed" in run.stdout


def test_the_plugin_costs_other_peoples_test_runs_nothing() -> None:
    program = (
        "import sys, pytest; b = set(sys.modules); import nexus_sandbox.pytest_plugin; print(*(set(sys.modules) - b))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert set(run.stdout.split()) <= {"nexus_sandbox", "nexus_sandbox.pytest_plugin"}


def test_where_no_sandbox_answers_is_told_with_how_to_start_one() -> None:
    with socket.socket() as nobody:  # bound, and nobody listens
        nobody.bind(("127.0.0.1", 0))
        at = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        with (
            RemoteControl(at) as control,
            pytest.raises(httpx.ConnectError, match=f"^no sandbox answers at {at}: start"),
        ):
            control.orders()


def test_a_sandbox_that_does_not_serve_says_how_it_is_asked_then() -> None:
    sandbox = Sandbox()
    with pytest.raises(RuntimeError, match=r"transport=sandbox.transport\(\) and .http://localhost."):
        _ = sandbox.base_url

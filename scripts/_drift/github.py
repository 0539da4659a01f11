"""What the daily watch keeps on GitHub: an issue, and a pull request for each upstream contract that we can follow.

Issue and pull request are kept where a token may write, so all of this needs the standard library, `git` and `gh`, and
apart from `prepare` neither imports nor starts anything that was installed, generated or read from upstream. It never
writes over a branch: one that is there may be somebody's.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

MOVED = "contract-drift"
FAILED = "contract-drift-failed"
LABELS = {
    MOVED: "The upstream contract moved away from the pin",
    FAILED: "The upstream contract could not be compared with the pin",
}
PREFIX = "drift/pin"
PATCH, PROOF = "pin.patch", "proof.md"
TOUCHED = ("openapi", "generated", "docs")
"""All that a moved pin may change; a patch with more is not taken."""
COMMIT = "Move the pin to what upstream serves"
AUTHOR = ("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com")


def run(*command: str) -> str:
    """The output of a command that has to succeed."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def outputs(folder: Path) -> dict[str, str]:
    """What the comparison decided; a comparison that left nothing has failed."""
    try:
        lines = (folder / "outputs").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {"verdict": "failed"}
    return dict(line.split("=", 1) for line in lines)


def text(folder: Path, name: str, otherwise: str = "") -> str:
    path = folder / name
    return path.read_text(encoding="utf-8") if path.exists() else otherwise


# the move, where nothing may be written


def prepare(folder: Path) -> None:
    """Move the pin in this working copy to what was compared, prove it, and leave patch and proof in the folder.

    Packages and generated code run here, so no token is here.
    """
    found = outputs(folder)
    spec, source = f"SPEC={folder / 'revision.json'}", f"ARGS=--source {found['source']}"
    moved = subprocess.run(["make", "pin", spec, source], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(moved.stdout, flush=True)
    if moved.returncode:
        last = "\n".join(moved.stdout.splitlines()[-20:])
        (folder / PROOF).write_text(f"\n`make pin` stopped, and moved nothing:\n\n```\n{last}\n```\n", encoding="utf-8")
        return
    good = subprocess.run(["make", "check", "test"]).returncode == 0
    result = f"\n`make check test` on the moved pin: {'green' if good else 'red, see the run'}\n"
    (folder / PROOF).write_text(result, encoding="utf-8")
    run("git", "add", "--all", *TOUCHED)
    (folder / PATCH).write_text(run("git", "diff", "--cached", "--binary"), encoding="utf-8")


# the issue


def keep_issues(folder: Path) -> None:
    """One open issue while upstream differs from the pin, one while it cannot be compared, none else."""
    found = outputs(folder)
    if found["verdict"] == "failed":
        body = text(folder, "issue.md", "The comparison ended without a report; the run says where.\n")
        _open(FAILED, text(folder, "title", "Upstream contract: could not be compared\n").strip(), body, folder)
        return
    _close(FAILED, "It was compared again.")
    if found["changed"] == "true":
        body = text(folder, "issue.md") + text(folder, PROOF)
        _open(MOVED, text(folder, "title").strip(), body, folder)
    else:
        _close(MOVED, "The pin is what upstream serves again.")


def _number(label: str) -> str:
    listed = run("gh", "issue", "list", "--label", label, "--state", "open", "--limit", "1", "--json", "number")
    return "".join(str(one["number"]) for one in json.loads(listed))


def _open(label: str, title: str, body: str, folder: Path) -> None:
    written = folder / "body.md"
    written.write_text(body, encoding="utf-8")
    number = _number(label)
    if number:
        run("gh", "issue", "edit", number, "--title", title, "--body-file", str(written))
        return
    run("gh", "label", "create", label, "--force", "--description", LABELS[label])
    run("gh", "issue", "create", "--label", label, "--title", title, "--body-file", str(written))


def _close(label: str, comment: str) -> None:
    number = _number(label)
    if number:
        run("gh", "issue", "close", number, "--comment", comment)


# the pull request


def keep_pull_requests(folder: Path) -> str:
    """One open pull request while the pin can move to what upstream serves, none else; says what was done.

    After a comparison that failed nothing is known, and everything stays.
    """
    found = outputs(folder)
    if found["verdict"] == "failed":
        return "not compared: pull requests stay as they are"
    movable = found["movable"] == "true"
    branch = f"{PREFIX}-{found['hash'][:12]}" if movable else ""
    listed = run("gh", "pr", "list", "--state", "open", "--limit", "100", "--json", "number,headRefName")
    ours = [one for one in json.loads(listed) if one["headRefName"].startswith(PREFIX)]
    for one in ours:
        if one["headRefName"] != branch:
            _retire(one, found)
    if not movable:
        return "nothing to move the pin to by itself"
    if _is_there(branch):
        return _revive(branch, any(one["headRefName"] == branch for one in ours))
    if not (folder / PATCH).exists():
        return "make pin made nothing; its run says why"
    _propose(branch, folder)
    return f"{branch}: proposed"


def _retire(pull: dict[str, Any], found: dict[str, str]) -> None:
    if found["changed"] != "true":
        why = "Upstream serves what is pinned again."
    elif found["movable"] != "true":
        why = "What upstream serves by now breaks what we use, so the pin does not move by itself."
    else:
        why = "Upstream serves another contract by now; a pull request of its own follows."
    number = str(pull["number"])
    run("gh", "pr", "close", number, "--comment", f"{why} The branch {pull['headRefName']} stays.")


def _is_there(branch: str) -> bool:
    return bool(run("git", "ls-remote", "--heads", "origin", f"refs/heads/{branch}").strip())


def _revive(branch: str, is_open: bool) -> str:
    """The branch of this contract is there already and stays as it is, with whatever people did on it."""
    if is_open:
        return f"{branch}: proposed already"
    listed = run("gh", "pr", "list", "--head", branch, "--state", "closed", "--limit", "1", "--json", "number,mergedAt")
    for one in json.loads(listed):
        if not one["mergedAt"]:
            run("gh", "pr", "reopen", str(one["number"]))
            return f"{branch}: opened again"
    return f"{branch}: there already, without a pull request of ours; not touched"


def _propose(branch: str, folder: Path) -> None:
    patch = folder / PATCH
    changed = run("git", "apply", "--numstat", "-z", str(patch)).split("\0")
    strange = [line for line in changed if line and line.split("\t")[2].split("/")[0] not in TOUCHED]
    if strange:
        raise SystemExit(f"the patch changes more than {', '.join(TOUCHED)}: {strange[0]}")
    run("git", "switch", "--quiet", "--create", branch)
    run("git", "apply", "--index", str(patch))
    name, address = AUTHOR
    run("git", "-c", f"user.name={name}", "-c", f"user.email={address}", "commit", "--quiet", "--message", COMMIT)
    run("git", "push", "--quiet", "origin", f"refs/heads/{branch}:refs/heads/{branch}")
    body = folder / "body.md"
    body.write_text(text(folder, "issue.md") + text(folder, PROOF), encoding="utf-8")
    run("gh", "pr", "create", "--head", branch, "--title", COMMIT, "--body-file", str(body))

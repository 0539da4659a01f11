"""Measure against named peers in the same run: a table, build/bench.json and build/bench.png.

Machines differ and are shared, so only ratios mean something; a limit is printed beside the ratio it bounds. The other
sections of build/bench.json stay as they were measured before.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import platform
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import _bench
import _interrupt  # noqa: F401 - before what takes a while
from _bench import Measure
from rich.console import Console
from rich.table import Table

OUT = Path("build")


def sections() -> list[str]:
    """The measuring modules of scripts/_bench, by name; each takes less than two minutes."""
    return sorted(module.name for module in pkgutil.iter_modules(_bench.__path__) if not module.name.startswith("_"))


class BenchRow(NamedTuple):
    """A measure and the section it is of."""

    section: str
    measure: Measure


def table(rows: list[BenchRow]) -> Table:
    """The results as a person reads them."""
    view = Table(title="ours against peers, same run (ratio: ours / first peer)", title_justify="left")
    for column in ("section", "what", "ours", "peers", "ratio", "limit", "note"):
        view.add_column(column, justify="right" if column in {"ours", "ratio", "limit"} else "left", overflow="fold")
    for section, m in rows:
        peers = "\n".join(f"{name}: {value:.4g}" for name, value in m.peers.items())
        bounds = [] if m.limit is None else [f"{m.limit:g}"]
        bounds += [] if m.most is None else [f"{m.most:g} {m.unit}"]
        limit = ", ".join(bounds) + (" OVER" if m.over else "")
        view.add_row(section, m.name, f"{m.ours:.4g} {m.unit}", peers, f"{m.ratio:.3f}", limit, m.note)
    return view


def plot(rows: list[BenchRow], path: Path) -> None:
    """Ratios as bars, 1.0 being the first peer."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    rows = rows[::-1]
    figure, axes = pyplot.subplots(figsize=(10, 1.2 + 0.32 * len(rows)))
    names = [f"{section}: {m.name} / {next(iter(m.peers))}" for section, m in rows]
    axes.barh(names, [m.ratio for _, m in rows], color="#4c78a8")
    for place, (_, m) in enumerate(rows):
        axes.text(m.ratio, place, f" {m.ratio:.2f}", va="center", fontsize=8)
        if m.limit is not None:
            axes.plot([m.limit, m.limit], [place - 0.4, place + 0.4], color="#e45756", linewidth=2)
    axes.axvline(1.0, color="#888888", linewidth=1)
    axes.set_xscale("log")
    axes.set_xlabel("ratio to the first peer (less is better; red: limit)")
    figure.tight_layout()
    figure.savefig(path, dpi=110)
    pyplot.close(figure)


def measured(wanted: list[str], console: Console) -> Iterator[BenchRow]:
    """Every row of these sections, told as it comes; what cannot be a measurement is an error."""
    for number, section in enumerate(wanted, 1):
        console.print(f"[{number}/{len(wanted)}] {section} …", markup=False, highlight=False)
        began = time.monotonic()
        for measure in importlib.import_module(f"_bench.{section}").run():
            problem = measure.problem()
            if problem is not None:
                raise BadMeasure(f"{section}, {measure.name}: {problem}")
            clock = f"{time.monotonic() - began:5.1f} s"
            result = f"{measure.ours:.4g} {measure.unit}, {measure.ratio:.3f} times {next(iter(measure.peers))}"
            console.print(f"  {clock}  {measure.name}: {result}", markup=False, highlight=False)
            yield BenchRow(section, measure)


class BadMeasure(Exception):
    """A row that says nothing."""


def kept(path: Path, again: list[str]) -> list[dict[str, Any]]:
    """Results of earlier runs, of the sections that this run did not measure."""
    known = json.loads(path.read_text("utf-8"))["results"] if path.exists() else []
    return [result for result in known if result.get("section") in set(sections()) - set(again)]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", nargs="*", help=f"some of: {', '.join(sections())} (default: all)")
    options = parser.parse_args(argv)
    unknown = set(options.sections) - set(sections())
    if unknown:
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    console = Console(width=160 if not sys.stdout.isatty() else None)
    wanted = options.sections or sections()
    try:
        rows = list(measured(wanted, console))
    except BadMeasure as problem:
        print(f"not a measurement: {problem}", file=sys.stderr)
        return 1
    console.print(table(rows))
    OUT.mkdir(exist_ok=True)
    facts = {"python": platform.python_version(), "machine": platform.machine(), "system": platform.system()}
    new = [{"section": section, **m._asdict(), "ratio": m.ratio, "run": facts} for section, m in rows]
    path = OUT / "bench.json"
    path.write_text(json.dumps({"results": kept(path, wanted) + new}, indent=2) + "\n", encoding="utf-8")
    plot(rows, OUT / "bench.png")
    console.print(f"written: {path}, {OUT / 'bench.png'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measure against named peers in the same run: a table, build/bench.json and build/bench.png.

Machines differ and are shared, so only ratios mean something; a limit is printed beside the ratio it bounds.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import platform
import sys
from pathlib import Path

import _bench
import _interrupt  # noqa: F401 - before what takes a while
from _bench import Measure
from rich.console import Console
from rich.table import Table

OUT = Path("build")


def topics() -> list[str]:
    """The measuring modules of scripts/_bench, by name."""
    return sorted(module.name for module in pkgutil.iter_modules(_bench.__path__) if not module.name.startswith("_"))


def table(measures: list[Measure]) -> Table:
    """The results as a person reads them."""
    view = Table(title="ours against peers, same run (ratio: ours / first peer)", title_justify="left")
    for column in ("topic", "what", "ours", "peers", "ratio", "limit", "note"):
        view.add_column(column, justify="right" if column in {"ours", "ratio", "limit"} else "left", overflow="fold")
    for m in measures:
        peers = "\n".join(f"{name}: {value:.4g}" for name, value in m.peers.items())
        ratio = "" if m.ratio is None else f"{m.ratio:.3f}"
        over = m.limit is not None and m.ratio is not None and m.ratio > m.limit
        limit = "" if m.limit is None else f"{m.limit:g}" + (" OVER" if over else "")
        view.add_row(m.topic, m.name, f"{m.ours:.4g} {m.unit}", peers, ratio, limit, m.note)
    return view


def plot(measures: list[Measure], path: Path) -> None:
    """Ratios as bars, 1.0 being the first peer."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    with_peer = [m for m in measures if m.ratio is not None][::-1]
    figure, axes = pyplot.subplots(figsize=(10, 1.2 + 0.32 * len(with_peer)))
    names = [f"{m.topic}: {m.name} / {next(iter(m.peers))}" for m in with_peer]
    axes.barh(names, [m.ratio or 0.0 for m in with_peer], color="#4c78a8")
    for row, m in enumerate(with_peer):
        axes.text(m.ratio or 0.0, row, f" {m.ratio:.2f}", va="center", fontsize=8)
        if m.limit is not None:
            axes.plot([m.limit, m.limit], [row - 0.4, row + 0.4], color="#e45756", linewidth=2)
    axes.axvline(1.0, color="#888888", linewidth=1)
    axes.set_xscale("log")
    axes.set_xlabel("ratio to the first peer (less is better; red: limit)")
    figure.tight_layout()
    figure.savefig(path, dpi=110)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("topics", nargs="*", help=f"some of: {', '.join(topics())} (default: all)")
    options = parser.parse_args(argv)
    unknown = set(options.topics) - set(topics())
    if unknown:
        parser.error(f"no such topic: {', '.join(sorted(unknown))}")
    console = Console(width=160 if not sys.stdout.isatty() else None)
    measures: list[Measure] = []
    for topic in options.topics or topics():
        console.print(f"measuring {topic} …")
        measures += importlib.import_module(f"_bench.{topic}").run()
    console.print(table(measures))
    OUT.mkdir(exist_ok=True)
    facts = {"python": platform.python_version(), "machine": platform.machine(), "system": platform.system()}
    results = [{**m._asdict(), "ratio": m.ratio} for m in measures]
    (OUT / "bench.json").write_text(json.dumps({"run": facts, "results": results}, indent=2) + "\n", encoding="utf-8")
    plot(measures, OUT / "bench.png")
    console.print(f"written: {OUT / 'bench.json'}, {OUT / 'bench.png'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

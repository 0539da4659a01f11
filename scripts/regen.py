"""Generate `generated/nexus_commerce` from the pin and the overlay: `python scripts/regen.py [--check]`.

The package is made in a temporary folder, checked there, and then takes the place of the old one; when anything fails,
the old one stays. `--check` changes nothing: it fails when the committed package is not what comes out.
"""

from __future__ import annotations

import argparse
import sys

import _interrupt  # noqa: F401 - first of what is ours
from _codegen import package
from _contract.document import ContractError


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Generate the package from the pin and the overlay.")
    parser.add_argument("--check", action="store_true", help="only tell whether the committed package is current")
    options = parser.parse_args(arguments)
    try:
        if options.check:
            found = package.check()
            if found:
                raise package.RegenError("\n".join([*found, "generated/nexus_commerce is not current: run make regen"]))
            print("generated/nexus_commerce is current")
        else:
            changed = package.regenerate()
            print(f"generated/nexus_commerce {'regenerated' if changed else 'was current'}")
    except (ContractError, package.RegenError, OSError) as error:
        for line in str(error).splitlines():
            print(f"regen: {line}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Access from Python to the browser's page it runs in."""

import sys
from importlib import import_module
from typing import Any, NamedTuple

from ..errors import MissingExtra


class BrowserPage(NamedTuple):
    """The page's global object, and what carries values between Python and it."""

    js: Any
    ffi: Any

    def to_js(self, value: object) -> Any:
        """A value for JavaScript: dictionaries become plain objects, bytes become arrays of their own."""
        return self.ffi.to_js(value, dict_converter=self.js.Object.fromEntries)

    @property
    def document(self) -> Any:
        """`MissingExtra` in a worker of a page, which has none."""
        if not hasattr(self.js, "document"):
            raise MissingExtra("this works in a page itself only: a worker has no document")
        return self.js.document

    def function(self, source: str) -> Any:
        """A function that is written in JavaScript."""
        return import_module("pyodide.code").run_js(source)


def this_page() -> BrowserPage:
    """The page that this program runs in. `MissingExtra` where there is none."""
    if sys.platform != "emscripten":
        raise MissingExtra("this works in a browser's page only, in Python for WebAssembly (Pyodide)")
    return BrowserPage(import_module("js"), import_module("pyodide.ffi"))

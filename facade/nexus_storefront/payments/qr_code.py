"""QR codes, drawn with the `[qr]` extra."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ..arguments import number, prose, whole
from ..errors import InvalidInput, MissingExtra

if TYPE_CHECKING:
    import segno

_LARGEST = 1000


@attrs.frozen
class QrCode:
    """A text to be scanned. Drawing needs the `[qr]` extra."""

    text: str = attrs.field(repr=False)
    """The text of the code. It is all that is needed to pay."""

    def __str__(self) -> str:
        return "a QR code: .terminal(), .svg(), .png()"

    def png(self, *, scale: int = 8, border: int = 4) -> bytes:
        """A PNG image; `scale` is the size of a module in pixels, `border` the width of the quiet zone in modules.
        Raises `MissingExtra`, and `InvalidInput` for a text that no code can hold."""
        return self._draw("png", scale=whole("scale", scale, most=_LARGEST), border=border)

    def svg(self, *, scale: float = 8, border: int = 4) -> str:
        """An SVG document; `scale` and `border` as in `png`."""
        return self._draw("svg", scale=number("scale", scale, most=_LARGEST), border=border).decode()

    def terminal(self, *, border: int = 2) -> str:
        """Lines of half blocks in fixed ANSI colours, so that it reads on dark and on light terminals."""
        from io import StringIO

        out = StringIO()
        self._code().terminal(out, border=whole("border", border, least=0, most=_LARGEST), compact=True)
        return "".join(f"\x1b[97;40m{line}\x1b[0m\n" for line in out.getvalue().splitlines())

    def _draw(self, kind: str, *, scale: float, border: int) -> bytes:
        from io import BytesIO

        out = BytesIO()
        quiet = whole("border", border, least=0, most=_LARGEST)
        # A quiet zone that is not painted disappears on dark pages.
        code = self._code()
        if not scale:
            raise InvalidInput("scale must be more than 0")
        code.save(out, kind=kind, scale=scale, border=quiet, light="#fff")
        return out.getvalue()

    def _code(self) -> segno.QRCode:
        try:
            import segno
        except ImportError as error:
            raise MissingExtra('drawing a QR code needs: pip install "nexus-storefront[qr]"') from error
        try:
            return segno.make_qr(prose("text", self.text, limit=4296), error="m")
        except ValueError as error:  # more than a code can hold, too
            raise InvalidInput("the text cannot be drawn as a QR code") from error

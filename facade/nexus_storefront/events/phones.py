"""Phone numbers as people write them, as the digits that conversion events carry. Pure.

Written here: a table of all countries' numbers is larger than this client, and what is asked for is only which country
was written down, not whether the number exists.
"""

import re
from unicodedata import category, normalize

_EXTENSION = re.compile(r"(?:;.*|[\s,.-]*(?:ext(?:ension|n)?|x|#|pes(?:awat)?)[\s.:=]*[0-9]{1,7}\D*)$", re.I)
_ANOTHER = re.compile(r"[,/;\n|]|\bor\b|\batau\b|(?<=[0-9])\s*(?=\+)", re.I)
_TRUNK = re.compile(r"\(\s*0\s*\)")
_AROUND = re.compile(r"^[^0-9+]*|[^0-9]*$")
_FEWEST, _MOST = 8, 15


def phone_digits(phone: str | None, country_code: str = "62") -> str | None:
    """`0812-3456-7890`, `+62 812…`, `(+62) 812…` and `812…` as `62812…`; None if it is no number.

    What begins with `+` or `00` is another country's and stays so, whatever stands before it (`tel:`, a bracket).
    An extension is left out, and of several numbers the first one counts.
    """
    seen = [c for c in normalize("NFKC", phone or "") if category(c) not in ("Cf", "Mn")]
    shown = "".join(str(int(c)) if c.isdecimal() else c for c in seen)
    for part in _ANOTHER.split(_EXTENSION.sub("", shown)):
        digits = _digits(part, country_code)
        if digits is not None:
            return digits
    return None


def _digits(written: str, country_code: str) -> str | None:
    number = _AROUND.sub("", written)
    abroad = number.startswith("+")
    digits = "".join(c for c in (_TRUNK.sub("", number) if abroad else number) if c.isdecimal())
    if any(c.isalpha() for c in number):
        return None
    abroad, digits = abroad or digits.startswith("00"), digits.removeprefix("00")
    # No country's code begins with 0: `+0812…` is a number of home.
    if digits.startswith("0") or (digits and not abroad and not digits.startswith(country_code)):
        digits = country_code + digits.lstrip("0")
    if digits.startswith(country_code + "0"):
        digits = country_code + digits[len(country_code) :].lstrip("0")
    return digits if _FEWEST <= len(digits) <= _MOST else None

"""QRIS strings: EMVCo merchant-presented QR data with a right checksum."""

from __future__ import annotations


def crc16(text: str) -> int:
    """CRC-16/CCITT-FALSE, as EMVCo asks for in tag 63."""
    crc = 0xFFFF
    for byte in text.encode():
        crc ^= byte << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def _tag(number: str, value: str) -> str:
    return f"{number}{len(value):02d}{value}"


def qris_string(amount: int, reference: str) -> str:
    """Return the dynamic QRIS data for `amount` rupiah."""
    account = _tag("00", "ID.CO.QRIS.WWW") + _tag("02", "ID1020304050607") + _tag("03", "UMI")
    text = (
        _tag("00", "01")
        + _tag("01", "12")
        + _tag("51", account)
        + _tag("52", "5499")
        + _tag("53", "360")
        + _tag("54", str(amount))
        + _tag("58", "ID")
        + _tag("59", "TOKO NUSANTARA")
        + _tag("60", "JAKARTA PUSAT")
        + _tag("61", "10510")
        + _tag("62", _tag("01", reference[:25]))
        + "6304"
    )
    return f"{text}{crc16(text):04X}"

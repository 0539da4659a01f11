"""The course: three short parts, one of them not shown yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

WRITTEN = datetime(2026, 1, 8, 2, 0, tzinfo=UTC).timestamp()


@dataclass(frozen=True, slots=True)
class Content:
    title: str
    type: str
    minutes: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    contents: tuple[Content, ...]
    shown: bool = True


SECTIONS = (
    Section(
        "Mengenal biji",
        (
            Content("Arabika dan robusta", "video", 9),
            Content("Membaca label sangrai", "text", 4, "Tanggal sangrai lebih penting daripada tanggal kedaluwarsa."),
        ),
    ),
    Section(
        "Menyeduh tetes",
        (
            Content("Takaran dan suhu", "video", 12),
            Content("Gilingan", "video", 7),
            Content("Lembar catatan", "text", 3, "Tulis berat kopi, air, dan waktu tiap seduhan."),
        ),
    ),
    Section("Cupping di rumah", (Content("Segera hadir", "text", 1, "Bagian ini belum dibuka."),), shown=False),
)

"""The course: three short parts, one of them not shown yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

WRITTEN = datetime(2026, 1, 8, 2, 0, tzinfo=UTC).timestamp()


@dataclass(frozen=True, slots=True)
class Lesson:
    """One of the contents of a course's section."""

    title: str
    type: str
    minutes: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    contents: tuple[Lesson, ...]
    shown: bool = True


SECTIONS = (
    Section(
        "Mengenal biji",
        (
            Lesson("Arabika dan robusta", "video", 9),
            Lesson("Membaca label sangrai", "text", 4, "Tanggal sangrai lebih penting daripada tanggal kedaluwarsa."),
        ),
    ),
    Section(
        "Menyeduh tetes",
        (
            Lesson("Takaran dan suhu", "video", 12),
            Lesson("Gilingan", "video", 7),
            Lesson("Lembar catatan", "text", 3, "Tulis berat kopi, air, dan waktu tiap seduhan."),
        ),
    ),
    Section("Cupping di rumah", (Lesson("Segera hadir", "text", 1, "Bagian ini belum dibuka."),), shown=False),
)

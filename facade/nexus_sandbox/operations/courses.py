"""Digital courses of a customer who owns them."""

from __future__ import annotations

from collections.abc import Iterator

from ..calls import Call, operation
from ..clock import iso
from ..refusals import Answer, Json, Refused, invalid, not_found
from ..seed.catalog import COURSE_VARIANT
from ..seed.course import SECTIONS, WRITTEN, Lesson, Section
from ..store import Row, Store


def _section_uuid(store: Store, section: int) -> str:
    return store.make_uuid("course_section", section)


def _content_uuid(store: Store, section: int, content: int) -> str:
    return store.make_uuid("course_content", section * 100 + content)


def _shown() -> Iterator[tuple[int, Section]]:
    return ((number, section) for number, section in enumerate(SECTIONS, 1) if section.shown)


def _require(call: Call) -> None:
    owned = call.store.one(
        "SELECT 1 FROM entitlements WHERE customer_id = ? AND variant_id = ?", call.customer_id, COURSE_VARIANT
    )
    if owned is None:
        raise Refused(403, "not_entitled", "This customer does not own the course")


def _progress(call: Call, uuid: str) -> tuple[float, float | None]:
    row = call.store.one(
        "SELECT progress, at FROM course_progress WHERE customer_id = ? AND content_uuid = ?", call.customer_id, uuid
    )
    return (0.0, None) if row is None else (float(row["progress"]), float(row["at"]))


def _progress_json(progress: float, at: float | None) -> Json:
    return {"progress": progress, "is_completed": progress >= 100, "updated_at": iso(at)}


def _content_json(call: Call, section: int, number: int, content: Lesson) -> Json:
    uuid = _content_uuid(call.store, section, number)
    return {
        "uuid": uuid,
        "title": content.title,
        "text": content.text,
        "type": content.type,
        "duration": content.minutes * 60,
        "video_url": f"https://video.toko-nusantara.example/{uuid}.m3u8" if content.type == "video" else None,
        "sequence_order": number,
        "is_shown": True,
        "is_discussion_active": False,
        "is_email_notification_active": False,
        "section_uuid": _section_uuid(call.store, section),
        "variant_id": COURSE_VARIANT,
        "boosts": [],
        "progress": _progress_json(*_progress(call, uuid)),
        "is_notification_enabled": False,
        "inserted_at": iso(WRITTEN),
        "updated_at": iso(WRITTEN),
    }


def _section_json(call: Call, number: int, section: Section) -> Json:
    contents = [_content_json(call, number, n, content) for n, content in enumerate(section.contents, 1)]
    marks = [_progress(call, content["uuid"]) for content in contents]
    return {
        "uuid": _section_uuid(call.store, number),
        "title": section.title,
        "type": "section",
        "sequence_order": number,
        "is_shown": True,
        "variant_id": COURSE_VARIANT,
        "course_contents": contents,
        "progress": _progress_json(
            round(sum(done for done, _ in marks) / len(marks), 2),
            max((at for _, at in marks if at is not None), default=None),
        ),
        "inserted_at": iso(WRITTEN),
        "updated_at": iso(WRITTEN),
    }


@operation("getCustomerVariantCourse")
def get_course(call: Call) -> Answer:
    row: Row | None = call.store.one(
        "SELECT variants.*, items.name AS product_name, items.id AS product_id, items.description FROM variants"
        " JOIN items ON items.seq = item_seq WHERE variants.uuid = ? AND variants.item_type = 'course'",
        call.path["uuid"].lower(),
    )
    if row is None or row["id"] != COURSE_VARIANT:
        raise not_found("Course")
    _require(call)
    return Answer(
        200,
        {
            "id": row["id"],
            "item_type": "course",
            "pricing_type": row["pricing_type"],
            "interval": None,
            "interval_count": None,
            "validity_period_unit": None,
            "validity_period": None,
            "product_id": row["product_id"],
            "description": row["description"],
            "product_name": row["product_name"],
            "fullname": row["product_name"],
            "course_settings": {"is_sequential": False},
            "course_sections": [_section_json(call, number, section) for number, section in _shown()],
        },
    )


@operation("getCustomerCourseSection")
def get_section(call: Call) -> Answer:
    for number, section in _shown():
        if _section_uuid(call.store, number) == call.path["uuid"].lower():
            _require(call)
            return Answer(200, _section_json(call, number, section))
    raise not_found("Course section")


def _find_content(call: Call) -> tuple[int, int, Lesson]:
    for section_number, section in _shown():
        for number, content in enumerate(section.contents, 1):
            if _content_uuid(call.store, section_number, number) == call.path["uuid"].lower():
                _require(call)
                return section_number, number, content
    raise not_found("Course content")


@operation("getCustomerCourseContent")
def get_content(call: Call) -> Answer:
    return Answer(200, _content_json(call, *_find_content(call)))


@operation("updateCustomerCourseContentProgress")
def update_progress(call: Call) -> Answer:
    section, number, content = _find_content(call)
    if "progress" not in call.body:
        raise invalid("progress", "is required")
    call.store.run(
        "INSERT OR REPLACE INTO course_progress VALUES (?, ?, ?, ?)",
        call.customer_id, _content_uuid(call.store, section, number), call.body["progress"], call.now,
    )  # fmt: skip
    return Answer(200, _content_json(call, section, number, content))

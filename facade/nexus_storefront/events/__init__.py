"""Conversion events: attribution, events for the ad platforms, their browser half, and an outbox that delivers them.

In a shop this is `shop.events`; the names here are its vocabulary, and what works without a shop. Names are imported
when they are first used. `nexus_storefront.events.celery` needs the extra `celery` and is imported by its own name.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from ..work_queue.model import Alarm as Alarm
    from ..work_queue.model import Ending as Ending
    from .attribution import Attribution as Attribution
    from .attribution import SetCookie as SetCookie
    from .attribution import capture_attribution as capture_attribution
    from .composer import Composer as Composer
    from .composer import new_event_id as new_event_id
    from .composer import order_event_id as order_event_id
    from .consent import CountryConsent as CountryConsent
    from .consent import consent_subject as consent_subject
    from .in_page import page_visit as page_visit
    from .in_page import show_pixels as show_pixels
    from .items import EventItem as EventItem
    from .items import ItemIndex as ItemIndex
    from .model import DEFAULT_NAMES as DEFAULT_NAMES
    from .model import PROVIDERS as PROVIDERS
    from .model import Buyer as Buyer
    from .model import Conversion as Conversion
    from .model import Event as Event
    from .model import EventNames as EventNames
    from .model import PixelCall as PixelCall
    from .model import Visit as Visit
    from .outbox import DeadLetter as DeadLetter
    from .outbox import Lane as Lane
    from .outbox import Outbox as Outbox
    from .pixels import PixelSettings as PixelSettings
    from .pixels import pixel_calls as pixel_calls
    from .pixels import render_pixels as render_pixels
    from .providers import event_parameters as event_parameters
    from .providers import relay_payload as relay_payload
    from .queued import Claim as Claim
    from .relay import Relay as Relay
    from .relay_answer import Policy as Policy
    from .sending import Receipt as Receipt
    from .settings import EventSettings as EventSettings
    from .web import WSGI_KEY as WSGI_KEY
    from .web import AttributionASGI as AttributionASGI
    from .web import AttributionWSGI as AttributionWSGI

_HOME = {
    ".work_queue.model": ("Alarm", "Ending"),
    "attribution": ("Attribution", "SetCookie", "capture_attribution"),
    "composer": ("Composer", "new_event_id", "order_event_id"),
    "consent": ("CountryConsent", "consent_subject"),
    "in_page": ("page_visit", "show_pixels"),
    "items": ("EventItem", "ItemIndex"),
    "model": ("DEFAULT_NAMES", "PROVIDERS", "Buyer", "Conversion", "Event", "EventNames", "PixelCall", "Visit"),
    "outbox": ("DeadLetter", "Lane", "Outbox"),
    "pixels": ("PixelSettings", "pixel_calls", "render_pixels"),
    "providers": ("event_parameters", "relay_payload"),
    "queued": ("Claim",),
    "relay": ("Relay",),
    "relay_answer": ("Policy",),
    "sending": ("Receipt",),
    "settings": ("EventSettings",),
    "web": ("WSGI_KEY", "AttributionASGI", "AttributionWSGI"),
}

__getattr__, __dir__ = lazy_names(__name__, _HOME)

"""Conversion events: attribution, events for the ad platforms, their browser half, and an outbox that delivers them.

In a shop this is `shop.events`; the names here are its vocabulary, and what works without a shop. Names are imported
when they are first used. `nexus_storefront.events.celery` needs the extra `celery` and is imported by its own name.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from ..work_queue.model import Alarm as Alarm, Ending as Ending
    from ._sync.relay import Relay as Relay
    from .attribution import (
        Attribution as Attribution,
        SetCookie as SetCookie,
        capture_attribution as capture_attribution,
    )
    from .composer import Composer as Composer, new_event_id as new_event_id, order_event_id as order_event_id
    from .consent import CountryConsent as CountryConsent, consent_subject as consent_subject
    from .in_page import page_visit as page_visit, show_pixels as show_pixels
    from .items import EventItem as EventItem, ItemIndex as ItemIndex
    from .model import (
        DEFAULT_NAMES as DEFAULT_NAMES,
        PROVIDERS as PROVIDERS,
        Buyer as Buyer,
        Conversion as Conversion,
        Event as Event,
        EventNames as EventNames,
        PixelCall as PixelCall,
        Visit as Visit,
    )
    from .outbox import Lane as Lane, Outbox as Outbox
    from .pixels import PixelSettings as PixelSettings, pixel_calls as pixel_calls, render_pixels as render_pixels
    from .providers import event_parameters as event_parameters, relay_payload as relay_payload
    from .sending import Claim as Claim, DeadLetter as DeadLetter, Policy as Policy, Receipt as Receipt
    from .settings import EventSettings as EventSettings
    from .web import WSGI_KEY as WSGI_KEY, AttributionASGI as AttributionASGI, AttributionWSGI as AttributionWSGI
else:
    __getattr__, __dir__ = lazy_names(__name__)

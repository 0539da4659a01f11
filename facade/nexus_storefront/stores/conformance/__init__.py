"""A test suite for stores: derive a class from `StoreConformance`, say how to open yours, and let pytest run it.

    class TestMyStore(StoreConformance):
        @pytest.fixture(autouse=True)
        def _place(self, tmp_path):
            self.place = tmp_path

        def open_store(self):
            return MyStore(self.place)

        def open_store_at(self, clock):
            return MyStore(self.place, clock=clock)

`open_store` opens a new handle on the same data each time; the data is empty when a test begins. What else can be said
of a store is in the methods of `Subject`; each has a default with which its tests pass without looking.

`EntriesConformance` and `LeasesConformance` need neither threads nor forks nor files: they run in a browser's page too.
"""

from .entries import EntriesConformance
from .leases import LeasesConformance
from .sharing import SharingConformance
from .subject import HandClock, Subject

__all__ = ["EntriesConformance", "HandClock", "LeasesConformance", "SharingConformance", "StoreConformance", "Subject"]


class StoreConformance(EntriesConformance, LeasesConformance, SharingConformance):
    """What every store must hold to."""

"""`python -m nexus_storefront.cli` is `nexus`."""

import sys

from . import main

sys.exit(main())

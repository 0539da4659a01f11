"""Recordings of the storefront flows: how they are made, scrubbed and replayed."""

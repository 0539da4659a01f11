# Rendered from facade/nexus_storefront/_async/__init__.py by scripts/unasync.py; edit that file.
"""The synchronous half, written by hand; `_sync` is rendered from it."""

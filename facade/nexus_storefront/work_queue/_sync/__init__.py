# Rendered from facade/nexus_storefront/work_queue/_async/__init__.py by scripts/unasync.py; edit that file.
"""The synchronous half."""

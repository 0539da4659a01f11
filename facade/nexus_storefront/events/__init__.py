"""Conversion events."""

"""Checkout intents."""

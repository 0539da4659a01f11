"""Signing in, sessions, and the cart at login."""

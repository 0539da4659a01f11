"""Attempts at orders, on paper before anything is sent."""

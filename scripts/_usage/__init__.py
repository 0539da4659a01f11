"""The table of what the facade uses: recorded from its tests, written down, compared."""

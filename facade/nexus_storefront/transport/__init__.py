"""From identity to answer: one room for everything that talks to the service."""

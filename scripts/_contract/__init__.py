"""The contract: reading it, pinning its facts, correcting it, and turning it into what the generator accepts."""

"""Reads for a viewer, as frozen dataclasses. Never writes."""

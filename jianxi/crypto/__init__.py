"""Passwords, keys, sealed values and signed tokens."""

"""The steps that made the database what it is, written by hand and for both databases. Never edited after a release."""

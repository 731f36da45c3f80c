"""Paper: PDFs that are printed, signed and verified."""

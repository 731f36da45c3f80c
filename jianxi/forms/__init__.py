"""Untrusted input turned into typed values, or messages by field. One model serves web form, workbook row and command line."""

"""The sheets. `workbook.py` is the only door to workbook libraries; one file a sheet, columns as data."""

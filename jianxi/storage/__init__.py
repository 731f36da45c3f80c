"""Files that people sent: checked, kept sealed, shown as pictures. Knows no table."""

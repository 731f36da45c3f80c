"""What measures speed, cost and races: figures side by side in one run, never a test."""

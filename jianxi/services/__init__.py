"""The verbs. One function = one business verb = one transaction = one log entry."""

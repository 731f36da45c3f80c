"""The columns: Piccolo tables, the engine and the unit of work. Only services and queries come here."""

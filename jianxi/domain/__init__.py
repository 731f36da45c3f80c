"""The rules. Pure, standard library only."""

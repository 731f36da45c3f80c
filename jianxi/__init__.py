"""jianxi: runs government-supported employment traineeships (就业见习)."""

"""演示: the roles that the demo's banner offers to sign in as, with one press."""

ROLES: tuple[tuple[str, str], ...] = (
    ("employer", "单位"),
    ("current_graduate", "应届毕业生"),
    ("earlier_graduate", "往届毕业生"),
    ("youth", "社会青年"),
    ("county", "区县主管部门"),
    ("city", "市级主管部门"),
    ("province", "省级主管部门"),
)
"""Value of the button and what stands on it."""

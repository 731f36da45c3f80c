"""What an employer types into the form of 见习岗位."""

TYPED: dict[str, list[str]] = {
    "title": ["软件测试技术员"],
    "category": ["技术技能类"],
    "headcount": ["5"],
    "degree": ["本科"],
    "major": [""],
    "months": ["6"],
    "allowance": ["2600"],
    "benefits": [""],
    "work_city": ["370100"],
    "work_county": ["370102"],
    "work_address": ["文化东路1号"],
    "duties": ["在指导教师带领下编写测试用例。"],
    "requirements": [""],
    "mentor": ["周强"],
    "deadline": ["2026-12-15"],
    "contact": ["王芳"],
    "phone": ["053188880000"],
}


def typed(**changes: str) -> dict[str, list[str]]:
    return {**TYPED, **{name: [value] for name, value in changes.items()}}

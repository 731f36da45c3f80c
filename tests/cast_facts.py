"""What the cast's records say where a test does not care."""

import json
from datetime import UTC, date, datetime
from typing import Any

MOMENT = datetime(2026, 11, 18, 1, 0, tzinfo=UTC)
"""Two days before NOW."""

BASE_FORM: dict[str, list[str]] = {
    "nature": ["企业"],
    "industry": ["C"],
    "address": ["济南市历下区文化东路1号"],
    "founded_on": ["2012-05-01"],
    "capital": ["500"],
    "legal_representative": ["孙立"],
    "staff": ["120"],
    "contact": ["王芳"],
    "phone": ["13800138000"],
    "wanted_level": ["county"],
    "yearly_posts": ["20"],
    "introduction": ["本单位从事精密机械加工，设备齐全，有多年带教经验，每年接收毕业生见习。"],
    "needs-0-year": ["2026"],
    "needs-0-major": ["机械工程"],
    "needs-0-degree": ["本科"],
    "needs-0-wanted": ["5"],
    "mentors-0-name": ["周强"],
    "mentors-0-sex": ["男"],
    "mentors-0-age": ["45"],
    "mentors-0-degree": ["本科"],
    "mentors-0-post": ["高级工程师"],
    "mentors-0-years": ["20"],
    "mentors-0-capacity": ["3"],
}
"""Passes every check of 见习基地申请."""

POSITION: dict[str, Any] = {
    "title": "数控编程见习生",
    "category": "技术技能类",
    "degree": "大专",
    "major": "机械工程",
    "months": 6,
    "allowance_fen": 260_000,
    "benefits": "提供午餐",
    "work_city": "370100",
    "work_county": "370102",
    "work_address": "文化东路1号",
    "duties": "在指导教师带领下编写数控程序。",
    "mentor": "周强",
    "deadline": date(2026, 12, 15),
    "contact": "王芳",
    "phone": "053188880000",
}

INTENTION = json.dumps(
    {"jobs": ["数控编程"], "industry": "C", "places": ["370102"], "months": 6, "about": "愿意学习"},
    ensure_ascii=False,
)

BASE: dict[str, Any] = {
    "draft_saved_at": MOMENT,
    "nature": "企业",
    "industry": "C",
    "yearly_posts": 20,
    "staff": 120,
}

GRADUATE: dict[str, Any] = {
    "nation": "汉族",
    "school": "山东大学",
    "major": "机械工程",
    "degree": "本科",
    "digest": "0" * 64,
    "imported_at": MOMENT,
}

"""Made-up names and numbers of the demo. Nobody in it exists."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from jianxi.domain.citizen_id import compose

PASSWORD = "quancheng-demo-2026"
"""Printed at every start; there is no demo in production."""

MENTORS = (
    "周海峰",
    "孙丽",
    "郑国栋",
    "吴晓梅",
    "马文静",
    "高志远",
    "林雪",
    "何建军",
    "罗敏",
    "梁永强",
    "宋佳",
    "唐伟",
)
CONTACTS = (
    "王芳",
    "李建国",
    "刘洋",
    "陈静",
    "杨帆",
    "赵磊",
    "黄丽娟",
    "徐明",
    "朱琳",
    "胡斌",
    "郭燕",
    "谢军",
)
PERSONS = (
    "李想 王雨晴 张浩然 刘子涵 陈思远 杨若曦 赵一鸣 黄诗琪 周雨桐 吴俊杰 徐嘉怡 孙博文 马晓宇 朱梓萱 胡天宇 林语嫣 "
    "郭子豪 何欣怡 高宇轩 罗佳琪 郑凯文 梁静怡 谢子墨 宋雅雯 唐文博 许婉清 韩宇航 冯思琪 邓子轩 曹雨薇 彭浩宇 曾诗雨 "
    "萧子涵 田梦瑶 董俊熙 袁可欣 潘宇泽 于欣妍 蒋文轩 蔡雨涵 余子睿 杜若溪 叶浩天 程思雨 苏逸飞 魏静雯 吕子健 丁雨欣 "
    "任嘉豪 沈心怡 姚宇辰 卢梓涵 姜雨泽 崔若琳 钟文浩 谭诗涵 阿依古丽·买买提 石𬭎 孟晓䶮 范㛃"
).split()


SAME_PICTURE = ("史晓彤", "顾一诺")
"""Two youths of different units have sent the same pictures of an identity card."""


def numbers(prefix: str = "370102") -> Iterator[int]:
    """Serials for ID numbers, none used twice."""
    return count(int(prefix[-1]) * 100 + 11)


_serials = numbers()


def id_number(born: date, woman: bool, prefix: str = "370102") -> str:
    """A made-up number that passes the check digit; the serial is even for a woman."""
    serial = next(_serials) * 2 + (0 if woman else 1)
    return compose(prefix, born, serial % 1000)

"""The titles of the demo's positions by unit, and what becomes of each (its fate)."""

EVERY = {
    "published": "已发布",
    "waiting": "等待初审",
    "half": "等待市级复审",
    "approved": "审核通过，未发布",
    "rejected": "审核不通过",
    "copied": "审核不通过，已复制修改后重新提交",
    "reopened": "初审部门撤销审核后可以编辑",
    "overdue": "报名截止日期已过，未发布",
    "closed": "已截止",
    "extended": "延长报名",
    "taken_down": "主管部门撤销发布",
    "withdrawn": "单位已撤销",
    "asked_again": "申请重新发布",
    "full": "已满，有人等待",
}
"""Every fate and how it is told. `demo.employer` has one of each, so that one sign-in shows all."""
USUAL = (
    *("published", "published", "published", "waiting", "published"),
    *("approved", "rejected", "closed", "half"),
)
"""Dealt out in turn to the positions of the others."""
WAITING = "demo.kunyun"
"""Its second batch all waits at the county: more than a page of the list, to decide many at once."""

TITLES: dict[str, tuple[str, ...]] = {
    "demo.employer": (
        *("软件测试技术员", "前端开发助理", "产品运营助理", "网络运维技术员", "技术文档专员", "客户支持专员"),
        *("数据标注与质检技术员", "项目管理助理", "UI设计助理", "信息安全技术员", "后端开发助理"),
        *("小程序开发助理", "系统实施技术员", "自动化测试助理", "售后服务专员", "需求分析助理"),
    ),
    "demo.minghu": (
        *("数控机床操作员", "机械制图员", "电气装配技术员", "质量检验员", "工艺助理工程师", "设备维护技术员"),
        *("仓储管理员", "采购助理", "安全管理助理"),
    ),
    "demo.quancheng": (
        *("新媒体运营专员", "影视后期技术助理", "活动策划助理", "文案编辑", "摄影助理", "展览讲解员"),
    ),
    WAITING: (
        *("数据分析助理", "云平台运维技术员", "建筑信息模型（BIM）技术员", "人工智能训练师", "售前技术支持"),
        *("数据采集专员", "数据清洗专员", "数据标注员", "数据治理助理", "数据库运维助理", "报表开发助理"),
        *("算法测试员", "模型评测助理", "接口测试员", "系统测试员", "运维值班员", "机房巡检员"),
        *("网络安全监测员", "知识库编辑", "语音标注员", "图像标注员", "用户研究助理", "地图数据采集员"),
        *("数据产品助理", "可视化设计助理", "客户成功专员"),
    ),
    "demo.haiyou": ("实验室技术助理", "生物制剂质检员", "研发助理", "注册专员", "市场推广专员"),
    "demo.luqi": ("仓储设备管理员", "物流调度员", "行政助理", "财务助理", "叉车作业技术员"),
    "demo.heyuan": (
        *(
            "电力工程资料员",
            "变电运维技术员",
            "配电设计助理",
            "工程造价助理",
            "继电保护技术员",
            "安全监察助理",
        ),
    ),
}
EARLIER: dict[str, tuple[str, ...]] = {
    "demo.employer": ("信息系统实施助理", "运行维护助理", "数据库管理助理"),
    "demo.kunyun": ("数据运营助理",),
    "demo.quancheng": ("新媒体编辑助理",),
    "demo.minghu": ("装配工艺助理", "设备点检员"),
}
"""Of the year that is settled and since; their trainees are on duty."""


def fates(username: str) -> list[str]:
    """One for each title of the unit, in their order."""
    count = len(TITLES[username])
    if username == "demo.employer":
        return [*EVERY, *("published" for _ in range(count - len(EVERY)))]
    if username == WAITING:
        return [USUAL[turn] if turn < 3 else "waiting" for turn in range(count)]
    start = list(TITLES).index(username)
    return [USUAL[(start + turn) % len(USUAL)] for turn in range(count)]

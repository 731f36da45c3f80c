"""What writes, part of publication and applications; and the list of all. A new act is a line of ACTS."""

from datetime import date

from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.services import acceptances, applications, position_publication
from tests import cast
from tests.conftest import NOW
from tests.faults import acts
from tests.faults.acts import Act, Deed
from tests.faults.acts_of_rosters import OF_ROSTERS
from tests.faults.acts_of_trainees import OF_TRAINEES
from tests.races import lived


async def publish() -> Deed:
    place = await lived.place()
    id = await lived.passed(place)
    return lambda: position_publication.publish(place.city, id, 2, NOW)


async def take_back() -> Deed:
    place = await lived.place()
    id = await lived.published(place)
    return lambda: position_publication.withdraw(place.city, id, 3, NOW)


async def republish() -> Deed:
    place = await lived.place()
    id = await lived.published(place)
    await position_publication.withdraw(place.unit, id, 3, NOW)
    return lambda: position_publication.republish(place.unit, id, 4, NOW)


async def extend() -> Deed:
    place = await lived.place()
    id = await lived.published(place)
    return lambda: position_publication.extend(place.unit, id, 3, date(2026, 12, 31), NOW)


async def apply() -> Deed:
    person, position = await _youth(), await lived.published(await lived.place())
    return lambda: applications.apply(person, position, NOW)


async def withdraw() -> Deed:
    person = await _youth()
    id = await lived.applied(person, await lived.published(await lived.place()))
    return lambda: applications.withdraw(person, id, 1, NOW)


async def switch() -> Deed:
    person, place = await _youth(), await lived.place()
    id = await lived.applied(person, await lived.published(place))
    other = await lived.published(place)
    return lambda: applications.switch(person, id, 1, other, NOW)


async def accept() -> Deed:
    place = await lived.place()
    id = await lived.applied(await _youth(), await lived.published(place))
    return lambda: acceptances.accept(place.unit, id, 1, NOW)


async def refuse() -> Deed:
    place = await lived.place()
    id = await lived.applied(await _youth(), await lived.published(place))
    return lambda: acceptances.reject(place.unit, id, 1, ["other"], "人数已满", NOW)


async def _youth() -> PersonViewer:
    return await cast.person(PersonKind.YOUTH)


ACTS: dict[str, Act] = {
    "单位注册": acts.register_employer,
    "应届毕业生注册": acts.register_graduate,
    "登录": acts.begin_session,
    "新增工作人员": acts.add_official,
    "设置参数": acts.set_policy,
    "基地保存草稿": acts.base_begin,
    "基地上传附件": acts.base_attach,
    "基地提交": acts.base_submit,
    "基地区县审核通过": acts.base_approve,
    "基地市级审核通过": acts.base_approve_finally,
    "基地审核不通过": acts.base_reject,
    "基地撤销审核": acts.base_reopen,
    "基地暂停": acts.base_suspend,
    "岗位新增": acts.position_add,
    "岗位复制": acts.position_copy,
    "岗位编辑": acts.position_edit,
    "岗位删除": acts.position_delete,
    "岗位审核通过": acts.position_approve,
    "岗位审核不通过": acts.position_reject,
    "岗位撤销审核": acts.position_reopen,
    "岗位发布": publish,
    "岗位撤销发布": take_back,
    "岗位申请重新发布": republish,
    "岗位延长报名": extend,
    "报名": apply,
    "撤销报名": withdraw,
    "改报": switch,
    "报名审核通过": accept,
    "报名审核不通过": refuse,
    **OF_TRAINEES,
    **OF_ROSTERS,
}

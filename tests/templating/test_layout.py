"""The frame of every page: who is here, the way out, and what a script is told."""

import json
from types import SimpleNamespace

import pytest

from jianxi.domain.flow import Role
from jianxi.domain.viewers import Anyone, EmployerViewer, OfficialViewer, PersonKind, PersonViewer, Viewer
from jianxi.templating import environment, render
from tests.templating.pieces import elements, only

OFFICIAL = OfficialViewer(1, 1, "王敏", Role.CITY, "370100", "济南市人社局")
SIGNED_IN = [
    (EmployerViewer(1, 1, "甲公司"), "甲公司"),
    (PersonViewer(None, PersonKind.YOUTH, "李想", True), '<span class="nb">李想</span>（社会青年）'),
    (OFFICIAL, '济南市人社局　<span class="nb">王敏</span>'),
]


def given(viewer: Viewer, **more: object) -> dict[str, object]:
    line = SimpleNamespace(
        label="见习岗位审核",
        group="审核",
        url="/authority/positions",
        current=True,
        waiting=23,
        counted="待办",
    )
    return {
        "viewer": viewer, "csrf_token": "token", "url_for": lambda name: f"/{name}", "here": "/help?a=1",
        "static_url": lambda path: f"/static/{path}", "notice": "", "demo": (), "look": "", "text_size": "standard",
        "high_contrast": False, "menu": [] if isinstance(viewer, Anyone) else [line], **more,
    }  # fmt: skip


@pytest.mark.parametrize(("viewer", "name"), SIGNED_IN)
def test_who_is_signed_in_sees_their_name_and_the_way_out(viewer: Viewer, name: str) -> None:
    html = render("pages/public/help.html", given(viewer))

    assert name in html
    assert "/logout" in [form["action"] for form in elements(html, "form")]
    assert only(html, "body")["class"] == "desk"


def test_a_visitor_sees_the_way_in() -> None:
    html = render("pages/public/help.html", given(Anyone()))

    assert "退出登录" not in html
    assert "/login" in [a["href"] for a in elements(html, "a")]
    assert only(html, "body")["class"] == "open"


def test_every_form_and_every_request_of_the_script_carries_the_token() -> None:
    html = render("pages/public/help.html", given(OFFICIAL, demo=[("city", "市级主管部门")]))

    tokens = [i for i in elements(html, "input") if i["name"] == "csrf" and i["value"] == "token"]
    assert len(tokens) == len(elements(html, "form")) == 3
    assert json.loads(only(html, "body")["hx-headers"] or "") == {"X-CSRF-Token": "token"}


def test_htmx_is_told_to_run_nothing_and_to_show_conflicts() -> None:
    html = render("pages/public/help.html", given(Anyone()))

    (content,) = [meta["content"] for meta in elements(html, "meta") if meta.get("name") == "htmx-config"]
    config = json.loads(content or "")
    assert (config["allowEval"], config["includeIndicatorStyles"], config["selfRequestsOnly"]) == (
        False,
        False,
        True,
    )
    assert (config["historyCacheSize"], config["refreshOnHistoryMiss"]) == (0, True)
    assert {"code": "409|422", "swap": True} in config["responseHandling"]


def test_the_title_says_when_something_is_wrong() -> None:
    page = '{% extends "layout.html" %}{% block title %}登录{% endblock %}'

    html = environment().from_string(page).render(given(Anyone(), errors={"name": "请填写"}))

    assert "<title>错误：登录 - 就业见习管理系统</title>" in html


def test_the_chosen_size_is_kept_and_shown() -> None:
    html = render(
        "pages/public/help.html", given(Anyone(), look="xl hc", text_size="larger", high_contrast=True)
    )

    assert only(html, "html")["class"] == "xl hc"
    assert [b["value"] for b in elements(html, "button") if b["aria-pressed"] == "true"] == ["larger", "high"]


def test_a_demo_offers_its_roles_and_nothing_else_does() -> None:
    demo = render("pages/public/help.html", given(Anyone(), demo=[("city", "市级主管部门")]))
    real = render("pages/public/help.html", given(Anyone()))

    assert "/demo_sign_in" in [form["action"] for form in elements(demo, "form")]
    assert "/demo_sign_in" not in real


def test_every_button_has_a_type_and_there_is_no_style_or_script_in_the_page() -> None:
    html = render("pages/public/help.html", given(OFFICIAL, demo=[("city", "市")]))

    assert all("type" in button for button in elements(html, "button"))
    assert all("src" in script for script in elements(html, "script"))
    assert "style=" not in html


def test_a_refusal_is_marked_for_the_place_of_notices() -> None:
    html = render("partials/notices/refusal.html", {"title": "现在不能办理", "sentence": "<b>已满</b>"})

    assert "data-flash" in only(html, "div")
    assert "&lt;b&gt;已满" in html

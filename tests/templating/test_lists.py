"""Lists, decisions in rows and histories, piece by piece."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from tests.templating.pieces import elements, only, show


def test_a_state_is_told_by_its_word_and_its_shape() -> None:
    html = show("lists: tag", "{{ tag('position', 'published') }}")

    assert html == '<span class="tag live">发布中</span>'


def test_tabs_say_which_is_open_and_how_many_there_are() -> None:
    html = show("lists: tabs", "{{ tabs([('等待审核', '/a', 1840, true), ('全部', '/b', none, false)]) }}")

    assert [a.get("aria-current") for a in elements(html, "a")] == ["page", None]
    assert "1,840" in html


def test_a_search_is_a_plain_form_that_a_script_makes_live() -> None:
    html = show(
        "lists: find, find_text",
        "{% call find('/p', 'results') %}{{ find_text('q', '职位', 'x') }}{% endcall %}",
    )

    form = only(html, "form")
    assert (form["method"], form["action"], form["hx-get"], form["hx-target"]) == (
        "get",
        "/p",
        "/p",
        "#results",
    )
    assert only(html, "button")["type"] == "submit"
    assert only(html, "label")["for"] == only(html, "input")["id"]


def test_pages_keep_the_filters() -> None:
    paging = SimpleNamespace(
        before=1,
        after=3,
        capped=False,
        numbers=(1, 2, 3, None, 9),
        number=2,
        pages=9,
        first=21,
        last=40,
        total=170,
    )

    html = show("lists: pager", "{{ pager(p, '/p?q=%E7%94%B2&page=2') }}", p=paging)

    assert [a["href"] for a in elements(html, "a")][:2] == ["/p?q=%E7%94%B2&page=1"] * 2
    assert [a["href"] for a in elements(html, "a") if "aria-current" in a] == ["/p?q=%E7%94%B2&page=2"]


def test_a_list_of_one_page_has_no_pager() -> None:
    paging = SimpleNamespace(before=None, after=None)

    assert show("lists: pager", "{{ pager(p, '/p') }}", p=paging).strip() == ""


def test_a_row_button_does_the_same_with_and_without_a_script() -> None:
    html = show(
        "review: approve_button", "{{ approve_button('position', 901, 3, '/p/901/approval', '测试员') }}"
    )

    button = only(html, "button")
    assert (button["type"], button["name"], button["value"]) == ("submit", "v", "3")
    assert button["formaction"] == button["hx-post"] == "/p/901/approval"
    assert (button["hx-target"], button["hx-swap"]) == ("#position-901", "outerHTML")
    assert "审核通过" in html
    assert "测试员" in html


def test_a_selected_row_carries_its_version() -> None:
    html = show("review: select_box", "{{ select_box(901, 3, '测试员') }}")

    assert (only(html, "input")["name"], only(html, "input")["value"]) == ("id", "901:3")


def test_the_reasons_of_two_open_rows_do_not_mix() -> None:
    html = show(
        "review: reason_fields",
        "{{ reason_fields('position', 904, 3, '/r', '/l', [('1', '甲'), ('other', '其他')], e, ['other'], '说明') }}",
        e={"note-904": "请填写补充说明"},
    )

    names = {i["name"] for i in elements(html, "input")} | {only(html, "textarea")["name"]}
    assert names == {"reason-904", "note-904", "confirm-904"}
    assert [i["value"] for i in elements(html, "input") if "checked" in i] == ["other"]
    assert only(html, "textarea")["aria-describedby"] == "note-904-h note-904-e"
    assert "确认审核不通过" in html


def test_a_history_gives_the_reason_of_a_refusal() -> None:
    event = SimpleNamespace(
        at=datetime(2026, 11, 20, 2, 12, tzinfo=UTC),
        actor_name="王敏",
        office="济南市人社局",
        label="审核不通过",
        reason="缺章",
        refuses=True,
    )

    html = show("timeline: timeline", "{{ timeline([e]) }}", e=event)

    assert "2026年11月20日 10:12" in html
    assert only(html, "li")["class"] == "no"
    assert "缺章" in html


def test_facts_leave_out_what_is_empty() -> None:
    html = show("records: facts", "{{ facts([('单位', '甲'), ('备注', none), ('人数', 0)]) }}")

    assert len(elements(html, "dt")) == 2


def test_a_position_says_where_how_much_and_until_when() -> None:
    position = SimpleNamespace(
        title="测试员", employer="甲公司", region="370103", education="本科",
        allowance=260000, left=3, deadline=date(2026, 12, 15),
    )  # fmt: skip

    html = show(
        "positions: position_brief",
        "{{ position_brief(p, '/positions/1', today) }}",
        p=position,
        today=date(2026, 11, 20),
    )

    assert "济南市市中区" in html
    assert "2,600" in html
    assert "12月15日" in html
    assert only(html, "a")["href"] == "/positions/1"

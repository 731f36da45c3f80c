"""Form fields say to everyone what they are and what is wrong with them."""

from tests.templating.pieces import elements, only, show


def test_a_field_is_tied_to_its_label() -> None:
    html = show("fields: field", "{{ field('mobile', '联系手机', '138', {}, true, inputmode='tel') }}")

    assert only(html, "label")["for"] == only(html, "input")["id"] == only(html, "input")["name"] == "mobile"
    assert only(html, "input")["inputmode"] == "tel"
    assert "required" in only(html, "input")


def test_a_wrong_field_names_its_hint_and_its_message() -> None:
    html = show(
        "fields: field", "{{ field('mobile', '联系手机', '1', e, hint='11位') }}", e={"mobile": "请填写"}
    )

    told = only(html, "input")
    assert told["aria-invalid"] == "true"
    assert told["aria-describedby"] == "mobile-h mobile-e"
    assert [p["id"] for p in elements(html, "p")] == ["mobile-h", "mobile-e"]


def test_what_was_typed_is_shown_as_text() -> None:
    html = show("fields: field, area", "{{ field('a', '甲', v) }}{{ area('b', '乙', v) }}", v='"><script>')

    assert not elements(html, "script")
    assert only(html, "input")["value"] == '"><script>'


def test_a_text_keeps_its_first_line_break() -> None:
    html = show("fields: area", "{{ area('b', '乙', v) }}", v="\n第二行")

    assert ">\n\n第二行</textarea>" in html


def test_nothing_is_shown_for_none() -> None:
    html = show("fields: number", "{{ number('capital', '注册资本（万元）', none) }}")

    assert only(html, "input")["value"] == ""


def test_a_choice_marks_the_chosen_option() -> None:
    html = show("fields: choice", "{{ choice('n', '性质', 'b', {}, [('a', '甲'), ('b', '乙')]) }}")

    assert [option["value"] for option in elements(html, "option") if "selected" in option] == ["b"]


def test_a_county_can_be_chosen_without_a_script_and_follows_the_city_with_one() -> None:
    html = show("fields: place", "{{ place('city', 'county', '市', '区县', '370100', '370103') }}")

    county = elements(html, "select")[1]
    assert county["data-follows"] == "city"
    assert {"label": "济南市", "data-of": "370100"} in elements(html, "optgroup")
    assert [option["value"] for option in elements(html, "option") if "selected" in option] == [
        "370100",
        "370103",
    ]


def test_radios_stand_in_a_named_group_and_each_has_its_label() -> None:
    html = show(
        "fields: radios", "{{ radios('level', '申请级别', 'b', e, ['a', 'b'], true) }}", e={"level": "请选择"}
    )

    assert [label["for"] for label in elements(html, "label")] == [i["id"] for i in elements(html, "input")]
    assert elements(html, "input")[0]["id"] == "level"
    assert only(html, "fieldset")["aria-describedby"] == "level-e"
    assert "aria-invalid" not in only(html, "fieldset")


def test_a_statement_is_ticked_by_its_own_words() -> None:
    html = show("fields: tick", "{{ tick('jobless', '目前未就业', true) }}")

    assert only(html, "label")["for"] == only(html, "input")["id"] == "jobless"
    assert "checked" in only(html, "input")


def test_the_summary_leads_to_each_fault_and_takes_the_focus() -> None:
    html = show(
        "fields: summary", "{{ summary(e) }}", e={"name": "请填写姓名", "needs-1-major": "请填写专业"}
    )

    assert only(html, "div")["role"] == "alert"
    assert only(html, "div")["tabindex"] == "-1"
    assert [a["href"] for a in elements(html, "a")] == ["#name", "#needs-1-major"]
    assert "有2处需要修改" in html
    assert "第2项：请填写专业" in html


def test_the_summary_names_the_kind_of_row_where_it_is_told_it() -> None:
    html = show("fields: summary", "{{ summary(e, {'needs': '第{}项需求'}) }}", e={"needs-1-major": "请填写"})

    assert "第2项需求：请填写" in html


def test_without_a_fault_there_is_no_summary() -> None:
    assert show("fields: summary", "{{ summary({}) }}").strip() == ""


def test_rows_can_be_added_and_removed_with_and_without_a_script() -> None:
    body = """{% call(row, at) rows('needs', '第{}项需求', [{'m': 'a'}, {'m': 'b'}], '/u', '增加一项需求') %}
    <input name="{{ at }}major" value="{{ row.m }}">{% endcall %}"""

    html = show("rows: rows", body)

    buttons = elements(html, "button")
    assert [b["value"] for b in buttons] == ["remove-needs:0", "remove-needs:1", "add-needs"]
    assert {(b["type"], b["name"], b["hx-post"], b["hx-target"]) for b in buttons} == {
        ("submit", "act", "/u", "#needs-rows")
    }
    assert [i["name"] for i in elements(html, "input")] == ["needs-0-major", "needs-1-major"]


def test_the_last_row_stays() -> None:
    body = "{% call(row, at) rows('needs', '第{}项', [{}], '/u', '增加') %}{% endcall %}"

    assert [b["value"] for b in elements(show("rows: rows", body), "button")] == ["add-needs"]

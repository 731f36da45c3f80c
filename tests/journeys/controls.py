"""What a form of a page would send: its successful controls, as a browser without scripts works them out."""

from dataclasses import dataclass, field

from tests.journeys.attachments import EMPTY, File
from tests.journeys.markup import Element


@dataclass
class Typed:
    """What was typed, chosen and ticked since the page came, by control."""

    values: dict[Element, str] = field(default_factory=dict)
    ticked: dict[Element, bool] = field(default_factory=dict)
    files: dict[Element, tuple[File, ...]] = field(default_factory=dict)


def chosen(select: Element) -> str:
    """The value of the selected option, or of the first."""
    options = list(select.all("option"))
    option = next((each for each in options if each.has("selected")), options[0])
    return option.attributes.get("value", option.text())


def value_of(control: Element, typed: Typed) -> str:
    if control in typed.values:
        return typed.values[control]
    if control.tag == "select":
        return chosen(control)
    if control.tag == "textarea":
        # The line break right after the opening tag is no part of the text.
        return "".join(each for each in control.children if isinstance(each, str)).removeprefix("\n")
    return control.attributes.get("value", "on" if control.get("type") in {"checkbox", "radio"} else "")


def _is_sent(control: Element, typed: Typed) -> bool:
    if not control.get("name") or control.has("disabled") or control.tag == "button":
        return False
    if control.get("type") in {"checkbox", "radio"}:
        return typed.ticked.get(control, control.has("checked"))
    return control.get("type") not in {"submit", "button", "reset", "image", "file"}


def parts(form: Element, button: Element | None, typed: Typed) -> list[tuple[str, str | File]]:
    """The same with the files, for a form that sends multipart."""
    found: list[tuple[str, str | File]] = list(pairs(form, button, typed))
    choosers = [each for each in form.all("input") if each.get("type") == "file" and each.get("name")]
    return found + [
        (each.get("name"), file)
        for each in choosers
        if not each.has("disabled")
        for file in typed.files.get(each) or (EMPTY,)
    ]


def pairs(form: Element, button: Element | None, typed: Typed) -> list[tuple[str, str]]:
    """Names and values in the page's order, with those of the button that was pressed."""
    found: list[tuple[str, str]] = []
    for control in form.all("input", "select", "textarea", "button"):
        if control is button and button.get("name"):
            found.append((button.get("name"), button.get("value")))
        elif _is_sent(control, typed):
            found.append((control.get("name"), value_of(control, typed)))
    return found


def refuses(form: Element, button: Element | None, typed: Typed) -> str:
    """What a browser would not send: the name of a required control left empty."""
    if form.has("novalidate") or (button is not None and button.has("formnovalidate")):
        return ""
    for control in form.all("input", "select", "textarea"):
        if control.has("required") and not control.has("disabled") and _is_empty(control, typed):
            return control.get("name")
    return ""


def _is_empty(control: Element, typed: Typed) -> bool:
    if control.get("type") == "checkbox":
        return not typed.ticked.get(control, control.has("checked"))
    if control.get("type") == "file":
        return not typed.files.get(control)
    return control.get("type") != "radio" and not value_of(control, typed)

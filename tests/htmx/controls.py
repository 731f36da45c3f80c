"""What a form sends as it stands in a parsed page, and what a person writes into it."""

from justhtml import Element, Text

from tests.htmx.document import elements, refill, words

CONTROLS = frozenset({"input", "select", "textarea", "button"})


def controls(form: Element) -> list[Element]:
    return [each for each in elements(form) if each.name in CONTROLS]


def write(control: Element, text: str) -> None:
    """The page then says so, as a reloaded one would."""
    if control.name == "textarea":
        refill(control, [Text(text)])
    elif control.name != "select":
        control.attrs["value"] = text
    else:
        for option in _options(control):
            option.attrs.pop("selected", None)
            if option.attrs.get("value", words(option)) == text:
                option.attrs["selected"] = ""


def tick(control: Element) -> None:
    control.attrs["checked"] = ""


def sent_by(form: Element, button: Element | None) -> list[tuple[str, str]]:
    """Names and values in the page's order, with those of the button that was pressed at the end, as htmx adds them."""
    found = [(str(each.attrs["name"]), _value(each)) for each in controls(form) if _is_sent(each)]
    if button is not None and button.attrs.get("name"):
        found.append((str(button.attrs["name"]), button.attrs.get("value") or ""))
    return found


def _options(select: Element) -> list[Element]:
    return [each for each in elements(select) if each.name == "option"]


def _value(control: Element) -> str:
    if control.name == "textarea":
        return words(control)
    if control.name != "select":
        return control.attrs.get("value") or ("on" if control.attrs.get("type") == "checkbox" else "")
    options = _options(control)
    option = next((each for each in options if "selected" in each.attrs), options[0])
    return option.attrs.get("value", words(option)) or ""


def _is_sent(control: Element) -> bool:
    attributes = control.attrs
    if not attributes.get("name") or "disabled" in attributes or control.name == "button":
        return False
    if attributes.get("type") in {"checkbox", "radio"}:
        return "checked" in attributes
    return attributes.get("type") not in {"submit", "button", "reset", "image", "file"}

"""A visitor without scripts: plain HTTP forms, cookies, redirects, an Origin; never a header of htmx."""

import re
from urllib.parse import unquote, urlencode, urljoin, urlsplit

import httpx

from tests.journeys import controls
from tests.journeys.attachments import File, multipart
from tests.journeys.markup import Element, read

TITLE = re.compile(r"^.+ - 就业见习管理系统$")
PARTS = ("tbody", "tr", "fieldset", "li", "section", "form")


class PlainVisitor:
    """See `Visitor`."""

    def __init__(self, address: str) -> None:
        self.client = httpx.Client(base_url=address, trust_env=False, timeout=20)
        self.address = address
        self.page = read("")
        self.typed = controls.Typed()
        self.at = "/"
        self.status = 0

    def close(self) -> None:
        self.client.close()

    @property
    def here(self) -> str:
        return self.at

    def open(self, path: str) -> int:
        return self._ask("GET", path)

    def _ask(self, method: str, path: str, sent: tuple[str, bytes] | None = None) -> int:
        """`sent` is the media type of a body and the body."""
        kind, body = sent or ("", None)
        headers = {"Accept": "text/html"}
        if sent is not None:
            headers |= {"Origin": self.address, "Content-Type": kind}
        request = self.client.build_request(method, path, headers=headers, content=body)
        assert not [name for name in request.headers if name.lower().startswith("hx-")]
        answer = self.client.send(request)
        if answer.status_code == 303:
            return self._ask("GET", urljoin(urljoin(self.address, path), answer.headers["location"]))
        self._keep(path, answer)
        return answer.status_code

    def _keep(self, path: str, answer: httpx.Response) -> None:
        parts = urlsplit(path)
        self.at = parts.path + (f"?{parts.query}" if parts.query else "")
        self.status, self.page, self.typed = answer.status_code, read(answer.text), controls.Typed()
        assert answer.status_code < 500, f"{self.at}: {answer.status_code}"
        titles = list(self.page.all("title"))
        assert titles and TITLE.match("".join(map(str, titles[0].children))), f"{self.at} has no title"
        assert "script-src 'self'" in answer.headers["content-security-policy"]

    def _part(self, within: str) -> Element:
        """The smallest row, field set, section or form that holds the words."""
        if not within:
            return self.page
        found = [part for part in self.page.all(*PARTS) if within in part.text()]
        assert found, f"{self.at}: nothing holds “{within}”:\n{self.page.text()}"
        smallest = min(found, key=lambda part: len(part.text()))
        row = smallest.above("tbody")
        return row if smallest.tag == "tr" and row is not None and row.has("id") else smallest

    def _named(self, tag: str, name: str, within: str) -> list[Element]:
        """Exactly so called ones first, then those whose name begins so."""
        found = [each for each in self._part(within).all(tag) if each.text().startswith(name)]
        usable = [each for each in found if not each.has("disabled") and each.get("aria-hidden") != "true"]
        return sorted(usable, key=lambda each: each.text() != name)

    def follow(self, link: str, within: str = "") -> None:
        found = self._named("a", link, within)
        assert found, f"{self.at}: no link “{link}”:\n{self.page.text()}"
        self.open(urljoin(self.address + self.at, found[0].get("href")))

    def go_to(self, entry: str) -> None:
        menu = next(each for each in self.page.all("nav") if each.get("id") == "menu")
        self.open(next(link.get("href") for link in menu.all("a") if link.text().startswith(entry)))

    def _control(self, label: str, within: str) -> Element:
        part = self._part(within)
        for each in part.all("label"):
            if each.text() == label:
                inner = list(each.all("input", "select", "textarea"))
                of = each.get("for")
                found = [c for c in self.page.all("input", "select", "textarea") if of and c.get("id") == of]
                assert found or inner, f"{self.at}: label “{label}” has no control"
                return (found or inner)[0]
        raise AssertionError(f"{self.at}: no field “{label}”:\n{self.page.text()}")

    def fill(self, label: str, value: str, within: str = "") -> None:
        control = self._control(label, within)
        if control.tag == "select":
            options = [each for each in control.all("option") if each.text() == value]
            assert options, f"{self.at}: “{label}” has no option “{value}”"
            value = options[0].attributes.get("value", value)
        self.typed.values[control] = value

    def tick(self, label: str, within: str = "") -> None:
        self.typed.ticked[self._control(label, within)] = True

    def attach(self, label: str, *files: File, within: str = "") -> None:
        control = self._control(label, within)
        assert control.get("type") == "file" and (len(files) < 2 or control.has("multiple"))
        self.typed.files[control] = files

    def upload(self, label: str, *files: File) -> None:
        self.attach(label, *files)
        self.press(f"上传{label}")

    def download(self, link: str, within: str = "") -> File:
        found = self._named("a", link, within)
        assert found, f"{self.at}: no link “{link}”:\n{self.page.text()}"
        answer = self.client.get(urljoin(self.address + self.at, found[0].get("href")))
        assert answer.status_code == 200, f"{link}: {answer.status_code}"
        said = answer.headers["content-disposition"]
        assert said.startswith("attachment; "), said
        return unquote(said.partition("filename*=UTF-8''")[2]), answer.content

    def value(self, label: str) -> str:
        control = self._control(label, "")
        if control.tag == "select":
            kept = controls.value_of(control, self.typed)
            return next(each.text() for each in control.all("option") if each.get("value") == kept)
        return controls.value_of(control, self.typed)

    def offers(self, button: str, within: str = "") -> bool:
        return bool(self._named("button", button, within))

    def press(self, button: str, within: str = "") -> None:
        found = self._named("button", button, within)
        assert found, f"{self.at}: no button “{button}”:\n{self.page.text()}"
        self.submit(found[0])

    def submit(self, button: Element) -> None:
        form = button.above("form")
        assert form is not None and button.get("type") == "submit"
        missing = controls.refuses(form, button, self.typed)
        assert not missing, f"{self.at}: {missing} is required and empty"
        action = urljoin(self.address + self.at, button.get("formaction") or form.get("action"))
        sent = controls.pairs(form, button, self.typed)
        if form.get("method").lower() != "post":
            self._ask("GET", action.split("?")[0] + "?" + urlencode(sent))
        elif (button.get("formenctype") or form.get("enctype")) == "multipart/form-data":
            self._ask("POST", action, multipart(controls.parts(form, button, self.typed)))
        else:
            self._ask("POST", action, ("application/x-www-form-urlencoded", urlencode(sent).encode()))

    def unfold(self, summary: str, within: str = "") -> None:
        found = self._named("summary", summary, within)
        assert found, f"{self.at}: nothing to unfold begins with “{summary}”:\n{self.page.text()}"

    def sees(self, text: str, within: str = "") -> None:
        said = self._part(within).text()
        assert text in said, f"{self.at} does not say “{text}”:\n{said}"

    def misses(self, text: str) -> None:
        assert text not in self.page.text(), f"{self.at} says “{text}”"

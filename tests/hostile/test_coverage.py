"""No form escapes: the table of forms and the routing table are held to each other."""

from jianxi.routes import ROUTES
from tests.addresses import addresses
from tests.hostile.forms import ELSEWHERE, FORMS


def test_every_address_that_takes_a_form_is_attacked() -> None:
    """By its path, since a form's page and its answer share one and only one of them is named."""
    known = {form.route.partition(" ")[0] for form in FORMS} | ELSEWHERE
    forms = [address for address in addresses(ROUTES) if "POST" in address.methods]
    assert {address.path for address in forms if not known & set(address.names)} == set()

"""The contents page of all addresses: what anybody may see, and the three desks behind their gates."""

from starlette.routing import BaseRoute, Mount, Route

from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer
from jianxi.routes import account, account_totp, applicant, authority, employer, health, preferences, public
from jianxi.web.desks import desk, to_desk
from jianxi.web.static import PREFIX, Static

DESKS = [
    desk("employer", (EmployerViewer,), employer.routes),
    desk("applicant", (PersonViewer,), applicant.routes),
    desk("authority", (OfficialViewer,), authority.routes),
]

ROUTES: list[BaseRoute] = [
    *public.routes,
    *account.routes,
    *account_totp.routes,
    *preferences.routes,
    *health.routes,
    *(Route(each.path, to_desk, name=f"to_{each.name}") for each in DESKS),
    *DESKS,
    Mount(PREFIX, Static(), name="static"),
]

PUBLIC = frozenset(
    {
        "home",
        "positions",
        "position",
        "bases",
        "verify",
        "verification",
        "help",
        "login",
        "login_identity",
        "login_identity_code",
        "login_code",
        "login_enrolment",
        "logout",
        "password_reset",
        "account",
        "account_password",
        "account_session",
        "account_sessions",
        "account_totp",
        "account_totp_confirmation",
        "account_totp_removal",
        "register_employer",
        "register_graduate",
        "demo_sign_in",
        "preferences",
        "live",
        "ready",
        "static",
        "to_employer",
        "to_applicant",
        "to_authority",
    }
)
"""The names of everything outside the desks. A test holds this list and the routes to each other."""

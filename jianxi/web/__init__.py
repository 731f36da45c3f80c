"""The HTTP toolkit: page or partial, sessions, csrf, headers, errors, paging, static."""

"""`jianxi serve` with less patience, so that the tests of slow clients need not wait as long as people may."""

import sys

from jianxi.cli.serve import start
from jianxi.web import bodies

HEADERS_WITHIN = 1_000
BODY_WITHIN = 1.0

if __name__ == "__main__":
    bodies.Bodies.__init__.__defaults__ = (BODY_WITHIN,)
    start("127.0.0.1", int(sys.argv[-1]), headers_within=HEADERS_WITHIN)

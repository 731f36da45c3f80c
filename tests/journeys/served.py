"""An installation at one address, served again when the clock is moved."""

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from tests.journeys.installation import Installation, free_port, serving

T = TypeVar("T")


@dataclass
class Served(Generic[T]):
    """`planted` is what was written into its tables before."""

    installation: Installation
    planted: T
    stack: ExitStack
    port: int = field(default_factory=free_port)

    def start(self) -> str:
        return self.stack.enter_context(serving(self.installation, self.port))

    def since(self, moment: str) -> None:
        self.stack.close()
        told = self.installation.settings | {"JIANXI_NOW": moment}
        self.installation = replace(self.installation, settings=told)
        self.start()

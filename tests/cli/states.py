"""Every record of the demo that has states, with those that it can have."""

from typing import Any

from jianxi.domain.applications import ApplicationState
from jianxi.domain.bases import BaseState
from jianxi.domain.departures import DepartureState
from jianxi.domain.filings import FilingState
from jianxi.domain.placements import PlacementState
from jianxi.domain.positions import PositionState
from jianxi.domain.retentions import RetentionState
from jianxi.domain.rosters import RosterState
from jianxi.tables.applications import Application
from jianxi.tables.departures import Departure, Retention
from jianxi.tables.employers import Base
from jianxi.tables.filings import Filing
from jianxi.tables.placements import Placement
from jianxi.tables.positions import Position
from jianxi.tables.rosters import Roster

STATES: tuple[tuple[Any, Any], ...] = (
    (Base, BaseState),
    (Position, PositionState),
    (Application, ApplicationState),
    (Filing, FilingState),
    (Placement, PlacementState),
    (Departure, DepartureState),
    (Retention, RetentionState),
    (Roster, RosterState),
)

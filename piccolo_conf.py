"""Piccolo's entry: the engine of this installation, built from its settings."""

from piccolo.conf.apps import AppRegistry

from jianxi.settings import load
from jianxi.tables.engine import open_engine

DB = open_engine(load().database_url)
APP_REGISTRY = AppRegistry(apps=["jianxi.piccolo_app"])

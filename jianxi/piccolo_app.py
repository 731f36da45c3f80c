"""Piccolo's registry: which tables there are. The steps in `piccolo_migrations` run through `jianxi init`."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from jianxi.tables.engine import TABLES

APP_CONFIG = AppConfig(
    app_name="jianxi",
    migrations_folder_path=str(Path(__file__).parent / "piccolo_migrations"),
    table_classes=list(TABLES),
)

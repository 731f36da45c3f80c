"""The environment, read once into one frozen value; a wrong variable is told in one sentence."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import unquote, urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from jianxi import key_file

STARTED = datetime.now(UTC)
"""When this process started; a shifted clock runs on from here."""

DEVELOPMENT_ADDRESS = "http://127.0.0.1:8000"
SHORTEST_KEY = 32
_CHINA = timezone(timedelta(hours=8))
_PORT = r"(:([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}))?"
_MAIL_SERVER = rf"smtps?://([^\s/?#@]+@)?[^\s/?#@:]+{_PORT}/?\?(\S+&)?from=[^\s@&<>]+@[^\s@&<>]+(&\S*)?"

SENTENCES: Mapping[str, str] = {
    "env": "环境变量 JIANXI_ENV 只能是 development 或 production。",
    "database_url": "环境变量 JIANXI_DATABASE_URL 须为 sqlite:///文件（绝对路径用四个斜杠）或 postgresql://用户@主机/库名。",
    "storage_url": "环境变量 JIANXI_STORAGE_URL 须为 file:///绝对路径 或 s3://存储桶。",
    "secret_key": "环境变量 JIANXI_SECRET_KEY 太弱：至少 32 个字节，且不能是少数几个字符的重复。",
    "secret_key_old": "环境变量 JIANXI_SECRET_KEY_OLD 太弱：须为更换之前的密钥，至少 32 个字节。",
    "public_url": "环境变量 JIANXI_PUBLIC_URL 须为 https://主机名（可带端口），不带路径。",
    "trusted_proxies": "环境变量 JIANXI_TRUSTED_PROXIES 须为以逗号分隔的 IP 地址或网段，例如 10.0.0.0/8,127.0.0.1。",
    "province": "环境变量 JIANXI_PROVINCE 须为省级行政区划代码（六位，后四位为 0），例如 370000。",
    "mail_url": (
        "环境变量 JIANXI_MAIL_URL 须为 off、console: 或 smtp://用户名:密码@主机:587?from=发件邮箱"
        "（smtps:// 为全程加密；特殊字符须按网址转义）。"
    ),
    "sms_url": "环境变量 JIANXI_SMS_URL 只能是 off 或 console:。",
    "now": "环境变量 JIANXI_NOW 须为 ISO 格式的日期和时间，例如 2026-11-20T10:00+08:00。",
    "demo": "环境变量 JIANXI_DEMO 只能是 1 或 0；它由 jianxi demo 自己设置。",
}


class SettingsError(Exception):
    """The environment does not do: the one sentence says which variable and what it must be."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Settings(BaseSettings):
    """Every setting there is, with its default. `load()` makes it; tests may call it with keywords."""

    model_config = SettingsConfigDict(
        env_prefix="JIANXI_", env_ignore_empty=True, frozen=True, extra="ignore"
    )

    env: Literal["development", "production"] = "development"
    database_url: str = Field(
        default="sqlite:///var/jianxi.sqlite3", repr=False, pattern=r"^(sqlite:///|postgres(ql)?://)."
    )
    """Relative to the folder that the command is run in, unless four slashes begin an absolute path."""
    storage_url: str = Field(default="", repr=False, pattern=r"^(file:///.+|s3://.+|)$")
    """Empty: the folder `files` beside the SQLite database, or in `var` for PostgreSQL."""
    secret_key: SecretStr = SecretStr("")
    secret_key_old: SecretStr | None = None
    public_url: str = DEVELOPMENT_ADDRESS
    trusted_proxies: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = ()
    mail_url: str = Field(default="", repr=False, pattern=rf"^(off|console:|{_MAIL_SERVER}|)$")
    """Empty: the console in development, nothing in production."""
    sms_url: str = Field(default="off", pattern=r"^(off|console:)$")
    province: str = Field(default="370000", pattern=r"^[1-9][0-9]0000$")
    now: datetime | None = None
    demo: bool = False

    @field_validator("public_url")
    @classmethod
    def _an_origin(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
            raise ValueError("not an address")
        if parts.path not in {"", "/"} or parts.query or parts.fragment or (parts.port or 1) < 1:
            raise ValueError("not an origin")
        return value.rstrip("/")

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(ip_network(each.strip()) for each in value.split(",") if each.strip())

    @field_validator("now", mode="before")
    @classmethod
    def _aware(cls, value: object) -> object:
        """Without a zone it is read as the time in Shanghai, whose clock the whole country keeps."""
        read = datetime.fromisoformat(value) if isinstance(value, str) else value
        return read.replace(tzinfo=_CHINA) if isinstance(read, datetime) and read.tzinfo is None else read

    @property
    def database_file(self) -> Path | None:
        """The SQLite file, or None where the database is PostgreSQL."""
        scheme, _, rest = self.database_url.partition(":///")
        return Path(rest).absolute() if scheme == "sqlite" else None

    @property
    def data_folder(self) -> Path:
        """Where this installation keeps what it makes itself: beside the SQLite database, else `var`."""
        return self.database_file.parent if self.database_file else Path("var").absolute()

    def clock(self) -> datetime:
        """This moment, aware UTC: the system's, or running on from JIANXI_NOW since the process started."""
        moment = datetime.now(UTC)
        return moment if self.now is None else self.now.astimezone(UTC) + (moment - STARTED)


def load() -> Settings:
    """Reads the environment; raises `SettingsError`. Outside production a missing key is made and kept in a file."""
    try:
        settings = Settings()
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0]).lower().removeprefix("jianxi_")
        raise SettingsError(SENTENCES[name]) from None
    if settings.env == "production":
        _check_production(settings)
    _check_keys(settings)
    _check_folder(settings)
    _check_storage(settings)
    key = settings.secret_key.get_secret_value() or _kept_key(settings.data_folder)
    storage = settings.storage_url or _own_folder(settings.data_folder).as_uri()
    return settings.model_copy(update={"secret_key": SecretStr(key), "storage_url": storage})


def _check_production(settings: Settings) -> None:
    if not settings.secret_key.get_secret_value():
        raise SettingsError("生产环境必须设置环境变量 JIANXI_SECRET_KEY（至少 32 个字节的随机字符）。")
    if not settings.public_url.startswith("https://"):
        raise SettingsError("生产环境必须把环境变量 JIANXI_PUBLIC_URL 设为以 https:// 开头的公开网址。")
    if settings.now is not None:
        raise SettingsError("生产环境不允许设置环境变量 JIANXI_NOW：时钟必须是真实时间。")
    if settings.demo:
        raise SettingsError("生产环境不允许设置环境变量 JIANXI_DEMO：演示不能在生产环境运行。")


def _check_keys(settings: Settings) -> None:
    """Whatever the environment: what a weak key has sealed stays badly sealed."""
    for name in ("secret_key", "secret_key_old"):
        key: SecretStr | None = getattr(settings, name)
        if key is not None and key.get_secret_value() and _is_weak(key.get_secret_value()):
            raise SettingsError(SENTENCES[name])


def _is_weak(key: str) -> bool:
    return len(key.encode()) < SHORTEST_KEY or len(set(key)) < 8


def _check_folder(settings: Settings) -> None:
    """Only our own default folder is made; a folder that somebody named and mistyped is not."""
    if "database_url" not in settings.model_fields_set:
        settings.data_folder.mkdir(mode=0o700, exist_ok=True)
    elif settings.database_file is not None and not settings.data_folder.is_dir():
        raise SettingsError(
            f"环境变量 JIANXI_DATABASE_URL 中的文件夹不存在：{settings.data_folder}。请先建立该文件夹。"
        )


def _check_storage(settings: Settings) -> None:
    """Who may read or clean the folder of the files must not come upon the database or the key there."""
    parts = urlsplit(settings.storage_url)
    if parts.scheme != "file":
        return
    storage, beside = Path(unquote(parts.path)).resolve(), settings.data_folder.resolve()
    holds_data = settings.database_file is not None or not settings.secret_key.get_secret_value()
    if holds_data and storage in {beside, *beside.parents}:
        raise SettingsError(
            f"环境变量 JIANXI_STORAGE_URL 须为单独的文件夹，不能包含数据库或密钥文件，例如 {(beside / 'files').as_uri()}。"
        )


def _own_folder(beside: Path) -> Path:
    """Where files are kept unless somebody names a place. With PostgreSQL nothing else may have made what it is in."""
    beside.mkdir(mode=0o700, exist_ok=True)
    return beside / "files"


def _kept_key(folder: Path) -> str:
    """The key that this installation made for itself."""
    path = folder / "jianxi.key"
    kept = key_file.kept(path)
    if _is_weak(kept):
        raise SettingsError(f"密钥文件 {path} 的内容不完整，请从备份恢复该文件。")
    return kept

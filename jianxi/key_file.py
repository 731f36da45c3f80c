"""The key that an installation outside production makes for itself (密钥文件): sealed data stay readable after a restart."""

import os
import secrets
from pathlib import Path


def kept(path: Path) -> str:
    """What is in the file, made first where there is none. Of processes that start at once one makes it."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        try:
            # Fails where another process was first; its key is then the one that counts.
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text().strip()

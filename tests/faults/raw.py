"""Clients that no browser is: bytes on a socket, as slow, as broken or as endless as wanted."""

import socket

CHUNKED = (
    "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nContent-Type: {type}\r\n\r\n"
)
FORM = "application/x-www-form-urlencoded"
PIECE = 64 * 1024


def connected(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=20)


def head(path: str, length: int, **more: str) -> bytes:
    """Of a form that announces so many bytes."""
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Type: {FORM}", f"Content-Length: {length}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def answer(client: socket.socket) -> int:
    """The status; 0 where the server closes without a word."""
    try:
        said = client.recv(64)
    except ConnectionResetError:
        return 0
    return int(said.split()[1]) if said else 0


def pour(client: socket.socket, most: int) -> int:
    """Chunks without end; how many bytes went before the server had enough."""
    client.sendall(CHUNKED.format(type=FORM).encode())
    piece = f"{PIECE:x}\r\n".encode() + b"a" * PIECE + b"\r\n"
    sent = 0
    try:
        while sent < most:
            client.sendall(piece)
            sent += PIECE
    except OSError:
        pass
    return sent

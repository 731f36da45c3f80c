"""Takes out of a JPEG inside a PDF what a camera wrote beside the picture: when, where and by whom it was taken."""

START, SCAN, END = 0xD8, 0xDA, 0xD9
BESIDE = {0xE1, 0xEC, 0xED, 0xFE}
"""APP1 (EXIF, XMP), APP12, APP13 (IPTC) and comments. APP2 and APP14 say what the colours mean."""


def without_notes(data: bytes) -> bytes:
    """The same picture, its pixels untouched; anything that is not built like a JPEG as it was."""
    kept = [data[:2]]
    place = 2
    while data[place : place + 1] == b"\xff" and len(data) > place + 4:
        marker = data[place + 1]
        if marker in {START, SCAN, END} or marker == 0xFF:
            break
        length = int.from_bytes(data[place + 2 : place + 4], "big") + 2
        if marker not in BESIDE:
            kept.append(data[place : place + length])
        place += length
    return b"".join([*kept, data[place:]])

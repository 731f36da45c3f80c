"""Reads PDFs that somebody sent and writes them anew from their pages alone: no action, script, attachment, form or
history is kept. Runs in the child alone."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, StreamDecodeLevel, String

from jianxi.storage import activity, photographs
from jianxi.storage.kinds import MOST_PAGES, Kind, Reason, Refusal

if TYPE_CHECKING:
    # Loaded where a page is drawn: what is refused before that is refused sooner.
    from PIL.Image import Image
    from pypdfium2 import PdfBitmap, PdfPage

OF_A_PAGE = {
    "/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Contents", "/Resources", "/Group",
}  # fmt: skip
BESIDE_THE_PICTURE = (
    "/Metadata", "/PieceInfo", "/AF", "/OPI", "/Ref", "/LastModified", "/Alternates", "/Measure", "/PtData",
    "/F", "/FFilter", "/FDecodeParms", "/PS",
)  # fmt: skip
"""What streams may carry besides what is drawn: notes, other files, programs for printers."""
BROKEN = (
    pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError,
    RuntimeError, ArithmeticError, OSError,
)  # fmt: skip
"""What the readers raise for files that are not in order."""
UNPACKED = 64 * 1024 * 1024
TRIED = 120
"""Pixels: wide enough to see that a page can be drawn."""


def checked(data: bytes, _: Kind = Kind.PDF) -> tuple[bytes, int]:
    """The pages as they are seen, and how many."""
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=UNPACKED, run_length_max_memory=UNPACKED, doc_max_warnings=500
    )
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            pages = _counted(pdf)
            activity.refuse(pdf)
            whole = _is_whole(pdf, data)
            content = _anew(pdf)
        _draw_all(content, pages)
    except pikepdf.PasswordError as error:
        raise Refusal(Reason.ENCRYPTED) from error
    except BROKEN as error:
        cut = b"%%EOF" not in data[-2048:]
        raise Refusal(Reason.TRUNCATED if cut else Reason.BROKEN) from error
    if not whole:
        raise Refusal(Reason.TRUNCATED)
    return content, pages


def picture(data: bytes, _: Kind, page: int, width: int) -> bytes:
    from pypdfium2 import PdfDocument

    from jianxi.storage.pictures import jpeg

    with PdfDocument(data) as document:
        if not 1 <= page <= len(document):
            raise Refusal(Reason.PAGES)
        try:
            return jpeg(_drawn(document[page - 1], width).to_pil().convert("RGB"), width)
        except BROKEN as error:
            raise Refusal(Reason.BROKEN) from error


def drawn(content: bytes, most: int, width: int) -> Iterator[tuple[int, "Image"]]:
    """The first pages, counted from 1, of what `checked` wrote."""
    from pypdfium2 import PdfDocument

    with PdfDocument(content) as document:
        for number in range(min(most, len(document))):
            yield number + 1, _drawn(document[number], width).to_pil()


def _counted(pdf: Pdf) -> int:
    """Before anything else: what has too many pages is not walked through."""
    if pdf.is_encrypted:
        raise Refusal(Reason.ENCRYPTED)
    pages = len(pdf.pages)
    if pages > MOST_PAGES:
        raise Refusal(Reason.PAGES, str(pages))
    if not pages:
        raise Refusal(Reason.BROKEN)
    return pages


def _is_whole(pdf: Pdf, data: bytes) -> bool:
    """A file that was cut off can often be opened, with some pages missing: nobody would notice."""
    return b"%%EOF" in data[-2048:] or not pdf.get_warnings()


def _anew(pdf: Pdf) -> bytes:
    """A new file of the pages alone. What stands on them as annotations, stamps and filled-in fields among it, is drawn
    into them first; everything that is not drawn stays behind, known to be bad or not."""
    _refuse_undrawn(pdf)
    pdf.flatten_annotations("screen")
    with pikepdf.new() as made:
        for page in pdf.pages:
            for key in set(page.obj.keys()) - OF_A_PAGE:
                del page.obj[key]
        made.pages.extend(pdf.pages)
        _keep_layers(pdf, made)
        for thing in made.objects:
            if isinstance(thing, Stream):
                _strip(thing)
        written = BytesIO()
        made.save(
            written,
            min_version="1.7",
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.generate,
            stream_decode_level=StreamDecodeLevel.none,
        )
    return written.getvalue()


def _refuse_undrawn(pdf: Pdf) -> None:
    """What was filled in but never drawn would be missing from what is kept, and nobody would notice. Fields that are
    drawn are taken as they are, also where the file asks readers to draw them again."""
    form = pdf.Root.get(Name.AcroForm)
    if not isinstance(form, Dictionary):
        return
    form.NeedAppearances = False
    for page in pdf.pages:
        notes = page.obj.get(Name.Annots)
        for note in notes if isinstance(notes, Array) else ():
            if isinstance(note, Dictionary) and note.get(Name.Subtype) == Name.Widget and Name.AP not in note:
                above = note.get(Name.Parent)
                value = note.get(Name.V) or (above.get(Name.V) if isinstance(above, Dictionary) else None)
                if isinstance(value, String) and bytes(value):
                    raise Refusal(Reason.UNDRAWN)


def _keep_layers(pdf: Pdf, made: Pdf) -> None:
    """Which layers of a drawing are shown at first, without which hidden ones would be seen."""
    layers = pdf.Root.get(Name.OCProperties)
    shown = layers.get(Name.D) if isinstance(layers, Dictionary) else None
    if not isinstance(layers, Dictionary) or not isinstance(shown, Dictionary):
        return
    kept = Dictionary(OCGs=layers.get(Name.OCGs, Array()))
    kept.D = Dictionary({key: shown[key] for key in ("/BaseState", "/ON", "/OFF") if key in shown})
    made.Root.OCProperties = made.copy_foreign(pdf.make_indirect(kept))


def _strip(stream: Stream) -> None:
    for key in BESIDE_THE_PICTURE:
        if key in stream:
            del stream[key]
    coding = stream.get(Name.Filter)
    if isinstance(coding, Array) and len(coding) == 1:
        coding = coding[0]
    if coding == Name.DCTDecode:
        data = bytes(stream.read_raw_bytes())
        kept = photographs.without_notes(data)
        if kept != data:
            settings = stream.get(Name.DecodeParms)
            stream.write(
                kept,
                filter=Name.DCTDecode,
                decode_parms=settings if isinstance(settings, Dictionary) else None,
            )


def _draw_all(content: bytes, pages: int) -> None:
    """Another reader must find as many pages in what will be kept, and draw the first."""
    from pypdfium2 import PdfDocument

    with PdfDocument(content) as document:
        if len(document) != pages:
            raise Refusal(Reason.BROKEN)
        for number in range(pages):
            document[number].close()
        _drawn(document[0], TRIED).close()


def _drawn(page: "PdfPage", width: int) -> "PdfBitmap":
    across, down = page.get_size()
    scale = min(width / across, 4 * width / down)
    return page.render(scale=scale, may_draw_forms=False)

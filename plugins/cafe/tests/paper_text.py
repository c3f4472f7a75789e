"""Reading a paper as text: what stands on each page, in the order in which it is drawn."""

import re
from io import BytesIO

import pikepdf

_PAIR = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGE = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


def pages_of(pdf):
    """Return the text of each page, without any space: how words are spaced is drawn, not said."""
    with pikepdf.open(BytesIO(pdf)) as paper:
        return [re.sub(r"\s", "", "".join(_drawn(page))) for page in paper.pages]


def _drawn(page):
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    letters = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            letters = fonts[str(operands[0])]
        elif str(operator) == "Tj":
            yield _said(operands[0], letters)
        elif str(operator) == "TJ":
            yield "".join(_said(one, letters) for one in operands[0] if isinstance(one, pikepdf.String))


def _said(text, letters):
    codes = bytes(text)
    return "".join(letters.get(codes[n : n + 2].hex(), "") for n in range(0, len(codes), 2))


def _letters(font):
    """Return which letters the codes of a font stand for, by its own table."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found |= {code.lower(): _from_hex(to) for code, to in _PAIR.findall(block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, to in _RANGE.findall(block):
            for n in range(int(first, 16), int(last, 16) + 1):
                found[f"{n:0{len(first)}x}"] = chr(int(to, 16) + n - int(first, 16))
    return found


def _from_hex(text):
    return bytes.fromhex(text).decode("utf-16-be")

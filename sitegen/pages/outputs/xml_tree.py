"""XML files from trees: names with the prefix they are written with, text made safe for XML 1.0."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from sitegen.model import OutputFile

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def child(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    """A new element at the end of ``parent``."""
    made = ET.SubElement(parent, name, attributes)
    made.text = _NOT_XML.sub("", text) or None
    return made


def xml_file(path: str, root: ET.Element) -> OutputFile:
    """The tree, indented, as a UTF-8 file with its declaration."""
    ET.indent(root)
    return OutputFile(path, b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="utf-8") + b"\n")

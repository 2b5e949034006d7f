"""Writes one scale of the base map; the format is described in README.md."""
import struct

LAYERS = ["land", "coast", "lake", "river", "country", "country_border", "disputed_border",
          "admin1", "admin1_border"]
MAGIC = b"TOPOMAP1"


def _varint(out, value):
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)


def _signed(out, value):
    _varint(out, value * 2 if value >= 0 else -value * 2 - 1)


def _text(out, text):
    raw = (text or "").encode()
    _varint(out, len(raw))
    out += raw


def _positions(out, points, last):
    """Differences from the position before; returns the last one."""
    _varint(out, len(points))
    for x, y in points:
        _signed(out, x - last[0])
        _signed(out, y - last[1])
        last = (x, y)
    return last


def _info(out, info, units):
    for key in ("id", "country", "name_en", "name_fr", "name_local", "name_ar"):
        _text(out, info.get(key))
    lon, lat = info.get("label", (0, 0))
    _signed(out, round(lon * units))
    _signed(out, round(lat * units))
    _varint(out, round(info.get("area_km2", 0) * 100))
    neighbours = info.get("neighbours", [])
    _varint(out, len(neighbours))
    for code in neighbours:
        _text(out, code)


def _feature(out, feature):
    """parts: (is_hole, points) or (is_hole, refs); triangles count from the first position."""
    _varint(out, feature.get("rank", 0))
    _varint(out, feature.get("info", -1) + 1)
    by_arcs = "refs" in feature
    parts = feature["refs"] if by_arcs else feature["parts"]
    _varint(out, len(parts))
    last = (0, 0)
    for is_hole, content in parts:
        _varint(out, (1 if is_hole else 0) | (2 if by_arcs else 0))
        if by_arcs:
            _varint(out, len(content))
            before = 0
            for ref in content:
                _signed(out, ref - before)
                before = ref
        else:
            last = _positions(out, content, last)
    triangles = feature.get("triangles", [])
    _varint(out, len(triangles) // 3)
    before = 0
    for index in triangles:
        _signed(out, index - before)
        before = index


def checksum(data):
    """Multiply and add over 64-bit words, the tail padded with zeros."""
    data = data + b"\0" * (-len(data) % 8)
    total = 0x9E3779B97F4A7C15
    for (word,) in struct.iter_unpack("<Q", data):
        total = ((total ^ word) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return total


def write_scale(path, units, arcs, layers):
    """arcs: lists of whole positions; layers: name -> (infos, features)."""
    sections = []
    body = bytearray()
    _varint(body, len(arcs))
    for points in arcs:
        _positions(body, points, (0, 0))
    sections.append((255, body))
    for name, (infos, features) in layers.items():
        body = bytearray()
        _varint(body, len(infos))
        for info in infos:
            _info(body, info, units)
        _varint(body, len(features))
        for feature in features:
            _feature(body, feature)
        sections.append((LAYERS.index(name), body))
    head = struct.pack("<II", units, len(sections))
    offset = len(MAGIC) + 8 + len(head) + 12 * len(sections)
    for number, body in sections:
        head += struct.pack("<III", number, offset, len(body))
        offset += len(body)
    data = head + b"".join(body for _, body in sections)
    with open(path, "wb") as out:
        out.write(MAGIC + struct.pack("<Q", checksum(data)) + data)

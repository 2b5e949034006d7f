"""Rivers and lakes of GSHHG 2.3.7, out of its one-degree bins, as whole lines and rings."""
import math

import netCDF4
import numpy

UNITS = 100000  # whole positions per degree
BIN = 65535

# River levels of GSHHG to our ranks; canals (8 to 10) are left out, 5 to 7 carry water part of
# the year.
BANKS = 0  # level of the outlines of broad rivers, which are areas among the lakes too
RIVER_RANK = {0: BANKS, 1: 1, 2: 2, 3: 3, 4: 4, 5: 4, 6: 5, 7: 6}


class Bins:
    def __init__(self, path):
        data = netCDF4.Dataset(path)
        data.set_auto_mask(False)
        self.first = data["Id_of_first_segment_in_a_bin"][:]
        self.count = data["N_segments_in_a_bin"][:]
        self.start = data["Id_of_first_point_in_a_segment"][:]
        self.x = data["Relative_longitude_from_SW_corner_of_bin"][:].astype(numpy.uint16)
        self.y = data["Relative_latitude_from_SW_corner_of_bin"][:].astype(numpy.uint16)
        self.data = data

    def segments(self):
        """(number of the segment, its south-west corner in bins) for every segment."""
        for b in numpy.nonzero(self.count)[0]:
            row, column = divmod(int(b), 360)
            corner = (column if column < 180 else column - 360, 89 - row)
            for s in range(self.first[b], self.first[b] + self.count[b]):
                yield s, corner

    def points(self, s, n, corner):
        begin = self.start[s]
        xs = self.x[begin:begin + n].astype(int) + corner[0] * BIN
        ys = self.y[begin:begin + n].astype(int) + corner[1] * BIN
        return list(zip(xs.tolist(), ys.tolist()))


def to_units(points):
    out = []
    for x, y in points:
        p = (round(x * UNITS / BIN), round(y * UNITS / BIN))
        if not out or out[-1] != p:
            out.append(p)
    return out


class _Ends:
    """Ends of pieces. Bins round their edges apart by a step or two, so near ends are one."""

    REACH = 16

    def __init__(self, pieces):
        self.places, self.at = {}, {}
        for i, piece in enumerate(pieces):
            for p in (piece[0], piece[-1]):
                self.at.setdefault(self._place(p), []).append(i)

    def _place(self, p):
        column, row = p[0] // self.REACH, p[1] // self.REACH
        for key in ((column + i, row + j) for i in (0, -1, 1) for j in (0, -1, 1)):
            for q in self.places.get(key, ()):
                if abs(p[0] - q[0]) < self.REACH and abs(p[1] - q[1]) < self.REACH:
                    return q
        self.places.setdefault((column, row), []).append(p)
        return p

    def pieces_at(self, p):
        return self.at[self._place(p)]

    def meet(self, p, q):
        return self._place(p) == self._place(q)


def _turn(come, go):
    """Radians between the last step of one line and the first of the next; 0 is straight on."""
    a = math.atan2(come[-1][1] - come[-2][1], come[-1][0] - come[-2][0])
    b = math.atan2(go[1][1] - go[0][1], go[1][0] - go[0][0])
    return abs(math.remainder(a - b, 2 * math.pi))


def _join(pieces, through_forks=False):
    """Pieces that end where another begins become one. Where three meet they stay apart, or the
    straightest goes on."""
    ends = _Ends(pieces)
    done, lines = set(), []
    for i, piece in enumerate(pieces):
        if i in done:
            continue
        done.add(i)
        line = list(piece)
        for _ in range(2):
            while not ends.meet(line[0], line[-1]):
                there = ends.pieces_at(line[-1])
                ahead = [(j, pieces[j] if ends.meet(pieces[j][0], line[-1]) else pieces[j][::-1])
                         for j in there if j not in done]
                if not ahead or (len(there) != 2 and not through_forks):
                    break
                number, more = min(ahead, key=lambda found: _turn(line, found[1]))
                if len(there) > 2 and _turn(line, more) > 1.2:
                    break
                done.add(number)
                line += more[1:]
            line.reverse()
        if ends.meet(line[0], line[-1]):
            line[-1] = line[0]
        lines.append(line)
    return lines


def kilometres(line):
    """Of positions in units of 1e-5 degrees."""
    narrowing = math.cos(math.radians(line[len(line) // 2][1] / UNITS))
    steps = (math.hypot((a[0] - b[0]) * narrowing, a[1] - b[1]) for a, b in zip(line, line[1:]))
    return sum(steps) * 111.195 / UNITS


def _systems(lines):
    """Kilometres of all lines that hang together with each; banks are met anywhere, other lines
    at their ends."""
    reach = UNITS // 50
    group = list(range(len(lines)))

    def root(i):
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    first_in = {}
    for i, (rank, line) in enumerate(lines):
        for x, y in (line if rank == BANKS else (line[0], line[-1])):
            for cell in ((x // reach + h, y // reach + v) for h in (0, 1) for v in (0, 1)):
                group[root(i)] = root(first_in.setdefault(cell, i))
    total = {}
    for i, (_, line) in enumerate(lines):
        total[root(i)] = total.get(root(i), 0) + kilometres(line)
    return [total[root(i)] for i in range(len(lines))]


def rivers(path):
    """(rank, points, kilometres of the main rivers that it hangs together with) of every river,
    joined over bins; rank BANKS for outlines of broad ones."""
    bins = Bins(path)
    level = bins.data["Hierarchial_level_of_a_segment"][:]
    length = bins.data["N_points_for_a_segment"][:]
    by_rank = {}
    for s, corner in bins.segments():
        rank = RIVER_RANK.get(int(level[s]))
        if rank is not None and length[s] > 1:
            by_rank.setdefault(rank, []).append(bins.points(s, length[s], corner))
    main, others = [], []
    for rank, pieces in sorted(by_rank.items()):
        for line in _join(pieces, rank != BANKS):
            (main if rank <= 1 else others).append((rank, to_units(line)))
    for (rank, line), system in zip(main, _systems(main)):
        yield rank, line, system
    for rank, line in others:
        yield rank, line, 0


def lakes(path, least_km2):
    """(square kilometres, ring, rings of islands); broad rivers are areas here too."""
    bins = Bins(path)
    embedded = bins.data["Embedded_npts_levels_exit_entry_for_a_segment"][:]
    ids = bins.data["Id_of_GSHHS_ID"][:]
    area = abs(bins.data["The_km_squared_area_of_polygons"][:])
    parent = bins.data["Id_of_parent_polygons"][:]
    pieces = {}
    for s, corner in bins.segments():
        number, level = int(ids[s]), (int(embedded[s]) >> 6) & 7
        if level in (2, 3) and area[number] >= least_km2:
            points = bins.points(s, int(embedded[s]) >> 9, corner)
            pieces.setdefault((level, number), []).append(points)
    rings, open_count = {}, 0
    for key, parts in pieces.items():
        for line in _join(parts):
            if line[0] != line[-1]:
                open_count += 1
            ring = to_units(line)
            if len(ring) > 3:
                rings.setdefault(key, []).append(ring)
    print("lakes: pieces that do not close:", open_count)
    islands = {}
    for (level, number), found in rings.items():
        if level == 3:
            islands.setdefault(int(parent[number]), []).extend(found)
    for (level, number), found in sorted(rings.items()):
        if level == 2:
            for ring in found:
                yield float(area[number]), ring, islands.get(number, []) if len(found) == 1 else []

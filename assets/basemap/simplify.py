"""Fewer vertices on a line, its ends kept (Visvalingam and Whyatt 1993: least triangle first)."""
import heapq
import math


def visvalingam(points, threshold, keep=2):
    """Drops vertices whose triangle with their neighbours is smaller than the threshold, in
    squared units; longitudes count as much shorter as they are at the line's latitude."""
    count = len(points)
    if count <= keep:
        return points
    narrowing = max(0.1, math.cos(math.radians(points[count // 2][1] / 1e5)))
    limit = threshold / narrowing
    before = list(range(-1, count - 1))
    after = list(range(1, count + 1))
    gone = [False] * count

    def size(i):
        (ax, ay), (bx, by), (cx, cy) = points[before[i]], points[i], points[after[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    sizes = [0.0] + [size(i) for i in range(1, count - 1)] + [0.0]
    heap = [(sizes[i], i) for i in range(1, count - 1) if sizes[i] < limit]
    heapq.heapify(heap)
    left = count
    while heap and left > keep:
        area, i = heapq.heappop(heap)
        if gone[i] or area != sizes[i]:
            continue
        gone[i] = True
        left -= 1
        b, a = before[i], after[i]
        after[b], before[a] = a, b
        for j in (b, a):
            if 0 < j < count - 1:
                sizes[j] = max(size(j), area)
                if sizes[j] < limit:
                    heapq.heappush(heap, (sizes[j], j))
    return [p for i, p in enumerate(points) if not gone[i]]

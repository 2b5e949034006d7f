"""Sizes of areas, for the scripts that make the tables: how far an area reaches from its label."""
import math

EARTH_RADIUS_KM = 6371.0088


def distance_km(lon_a, lat_a, lon_b, lat_b):
    """Great circle; within 0.5 % of the ellipsoid, enough for a radius."""
    lat_a, lat_b = math.radians(lat_a), math.radians(lat_b)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1, math.sqrt(half)))


def ring_area(ring):
    """Relative size only: square degrees with longitudes scaled by the cosine of the latitude."""
    lat = sum(point[1] for point in ring) / len(ring)
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))
    return abs(twice) / 2 * math.cos(math.radians(lat))


def radius_km(lon, lat, rings):
    """Of the circle around the label that holds the main parts (a tenth of the largest and up)."""
    areas = [ring_area(ring) for ring in rings]
    main = [ring for ring, area in zip(rings, areas) if area * 10 >= max(areas)]
    return max(distance_km(lon, lat, x, y) for ring in main for x, y in ring)


def outer_rings(geometry):
    parts = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        parts = [parts]
    return [[tuple(point[:2]) for point in part[0]] for part in parts]

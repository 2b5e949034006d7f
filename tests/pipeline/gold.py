"""Compares what the reader finds in a document with what a careful reader found (gold files).

A gold event is found when an event overlaps one of its passages by half of the shorter one and is
of a kind that the gold accepts; it is right when its days are the gold's days too and, where the
gold knows the exact place, it is within 10 km. Optional gold events (aggregates, political acts)
cost nothing when missed and are not wrong when found.
"""
import json
import math
import pathlib

# Gold type -> kinds of the program that say the same.
KINDS = {
    "explosion": {"air_strike", "shelling", "explosive_device", "suicide_attack"},
    "battle": {"battle", "takeover"},
    "arbitrary_arrest": {"arrest"},
    "destruction_of_property": {"property_destruction", "heritage_destruction", "looting"},
    "attack_on_civilians": {"attack_on_civilians", "attack_on_aid", "attack_on_health", "attack_on_education"},
}
NEAR_KM = 10
# A movement's ends are towns and camps: another spelling of the same place lies this near.
SAME_END_KM = 20


def kinds_of(gold):
    kinds = set()
    for name in [gold["type"], *gold.get("alt_types", [])]:
        kinds |= KINDS.get(name, {name})
    return kinds


def spans_of(gold):
    return [(g["char_start"], g["char_end"]) for g in [gold, *gold.get("also_quotes", [])]]


def overlap(a, b):
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / max(1, min(a[1] - a[0], b[1] - b[0]))


def distance_km(lon_a, lat_a, lon_b, lat_b):
    """On a sphere of 6371 km: good enough for 10 km."""
    a, b, c, d = map(math.radians, (lat_a, lat_b, lon_a, lon_b))
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin((d - c) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


class Document:
    """One document's gold beside the program's features."""

    def __init__(self, gold_path, text_path, collection):
        self.gold = json.loads(pathlib.Path(gold_path).read_text(encoding="utf-8"))
        raw = pathlib.Path(text_path).read_bytes()
        self.events, self.flows = [], []
        for feature in collection["features"]:
            p = feature["properties"]
            chars = [len(raw[:p[k]].decode("utf-8", "ignore")) for k in ("quote_start", "quote_end")]
            entry = dict(p, span=tuple(chars), geometry=feature["geometry"])
            (self.events if p["layer"] == "event" else self.flows).append(entry)

    def match(self, gold, event):
        """0 when it is not this event, else more for each thing that is right."""
        if event["kind"] not in kinds_of(gold) or max(overlap(s, event["span"]) for s in spans_of(gold)) < 0.5:
            return 0
        first = overlap(spans_of(gold)[0], event["span"]) >= 0.5
        return 1 + 2 * self.days_right(gold, event) + 2 * self.place_right(gold, event) + first + 4 * (not gold["optional"])

    @staticmethod
    def days_right(gold, event):
        return (event["date_start"], event["date_end"]) == (gold["date_start"], gold["date_end"])

    @staticmethod
    def place_right(gold, event):
        if gold["place_precision"] != "exact" or gold["place_confidence"] != "high":
            return True
        if event["geometry"] is None:
            return False
        return distance_km(*event["geometry"]["coordinates"], gold["lon"], gold["lat"]) <= NEAR_KM

    def matches(self):
        """Greedy one-to-one: best pairs first."""
        pairs = sorted(((self.match(g, e), i, j) for i, g in enumerate(self.gold["events"])
                        for j, e in enumerate(self.events)), reverse=True)
        taken_gold, taken_event, found = set(), set(), {}
        for score, i, j in pairs:
            if score and i not in taken_gold and j not in taken_event:
                taken_gold.add(i), taken_event.add(j)
                found[i] = j
        return found

    @staticmethod
    def is_end(gold_name, gold_place, name, position):
        """The name as the gold has it, or for a town or camp a position near the gold's."""
        if str(name).lower() in {str(gold_name).lower(), (gold_place or {}).get("name", "").lower()}:
            return True
        town = gold_place and gold_place.get("kind") in ("town", "city", "capital", "village", "camp")
        return bool(town and position and gold_place.get("lat") is not None and
                    distance_km(*position, gold_place["lon"], gold_place["lat"]) <= SAME_END_KM)

    def origin_right(self, gold, flow):
        place = gold["from_place"]
        line = (flow["geometry"] or {}).get("coordinates")
        area = (place or {}).get("kind") in ("area", "admin1", "region")
        return (self.is_end(gold["from"], place, flow["from"], line and line[0])
                or bool(area and flow["from_country"] == place["country"]))

    def goal_right(self, gold, name, flow):
        place = next((p for p in gold.get("to_places") or [] if p and p["name"] == name), None)
        line = (flow["geometry"] or {}).get("coordinates")
        return flow["to_country"] == name or self.is_end(name, place, flow["to"], line and line[-1])

    def flow_found(self, gold):
        """All named destinations, or for unnamed neighbours several, from the same origin. A town and
        its country in `to` are one destination, and either is right."""
        flows = [f for f in self.flows if self.origin_right(gold, f)]
        if not gold["to"]:
            return len(flows) > 0
        found = {t for t in gold["to"] if any(self.goal_right(gold, t, f) for f in flows)}
        country_of = {p["name"]: p["country"] for p in gold.get("to_places") or [] if p}
        return all(t in found or country_of.get(t) in found or
                   any(country_of.get(other) == t for other in found) for t in gold["to"])

    def score(self):
        found = self.matches()
        required = [i for i, g in enumerate(self.gold["events"]) if not g["optional"]]
        right = [i for i in required if i in found and self.days_right(self.gold["events"][i], self.events[found[i]])
                 and self.place_right(self.gold["events"][i], self.events[found[i]])]
        flows = [g for g in self.gold["flows"] if not g["optional"]]
        return {"required": len(required), "found": sum(i in found for i in required), "right": len(right),
                "events": len(self.events), "wrong": len(self.events) - len(found), "flows": len(flows),
                "flows_found": sum(self.flow_found(g) for g in flows),
                "not_right": [self.describe(i, found) for i in required if i not in right],
                "extra": [(e["kind"], e["date_start"], e["date_end"], e["place"], e["quote"][:90])
                          for j, e in enumerate(self.events) if j not in found.values()]}

    def describe(self, i, found):
        g = self.gold["events"][i]
        e = self.events[found[i]] if i in found else None
        return (g["type"], g["date_start"], g["date_end"], g["place"], g["quote"][:80],
                e and (e["kind"], e["date_start"], e["date_end"], e["place"]))


def total(scores):
    return {k: sum(s[k] for s in scores) for k in ("required", "found", "right", "events", "wrong", "flows", "flows_found")}

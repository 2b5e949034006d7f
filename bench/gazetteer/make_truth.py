#!/usr/bin/env python3
"""Truth tables for `toposcope bench gazetteer --truth TABLE` from the data of others.

Usage: make_truth.py DATA_DIR OUT_DIR

DATA_DIR holds the folders ucdp, camps, ocha-mali, geonames and unhcr. OUT_DIR gets one CSV a
source (name,country,admin1,admin2,lon,lat,class,table,doubt) and a folder `dumps-without`: the
GeoNames dumps with one spelling of some places taken out, which alternates.csv then asks for.
What is left out is counted on stderr.
"""
import csv
import gzip
import hashlib
import io
import json
import math
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

FIELDS = ['name', 'country', 'admin1', 'admin2', 'lon', 'lat', 'class', 'table', 'doubt']
DUMPS = ['ML', 'BF', 'NE', 'MR', 'SN', 'CI', 'GN']
# UCDP's names of countries that differ from those of GeoNames by more than a parenthesis.
UCDP_COUNTRIES = {
    'DR Congo': 'CD', 'Bosnia-Herzegovina': 'BA', 'Macedonia, FYR': 'MK', 'Ivory Coast': 'CI',
    'United States of America': 'US', 'Kingdom of eSwatini': 'SZ', 'Congo': 'CG',
    'East Timor': 'TL', 'Serbia': 'RS', 'Turkey': 'TR', 'Gambia': 'GM', 'Bahamas': 'BS',
    'Czech Republic': 'CZ', 'Cape Verde': 'CV', 'Swaziland': 'SZ', 'Macedonia': 'MK',
}
AREA_WORDS = ('district', 'sub-district', 'subdistrict', 'region', 'township', 'municipality',
              'commune', 'territory', 'county', 'province', 'division', 'governorate', 'raion')
# Of the places of the dumps that have other spellings, one in this many loses one.
ONE_IN = 3


def folded(name):
    text = unicodedata.normalize('NFD', name.casefold())
    return ''.join(c for c in text if c.isalnum())


def distance_km(lon_a, lat_a, lon_b, lat_b):
    a, b = math.radians(lat_a), math.radians(lat_b)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


def read_countries(data):
    by_name, by_iso3 = {}, {}
    for line in (data / 'geonames/countryInfo.txt').read_text(encoding='utf-8').splitlines():
        if line.startswith('#'):
            continue
        fields = line.split('\t')
        by_name[fields[4]] = fields[0]
        by_iso3[fields[1]] = fields[0]
    return by_name, by_iso3


def country_of(name, by_name):
    plain = name.split(' (')[0].strip()
    return UCDP_COUNTRIES.get(plain) or by_name.get(plain, '')


def ucdp_rows(events, table, by_name, left_out):
    """Distinct names with the position that most of their events have."""
    places = defaultdict(Counter)
    for event in events:
        name = (event['where_coordinates'] or '').strip()
        precision = str(event['where_prec'])
        if precision not in ('1', '2', '3', '4', '6') or not name:
            left_out[f'{table}: precision {precision or "missing"}'] += 1
            continue
        code = country_of(event['country'], by_name)
        if not code:
            left_out[f'{table}: country {event["country"]}'] += 1
            continue
        what = {'3': 'admin2', '4': 'admin1', '6': 'country'}.get(precision, 'place')
        if what == 'place' and name.lower().endswith(AREA_WORDS):
            what = 'admin2'
        key = (name, code, event['adm_1'] or '', event['adm_2'] or '', what)
        places[key][(float(event['longitude']), float(event['latitude']))] += 1
    for (name, code, admin1, admin2, what), points in sorted(places.items()):
        lon, lat = points.most_common(1)[0][0]
        # An area beside itself says nothing.
        admin2 = '' if what in ('admin1', 'country', 'admin2') else admin2
        admin1 = '' if what in ('admin1', 'country') else admin1
        yield dict(zip(FIELDS, [name, code, admin1, admin2, lon, lat, what, table, '']))


def read_ucdp(data, by_name, left_out):
    with open(data / 'ucdp/ged231_sample_1000.csv', newline='', encoding='utf-8') as file:
        yield from ucdp_rows(csv.DictReader(file), 'ucdp-sample', by_name, left_out)
    layer = json.loads((data / 'ucdp/ged231_CAR.geojson').read_text(encoding='utf-8'))
    events = []
    for feature in layer['features']:
        lon, lat = feature['geometry']['coordinates'][:2]
        events.append(feature['properties'] | {'longitude': lon, 'latitude': lat})
    yield from ucdp_rows(events, 'ucdp-car', by_name, left_out)
    with open(data / 'ucdp/conflict_data_BGD.csv', newline='', encoding='utf-8') as file:
        events = [row for row in csv.DictReader(file) if not row['latitude'].startswith('#')]
    yield from ucdp_rows(events, 'ucdp-bgd', by_name, left_out)


def read_camps(data, by_name, _):
    with open(data / 'camps/mali2012/locations.csv', newline='', encoding='utf-8') as file:
        for row in csv.DictReader(file):
            code = by_name.get(row['country'].replace('_', ' '), '')
            what = 'camp' if row['location_type'] == 'camp' else 'place'
            yield dict(zip(FIELDS, [row['#name'], code, row['region'].replace('_', ' '), '',
                                    row['longitude'], row['latitude'], what, 'camps', '']))


def ring_holds(ring, lon, lat):
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def km_outside(polygons, lon, lat):
    """0 inside, else the distance to the nearest vertex."""
    inside = False
    for polygon in polygons:
        for ring in polygon:
            inside ^= ring_holds(ring, lon, lat)
    if inside:
        return 0.0
    return min(distance_km(x, y, lon, lat) for p in polygons for ring in p for x, y in ring)


def read_communes(data):
    layer = json.loads((data / 'ocha-mali/mli_admbnda_adm3_gov_ocha.geojson').read_text())
    communes = {}
    for feature in layer['features']:
        shape = feature['geometry']
        polygons = shape['coordinates']
        if shape['type'] == 'Polygon':
            polygons = [polygons]
        code = next(value for key, value in feature['properties'].items()
                    if key.lower() in ('admin3pcod', 'admin3pcode', 'pcode'))
        communes[code] = [[[point[:2] for point in ring] for ring in p] for p in polygons]
    return communes


def read_ocha(data, _, left_out):
    communes = read_communes(data)
    seen = set()
    with open(data / 'ocha-mali/settlements.csv', newline='', encoding='utf-8') as file:
        for row in csv.DictReader(file):
            lon, lat = float(row['longitude']), float(row['latitude'])
            key = (folded(row['featureNam']), row['admin3Pcod'])
            if key in seen:
                left_out['ocha: the same name twice in a commune'] += 1
                continue
            seen.add(key)
            polygons = communes.get(row['admin3Pcod'])
            outside = km_outside(polygons, lon, lat) if polygons else 0.0
            doubt = f'{outside:.0f} km outside its commune' if outside > 10 else ''
            yield dict(zip(FIELDS, [row['featureNam'], 'ML', row['admin1Name'], row['admin2Name'],
                                    lon, lat, 'place', 'ocha-ml', doubt]))


def read_dump(data, code):
    with open(data / f'geonames/{code}.txt', encoding='utf-8') as file:
        return [line.rstrip('\n').split('\t') for line in file]


def read_admin_names(data, file_name):
    names = {}
    for line in (data / 'geonames' / file_name).read_text(encoding='utf-8').splitlines():
        fields = line.split('\t')
        names[fields[0]] = fields[1]
    return names


def geonames_row(fields, name, table, admin1, admin2):
    code = f'{fields[8]}.{fields[10]}'
    return dict(zip(FIELDS, [name, fields[8], admin1.get(code, ''),
                             admin2.get(f'{code}.{fields[11]}', ''), fields[5], fields[4],
                             'place', table, '']))


def read_geonames_ml(data, _, left_out):
    """Populated places of GeoNames, for an index of OCHA's settlements."""
    admin1 = read_admin_names(data, 'admin1CodesASCII.txt')
    admin2 = read_admin_names(data, 'admin2Codes.txt')
    for fields in read_dump(data, 'ML'):
        if fields[6] != 'P':
            left_out['geonames-ml: not class P'] += 1
            continue
        yield geonames_row(fields, fields[1], 'geonames-ml', admin1, admin2)


def is_latin(name):
    return all(ord(c) < 0x250 or unicodedata.combining(c) for c in name)


def take_out_spellings(data, out):
    """Writes the dumps without one spelling of some places; yields rows that ask for it."""
    admin1 = read_admin_names(data, 'admin1CodesASCII.txt')
    admin2 = read_admin_names(data, 'admin2Codes.txt')
    (out / 'dumps-without').mkdir(exist_ok=True)
    for code in DUMPS:
        lines = []
        for fields in read_dump(data, code):
            others = [name for name in fields[3].split(',') if name]
            mine = {folded(fields[1]), folded(fields[2])}
            asked = sorted({name for name in others
                            if folded(name) not in mine and is_latin(name) and len(name) > 3})
            number = int(hashlib.sha256(fields[0].encode()).hexdigest()[:8], 16)
            if fields[6] == 'P' and asked and number % ONE_IN == 0:
                name = asked[number // ONE_IN % len(asked)]
                fields[3] = ','.join(o for o in others if folded(o) != folded(name))
                yield geonames_row(fields, name, 'alternates', admin1, admin2)
            lines.append('\t'.join(fields))
        (out / 'dumps-without' / f'{code}.txt').write_text('\n'.join(lines) + '\n', 'utf-8')


def read_unhcr(data, _, left_out):
    """Without positions: a country is right by its code."""
    _, by_iso3 = read_countries(data)
    with open(data / 'unhcr/countries.csv', newline='', encoding='utf-8') as file:
        for row in csv.DictReader(file):
            code = by_iso3.get(row['iso_code'])
            if not code:
                left_out[f'unhcr: {row["iso_code"]} is no country of GeoNames'] += 1
                continue
            yield dict(zip(FIELDS, [row['name'].strip(), code, '', '', '', '', 'country', 'unhcr',
                                    '']))


def write_table(path, rows):
    rows = list(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, FIELDS, lineterminator='\n')
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(text.getvalue(), encoding='utf-8')
    print(f'{path}: {len(rows)} rows', file=sys.stderr)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    by_name, _ = read_countries(data)
    left_out = Counter()
    rows = [row for read in (read_ucdp, read_camps, read_ocha, read_unhcr)
            for row in read(data, by_name, left_out)]
    tables = defaultdict(list)
    for row in rows:
        tables[row['table']].append(row)
    for table, of_table in tables.items():
        write_table(out / f'{table}.csv', of_table)
    write_table(out / 'events.csv', rows)
    write_table(out / 'geonames-ml.csv', read_geonames_ml(data, by_name, left_out))
    write_table(out / 'alternates.csv', take_out_spellings(data, out))
    for what, count in sorted(left_out.items()):
        print(f'left out: {count} {what}', file=sys.stderr)


if __name__ == '__main__':
    main()

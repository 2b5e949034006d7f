#!/usr/bin/env bash
# Opens the window on a small casebook under Xvfb, clicks on a symbol and accepts its event by key:
# both must arrive. Usage: click_symbol.sh PROGRAM. Exit code 77: no Xvfb or xdotool here, skipped.
set -uo pipefail
program=$1

for tool in Xvfb xdotool; do
    command -v "$tool" >/dev/null || { echo "skipped: no $tool"; exit 77; }
done

folder=$(mktemp -d)
xvfb_pid=
window_pid=
clean_up() {
    [ -n "$window_pid" ] && kill "$window_pid" 2>/dev/null
    [ -n "$xvfb_pid" ] && kill "$xvfb_pid" 2>/dev/null
    rm -rf "$folder"
}
trap clean_up EXIT

fail() {
    echo "failed: $1"
    echo "--- what the window said"
    cat "$folder/trace" "$folder/errors" 2>/dev/null
    exit 1
}

# wait_for PATTERN: until a line of the trace matches.
wait_for() {
    for _ in $(seq 300); do
        grep -qE "$1" "$folder/trace" && return 0
        kill -0 "$window_pid" 2>/dev/null || fail "the window closed while waiting for: $1"
        sleep 0.1
    done
    fail "nothing like this within 30 seconds: $1"
}

cat >"$folder/note.md" <<'TEXT'
# Weekly note on the north

Published: 20 March 2023

On 1 March 2023, gunmen attacked a convoy in Gao and killed five soldiers, the army said.

On 4 March 2023, armed men attacked the market in Kidal and killed three civilians, residents said.

On 9 March 2023, fighters abducted two teachers in Timbuktu, according to the mayor.
TEXT
"$program" read "$folder/note.md" -o "$folder/note.gpkg" || fail "the note could not be read"

exec 7>"$folder/display"
Xvfb -displayfd 7 -screen 0 1366x768x24 >/dev/null 2>&1 &
xvfb_pid=$!
for _ in $(seq 100); do
    [ -s "$folder/display" ] && break
    sleep 0.1
done
[ -s "$folder/display" ] || fail "Xvfb did not start"
DISPLAY=":$(cat "$folder/display")"
export DISPLAY

"$program" --print-selection "$folder/note.gpkg" >"$folder/trace" 2>"$folder/errors" &
window_pid=$!
wait_for '^symbol e'
wait_for '^symbols done'
sleep 1 # the map may still be fitted to the window's final size

# The last list of symbols, and of it the one that stands farthest from the others.
read -r id x y < <(tac "$folder/trace" | awk '
    $1 == "symbols" { if (seen++) exit; next }
    $1 == "symbol" { n++; id[n] = $2; x[n] = $3; y[n] = $4 }
    END {
        for (i = 1; i <= n; i++) {
            near = 1e9
            for (j = 1; j <= n; j++) {
                d = (x[i] - x[j]) ^ 2 + (y[i] - y[j]) ^ 2
                if (i != j && d < near) near = d
            }
            if (near > best || !best) { best = near; which = i }
        }
        print id[which], x[which], y[which]
    }')
[ -n "${y:-}" ] || fail "no symbol on the map"
echo "clicking on $id at $x, $y"
xdotool mousemove "$x" "$y" sleep 0.3 click 1
wait_for "^selected $id\$"

xdotool key a
wait_for "^status $id accepted\$"

xdotool key ctrl+q
for _ in $(seq 100); do
    kill -0 "$window_pid" 2>/dev/null || break
    sleep 0.1
done
wait "$window_pid" || fail "the window ended with an error"
window_pid=
"$program" export "$folder/note.gpkg" --status accepted -o "$folder/accepted.geojson" ||
    fail "the casebook could not be exported"
grep -q "$id" "$folder/accepted.geojson" || fail "the decision is not in the casebook"
echo "selected by a click, accepted by a key, stored in the casebook"

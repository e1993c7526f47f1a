#!/bin/sh
# Fetches the few front-end files we ship from npm and writes their manifest. Run it to change a version:
#   scripts/vendor.sh
# Nothing here runs in the build; VendoredFilesTests compares the files with the manifest.
set -eu

BOOTSTRAP=5.3.9
HTMX=2.0.11
HTMX_SSE=2.2.4
ICONS=1.13.2
LEAFLET=1.9.4
ICON_NAMES="archive camera mic arrow-counterclockwise arrow-left arrow-right arrow-repeat box-arrow-in-right
box-arrow-right briefcase building calendar3 chat-left-text check-circle-fill check-lg chevron-left
chevron-right clock clock-history diagram-3 exclamation-triangle-fill eye file-earmark-text flag
brightness-high circle-half cup-hot fonts geo-alt heart globe headset hourglass-split house inbox info-circle-fill journal-text list-check moon
people sliders volume-up card-checklist cloud-slash display hand-index-thumb
pause-circle-fill pencil-square person person-badge person-check question-circle-fill reply search
send shield-check star telephone tools x-circle-fill x-octagon-fill"

here=$(cd "$(dirname "$0")/.." && pwd)
out="$here/src/main/resources/static/vendor"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
cd "$work"
npm pack --silent "bootstrap@$BOOTSTRAP" "htmx.org@$HTMX" "htmx-ext-sse@$HTMX_SSE" "bootstrap-icons@$ICONS" "leaflet@$LEAFLET" >/dev/null
for pack in bootstrap-$BOOTSTRAP htmx.org-$HTMX htmx-ext-sse-$HTMX_SSE bootstrap-icons-$ICONS leaflet-$LEAFLET; do
  mkdir "$pack"
  tar xzf "$pack.tgz" -C "$pack" --strip-components=1
done

# The source map is not shipped, so its pointer goes too.
sed '/^\/\*# sourceMappingURL/d' "bootstrap-$BOOTSTRAP/dist/css/bootstrap.min.css" > "$out/bootstrap.min.css"
cp "bootstrap-$BOOTSTRAP/LICENSE" "$out/bootstrap.LICENSE.txt"
cp "bootstrap-icons-$ICONS/LICENSE" "$out/bootstrap-icons.LICENSE.txt"
cp "htmx.org-$HTMX/dist/htmx.min.js" "$out/htmx.min.js"
cp "htmx.org-$HTMX/LICENSE" "$out/htmx.org.LICENSE.txt"
cp "htmx-ext-sse-$HTMX_SSE/dist/sse.min.js" "$out/htmx-sse.min.js"
cp "htmx-ext-sse-$HTMX_SSE/LICENSE" "$out/htmx-ext-sse.LICENSE.txt"
# Its pictures are not shipped: our markers are words, so nothing asks for them.
sed '/^\/\/# sourceMappingURL/d' "leaflet-$LEAFLET/dist/leaflet.js" > "$out/leaflet.min.js"
sed -e '/^[[:space:]]*background-image: url(images\//d' -e '/^[[:space:]]*behavior: url(/d' "leaflet-$LEAFLET/dist/leaflet.css" > "$out/leaflet.css"
cp "leaflet-$LEAFLET/LICENSE" "$out/leaflet.LICENSE.txt"

{
  printf '<svg xmlns="http://www.w3.org/2000/svg">\n'
  for name in $ICON_NAMES; do
    tr -d '\n' < "bootstrap-icons-$ICONS/icons/$name.svg" \
      | sed -e "s|<svg[^>]*>|<symbol id=\"$name\" viewBox=\"0 0 16 16\">|" -e 's|</svg>|</symbol>|' -e 's|>  *<|><|g'
    printf '\n'
  done
  printf '</svg>\n'
} > "$out/icons.svg"

sum() { sha256sum "$out/$1" | cut -d' ' -f1; }
entry() {
  printf '  {"file": "%s", "name": "%s", "version": "%s", "licence": "%s", "source": "npm:%s@%s", "sha256": "%s"}' \
    "$1" "$2" "$3" "$4" "$2" "$3" "$(sum "$1")"
}
{
  printf '[\n'
  entry bootstrap.min.css bootstrap $BOOTSTRAP MIT; printf ',\n'
  entry bootstrap.LICENSE.txt bootstrap $BOOTSTRAP MIT; printf ',\n'
  entry htmx.min.js htmx.org $HTMX 0BSD; printf ',\n'
  entry htmx.org.LICENSE.txt htmx.org $HTMX 0BSD; printf ',\n'
  entry htmx-sse.min.js htmx-ext-sse $HTMX_SSE 0BSD; printf ',\n'
  entry htmx-ext-sse.LICENSE.txt htmx-ext-sse $HTMX_SSE 0BSD; printf ',\n'
  entry icons.svg bootstrap-icons $ICONS MIT; printf ',\n'
  entry bootstrap-icons.LICENSE.txt bootstrap-icons $ICONS MIT; printf ',\n'
  entry leaflet.min.js leaflet $LEAFLET BSD-2-Clause; printf ',\n'
  entry leaflet.css leaflet $LEAFLET BSD-2-Clause; printf ',\n'
  entry leaflet.LICENSE.txt leaflet $LEAFLET BSD-2-Clause; printf '\n]\n'
} > "$out/manifest.json"

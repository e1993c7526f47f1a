#!/bin/sh
# Makes the font of printed papers anew: Noto Sans SC, TrueType outlines, cut to GB 2312, Latin and signs.
# Needs npm and fontTools (Debian: python3-fonttools). Nothing here runs in the build.
set -eu

VERSION=0.4.3

here=$(cd "$(dirname "$0")/.." && pwd)
out="$here/src/main/resources/fonts"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
cd "$work"
npm pack --silent "@expo-google-fonts/noto-sans-sc@$VERSION" >/dev/null
tar xzf ./*.tgz
/usr/bin/python3 - > characters.txt <<'PY'
kept = set(map(chr, [*range(0x20, 0x7f), *range(0xa0, 0x100), *range(0xff01, 0xff5f)]))
kept |= set("·—–‘’“”…•→←✓√×°℃©®¥￥㎡镕喆堃祎翀玥钰垚婳昇晟濛曌")
for high in range(0xa1, 0xf8):
    for low in range(0xa1, 0xff):
        try:
            kept.add(bytes([high, low]).decode("gb2312"))
        except UnicodeDecodeError:
            pass
print("".join(sorted(kept)), end="")
PY
/usr/bin/python3 -m fontTools.subset package/400Regular/NotoSansSC_400Regular.ttf \
  --text-file=characters.txt --output-file="$out/NotoSansSC-Regular.ttf" --layout-features='' \
  --no-hinting --name-IDs='*' --drop-tables+=GSUB,GPOS,GDEF,vhea,vmtx,BASE,DSIG,STAT
cp package/LICENSE_FONT "$out/OFL.txt"

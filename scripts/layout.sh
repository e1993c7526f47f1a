#!/usr/bin/env bash
# Lays target/bihuan.jar out as the JVM reads it fastest, and lets the JVM keep what a first start
# loads (an AOT cache). Needs JAVA_HOME; called by ./bihuan after a build and by scripts/package.sh.
# Without the cache everything works, only slower to start; so its failure is told and is no failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
home=$(pwd -P)

rm -rf target/app target/bihuan.aot
"$JAVA_HOME/bin/java" -Djarmode=tools -jar target/bihuan.jar extract --destination target/app --force >/dev/null
# The first rehearsal makes a district, the second is what every later start is like, and is kept. All compilers take part: with
# the quick one alone a start is shorter, but what was only ever compiled quickly then stays so for good (docs/adr/0010-aot-cache.md).
log=$(mktemp)
district=$(mktemp -d)
rehearse() {
  "$JAVA_HOME/bin/java" "$@" -XX:+UseSerialGC -Xmx768m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -jar "$home/target/app/bihuan.jar" rehearse --data "$district" >>"$log" 2>&1
}
if rehearse && rehearse -XX:AOTCacheOutput=target/bihuan.aot && [ -s target/bihuan.aot ]; then
  rm -f "$log"
else
  rm -f target/bihuan.aot
  echo "bihuan: no AOT cache could be made, starting takes longer; see $log" >&2
fi
rm -rf "$district"
touch target/app/laid-out # the cache knows the jars by their dates: they are left alone

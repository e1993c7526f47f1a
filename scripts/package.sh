#!/usr/bin/env bash
# Makes target/bihuan-package.tar.gz: the program laid out for a server, with its start script. The
# AOT cache fits one JVM only and is therefore made where the package is unpacked, at the first start.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/jdk.sh
. scripts/jdk.sh
[ -f target/bihuan.jar ] || ./mvnw -B -ntp -q package -Dmaven.test.skip=true
stage=$(mktemp -d)
mkdir -p "$stage/bihuan/target" "$stage/bihuan/scripts"
cp target/bihuan.jar "$stage/bihuan/target/"
cp bihuan LICENSE NOTICE README.md README.zh-CN.md CHANGELOG.md SECURITY.md "$stage/bihuan/"
cp scripts/jdk.sh scripts/layout.sh "$stage/bihuan/scripts/"
tar -C "$stage" -czf target/bihuan-package.tar.gz bihuan
rm -rf "$stage"
echo "target/bihuan-package.tar.gz"

# shellcheck shell=bash
# Finds a JDK 25 or newer and exports JAVA_HOME and PATH. Sourced by ./verify and ./bihuan.
# Maven may run on an older Java; the product is compiled and run on what is found here.

# Prints the feature number of the JDK in a folder: 25. Prints nothing if there is no JDK.
bihuan_jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

# Succeeds, with JAVA_HOME exported, if one of the usual places holds a JDK 25 or newer.
bihuan_find_jdk() {
  local on_path candidate version
  on_path="$(command -v javac || true)"
  if [ -n "$on_path" ]; then
    on_path="$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")"
    on_path="${on_path%/bin/javac}"
  fi
  for candidate in \
    "${JAVA_HOME:-}" \
    "$on_path" \
    /usr/lib/jvm/*25* /usr/lib64/jvm/*25* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/25* \
    "${HOME:-/nonexistent}"/.jdks/*25* \
    "${HOME:-/nonexistent}"/.gradle/jdks/*25* \
    /opt/*jdk*25* /opt/java/* /opt/*25*jdk* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$candidate" ] || continue
    version="$(bihuan_jdk_version "$candidate")"
    if [ "${version:-0}" -ge 25 ]; then
      JAVA_HOME="$candidate"
      PATH="$JAVA_HOME/bin:$PATH"
      export JAVA_HOME PATH
      return 0
    fi
  done
  return 1
}

if ! bihuan_find_jdk; then
  echo "Bihuan needs a JDK 25: install one (for example Temurin 25) and set JAVA_HOME to its folder." >&2
  exit 1
fi

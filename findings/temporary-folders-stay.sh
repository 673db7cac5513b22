#!/usr/bin/env bash
# Swift 6.3 leaves a temporary folder behind each time that it is asked for its version, and some each build.
#
# `swiftc --version` makes a folder TemporaryDirectory.XXXXXX, with an empty file in it, and ends without
# taking it away; compiling a file leaves none. The package manager asks for more than one such thing of
# each build, also of one in which nothing is to be done. A machine that builds and tests all day, as for a
# course or in CI, has thousands of them after two days. Who asks for the version often should keep it, or
# give the compiler a TMPDIR of its own that is removed.
#
# Seen: Swift 6.3.1 (x86_64, Linux). Output seen:
#   swiftc --version: 1 left
#   swiftc of a file: 0 left
#   swift build, nothing to do: 6 left
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/tmp" "$folder/package/Sources/P"
printf '%s\n' '// swift-tools-version: 6.0' 'import PackageDescription' \
  'let package = Package(name: "P", targets: [.target(name: "P")])' >"$folder/package/Package.swift"
echo 'public let x = 1' >"$folder/package/Sources/P/P.swift"
cp "$folder/package/Sources/P/P.swift" "$folder/file.swift"
swift build --package-path "$folder/package" >/dev/null 2>&1

# left WORDS COMMAND…: how many more folders there are after the command.
failed=0
left() {
  local words=$1 least=$2 most=$3
  shift 3
  rm -rf "$folder/tmp" && mkdir "$folder/tmp"
  TMPDIR="$folder/tmp" "$@" >/dev/null 2>&1
  local count
  count=$(find "$folder/tmp" -maxdepth 1 -name 'TemporaryDirectory.*' | wc -l)
  echo "$words: $count left"
  [ "$count" -ge "$least" ] && [ "$count" -le "$most" ] || failed=1
}
swiftc --version 2>&1 | head -1
left "swiftc --version" 1 1 swiftc --version
left "swiftc of a file" 0 0 swiftc -emit-module -o "$folder/m.swiftmodule" "$folder/file.swift"
left "swift build, nothing to do" 1 99 swift build --package-path "$folder/package"
exit $failed

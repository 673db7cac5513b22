import Foundation

/// The archive that an instructor uploads to Gradescope, so that each submission is graded there as it
/// comes: this package, what sets an image up, and what is run for each submission.
public struct GradescopeAutograder: Sendable {
  /// What a machine needs that nobody knows of: the vectors of Haswell, which all have.
  private static let cpu = "x86-64-v3"

  private let exercise: Exercise
  private let installation: Installation

  /// "6.3.1".
  private let swift: String

  public init(_ exercise: Exercise, _ installation: Installation) throws(GraderError) {
    self.exercise = exercise
    self.installation = installation
    let root = installation.root
    guard installation.hasSolutions else { throw .noSolutions(root: root) }
    let toolchain = try Toolchain.find()
    let version = try Command.run(
      [toolchain.compiler, "--version"], in: root, environment: toolchain.environment,
      limits: toolchain.limits
    ).output
    guard let match = version.firstMatch(of: /Swift version (\d+(?:\.\d+)+)/) else {
      throw .noToolchain
    }
    swift = String(match.1)
  }

  /// Writes the archive to `path`, where nothing lies but an earlier one.
  public func write(to path: String) throws(GraderError) {
    // The name of the first entry, behind its head.
    try EarlierExport.check(path, begins: Data("setup.sh".utf8), at: 30)
    try AtomicFile.write(try archive(), to: path)
  }

  func archive() throws(GraderError) -> Data {
    var zip = ZipFile()
    zip.add("setup.sh", Data(setup.utf8), isExecutable: true)
    zip.add("run_autograder", Data(run.utf8), isExecutable: true)
    for file in try files() { zip.add(file, try installation.contents(of: file)) }
    return zip.data
  }

  /// What of the package is needed to build and to grade.
  private func files() throws(GraderError) -> [String] {
    try ["Package.swift"]
      + installation.files(in: [
        "Data/AnswerKeys", "Data/Datasets", "Data/Derived", "Exercises", "Grader", "Solutions",
        "Tests/ExerciseTests",
      ])
  }

  /// Run once, when the image is made. In the end the reference is graded: an image in which it does
  /// not get all points must not grade anybody.
  var setup: String {
    """
    #!/usr/bin/env bash
    set -euo pipefail
    export DEBIAN_FRONTEND=noninteractive GRADUS_CPU=\(Self.cpu)
    . /etc/os-release
    apt-get update
    apt-get install -y --no-install-recommends binutils ca-certificates curl g++ git gzip \\
      libc6-dev libcurl4-openssl-dev libedit2 libncurses-dev libpython3-dev libsqlite3-0 \\
      libxml2-dev libz3-dev pkg-config tzdata unzip zlib1g-dev
    release=swift-\(swift)-RELEASE
    mkdir -p /opt/swift
    curl -fsSL "https://download.swift.org/swift-\(swift)-release/$ID${VERSION_ID//./}/$release/$release-$ID$VERSION_ID.tar.gz" |
      tar xz --strip-components=1 -C /opt/swift
    export PATH="/opt/swift/usr/bin:$PATH"
    cd "${AUTOGRADER:-/autograder}/source"
    swift build -c release --product grader
    trial=$(mktemp -d)
    mkdir "$trial/class"
    cp -R "Solutions/\(exercise.folder)" "$trial/class/submission"
    .build/release/grader batch "$trial/class" --exercise \(exercise.number) \\
      --output "$trial/out" --sandbox none
    grep -q '^submission,\(exercise.possible),\(exercise.possible),' "$trial/out/gradebook.csv"
    rm -r "$trial"

    """
  }

  /// Run for each submission. Where the grader fails nothing is written, and Gradescope says that: it
  /// must not be a zero. A status of 1 is an archive that cannot be read, and who handed it in is told.
  var run: String {
    """
    #!/usr/bin/env bash
    set -euo pipefail
    home="${AUTOGRADER:-/autograder}"
    export PATH="/opt/swift/usr/bin:$PATH" GRADUS_CPU=\(Self.cpu)
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    mkdir -p "$work/class" "$home/results"
    cp -R "$home/submission" "$work/class/submission"
    cd "$home/source"
    .build/release/grader batch "$work/class" --exercise \(exercise.number) \\
      --output "$work/out" --sandbox none || [ $? = 1 ]
    .build/release/grader export "$work/out" --format gradescope --into "$work/results"
    cp "$work/results/submission/results.json" "$home/results/results.json"

    """
  }
}

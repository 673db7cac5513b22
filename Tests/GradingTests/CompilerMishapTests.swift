import Foundation
import Testing

@testable import Grading

/// Compilers that are shell scripts: each fails in one way.
@Suite("A compiler's mishap is nobody's zero")
struct CompilerMishapTests {
  private let written = ["A.swift": "func a() {}", "B.swift": "func b() {}"]

  private func stop(_ compiler: FakeCompiler) -> CompilerStop? {
    do {
      _ = try compiler.build(written)
      return nil
    } catch GraderError.compilerStopped(let stop) {
      return stop
    } catch {
      Issue.record(error)
      return nil
    }
  }

  @Test("Where it does its work, it is started once for room, answers and program each")
  func works() throws {
    let compiler = try FakeCompiler("")
    #expect(try compiler.build(written).replaced.isEmpty)
    #expect(compiler.runs == 3)
  }

  @Test(
    "One that is stopped once is asked again, and what was handed in stands",
    arguments: [
      "kill -9 $$", "echo 'error: compile command failed due to signal 9 (use -v)' >&2; exit 1",
      "echo 'Stack dump:' >&2; exit 1", "exit 1",
    ])
  func onceIsNothing(mishap: String) throws {
    let compiler = try FakeCompiler("[ $run = 1 ] && { \(mishap); }")
    #expect(try compiler.build(written).replaced.isEmpty)
    #expect(compiler.runs == 4)
  }

  @Test("One that is killed twice is a fault of the grader, with the cure")
  func killedTwice() throws {
    let compiler = try FakeCompiler("kill -9 $$")
    #expect(stop(compiler) == .signal(9))
    #expect(compiler.runs == 2)
    #expect(
      Sentences.error(GraderError.compilerStopped(.signal(9)))
        == "The compiler was killed, twice, as the system does when memory runs out. That is no "
        + "fault of whoever wrote the files: run the same command again when more is free, or with "
        + "fewer --jobs.")
  }

  @Test("So is one whose helper is killed or crashes, which the driver only tells")
  func helperStopped() throws {
    let crash = """
      echo 'Please submit a bug report (https://swift.org) and include the crash backtrace.' >&2
      echo 'Stack dump:' >&2
      """
    for (script, expected) in [
      (
        "\(crash)\necho 'error: compile command failed due to signal 6 (use -v)' >&2; exit 1",
        CompilerStop.signal(6)
      ),
      ("\(crash)\nexit 1", .crash),
      ("echo 'clang: error: unable to execute command: Killed' >&2; exit 1", .signal(9)),
    ] {
      #expect(stop(try FakeCompiler(script)) == expected)
    }
  }

  @Test("So is one that waits for ever")
  func waits() throws {
    let compiler = try FakeCompiler("exec sleep 60", wallSeconds: 0.2)
    #expect(stop(compiler) == .noEnd(seconds: 0.2))
  }

  @Test("A file that keeps it computing to the limit, again and again, is that file's fault alone")
  func bomb() throws {
    let compiler = try FakeCompiler(
      "holds bomb \"$@\" && while :; do :; done", cpuSeconds: 1)
    let build = try compiler.build(["A.swift": "// bomb", "B.swift": "func b() {}"])
    #expect(
      build.standIns == [
        StandIn(file: "A.swift", parts: ["5.1"], reason: .computedTooLong(cpuSeconds: 1))
      ])
    #expect(
      Sentences.reason(build.standIns[0]).hasPrefix(
        "A.swift takes the compiler more than 1 s of computing. "))
  }

  @Test("Errors with a line stand, even where it did not come to its end after them")
  func errorsFirst() throws {
    let compiler = try FakeCompiler(
      "holds wrong \"$@\" && { echo 'room/A.swift:1:4: error: no' >&2; kill -9 $$; }")
    let build = try compiler.build(["A.swift": "wrong", "B.swift": "func b() {}"])
    #expect(build.replaced == ["A.swift"])
    #expect(
      Sentences.reason(build.standIns[0]) == "A.swift, line 1, does not compile: no.")
  }

  @Test("Nothing that a file says makes it a mishap: no quoted line, and no message of its own")
  func quotes() throws {
    let compiler = try FakeCompiler(
      """
      holds wrong "$@" && {
        echo "room/A.swift:1:4: error: No space left on device" >&2
        echo "1 | Stack dump: error: compile command failed due to signal 9" >&2
        exit 1
      }
      """)
    #expect(
      try compiler.build(["A.swift": "wrong", "B.swift": ""]).standIns.map(\.reason) == [
        .errors([
          Diagnostic(
            file: "A.swift", line: 1, column: 4, message: "No space left on device", code: "wrong")
        ])
      ])
  }

  @Test(
    "One that fails twice without naming a line costs nobody the one file that was written",
    arguments: ["echo 'error: Disk quota exceeded' >&2; exit 1", "exit 1"])
  func failsTwiceWithoutALine(words: String) throws {
    let compiler = try FakeCompiler("[ $run -le 2 ] && { \(words); }")
    #expect(try compiler.build(["A.swift": "func a() { }"]).replaced.isEmpty)
  }

  @Test("A symbol that is called like a full disk is the file's own fault")
  func symbolNamedLikeAFullDisk() throws {
    let compiler = try FakeCompiler(
      """
      case "$*" in
        *room/A.swift*) holds wrong "$@" && touch "$0.wrong" || rm -f "$0.wrong";;
        *-use-ld=*) [ -e "$0.wrong" ] && {
          echo 'ld.lld: error: undefined symbol: No space left on device' >&2; exit 1; };;
      esac
      """)
    #expect(try compiler.build(["A.swift": "func a() { wrong() }"]).replaced == ["A.swift"])
  }

  @Test("Where not even the stubs compile, the compiler's words are told and nobody is blamed")
  func nothingCompiles() throws {
    let compiler = try FakeCompiler("echo '<unknown>:0: error: unable to load library' >&2; exit 1")
    let error = #expect(throws: GraderError.self) { try compiler.build(written) }
    #expect(
      error.map(Sentences.error) == "05-MadeUp does not compile, not even as it was given. "
        + "'swift build' says more.\n  unable to load library")
  }

  @Test("Modules that were made in another place are told as such, with the cure")
  func movedModules() throws {
    let compiler = try FakeCompiler(
      """
      echo "<unknown>:0: error: precompiled file '/new/ModuleCache/X/S.pcm' was compiled with \
      module cache path '/old/ModuleCache/X', but the path is currently '/new/ModuleCache/X'" >&2
      exit 1
      """)
    let error = #expect(throws: GraderError.self) { try compiler.build(written) }
    #expect(error.map(Sentences.error)?.hasPrefix("Gradus was built in /old and lies in ") == true)
  }

  @Test(
    "What it keeps of the system's modules lies beside the package, or else in a folder of ours")
  func moduleCache() throws {
    let toolchain = try Toolchain(compiler: "/bin/true", path: "")
    let products = try ScratchFolder()
    let shared = "\(products.path)/ModuleCache"
    #expect(toolchain.cache(in: products.path) == shared)
    try Folder.make("\(shared)/X")
    #expect(toolchain.cache(in: products.path) == shared)
    try FileManager.default.removeItem(atPath: shared)
    try Data().write(to: URL(fileURLWithPath: shared))
    #expect(toolchain.cache(in: products.path).contains("/gradus-"))
    #expect(!toolchain.cache(in: products.path).hasPrefix(products.path))
  }

  @Test("What it leaves in its temporary folder lies in a scratch folder, and goes with that")
  func leavesNothing() throws {
    var place = ""
    do {
      let compiler = try FakeCompiler("mkdir \"$TMPDIR/left.$run\"")
      _ = try compiler.build(written)
      #expect(compiler.leftBehind.sorted() == ["left.1", "left.2", "left.3"])
      place = try #require(compiler.temporaryFolder)
    }
    #expect(place.contains("/gradus-"))
    #expect(!FileManager.default.fileExists(atPath: place))
  }
}

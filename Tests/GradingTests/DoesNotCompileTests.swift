import Doorway
import Foundation
import Testing

@testable import Grading

@Suite("A file that does not compile")
struct DoesNotCompileTests {
  private let error = Diagnostic(
    file: "ReLU.swift", line: 29, column: 12, message: "cannot find 'y' in scope",
    code: "    max(x, y)\t")

  private func build(_ reason: StandIn.Reason, parts: [String] = ["5.3"]) -> Build {
    Build(
      executable: "", standIns: [StandIn(file: "ReLU.swift", parts: parts, reason: reason)],
      leftOut: [:], seconds: 0)
  }

  /// Examines a check of which the subject comes to the unwritten part `part`.
  private func entry(
    reaching part: String, _ build: Build
  ) throws -> (exercise: Exercise, report: Report) {
    let check = Check("05.relu.forward", claim: "A claim", points: 3, hints: ["A hint?"]) { _ in
      throw SubjectEnd.unfinished(part: part)
    }
    let exercise = Exercise(
      number: "05", title: "", folder: "", files: ["ReLU.swift"],
      plan: ExercisePlan(checks: [:], together: [check]))
    let examiner = Examiner(
      exercise, seed: 0, oracle: Oracle { _, _ in NoSubject() }, data: try .synthetic(seed: 0),
      build: build
    ) { _ in NoSubject() }
    let report = Report(
      "s", of: exercise, seed: 0, build: build, checks: [examiner.result(of: check)])
    return (exercise, report)
  }

  private func next(_ exercise: Exercise, _ report: Report) -> String {
    Screen.next(after: [.examined(exercise, report)], in: [exercise])
  }

  @Test("A check that comes to its part says so with its line, and is not 'still to be written'")
  func verdict() throws {
    let (exercise, report) = try entry(reaching: "5.3", build(.errors([error])))
    let sentence = "ReLU.swift, line 29, does not compile: cannot find 'y' in scope."
    #expect(report.checks[0].verdict == .doesNotCompile)
    #expect(report.checks[0].message == sentence)
    #expect(report.checks[0].hint.isEmpty)
    #expect(report.notes == ["\(sentence) The stub stands in for the file."])
    #expect(next(exercise, report) == "Next: \(sentence)")
  }

  @Test("On a screen it stands once: the line, the code with a caret, and what waits for it")
  func once() throws {
    let (exercise, report) = try entry(reaching: "5.3", build(.errors([error])))
    let block = """
        ⊘ ReLU.swift, line 29, does not compile: cannot find 'y' in scope.
              max(x, y)\u{20}
                     ^
            1 check waits until it does: 05.relu.forward.

      """
    let checked = Screen.report(report, of: exercise, in: [exercise])
    let tested = Screen.summary([.examined(exercise, report)], in: [exercise])
    for screen in [checked, tested] {
      #expect(screen.contains(block), "\(screen)")
      #expect(screen.count(of: "cannot find 'y' in scope") == 1, "\(screen)")
      #expect(screen.contains("Next: ReLU.swift has to compile: see above."))
    }
    #expect(checked.contains("⊘ 05.relu.forward"))
    #expect(Screen.markdown(report, of: exercise).count(of: "in scope") == 1)
    // Nothing stands above where all exercises are told in a line each.
    let overview = Screen.overview([.examined(exercise, report)], in: [exercise])
    #expect(overview.count(of: "cannot find 'y' in scope") == 1, "\(overview)")
  }

  @Test("Of several errors in a file the first is shown in its line, and the next are told")
  func several() throws {
    let next = Diagnostic(file: "ReLU.swift", line: 31, column: 1, message: "expected '}'")
    let (exercise, report) = try entry(reaching: "5.3", build(.errors([error, next])))
    let screen = Screen.report(report, of: exercise, in: [exercise])
    #expect(screen.contains("cannot find 'y' in scope (1 more in it).\n        max(x, y)"))
    #expect(screen.contains("\n      line 31: expected '}'\n      1 check waits"), "\(screen)")
  }

  @Test("The line of code is that of the file, in whatever line ends; a very long one is left out")
  func quotes() {
    let sources = ["ReLU.swift": Data("a\r\nb\r\n\(String(repeating: "c", count: 300))".utf8)]
    func code(_ line: Int) -> String? {
      Diagnostic(file: "ReLU.swift", line: line, column: 1, message: "").quoting(sources).code
    }
    #expect((1...4).map(code) == ["a", "b", nil, nil])
  }

  @Test("A part of another file is still to be written, and what comes next is to compile")
  func otherPart() throws {
    let (exercise, report) = try entry(reaching: "5.1", build(.errors([error])))
    #expect(report.checks[0].verdict == .unfinished)
    #expect(next(exercise, report).hasPrefix("Next: ReLU.swift, line 29, does not"))
  }

  @Test("It is told why, whatever the reason is, in words that name the file")
  func sentences() {
    func sentence(_ reason: StandIn.Reason) -> String {
      Sentences.reason(StandIn(file: "ReLU.swift", parts: [], reason: reason))
    }
    let other = Diagnostic(file: "Net.swift", line: 7, column: 1, message: "cannot find 'ReLU'")
    #expect(
      sentence(.errors([error, error]))
        == "ReLU.swift, line 29, does not compile: cannot find 'y' in scope (1 more in it).")
    var asking = error
    asking.message = "cannot find 'y' in scope; did you mean 'x'?"
    #expect(
      sentence(.errors([asking]))
        == "ReLU.swift, line 29, does not compile: cannot find 'y' in scope; did you mean 'x'?")
    #expect(
      sentence(.errorsElsewhere([other])) == "ReLU.swift does not compile with the other files: "
        + "Net.swift, line 7: cannot find 'ReLU'.")
    #expect(
      sentence(
        .declarations([
          ChangedDeclaration(
            type: "ReLU", name: "init", expected: "public init(slope: Double, from x: Int)",
            seen: nil, line: 4)
        ]))
        == "ReLU.swift, line 4, does not compile with the checks, which call it as the stub "
        + "declares it: `init(slope:from:)` of `ReLU` must be there and be public: "
        + "public init(slope: Double, from x: Int).")
    #expect(
      sentence(
        .declarations([
          ChangedDeclaration(
            type: "ReLU", name: "f", expected: "public func f()", seen: "public func f(x: Int)")
        ])
      ).hasSuffix("`f` of `ReLU` must be public func f(), and is public func f(x: Int)."))
    #expect(
      sentence(.words(["duplicate symbol: main"])) == "ReLU.swift does not compile: it declares a "
        + "main program (`@main`, say), and that is the grader's. Take it out.")
    #expect(
      sentence(.words(["duplicate symbol: taken"]))
        == "ReLU.swift does not compile: it gives a name "
        + "to the linker that is taken already, `taken`.")
    #expect(sentence(.words([])) == "ReLU.swift does not compile: the compiler does not say why.")
    #expect(
      sentence(.tookTooMuchMemory(bytes: 6 << 30)).hasPrefix(
        "ReLU.swift takes the compiler more than 6 GiB of memory."))
  }

  @Test("What the compiler says in words that do not help is said in others")
  func translations() {
    func message(_ text: String) -> String? {
      Diagnostic.errors(in: "/a/b/ReLU.swift:1:2: error: \(text)\n").first?.message
    }
    #expect(
      message(
        "the compiler is unable to type-check this expression in reasonable time; try breaking up "
          + "the expression into distinct sub-expressions")?.contains("mixes Int and Double")
        == true)
    #expect(
      message("expressions are not allowed at the top level")
        == "a statement stands outside of all functions: it belongs into one")
    #expect(message("cannot find 'y' in scope") == "cannot find 'y' in scope")
  }

  @Test("Parts are read off the stub; what the linker says, off its lines")
  func reading() {
    #expect(
      StandIn.parts(of: "{ unfinished(\"5.10\") }\n// unfinished()\n unfinished(\"5.11\")")
        == ["5.10", "5.11"])
    #expect(
      Diagnostic.complaints(
        in: """
          error: link command failed with exit code 1 (use -v to see invocation)
          ld.lld: error: undefined symbol: nowhere
          >>> referenced by ReLU.swift:29
          /usr/bin/ld.gold: error: cannot open x
          <unknown>:0: error: unable to load
          LLVM ERROR: out of memory
          ReLU.swift:1:1: error: no words of mine
          12 | error: nor I
          """) == [
          "link command failed with exit code 1 (use -v to see invocation)",
          "undefined symbol: nowhere", "cannot open x", "unable to load", "out of memory",
        ])
  }

  @Test(
    "Of a type that another file declares it is told where it was found, and nothing is missing")
  func foundElsewhere() {
    let build = Build(
      executable: "", standIns: [], leftOut: ["ReLU.swift": ["Sigmoid.swift"]], seconds: 0)
    let report = Report(
      "s", of: SyntheticClass.exercise, seed: 0, build: build,
      notes: ["ReLU.swift was not handed in. The stub stands in for it.", "Another note."],
      checks: [])
    #expect(
      report.notes == [
        "Another note.",
        "Sigmoid.swift declares what ReLU.swift should, and counts.",
      ])
  }
}

/// A subject that is never asked.
private final class NoSubject: Subject {
  let printed = ""

  func exchange(
    _ question: Frame, limits: Limits, progress: (TrainingProgress) -> Void
  ) throws -> Frame {
    throw SubjectEnd.exited(status: 0)
  }
}

@Suite("The place of scratch folders")
struct ScratchFolderTests {
  @Test("An empty TMPDIR is none, and a relative one is meant from where the grader was started")
  func places() throws {
    #expect(try ScratchFolder.parent(nil) == "/tmp")
    #expect(try ScratchFolder.parent("") == "/tmp")
    #expect(
      try ScratchFolder.parent("a b") == FileManager.default.currentDirectoryPath + "/a b")
  }

  @Test("A name that the compiler fails over is refused with the cure", arguments: ["/a%b", "/é"])
  func refused(path: String) {
    let error = #expect(throws: GraderError.self) { try ScratchFolder.parent(path) }
    #expect(
      error.map(Sentences.error) == "TMPDIR names \(path), and the Swift compiler fails in folders "
        + "with '%' or letters beyond ASCII in their names. Name another: TMPDIR=/tmp.")
  }
}

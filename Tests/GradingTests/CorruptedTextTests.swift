import Corruptions
import Datasets
import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

/// Tables, policies, sources and the package's own lists that are spoiled end in a sentence.
@Suite("Of corrupted texts")
struct CorruptedTextTests {
  private let folder: ScratchFolder
  private let root: String

  init() throws {
    folder = try ScratchFolder()
    root = try Installation.find().root
  }

  private func put(_ bytes: [UInt8], at name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
  }

  private let canvas =
    "Student,ID,SIS User ID,SIS Login ID,Section,hw1 (11),hw10 (12),Final Score\r\n"
    + ",,,,,Manual Posting,,\r\n    Points Possible,,,,,100.0,100.0,(read only)\r\n"
    + "\"Example, Ann\",12345,s1,ann,A,,3,=1+1\r\n\"O\"\"Neil, Bo\",777.0,007,bo,A,EX,EX, x \r\n"
  private let moodle =
    "\u{FEFF}ID;\"Vollständiger Name\";E-Mail-Adresse;Bewertung;Bestwertung;"
    + "\"Bewertung kann geändert werden\"\nTeilnehmer/in4711;Jan;jan@x.de;;100,00;Ja\n"
    + "Teilnehmer/in12;\"Bo Li\";bo@x.de;55,00;100,00;Nein\n"

  @Test("gradebooks of course sites")
  func gradebooks() throws {
    let reports = ["ann", "12345", "jan@x.de", "4711", "nobody"].map { SyntheticClass.report($0) }
    var number = 0
    let faults = Corruptions(of: [canvas, moodle]).faults("gradebooks") { bytes in
      number += 1
      return sentence {
        let table = DelimitedText(bytes)
        let few = [reports[number % 5]]
        if number % 2 == 0 {
          _ = try SiteGradebook.canvas("c.csv", table, assignment: number % 4 == 0 ? "hw1" : nil)
            .merging(few, possible: Score(100))
        } else {
          _ = try SiteGradebook.moodle("m.csv", table, title: number % 3 == 0 ? "Grade" : nil)
            .merging(few, possible: Score(100))
        }
      }
    }
    #expect(faults == [])
  }

  @Test("policies and their tables of times")
  func policies() throws {
    let texts = [
      "{\"attempts\": 3, \"ours\": \"counts\", \"bonus\": \"is capped\", \"late\": {\"due\": "
        + "\"2026-11-20T23:59:59+01:00\", \"times\": \"times.csv\", \"each\": \"1 h\", \"costs\": "
        + "\"12.5 %\", \"grace\": \"15 min\", \"most\": \"50 %\", \"of\": \"possible\"}}",
      "{\"extra\": [{\"submission\": \"ann\", \"points\": 2.5, \"for\": \"a talk\"}],"
        + " \"round\": {\"to\": 0.5, \"direction\": \"up\"}}",
    ]
    let times = Array("submission,time\nann,2026-11-21T00:10:00+01:00\n".utf8)
    let report = SyntheticClass.report("ann", [.failed])
    var number = 0
    func read(_ bytes: [UInt8]) -> String? {
      number += 1
      return sentence {
        let isTable = number % 4 == 0
        try put(isTable ? Array(texts[0].utf8) : bytes, at: "policy.json")
        try put(isTable ? bytes : times, at: "times.csv")
        let policy = try Policy(readFrom: "\(folder.path)/policy.json")
        _ = policy.grade(report)
        try policy.checkNames(["ann"])
      }
    }
    let all = texts + [String(decoding: times, as: UTF8.self)]
    #expect(Corruptions(of: all).faults("policies", read) == [])
  }

  @Test("lists of mistakes, of equivalent mutants and of exercises, and marks in solutions")
  func lists() throws {
    func read(_ file: String) throws -> String {
      String(try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8).prefix(1500))
    }
    let solution = try read("Solutions/05-NeuralNetworks/ReLU.swift")
    let texts = [
      try read("Solutions/05-NeuralNetworks/mistakes.txt"),
      try read("Solutions/05-NeuralNetworks/equivalent.txt"), solution, try read("Package.swift"),
    ]
    let faults = Corruptions(of: texts).faults("lists") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let sentences = [
        sentence {
          for mistake in try MistakeSource.parse(text, file: "m").prefix(3) {
            _ = try mistake.applied(to: solution, mistakesFile: "m")
          }
        },
        sentence { _ = try EquivalentMutants(text, file: "e") },
        sentence { _ = try SolutionSource(text, file: "s").stub },
        sentence {
          try put(bytes, at: "Package.swift")
          _ = try CourseSource.list(in: "\(folder.path)/Package.swift")
        },
      ]
      return sentences.compactMap(\.self).joined(separator: "\n").nonEmpty
    }
    #expect(faults == [])
  }

  @Test("sources, interfaces, reports of a crash and of Gradescope are read to their end")
  func sources() throws {
    let source = try String(
      contentsOfFile: "\(root)/Solutions/07-Autograd/NodeFunctions.swift", encoding: .utf8)
    let texts = [
      String(source.prefix(1500)),
      "let a = #\"\\#(\"x\\(y)\")\"#\n/* /* */ */ let r = /a(b)/ // c\n\"\"\"\n\\(z)\n\"\"\"\n0x1.8p3",
      "public struct A : Swift.Equatable {\n  public var x: Swift.Int {\n    get\n    set\n  }\n}\n",
      "{\"description\":\"Swift runtime failure: x\",\"threads\":[{\"crashed\":true,\"frames\":"
        + "[{\"symbol\":\"$sS\",\"inlined\":true,\"sourceLocation\":{\"file\":\"A.swift\",\"line\":3}}]}]}",
      "submission_1:\n  :submitters:\n  - :name: 'Ann'\n    :sid: \"12\"\n    :email: a@b\n",
    ]
    let faults = Corruptions(of: texts).faults("sources") { bytes in
      let encoding = SourceEncoding(of: Data(bytes))
      let data = encoding?.recoded(Data(bytes)) ?? Data(bytes)
      let text = String(decoding: data, as: UTF8.self)
      _ = (SwiftText(text).lines, Interface(text, module: "A").members)
      _ = WrittenPart.parts(of: text)
      let crash = CrashReport(Data(bytes))
      _ = (crash?.places(in: ["A.swift"]), CrashReport.reason(crash, log: text))
      _ = (CrashReport.removed(from: text), CrashReport.saysOutOfMemory(text))
      return sentence {
        try put(bytes, at: "submission_metadata.yml")
        _ = GradescopeMetadata(in: folder.path)?.owners
      }
    }
    #expect(faults == [])
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

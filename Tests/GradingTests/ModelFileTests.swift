import Datasets
import Foundation
import Tensors
import Testing

@testable import Grading

/// What is read of a trained network that somebody handed in, and what is said where it is not.
@Suite("A trained network that was handed in")
struct ModelFileTests {
  private static let file = ModelFile(bytes: 1000, parameters: 20)
  private let exercise = Exercise(
    number: "06", title: "", folder: "06-Nets", files: ["A.swift"],
    plan: ExercisePlan(checks: [:], model: file))
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func put(_ bytes: [UInt8], at path: String) throws {
    let path = "\(folder.path)/\(path)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private func contents(of name: String) throws -> Submission.Contents {
    try Submission(EntryName(name), in: folder.path).contents(for: exercise)
  }

  private let whole = Safetensors.bytes(of: ["w": Tensor([1, 2])])

  @Test("It is found where the files are looked for, and is none of what was not read")
  func places() throws {
    for place in ["flat", "room/06-Nets", "package/Exercises/06-Nets"] {
      try put(whole, at: "\(place)/model.safetensors")
      let contents = try contents(of: String(place.prefix { $0 != "/" }))
      let model = try #require(contents.model)
      #expect(try model.tensors(of: Self.file).tensors() == ["w": Tensor([1, 2])])
      #expect(contents.notes == ["A.swift was not handed in. The stub stands in for it."])
    }
    try put([], at: "none/A.swift")
    #expect(try contents(of: "none").model?.digest == nil)
  }

  @Test("An exercise that wants none takes none")
  func unwanted() throws {
    try put(whole, at: "s/model.safetensors")
    let other = Exercise(
      number: "06", title: "", folder: "06-Nets", files: ["A.swift"],
      plan: ExercisePlan(checks: [:]))
    #expect(
      try Submission(EntryName("s"), in: folder.path).contents(for: other).model?.digest == nil)
  }

  @Test(
    "A link, a folder, a pipe, a file that is too long or spoiled cost it alone, with a sentence")
  func refusals() throws {
    try put(whole, at: "elsewhere/model.safetensors")
    for name in ["link", "folder", "pipe", "long", "spoiled"] {
      try put(Array("1".utf8), at: "\(name)/A.swift")
    }
    func place(_ name: String) -> String { "\(folder.path)/\(name)/model.safetensors" }
    try FileManager.default.createSymbolicLink(
      atPath: place("link"), withDestinationPath: place("elsewhere"))
    try FileManager.default.createDirectory(
      atPath: place("folder"), withIntermediateDirectories: false)
    mkfifo(place("pipe"), 0o644)
    try put([UInt8](repeating: 0, count: 1001), at: "long/model.safetensors")
    try put(Array(whole.dropLast()), at: "spoiled/model.safetensors")
    for (name, words) in [
      ("link", "is no plain file but a link"), ("folder", "is no plain file"),
      ("pipe", "is no plain file"), ("long", "has 1,001 bytes, and at most 1,000 are allowed"),
      ("spoiled", "there are 15 bytes of data, and its tensors take 16"),
    ] {
      let contents = try contents(of: name)
      #expect(contents.files["A.swift"] == Data("1".utf8))
      let result = try result(handing: contents.model)
      #expect(result.verdict == .refused && result.points == 0)
      #expect(result.message.contains(words), "\(result.message)")
    }
  }

  @Test("The digest tells submissions apart by it")
  func digests() throws {
    for name in ["a", "b", "c"] { try put([1], at: "\(name)/A.swift") }
    try put(whole, at: "b/model.safetensors")
    try put(Safetensors.bytes(of: ["w": Tensor([1, 3])]), at: "c/model.safetensors")
    #expect(Set(try ["a", "b", "c"].map { try contents(of: $0).digest }).count == 3)
  }

  /// What comes of a check that reads it, and asks nothing else.
  private func result(handing model: HandedInModel?) throws -> CheckResult {
    let check = Check("06.it", claim: "a claim", points: 5, bonus: 3, hints: ["Why?"]) { exam in
      let tensors = try exam.model?.tensors(of: Self.file)
      if tensors != nil { exam.award(9, "Well done.") }
    }
    let exercise = Exercise(
      number: "06", title: "", folder: "06-Nets", files: [],
      plan: ExercisePlan(checks: [:], together: [check]))
    return Examiner(
      exercise, seed: 1, oracle: Oracle(), data: nil, model: model,
      makeSubject: { _ in ScriptedSubject { _ in } }
    ).result(of: check)
  }

  @Test(
    "A bonus comes on top of the points, at most what the check may give, and makes up for nothing")
  func bonus() throws {
    let model = HandedInModel(.success(Data(whole)))
    let earned = try result(handing: model)
    #expect(earned.points == 8 && earned.possible == 5 && earned.message == "Well done.")
    #expect(try result(handing: nil).points == 5)

    let checks = [5, 5].enumerated().map { place, points in
      Check("06.\(place)", claim: "", points: points, bonus: 3, hints: []) { _ in }
    }
    let exercise = Exercise(
      number: "06", title: "", folder: "", files: [],
      plan: ExercisePlan(checks: [:], together: checks))
    func report(_ results: [CheckResult]) -> Report {
      Report("s", of: exercise, seed: 1, checks: results)
    }
    let all = report([CheckResult(checks[0], .passed, bonus: 3), CheckResult(checks[1], .passed)])
    #expect(all.points == 13 && all.possible == 10 && all.hasAllPoints)
    #expect(all.addsUp(to: checks))
    let one = report([CheckResult(checks[0], .passed, bonus: 3), CheckResult(checks[1], .failed)])
    #expect(!one.hasAllPoints)
    let forged = report([
      CheckResult(checks[0], .passed, bonus: 4), CheckResult(checks[1], .passed),
    ])
    #expect(!forged.addsUp(to: checks))
    #expect(CheckResult(checks[0], .failed, bonus: 3).points == 0)
    #expect(PointDistribution([13, 10, 9], of: 10).bars.last?.count == 2)
  }

  static let sentences: [(RefusedWork, String)] = [
    (
      .parameters(12_345_678, limit: 5_000_000),
      "Your network has 12,345,678 parameters, and at most 5,000,000 are allowed. Make its layers "
        + "narrower, or take one away."
    ),
    (
      .otherTensors(file: "m", name: "a\nb", isThere: true),
      "m holds a tensor 'a␊b', which the network in your files does not have. Train it again, or "
        + "leave the file out: then your network is trained here."
    ),
    (
      .otherShape(file: "m", name: "w", shape: [2], expected: [3]),
      "In m 'w' has shape [2]; in the network in your files it is [3]. Train it again, or leave the "
        + "file out: then your network is trained here."
    ),
    (
      .learntTheTest(file: "m", test: 0.98, training: 0.512),
      "The network in m recognises 98.0 % of the images to test on and only 51.2 % of those to train "
        + "on. No network that has learnt from the latter does that. Train it on them alone, or leave "
        + "the file out: then it is trained here."
    ),
    (
      .changed(count: 999, expected: 1_000),
      "After training your network has 999 parameters, before it 1,000. It has to keep its shape."
    ),
  ]

  @Test(
    "A refusal says how much there is, how much may be, and the cure", arguments: sentences.indices)
  func sentence(_ index: Int) {
    let (refusal, sentence) = Self.sentences[index]
    #expect(Sentences.refusal(refusal) == sentence)
  }

  @Test("Numbers are grouped by thousands")
  func grouped() {
    let numbers = [0, 12, 123, 1_234, 12_345, 123_456, 1_234_567, -1_000]
    #expect(
      numbers.map(Sentences.grouped)
        == ["0", "12", "123", "1,234", "12,345", "123,456", "1,234,567", "-1,000"])
  }
}

import Datasets
import Doorway
import Foundation
import Tensors
import Testing

@testable import Checks
@testable import Grading

/// What becomes of a network of the student's own that is too large, or was trained elsewhere.
@Suite("A network of one's own")
struct OwnNetworkTests {
  let exercise: Exercise
  let check: Check
  let workshop: Workshop
  let data: TrainingData

  init() throws {
    exercise = try Catalogue.exercise("06")
    check = try #require(exercise.check("06.own.accuracy"))
    workshop = try Kept.workshop(of: exercise)
    data = try .synthetic(seed: 1)
  }

  /// What comes of the solution with changes in its network, and of a file.
  private func result(
    _ changes: KeyValuePairs<String, String>, handing model: HandedInModel? = nil
  ) throws -> CheckResult {
    let file = "MyNetwork.swift"
    var text = String(
      decoding: try #require(try workshop.sources(of: .reference)[file]), as: UTF8.self)
    for (old, new) in changes {
      #expect(text.contains(old))
      text = text.replacingOccurrences(of: old, with: new)
    }
    let build = try workshop.buildSolution(with: [file: Data(text.utf8)])
    return Examiner(
      exercise, seed: 1, oracle: try Oracle(workshop), data: data, model: model
    ) { check in
      try SubjectProcess(
        executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits)
    }.resultAlone(of: check)
  }

  /// A training that does not end: who comes to it is stopped, and not refused.
  private static let forEver = "epochs = 1_000_000_000"

  @Test("One that is too large is refused before it is trained, and its count is said")
  func tooLarge() throws {
    let result = try result(["hidden = [512]": "hidden = [1630]", "epochs = 12": Self.forEver])
    #expect(result.verdict == .refused)
    #expect(result.points == 0)
    let count = 3072 * 1630 + 1630 + 1630 * 10 + 10
    #expect(
      result.message == "Your network has \(Sentences.grouped(count)) parameters, and at most "
        + "5,000,000 are allowed. Make its layers narrower, or take one away.")
  }

  @Test("Its numbers in a file are read in place of a training, and only those that fit")
  func files() throws {
    let subject = try workshop.subject(.reference, .ownTraining)
    let run = Training(on: try data.source, OwnSettings("MyNetwork.swift", seed: 1))
    _ = try subject.ask(.ownTraining, [run], limits: .ownTraining)
    let trained = try #require(try Training06().model(of: subject, on: data))
    func handing(
      _ change: (inout TrainedModel) -> Void = { _ in }, _ spoil: (inout Data) -> Void = { _ in }
    ) throws -> CheckResult {
      var model = trained
      change(&model)
      var bytes = Data(Safetensors.bytes(of: model.tensors, metadata: model.metadata))
      spoil(&bytes)
      return try result(["epochs = 12": Self.forEver], handing: HandedInModel(.success(bytes)))
    }

    let passed = try handing()
    #expect(passed.verdict == .passed, "\(passed.message)")
    #expect(try handing { $0.metadata = [:] }.verdict == .passed)
    #expect(
      try handing { $0.tensors = $0.tensors.mapValues { $0.converted(to: .float64) } }.verdict
        == .passed)

    let weights = "layers.0.weights"
    let wrong: [(words: String, change: (inout TrainedModel) -> Void)] = [
      ("holds no tensor '\(weights)'", { $0.tensors[weights] = nil }),
      ("holds a tensor 'more'", { $0.tensors["more"] = Tensor(1) }),
      (
        "has shape [512, 3072]; in the network in your files it is [3072, 512]",
        { $0.tensors[weights] = $0.tensors[weights]?.transposed() }
      ),
      ("'mean' has shape [2]", { $0.tensors["mean"] = Tensor([0, 0]) }),
    ]
    for (words, change) in wrong {
      let result = try handing(change)
      #expect(result.verdict == .refused && result.message.contains(words), "\(result.message)")
    }
    let cut = try handing({ _ in }) { $0.removeLast() }
    #expect(cut.verdict == .refused && cut.message.contains("cannot be read"), "\(cut.message)")

    let untrained = try handing { model in
      model.tensors[weights] = model.tensors[weights].map { $0 * 0 }
    }
    #expect(untrained.verdict == .failed)
    #expect(untrained.message.contains("of the test images are recognised"))
  }

  @Test("A file that was trained on another set does not count: the network is trained")
  func otherSet() throws {
    let bytes = Data(Safetensors.bytes(of: [:], metadata: [OwnModel.dataset: "another"]))
    let result = try result([:], handing: HandedInModel(.success(bytes)))
    #expect(result.verdict == .passed, "\(result.message)")
  }

  @Test("Its known mistakes are rejected, and named", arguments: ["own.zeros", "own.cold"])
  func mistakes(_ mistake: String) throws {
    let result = try CheckCase(exercise: exercise, check: check).result(
      of: .mistake(mistake), oracle: try Oracle(workshop), seed: 3)
    #expect(result.verdict == .failed && result.mistake == mistake, "\(result.message)")
  }
}

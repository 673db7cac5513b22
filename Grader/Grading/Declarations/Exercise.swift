import Foundation

/// One step of the course: a room of source files, and the checks that are made of it.
public struct Exercise: Sendable {
  /// Two digits: "05".
  public let number: String
  public let title: String

  /// The room's folder, the same under `Exercises` and `Solutions`: "05-NeuralNetworks".
  public let folder: String

  /// The files that a student completes and hands in. Nothing else of a submission is read.
  public let files: [String]

  /// The numbers of the parts to write in each file, in their order: "5.1".
  public let parts: [String: [String]]

  /// The files of the room that are given: always ours, whatever a submission brings.
  public let given: [String]

  /// The earlier exercises that it imports.
  public let buildsOn: [Exercise]

  /// All that come before it in the course, which whoever writes it may import.
  public let before: [Exercise]

  /// In the order in which they are reported. A check stands behind those it builds on.
  public let checks: [Check]

  /// The data that checks or training need, if they need any.
  public let data: DataChoice?
  public let training: (any TrainingPlan)?

  /// The trained network that may be handed in with the files, if any.
  public let model: ModelFile?

  /// What there is to be seen of it, if anything.
  public let pictures: PicturePlan?

  /// An exercise that lies where the first arguments say, and is asked what `plan` says.
  public init(
    number: String, title: String, folder: String, files: [String],
    parts: [String: [String]] = [:], given: [String] = [], buildsOn: [Exercise] = [],
    before: [Exercise] = [], plan: ExercisePlan
  ) {
    self.number = number
    self.title = title
    self.folder = folder
    self.files = files
    self.parts = parts
    self.given = given
    self.buildsOn = buildsOn
    self.before = before
    checks = plan.checks
    data = plan.data
    training = plan.training
    model = plan.model
    pictures = plan.pictures
  }

  /// The module that the room is compiled to.
  public var module: String { "Exercise\(number)" }

  /// The earlier exercises that it imports, and those that they import, each behind what it needs.
  var allItBuildsOn: [Exercise] { Self.withAllBehind(buildsOn) }

  /// The earlier exercises that ours imports or `sources` do.
  func imported(by sources: some Sequence<Data>) -> [Exercise] {
    let names = sources.reduce(into: Set<String>()) { names, data in
      let code = SwiftText(String(decoding: data, as: UTF8.self)).withoutStrings
      let imports = code.matches(of: /import[ \t]+(?:\w+[ \t]+)?(Exercise\d\d)\b/)
      names.formUnion(imports.map { String($0.1) })
    }
    let further = before.filter { earlier in
      names.contains(earlier.module) && !buildsOn.contains { $0.number == earlier.number }
    }
    return (buildsOn + further).sorted { $0.number < $1.number }
  }

  /// Those, and those that they import, each behind what it needs.
  func behind(_ sources: some Sequence<Data>) -> [Exercise] {
    Self.withAllBehind(imported(by: sources))
  }

  private static func withAllBehind(_ exercises: [Exercise]) -> [Exercise] {
    var all: [Exercise] = []
    for earlier in exercises.flatMap({ $0.allItBuildsOn + [$0] })
    where !all.contains(where: { $0.number == earlier.number }) {
      all.append(earlier)
    }
    return all
  }

  /// The names of all that a submission may hold: the files, and the trained network.
  var handedIn: [String] { files + (model.map { [$0.name] } ?? []) }

  public var possible: Int { checks.map(\.points).reduce(0, +) }

  public func check(_ id: String) -> Check? {
    checks.first { $0.id == id }
  }

  /// The file in which a part is to be written, "5.1": nil where it has no such part.
  public func file(ofPart part: String) -> String? {
    files.first { parts[$0]?.contains(part) ?? false }
  }

  /// The checks whose ids contain `words`, those about the file `words`, with its folders or without,
  /// or about the one in which the part `words` is to be written; all without.
  public func checks(named words: String?) -> [Check] {
    guard let words else { return checks }
    let name = words.split(separator: "/").last.map(String.init) ?? words
    if let file = file(ofPart: words) ?? files.first(where: { $0 == name }) {
      return checks.filter { $0.file == file }
    }
    return checks.filter { $0.id.contains(words) }
  }

  /// Whether neither `checks` nor what they build on asks anything that takes longer than a moment.
  func areQuick(_ checks: [Check]) -> Bool {
    checks.allSatisfy { $0.limits == .check && areQuick($0.buildsOn.compactMap(check)) }
  }
}

/// What is asked of an exercise. Where it lies and what it is made of can be read off its folder;
/// this is what somebody has to write.
public struct ExercisePlan: Sendable {
  public var checks: [Check]
  public var data: DataChoice?
  public var training: (any TrainingPlan)?
  public var model: ModelFile?
  public var pictures: PicturePlan?

  /// A plan of checks about a file each, and of those about all files together.
  public init(
    checks: KeyValuePairs<String, [Check]>, together: [Check] = [], data: DataChoice? = nil,
    training: (any TrainingPlan)? = nil, model: ModelFile? = nil, pictures: PicturePlan? = nil
  ) {
    self.checks = checks.flatMap { $1.about($0) } + together
    self.data = data
    self.training = training
    self.model = model
    self.pictures = pictures
  }
}

/// How the data of an exercise are found.
public struct DataChoice: Sendable {
  /// The real set in a folder, or in the one that the environment names; else made by the seed.
  public let select:
    @Sendable (_ folder: String?, _ seed: UInt64) throws(GraderError) -> TrainingData

  /// Made by the seed, whatever lies on this machine.
  public let synthetic: @Sendable (_ seed: UInt64) throws(GraderError) -> TrainingData

  public init(
    select: @escaping @Sendable (String?, UInt64) throws(GraderError) -> TrainingData,
    synthetic: @escaping @Sendable (UInt64) throws(GraderError) -> TrainingData
  ) {
    self.select = select
    self.synthetic = synthetic
  }

  /// CIFAR-10 from `--data` or `GRADUS_DATA`, or the synthetic set in its shape.
  public static let cifar10 = DataChoice {
    (folder, seed) throws(GraderError) in
    try .select(folder: folder, seed: seed)
  } synthetic: { (seed) throws(GraderError) in
    try .synthetic(seed: seed)
  }

  /// MNIST from `--data` or `GRADUS_DATA`, or the synthetic digits in its shape.
  public static let mnist = DataChoice {
    (folder, seed) throws(GraderError) in
    try .select(.mnist, folder: folder, seed: seed)
  } synthetic: { (seed) throws(GraderError) in
    try .synthetic(.mnist, seed: seed)
  }
}

import Datasets
import Foundation

/// Subjects for all implementations that are ours: the student's room in this package, the
/// reference, and known mistakes. What has been built once is kept beside the package's own
/// products, by the digest of all that went into it.
public struct Workshop: Sendable {
  public private(set) var builder: Builder
  public let exercise: Exercise
  private let programs = Programs()

  /// Whose work on the earlier exercises stands behind this one: where it is graded, the reference's,
  /// so that nobody pays for one mistake twice; in a student's package their own.
  enum Earlier: Sendable { case reference, own }
  private let earlier: Earlier

  public init(_ exercise: Exercise, installation: Installation) throws(GraderError) {
    try self.init(
      exercise, installation: installation, on: installation.hasSolutions ? .reference : .own)
  }

  init(
    _ exercise: Exercise, installation: Installation, on earlier: Earlier
  ) throws(GraderError) {
    self.exercise = exercise
    self.earlier = earlier
    builder = Builder(installation, try .find())
    try build(behind: exercise.allItBuildsOn)
    builder.answers = try answers()
  }

  /// Returns this workshop with the exercises behind it that `sources` import and ours do not.
  func importing(_ sources: some Sequence<Data>) throws(GraderError) -> Workshop {
    var workshop = self
    try workshop.build(behind: exercise.behind(sources))
    return workshop
  }

  private mutating func build(
    behind exercises: [Exercise]
  ) throws(GraderError) {
    for exercise in exercises
    where !builder.earlier.contains(where: { $0.module == exercise.module }) {
      for room in try rooms(of: exercise)
      where !builder.earlier.contains(where: { $0.module == room.module }) {
        builder.earlier.append(room)
      }
    }
  }

  private var installation: Installation { builder.installation }

  /// The sources of the exercise's room: those of `Solutions` for the reference.
  public func sources(
    of implementation: Oracle.Implementation
  ) throws(GraderError) -> [String: Data] {
    let folder = installation.solutions(of: exercise)
    var sources = try read(exercise.files + exercise.given, in: folder)
    if case .mistake(let id) = implementation {
      let mistakesFile = "\(folder)/mistakes.txt"
      guard let mistake = try mistakes().first(where: { $0.id == id }) else {
        throw GraderError.badMistakes(file: mistakesFile, line: 1, "no mistake \(id)")
      }
      guard let solution = sources[mistake.file] else {
        throw GraderError.badMistakes(
          file: mistakesFile, line: mistake.edits.first?.line ?? 1, "no file \(mistake.file)")
      }
      let text = try mistake.applied(
        to: String(decoding: solution, as: UTF8.self), mistakesFile: mistakesFile)
      sources[mistake.file] = Data(text.utf8)
    }
    return sources
  }

  public func mistakes() throws(GraderError) -> [MistakeSource] {
    let path = "\(installation.solutions(of: exercise))/mistakes.txt"
    return try MistakeSource.parse(try TextFile.read(path), file: path)
  }

  /// The stubs of the files that students write: from the solutions where there are any, else as
  /// they were handed out.
  public func stubs() throws(GraderError) -> [String: Data] {
    guard installation.hasSolutions else {
      return try read(exercise.files, in: installation.handedOut(exercise))
    }
    let folder = installation.solutions(of: exercise)
    var stubs: [String: Data] = [:]
    for file in exercise.files {
      let path = "\(folder)/\(file)"
      stubs[file] = Data(try SolutionSource(try TextFile.read(path), file: path).stub.utf8)
    }
    return stubs
  }

  /// The files of the room that nobody hands in, as they are ours.
  public func given() throws(GraderError) -> [String: Data] {
    let folder =
      installation.hasSolutions
      ? installation.solutions(of: exercise) : installation.handedOut(exercise)
    return try read(exercise.given, in: folder)
  }

  /// Builds what lies in `folder`. The stub stands in for a file that is not there, unless another
  /// declares what it would.
  public func buildRoom(_ folder: String, optimized: Bool = true) throws(GraderError) -> Build {
    var workshop = self
    workshop.builder.optimizes = optimized
    let sources = try work(in: folder)
    workshop = try workshop.importing(sources.values)
    var build = try workshop.kept(sources, stubs: try stubs())
    build.earlierStandIns = workshop.builder.earlier.flatMap(\.standIns)
    return build
  }

  /// The sources in `folder`; those that are given are ours.
  private func work(in folder: String) throws(GraderError) -> [String: Data] {
    var sources = try given()
    for file in exercise.files {
      sources[file] = FileManager.default.contents(atPath: "\(folder)/\(file)")
    }
    return sources
  }

  /// Compiles an earlier exercise to a module that this one can import, and all that it imports.
  private func rooms(of exercise: Exercise) throws(GraderError) -> [BuiltRoom] {
    var workshop = try Workshop(exercise, installation: installation, on: earlier)
    var sources: [String: Data]
    var standIns: [StandIn] = []
    switch earlier {
    case .reference: sources = try workshop.sources(of: .reference)
    case .own:
      let folder = installation.stubs(of: exercise)
      let build = try workshop.buildRoom(folder)
      let stubs = try workshop.stubs()
      let work = try workshop.work(in: folder)
      sources = stubs.merging(work) { $1 }
      for file in build.replaced { sources[file] = stubs[file] }
      for file in build.leftOut.keys { sources[file] = nil }
      standIns = build.standIns
      for file in exercise.files where work[file] == nil && build.leftOut[file] == nil {
        let parts = StandIn.parts(of: String(decoding: stubs[file] ?? Data(), as: UTF8.self))
        standIns.append(StandIn(file: file, parts: parts, reason: .missing))
      }
      for i in standIns.indices { standIns[i].earlier = exercise.number }
    }
    workshop = try workshop.importing(sources.values)
    let name = "\(exercise.number)-module-\(try workshop.digest(of: sources))"
    let room = BuiltRoom(
      module: exercise.module, folder: cache.path(of: name), standIns: standIns)
    if !cache.holds(room.objectName, under: name) {
      try cache.put(name) { (aside) throws(GraderError) in
        try workshop.builder.compileModule(exercise, sources, in: aside)
      }
    }
    return workshop.builder.earlier + [room]
  }

  /// Returns a subject of the reference or of a known mistake, as it was when the first was asked for.
  public func subject(
    _ implementation: Oracle.Implementation, _ limits: Limits
  ) throws -> SubjectProcess {
    let made = try programs.program(of: implementation, in: cache) { () throws(GraderError) in
      switch implementation {
      case .reference: VariantProgram(build: try build(.reference))
      case .mistake(let id): try program(of: id)
      }
    }
    return try SubjectProcess(
      executable: made.build.executable, studentFiles: Set(exercise.files), limits: limits,
      arguments: made.arguments)
  }

  /// Builds what is ours.
  func build(_ implementation: Oracle.Implementation) throws(GraderError) -> Build {
    try kept(try sources(of: implementation), stubs: [:])
  }

  /// Builds the solution with `texts` in the place of its own files.
  func buildSolution(with texts: [String: Data]) throws(GraderError) -> Build {
    let sources = try sources(of: .reference).merging(texts) { $1 }
    return try importing(sources.values).kept(sources, stubs: [:])
  }

  var cache: BuildCache { BuildCache(folder: installation.subjects) }

  /// Returns the object that answers for rooms which declare what the stubs declare; nil where the
  /// stubs, being a student's own files, do not compile.
  private func answers() throws(GraderError) -> String? {
    let interface = try stubs().merging(given()) { $1 }
    let name = "\(exercise.number)-answers-\(try digest(of: interface))"
    let object = "answers.o"
    if !cache.holds(object, under: name) {
      do throws(GraderError) {
        try cache.put(name) { (aside) throws(GraderError) in
          _ = try builder.compileAnswers(exercise, interface: interface, in: aside)
        }
      } catch .doesNotCompile {
        return nil
      }
    }
    return "\(cache.path(of: name))/\(object)"
  }

  /// Returns the digest of all that a build depends on: the compiler and its flags, the sources on
  /// both sides, and the objects that they are linked with, by size and date.
  func digest(of sources: [String: Data]) throws(GraderError) -> String {
    var text = ([builder.toolchain.compiler] + builder.compilation(of: exercise, in: "").flags)
      .joined(separator: " ")
    for (name, data) in sources.sorted(by: { $0.key < $1.key }) {
      text += "\n\(name) \(Digest(data))"
    }
    for room in builder.earlier { text += "\n\(room.folder)" }
    for path in try installation.answerFiles(of: exercise) {
      text += "\n\(path) \(Digest(FileManager.default.contents(atPath: path) ?? Data()))"
    }
    for path in try installation.objects() {
      text += "\n\(path) \(FileStamp(path))"
    }
    return String(Digest(text).description.prefix(16))
  }

  private func read(
    _ files: [String], in folder: String
  ) throws(GraderError) -> [String: Data] {
    var sources: [String: Data] = [:]
    for file in files {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
        throw .cannotRead(path: "\(folder)/\(file)", errno: errno)
      }
      sources[file] = data
    }
    return sources
  }
}

import Foundation

/// Subjects for all implementations that are ours: the student's room in this package, the
/// reference, and known mistakes. What has been built once is kept beside the package's own
/// products, by the digest of all that went into it.
public struct Workshop: Sendable {
  public private(set) var builder: Builder
  public let exercise: Exercise

  public init(_ exercise: Exercise, installation: Installation) throws(GraderError) {
    self.exercise = exercise
    builder = Builder(installation, try .find())
    builder.answers = try answers()
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
    return try MistakeSource.parse(try text(at: path), file: path)
  }

  /// The stubs of the files that students write: from the solutions where there are any, else as
  /// they lie in the room.
  public func stubs() throws(GraderError) -> [String: Data] {
    guard installation.hasSolutions else {
      return try read(exercise.files, in: installation.stubs(of: exercise))
    }
    let folder = installation.solutions(of: exercise)
    var stubs: [String: Data] = [:]
    for file in exercise.files {
      let path = "\(folder)/\(file)"
      stubs[file] = Data(try SolutionSource(try text(at: path), file: path).stub().utf8)
    }
    return stubs
  }

  /// The files of the room that nobody hands in.
  public func given() throws(GraderError) -> [String: Data] {
    try read(exercise.given, in: installation.stubs(of: exercise))
  }

  /// Builds what the student has in `Exercises` (or in `folder`).
  public func buildRoom(_ folder: String? = nil) throws(GraderError) -> Build {
    let folder = folder ?? installation.stubs(of: exercise)
    // A file that is not there may be one whose type another file declares.
    let written = exercise.files.filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)")
    }
    return try kept(try read(written + exercise.given, in: folder), stubs: try stubs())
  }

  /// Returns a subject of the reference or of a known mistake.
  public func subject(
    _ implementation: Oracle.Implementation, _ limits: Limits
  ) throws -> SubjectProcess {
    let build = try kept(try sources(of: implementation), stubs: [:])
    return try SubjectProcess(
      executable: build.executable, studentFiles: Set(exercise.files), limits: limits)
  }

  private var cache: BuildCache { BuildCache(folder: installation.subjects) }

  /// Builds `sources` unless that has been done before.
  private func kept(
    _ sources: [String: Data], stubs: [String: Data]
  ) throws(GraderError) -> Build {
    let name = "\(exercise.number)-\(try digest(of: sources))"
    let record = "build.json"
    let folder = cache.path(of: name)
    if cache.holds(record, under: name),
      let data = FileManager.default.contents(atPath: "\(folder)/\(record)"),
      let build = try? JSONDecoder().decode(Build.self, from: data)
    {
      return build
    }
    return try cache.put(name) { (aside) throws(GraderError) in
      var build = try builder.build(exercise, sources, stubs: stubs, in: aside)
      build.executable = "\(folder)/subject"
      guard let data = try? JSONEncoder().encode(build) else {
        throw .cannotWrite(path: "\(aside)/\(record)", errno: EINVAL)
      }
      try AtomicFile.write(data, to: "\(aside)/\(record)", durably: false)
      return build
    }
  }

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
  private func digest(of sources: [String: Data]) throws(GraderError) -> String {
    var text = ([builder.toolchain.compiler] + Compilation.flags).joined(separator: " ")
    for (name, data) in sources.sorted(by: { $0.key < $1.key }) {
      text += "\n\(name) \(Digest(data))"
    }
    for path in try installation.answerFiles(of: exercise) {
      text += "\n\(path) \(Digest(FileManager.default.contents(atPath: path) ?? Data()))"
    }
    for path in try installation.objects() {
      let attributes = (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
      let date = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      text += "\n\(path) \(attributes[.size] ?? 0) \(date)"
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

  private func text(at path: String) throws(GraderError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path: path, errno: errno)
    }
    return String(decoding: data, as: UTF8.self)
  }
}

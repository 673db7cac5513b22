import Foundation

/// The students' package: stubs, what is given, and the grader with the answer keys of the public
/// checks. No solution is in it, and nothing that is made of one.
///
/// What the grader takes from the solutions elsewhere, it finds in it as well: the stubs as they were
/// handed out, which stand in for a file that does not compile, in `Data/Stubs`; right answers and
/// those of known mistakes in the keys. Earlier exercises are the student's own.
public struct Release: Sendable {
  /// Where the stubs lie a second time, for nobody to work in.
  static let stubs = "Data/Stubs"

  /// What lies in the authors' package for the students': the contents of a folder by their own names.
  static let extras = "Data/Release"

  private let exercises: [Exercise]
  private let installation: Installation

  public init(_ exercises: [Exercise], _ installation: Installation) throws(GraderError) {
    guard installation.hasSolutions else { throw .noSolutions(root: installation.root) }
    (self.exercises, self.installation) = (exercises, installation)
  }

  /// All files, by their paths in the students' package.
  func files() throws(GraderError) -> [String: Data] {
    var files: [String: Data] = [:]
    let given = try installation.files(in: [
      "Data/AnswerKeys", "Data/Datasets", "Exercises/00-Given", "Grader", "Tests/ExerciseTests",
    ])
    let documents = ["Documentation/PyTorch.md", "Documentation/Students.md"]
    for file in ["Package.swift", "LICENSE"] + documents + given {
      files[file] = try installation.contents(of: file)
    }
    for exercise in exercises {
      let handout = "Exercises/\(exercise.folder)/README.md"
      files[handout] = try installation.contents(of: handout)
      let workshop = try Workshop(exercise, installation: installation)
      for (name, text) in try workshop.stubs().merging(workshop.given(), uniquingKeysWith: { $1 }) {
        files["Exercises/\(exercise.folder)/\(name)"] = text
        files["\(Self.stubs)/\(exercise.folder)/\(name)"] = text
      }
      files[DerivedFiles.record(of: exercise)] = DerivedFiles(of: exercise, root: installation.root)
        .record { $0.hasPrefix("Exercises/") || $0.hasPrefix("Tests/") }
    }
    for (name, data) in try extras() { files[name] = data }
    return files
  }

  /// Hidden folders are among them: that is where editors and sites look.
  private func extras() throws(GraderError) -> [String: Data] {
    let folder = "\(installation.root)/\(Self.extras)"
    var files: [String: Data] = [:]
    for name in FileManager.default.subpaths(atPath: folder) ?? []
    where !Folder.isFolder("\(folder)/\(name)") && !name.hasSuffix(".DS_Store") {
      files[name] = try installation.contents(of: "\(Self.extras)/\(name)")
    }
    return files
  }

  /// Writes the students' package to `path`, where there is nothing, an empty folder or an earlier
  /// release in which nobody has worked. A half-written one never bears that name.
  public func write(to path: String) throws(GraderError) -> ReleaseRecord {
    let place = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    guard !Folder.isInside(place, installation.root) else { throw .release(path, .insidePackage) }
    try Self.requireRoom(at: place, shown: path)
    let files = try files()
    let record = ReleaseRecord(files)
    let aside = "\(place).\(getpid()).new"
    defer { Folder.remove(aside) }
    for (name, data) in files {
      let target = "\(aside)/\(name)"
      try Folder.make((target as NSString).deletingLastPathComponent)
      try AtomicFile.write(data, to: target, durably: false)
    }
    try AtomicFile.write(try record.data, to: "\(aside)/\(ReleaseRecord.path)")
    try Self.put(aside, at: place)
    return record
  }
}

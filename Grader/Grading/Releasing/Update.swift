import Datasets
import Foundation

/// A newer release that takes the place of the students' package, and leaves alone what somebody has
/// worked on.
///
/// Of a file that was changed on both sides nothing is lost: of what students write, their own stays and
/// ours comes beside it as `NAME.new`; of what is ours, ours comes and what stood there goes beside it as
/// `NAME.yours`.
public struct Update: Sendable {
  private let root: String
  private let source: String
  private let old: ReleaseRecord
  private let new: ReleaseRecord

  /// What an archive was laid out in, as long as it is needed.
  private let scratch: ScratchFolder?

  /// What has been done, by the paths of files.
  public struct Outcome: Equatable, Sendable {
    public var from: String
    public var to: String
    public var added: [String] = []
    public var renewed: [String] = []
    public var removed: [String] = []

    /// What stays as it is, and where the new one lies, if that is another.
    public var kept: [String] = []
    public var beside: [(String, String)] = []

    /// What was ours and had been changed, and where that lies now.
    public var putAside: [(String, String)] = []

    /// What is no longer part of the course, and stays since somebody has worked in it.
    public var left: [String] = []

    public static func == (a: Self, b: Self) -> Bool { "\(a)" == "\(b)" }
  }

  /// - Parameter path: A release's folder, or an archive with it.
  /// - Throws: `GraderError.noRelease` where one of the two is none, or not whole.
  public init(_ path: String, of installation: Installation) throws(GraderError) {
    root = installation.root
    guard let old = ReleaseRecord(of: root) else {
      throw installation.hasSolutions ? .updateForAuthors(root) : .noRelease(root, isOwn: true)
    }
    self.old = old
    guard access(path, F_OK) == 0 else { throw .cannotRead(path: path, errno: errno) }
    let scratch = SubmissionFolder.isArchive(path) ? try ScratchFolder() : nil
    let source =
      try scratch.map { (scratch) throws(GraderError) in
        try Self.laidOut(path, in: scratch)
      } ?? path
    (self.source, self.scratch) = (source, scratch)
    guard let new = ReleaseRecord(of: source), new.files.keys.allSatisfy(Self.isPlain),
      try Self.digests(of: new.files.keys, in: source) == new.files
    else { throw .noRelease(path, isOwn: false) }
    self.new = new
  }

  private static func laidOut(
    _ path: String, in scratch: ScratchFolder
  ) throws(GraderError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path: path, errno: errno)
    }
    let folder = "\(scratch.path)/release"
    try Folder.make(folder)
    do throws(ArchiveProblem) {
      _ = try Archive(data, in: scratch.path).layOut(beneath: folder) { _ in true }
    } catch {
      throw .unreadArchive(path, error)
    }
    // Whoever packs a folder packs it with its name.
    let names = try Folder.contents(of: folder).filter { Folder.isFolder("\(folder)/\($0)") }
    return ReleaseRecord(of: folder) == nil && names.count == 1 ? "\(folder)/\(names[0])" : folder
  }

  /// Whether a path stays in the package, and out of what is not a release's.
  private static func isPlain(_ file: String) -> Bool {
    let steps = file.split(separator: "/", omittingEmptySubsequences: false)
    return !steps.contains { ["", ".", "..", ".git", ".build"].contains($0) }
  }

  /// The digests of those of `files` that are there.
  ///
  /// - Throws: `GraderError.cannotRead` where one is there and closed to us: it is not to be taken for
  ///   one that is missing, and written over.
  private static func digests(
    of files: some Sequence<String>, in folder: String
  ) throws(GraderError) -> [String: String] {
    var digests: [String: String] = [:]
    for file in files {
      let path = "\(folder)/\(file)"
      var information = stat()
      guard lstat(path, &information) == 0 || errno != ENOENT else { continue }
      guard let data = FileManager.default.contents(atPath: path) else {
        throw .cannotRead(path: path, errno: Folder.isFolder(path) ? EISDIR : EACCES)
      }
      digests[file] = Digest(data).description
    }
    return digests
  }

  /// Whether what stands in the place of `file` is somebody's to change: the stubs, the page in front,
  /// and what an editor or a site reads.
  private func isTheirs(_ file: String) -> Bool {
    guard !["Grader/", "Data/", "Tests/", "Exercises/00-Given/"].contains(where: file.hasPrefix),
      file != "Package.swift"
    else { return false }
    guard file.hasPrefix("Exercises/"), file.hasSuffix(".swift") else { return true }
    let stub = file.replacing("Exercises/", with: "\(Release.stubs)/", maxReplacements: 1)
    return [source, root].contains { folder in
      let text = FileManager.default.contents(atPath: "\(folder)/\(stub)") ?? Data()
      return String(decoding: text, as: UTF8.self).contains("// TODO:")
    }
  }

  /// Writes what has changed; the record comes last, so that after whatever stops it the same command
  /// goes on.
  public func apply() throws(GraderError) -> Outcome {
    var outcome = Outcome(from: old.name, to: new.name)
    // Stubs tell whose a file is, so that is asked before any of them is renewed.
    let files = Set(old.files.keys).union(new.files.keys).sorted()
    let theirs = Set(files.filter(isTheirs))
    let digests = try Self.digests(of: files, in: root)
    for file in files {
      let there = digests[file]
      let isUntouched = there == nil || there == old.files[file]
      switch new.files[file] {
      case there?: break
      case nil where there == nil: break
      case nil where isUntouched:
        guard unlink("\(root)/\(file)") == 0 else {
          throw .cannotWrite(path: "\(root)/\(file)", errno: errno)
        }
        outcome.removed.append(file)
      case nil: outcome.left.append(file)
      case _? where isUntouched:
        try write(file, as: file)
        if there == nil { outcome.added.append(file) } else { outcome.renewed.append(file) }
      case old.files[file]? where theirs.contains(file): outcome.kept.append(file)
      case _? where theirs.contains(file):
        outcome.beside.append((file, try put(contents(of: "\(source)/\(file)"), file, "new")))
      case _?:
        let aside = try put(contents(of: "\(root)/\(file)"), file, "yours")
        try write(file, as: file)
        outcome.putAside.append((file, aside))
      }
    }
    try AtomicFile.write(try new.data, to: "\(root)/\(ReleaseRecord.path)")
    return outcome
  }

  private func contents(of path: String) throws(GraderError) -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path: path, errno: errno)
    }
    return data
  }

  private func write(_ file: String, as name: String) throws(GraderError) {
    try Folder.make(("\(root)/\(name)" as NSString).deletingLastPathComponent)
    try AtomicFile.write(try contents(of: "\(source)/\(file)"), to: "\(root)/\(name)")
  }

  /// Writes `data` beside `file` under a name that is free, or holds the same already; returns the name.
  private func put(_ data: Data, _ file: String, _ ending: String) throws(GraderError) -> String {
    for number in 1... {
      let name = "\(file).\(ending)\(number == 1 ? "" : "\(number)")"
      if FileManager.default.contents(atPath: "\(root)/\(name)") == data { return name }
      if try AtomicFile.writeNew(data, to: "\(root)/\(name)") { return name }
    }
    return file
  }
}

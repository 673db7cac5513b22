import Foundation

/// Where a class's submissions lie: a folder, or one archive with all of them.
public struct SubmissionFolder: Sendable {
  public let path: String

  /// The folder in which they lie: of an archive, where it was laid out.
  let root: String

  /// By name.
  let submissions: [Submission]

  public var count: Int { submissions.count }

  /// What lies beside the submissions and is none.
  public let others: [String]

  /// What an archive was laid out in, as long as it is needed.
  private let scratch: ScratchFolder?

  /// Folders that a system or a tool has made, in which nobody's work lies.
  static let skipped = Set(["__MACOSX", ".git", ".svn", ".hg", ".build"].map { EntryName($0) })

  /// The most bytes of what an archive of a whole class holds.
  private static let largest = 8 << 30

  /// Whether a file lies at `path` that is called as archives are.
  public static func isArchive(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
      && Archive.isCalled(path)
  }

  /// - Throws: `GraderError.outputAmongSubmissions` where `output` lies among those in `folder`.
  public static func require(
    _ output: String, apartFrom folder: String
  ) throws(GraderError) {
    if Folder.isInside(output, folder) { throw .outputAmongSubmissions(output) }
  }

  /// Lists what lies at `path`.
  ///
  /// - Parameter mostAttempts: Of somebody's attempts as many count; nil for all.
  /// - Parameter rooms: The folders of the other exercises and of the one that is graded: in a copy of
  ///   a course only the last is a submission.
  /// - Throws: `GraderError` where there is nothing, or no submission in it.
  public init(
    _ path: String, mostAttempts: Int? = nil, rooms: (others: Set<String>, own: String)? = nil
  ) throws(GraderError) {
    self.path = path
    var folder = path
    if Self.isArchive(path) {
      scratch = try Self.laidOut(path)
      folder = Self.innermost("\(scratch?.path ?? "")/s")
    } else {
      scratch = nil
    }
    guard Folder.isFolder(folder) else { throw .noFolder(path) }
    root = folder
    let listing = try ClassListing(folder, mostAttempts: mostAttempts, rooms: rooms)
    guard !listing.submissions.isEmpty else { throw .noSubmissions(folder: path) }
    (submissions, others) = (listing.submissions, listing.others)
  }

  /// What a folder in it is called, for people.
  func shown(_ folder: String) -> String {
    guard let scratch, folder.hasPrefix("\(scratch.path)/s") else { return folder }
    return path + folder.dropFirst("\(scratch.path)/s".count)
  }

  private static func laidOut(_ path: String) throws(GraderError) -> ScratchFolder {
    let scratch = try ScratchFolder()
    try Folder.make("\(scratch.path)/s")
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    else {
      throw .cannotRead(path: path, errno: EACCES)
    }
    do throws(ArchiveProblem) {
      let wanted = [".swift", ".txt", ".safetensors", ".yml"]
      _ = try Archive(data, in: scratch.path, limit: largest, mostMembers: 1 << 20).layOut(
        beneath: "\(scratch.path)/s"
      ) {
        let name = $0.lowercased()
        return Archive.isCalled(name) || wanted.contains(where: name.hasSuffix)
      }
    } catch {
      throw .unreadArchive(path, error)
    }
    return scratch
  }

  /// Goes down where there is nothing but one folder, unless it looks like somebody's work: whoever
  /// packs a folder of submissions packs the folder with them.
  private static func innermost(_ path: String) -> String {
    guard let entries = try? FolderListing(path).entries, entries.count == 1,
      let only = entries.first, only.kind == .folder,
      let inner = try? FolderListing(path, [only.name]).entries
    else { return path }
    let isWork = inner.contains { entry in
      let name = entry.name.text
      return name.hasSuffix(".swift") || name == "Exercises"
        || name.wholeMatch(of: /\d\d-\w+/) != nil
    }
    return isWork ? path : innermost("\(path)/\(only.name.text)")
  }
}

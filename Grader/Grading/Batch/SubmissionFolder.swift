import Foundation

/// The folder in which a class's submissions lie, one folder each.
public struct SubmissionFolder: Sendable {
  public let path: String

  /// By name.
  let submissions: [Submission]

  /// What lies beside the submissions and is none: an archive, say, that nobody unpacked.
  public let others: [String]

  /// Folders that a system or a tool has made, in which nobody's work lies.
  static let skipped = Set(["__MACOSX", ".git", ".svn", ".hg", ".build"].map { EntryName($0) })

  /// Lists the folder at `path`.
  ///
  /// - Throws: `GraderError` where there is no such folder, or no submission in it.
  public init(_ path: String) throws(GraderError) {
    var information = stat()
    guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else {
      throw .noFolder(path)
    }
    self.path = path
    var submissions: [Submission] = []
    var others: [String] = []
    for entry in try FolderListing(path).entries {
      let submission = Submission(entry.name, in: path)
      let isFolder = entry.kind == .folder || (entry.kind == .link && submission.leadsToFolder)
      if isFolder, !Self.skipped.contains(entry.name) {
        submissions.append(submission)
      } else {
        others.append(submission.name)
      }
    }
    guard !submissions.isEmpty else { throw .noSubmissions(folder: path) }
    (self.submissions, self.others) = (submissions, others)
  }
}

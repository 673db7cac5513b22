import Datasets
import Foundation

/// What a students' package is made of, as it was when it was released. It lies in the package, and is
/// written last: without it, nothing is taken for a release.
public struct ReleaseRecord: Codable, Equatable, Sendable {
  static let path = "Data/release.json"

  /// The grader's own.
  public var version: String

  /// The SHA-256 over the names and contents of all files: which release it is.
  public var digest: String

  /// The SHA-256 of each file, by its path.
  public var files: [String: String]

  init(_ files: [String: Data]) {
    version = Report.graderVersion
    self.files = files.mapValues { Digest($0).description }
    digest = Self.digest(of: self.files)
  }

  private static func digest(of files: [String: String]) -> String {
    Digest(files.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()).description
  }

  /// Reads that of the package at `root`; nil where there is none, or it is not as it was written.
  init?(of root: String) {
    guard let data = FileManager.default.contents(atPath: "\(root)/\(Self.path)"),
      let record = try? JSONDecoder().decode(Self.self, from: data),
      record.digest == Self.digest(of: record.files)
    else { return nil }
    self = record
  }

  var data: Data {
    get throws(GraderError) {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      guard let data = try? encoder.encode(self) else {
        throw .cannotWrite(path: Self.path, errno: EINVAL)
      }
      return data + Data("\n".utf8)
    }
  }

  /// The first digits of the digest: enough to tell releases apart.
  public var name: String { "\(version)-\(digest.prefix(8))" }
}

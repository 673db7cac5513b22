import Datasets
import Foundation

/// Files that are derived, and a record of what they were when they were derived last: by it one
/// that somebody has worked in since is known, and is never written over. The record is committed
/// with them.
public struct DerivedFiles: Sendable {
  private let root: String
  private let record: String

  /// The files of `exercise` that are derived, beneath the package at `root`.
  public init(of exercise: Exercise, root: String) {
    self.root = root
    record = "\(root)/\(Self.record(of: exercise))"
  }

  /// Where the record lies, beneath the package.
  static func record(of exercise: Exercise) -> String {
    "Data/Derived/\(exercise.number).sha256"
  }

  /// The record of those files alone that are `wanted`.
  func record(of wanted: (String) -> Bool) -> Data {
    Self.text(recorded().filter { wanted($0.key) })
  }

  /// A part of a file that is derived where the rest is written by hand.
  struct Passage: Sendable {
    var name: String

    /// What stands there, empty where nothing did yet, and what has to.
    var standing: String
    var derived: String
  }

  /// The digest of each file as it was derived, by path beneath the package.
  public func recorded() -> [String: String] {
    guard let text = try? TextFile.read(record) else { return [:] }
    let lines = text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
    return Dictionary(
      lines.filter { $0.count == 2 }.map { (String($0[1]).trimmed, String($0[0])) }
    ) { $1 }
  }

  /// Whether all of `files` are as they were derived.
  public func areUntouched(_ files: [String]) -> Bool {
    let recorded = recorded()
    return files.allSatisfy { recorded[$0] != nil && recorded[$0] == digest(of: $0) }
  }

  /// Writes `texts`, by path beneath the package, where they differ from what is there, and keeps in
  /// mind what is derived in each of `passages`. Returns the paths that were written.
  ///
  /// - Throws: `GraderError.edited` before anything is written, where a file that has to change is
  ///   not as it was derived.
  func write(
    _ texts: [String: Data], passages: [Passage] = []
  ) throws(GraderError) -> [String] {
    let edited = edited(texts, passages: passages)
    guard edited.isEmpty else { throw .edited(files: edited) }
    let changed = changed(texts)
    for path in changed {
      try Folder.make((("\(root)/\(path)") as NSString).deletingLastPathComponent)
      try AtomicFile.write(texts[path]!, to: "\(root)/\(path)")
    }
    let digests =
      texts.map { ($0.key, Digest($0.value)) } + passages.map { ($0.name, Digest($0.derived)) }
    let text = Self.text(Dictionary(digests.map { ($0, $1.description) }) { $1 })
    if FileManager.default.contents(atPath: record) != text {
      try Folder.make((record as NSString).deletingLastPathComponent)
      try AtomicFile.write(text, to: record)
    }
    return changed
  }

  /// Returns what has to change of `texts` and `passages` and is not as it was derived.
  func edited(_ texts: [String: Data], passages: [Passage]) -> [String] {
    let recorded = recorded()
    return changed(texts).filter { path in
      digest(of: path).map { $0 != recorded[path] } ?? false
    }
      + passages.filter { passage in
        passage.standing != passage.derived && !passage.standing.isEmpty
          && Digest(passage.standing).description != recorded[passage.name]
      }.map(\.name)
  }

  private static func text(_ digests: [String: String]) -> Data {
    let lines = digests.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
    return Data(lines.joined().utf8)
  }

  private func changed(_ texts: [String: Data]) -> [String] {
    texts.keys.sorted().filter { digest(of: $0) != Digest(texts[$0]!).description }
  }

  private func digest(of path: String) -> String? {
    FileManager.default.contents(atPath: "\(root)/\(path)").map { Digest($0).description }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}

import Datasets
import Foundation

/// Files that somebody works on, as they were when they were looked at last.
struct WatchedFiles: Sendable {
  private let paths: [String]
  private var stamps: [FileStamp]
  private var digests: [Digest?]

  /// The files at `paths`, whether or not they are there.
  init(_ paths: [String]) {
    self.paths = paths
    stamps = paths.map(FileStamp.init)
    digests = paths.map(Self.digest)
  }

  /// Whether any of them looks otherwise than it did. Reads none of them.
  var haveChanged: Bool { zip(paths, stamps).contains { FileStamp($0) != $1 } }

  /// Waits while they look as they did, and then until no more is written; returns the paths of those
  /// that have other contents, of which there may be none. Returns nil when `isOver`.
  mutating func wait(isOver: () -> Bool) -> [String]? {
    while !haveChanged {
      if isOver() { return nil }
      Thread.sleep(forTimeInterval: Self.pause)
    }
    // An editor may empty a file before it fills it, or take it away before it puts another there.
    repeat {
      stamps = paths.map(FileStamp.init)
      Thread.sleep(forTimeInterval: Self.pause)
    } while haveChanged && !isOver()
    let former = digests
    digests = paths.map(Self.digest)
    return paths.indices.filter { digests[$0] != former[$0] }.map { paths[$0] }
  }

  /// So short that nobody waits for it, and so long that it costs nothing.
  private static let pause = 0.025

  private static func digest(_ path: String) -> Digest? {
    FileManager.default.contents(atPath: path).map { Digest($0) }
  }
}

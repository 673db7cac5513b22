import Datasets
import Foundation

/// Why no students' package is written somewhere.
public enum ReleaseProblem: Error, Equatable, Sendable {
  case insidePackage

  /// Something lies there, and no release.
  case occupied

  /// An earlier release, in which somebody has changed, added or taken away these files.
  case workedIn([String])
}

extension Release {
  /// What a repository, a build or an editor leaves in a release, and what is kept with the next one.
  private static let kept: Set<String> = [
    ".git", ".build", ".swiftpm", ".gradus", "Package.resolved", ".DS_Store",
  ]

  /// - Throws: `GraderError.release` where what lies at `place` would be lost.
  static func requireRoom(at place: String, shown: String) throws(GraderError) {
    var information = stat()
    guard lstat(place, &information) == 0 else { return }
    guard information.st_mode & S_IFMT == S_IFDIR else { throw .release(shown, .occupied) }
    guard !(try Folder.contents(of: place)).isEmpty else { return }
    guard let record = ReleaseRecord(of: place) else { throw .release(shown, .occupied) }
    let strange = try changes(in: place, since: record)
    guard strange.isEmpty else { throw .release(shown, .workedIn(strange)) }
  }

  /// The files of the release at `place` that are not as `record` has them, and those that it does not
  /// know.
  private static func changes(
    in place: String, since record: ReleaseRecord
  ) throws(GraderError) -> [String] {
    var there: [String] = []
    for top in try Folder.contents(of: place) where !kept.contains(top) {
      guard Folder.isFolder("\(place)/\(top)") else {
        there.append(top)
        continue
      }
      let inner = FileManager.default.subpaths(atPath: "\(place)/\(top)") ?? []
      there += inner.map { "\(top)/\($0)" }.filter {
        !Folder.isFolder("\(place)/\($0)") && !$0.hasSuffix("/.DS_Store")
      }
    }
    let expected = record.files.merging([ReleaseRecord.path: ""]) { old, _ in old }
    return Set(there).union(expected.keys).filter { file in
      guard let digest = expected[file] else { return true }
      guard let data = FileManager.default.contents(atPath: "\(place)/\(file)") else { return true }
      return !digest.isEmpty && Digest(data).description != digest
    }.sorted()
  }

  /// Gives the whole folder `aside` the name `place`. What stood there is away for no longer than
  /// that takes, and what is not of a release moves over.
  static func put(_ aside: String, at place: String) throws(GraderError) {
    let earlier = "\(place).\(getpid()).old"
    var hasEarlier = false
    if rmdir(place) != 0, errno != ENOENT {
      guard errno == ENOTEMPTY || errno == EEXIST, rename(place, earlier) == 0 else {
        throw .cannotWrite(path: place, errno: errno)
      }
      hasEarlier = true
    }
    guard rename(aside, place) == 0 else {
      let code = errno
      if hasEarlier { rename(earlier, place) }
      throw .cannotWrite(path: place, errno: code)
    }
    guard hasEarlier else { return }
    for name in kept {
      guard rename("\(earlier)/\(name)", "\(place)/\(name)") == 0 || errno == ENOENT else {
        throw .cannotWrite(path: "\(place)/\(name)", errno: errno)
      }
    }
    Folder.remove(earlier)
  }
}

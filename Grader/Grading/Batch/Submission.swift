import Datasets
import Foundation

/// A folder that somebody handed in. Nothing in it is run or believed; of the files that an
/// exercise lists, those that are plain files of a sensible size are read, and no others.
struct Submission: Sendable {
  /// The folder's name.
  let name: String
  let path: String

  /// What was read.
  struct Contents: Sendable {
    var files: [String: Data] = [:]

    /// Files of the exercise that are missing or refused, with a sentence each.
    var notes: [String] = []

    /// The SHA-256 over names and contents.
    var digest: String {
      Digest(
        files.sorted { $0.key < $1.key }.map { "\($0.key) \(Digest($0.value))\n" }.joined()
      ).description
    }
  }

  private static let largestFile = 256 << 10

  /// Returns the submissions in `folder`, one for each folder in it, by name; and the names of what
  /// else lies there, but for hidden files.
  static func all(
    in folder: String
  ) throws(GraderError) -> (submissions: [Submission], others: [String]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else { throw .noFolder(folder) }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .cannotRead(path: folder, errno: EACCES)
    }
    let entries = names.sorted().filter { !$0.hasPrefix(".") }.map {
      Submission(name: $0, path: "\(folder)/\($0)")
    }
    let submissions = entries.filter(\.isFolder)
    guard !submissions.isEmpty else { throw .noSubmissions(folder: folder) }
    return (submissions, entries.filter { !$0.isFolder }.map(\.name))
  }

  private var isFolder: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private var isLink: Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  /// Reads the files that `exercise` lists: in the folder itself, or where they lie in the package.
  ///
  /// - Throws: `GraderError.cannotRead` where the folder, or a file that is there, is closed to us,
  ///   and `GraderError.isLink` where the folder may be somebody else's: that must not cost anybody
  ///   points, nor win them.
  func contents(for exercise: Exercise) throws(GraderError) -> Contents {
    guard !isLink else { throw .isLink(path) }
    guard access(path, R_OK | X_OK) == 0 else { throw .cannotRead(path: path, errno: errno) }
    var contents = Contents()
    for file in exercise.files {
      switch read(file, of: exercise) {
      case .success(let data): contents.files[file] = data
      case .failure(.unreadable(let code)):
        throw .cannotRead(path: "\(path)/\(file)", errno: code)
      case .failure(let refusal): contents.notes.append(Sentences.refusal(refusal, of: file))
      }
    }
    return contents
  }

  private func read(
    _ file: String, of exercise: Exercise
  ) -> Result<Data, RegularFile.Refusal> {
    for place in [file, "\(exercise.folder)/\(file)", "Exercises/\(exercise.folder)/\(file)"] {
      let result = RegularFile.read(place, beneath: path, limit: Self.largestFile)
      if case .failure(.missing) = result { continue }
      return result
    }
    return .failure(.missing)
  }
}

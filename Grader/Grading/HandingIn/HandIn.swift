import Datasets
import Foundation

/// What a student hands in of an exercise: the listed files, byte for byte, and the trained network
/// where one counts, packed as `grader batch` takes it.
public struct HandIn: Sendable {
  /// The list of what is packed, for its owner and for an instructor's eye. The grader never reads it:
  /// anybody can write one.
  static let manifest = "submission.json"

  private let exercise: Exercise
  private let installation: Installation
  private let release: String?
  private let files: [String: Data]

  /// The SHA-256 over names and contents, which the report on it will bear.
  public let digest: String

  /// Reads the student's files.
  ///
  /// - Throws: `GraderError.notPacked` where one is missing, or would be refused where it is graded.
  public init(_ exercise: Exercise, _ installation: Installation) throws(GraderError) {
    let room = OwnWork.room(of: exercise, installation)
    guard !OwnWork.isUntouched(exercise, installation) else {
      throw .notPacked(exercise: exercise.number, [Sentences.nothingWritten])
    }
    var contents = Submission.Contents()
    var files: [String: Data] = [:]
    var problems: [String] = []
    for file in exercise.files {
      switch RegularFile.read(file, beneath: room, limit: Choice.largestFile) {
      case .success(let data):
        files[file] = data
        contents.files[file] = SourceEncoding(of: data)?.recoded(data) ?? data
      case .failure(let refusal):
        problems.append(
          Sentences.cannotPack(
            file, refusal, limit: Choice.largestFile,
            broughtBackBy: installation.commandBringingBack(file, of: exercise)))
      }
    }
    if let file = exercise.model, let model = file.handedIn(in: room) {
      contents.model = model
      switch model.contents {
      case .success(let data): files[file.name] = data
      case .failure(let refusal):
        problems.append(Sentences.refusal(.modelFile(file.name, refusal, limit: file.bytes)))
      }
    }
    guard problems.isEmpty else { throw .notPacked(exercise: exercise.number, problems) }
    (self.exercise, self.installation) = (exercise, installation)
    (self.files, digest) = (files, contents.digest)
    release = ReleaseRecord(of: installation.root)?.name
  }

  /// - Parameter report: That on the same files.
  /// - Throws: `GraderError.notPacked` where checks have refused the work itself, as those would that
  ///   give the points, or where it has been changed since it was read.
  public func requireAccepted(by report: Report) throws(GraderError) {
    var reasons: [String] = []
    for refusal in report.checks.compactMap(\.refusal).map(Sentences.refusal)
    where !reasons.contains(refusal) {
      reasons.append(refusal)
    }
    if try HandIn(exercise, installation).digest != digest {
      reasons.append(Sentences.changedMeanwhile)
    }
    guard reasons.isEmpty else { throw .notPacked(exercise: exercise.number, reasons) }
  }

  /// Where it is written without another name.
  public var name: String { "submission-\(exercise.number).zip" }

  /// Writes the archive to `path`, where nothing lies but an earlier one of the exercise.
  public func write(to path: String) throws(GraderError) {
    do throws(GraderError) {
      try EarlierExport.check(path, begins: Data(entry(Self.manifest).utf8), at: 30)
    } catch {
      throw .notOurArchive(path)
    }
    try AtomicFile.write(try archive(), to: path)
  }

  private func entry(_ file: String) -> String { "\(exercise.folder)/\(file)" }

  /// The same files make the same bytes.
  func archive() throws(GraderError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let list = Manifest(
      exercise: exercise.number, graderVersion: Report.graderVersion, release: release,
      sourceDigest: digest,
      files: files.sorted { $0.key < $1.key }.map {
        Manifest.Entry(name: $0.key, bytes: $0.value.count, sha256: Digest($0.value).description)
      })
    guard let manifest = try? encoder.encode(list) else {
      throw .cannotWrite(path: Self.manifest, errno: EINVAL)
    }
    var zip = ZipFile()
    zip.add(entry(Self.manifest), manifest)
    for (file, data) in files.sorted(by: { $0.key < $1.key }) { zip.add(entry(file), data) }
    return zip.data
  }

  private struct Manifest: Codable {
    var exercise: String
    var graderVersion: String

    /// Of the students' package; nil where it was packed in the authors'.
    var release: String?
    var sourceDigest: String
    var files: [Entry]

    struct Entry: Codable {
      var name: String
      var bytes: Int
      var sha256: String
    }
  }

  /// How many files are packed.
  public var count: Int { files.count }
}

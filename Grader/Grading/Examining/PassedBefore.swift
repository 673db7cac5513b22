import Datasets
import Foundation

/// The checks of an exercise that a student's own work has passed before, with the very same files: asked
/// again, they would pass again. What did not pass is never remembered: that is what somebody works on.
///
/// It saves time where all is looked at, and decides nothing where work is graded.
struct PassedBefore {
  private let path: String
  private let digest: String

  /// What has passed, by the ids of the checks.
  private(set) var results: [String: CheckResult] = [:]

  init(
    _ exercise: Exercise, _ installation: Installation, seed: UInt64, data: TrainingData?
  ) throws(GraderError) {
    path = "\(installation.products)/passed/\(exercise.number).json"
    digest = try Self.digest(exercise, installation, seed: seed, data: data)
    let bytes = FileManager.default.contents(atPath: path)
    guard let record = bytes.flatMap({ try? JSONDecoder().decode(Record.self, from: $0) }),
      record.digest == digest
    else { return }
    for result in record.results where result.verdict == .passed { results[result.id] = result }
  }

  /// Keeps what has passed among `results` for the next time. Where nothing can be written, there is
  /// nothing to remember then.
  func keep(_ results: [CheckResult]) {
    let record = Record(digest: digest, results: results.filter { $0.verdict == .passed })
    guard let data = try? JSONEncoder().encode(record) else { return }
    let folder = (path as NSString).deletingLastPathComponent
    try? Folder.make(folder)
    try? AtomicFile.write(data, to: path, durably: false)
  }

  private struct Record: Codable {
    var digest: String
    var results: [CheckResult]
  }

  /// The digest of all that a verdict rests on: the files of the exercise and of those behind it,
  /// what is right, the seed and the data, and of what is compiled the sizes and dates.
  private static func digest(
    _ exercise: Exercise, _ installation: Installation, seed: UInt64, data: TrainingData?
  ) throws(GraderError) -> String {
    var read = try installation.answerFiles(of: exercise)
    for exercise in OwnWork.behind(exercise, installation) + [exercise] {
      let key = installation.answerKey(of: exercise)
      read += ((try? Folder.contents(of: key)) ?? []).map { "\(key)/\($0)" }.sorted()
      for room in Set([
        OwnWork.room(of: exercise, installation), installation.solutions(of: exercise),
      ]).sorted() {
        read += (exercise.handedIn + exercise.given + ["mistakes.txt"]).map { "\(room)/\($0)" }
      }
    }
    let files = FileManager.default
    var text = "\(Report.graderVersion) \(seed) \(data?.identity ?? "")\n"
    for path in read {
      text += "\(path) \(files.contents(atPath: path).map { Digest($0) } as Any)\n"
    }
    for path in try installation.objects(deciding: exercise) {
      text += "\(path) \(FileStamp(path))\n"
    }
    return Digest(text).description
  }
}

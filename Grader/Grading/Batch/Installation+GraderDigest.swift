import Datasets
import Foundation

extension Installation {
  /// Returns the digest of all that decides a verdict on `exercise` besides the submission, the seed
  /// and the data: this program, the answering side, what is right, and what is given. A report
  /// that bears it need not be made again.
  func graderDigest(
    for exercise: Exercise, stubs: [String: Data], given: [String: Data], compiler: String
  ) throws(GraderError) -> String {
    var files = ["\(products)/grader", answerKey(of: exercise)] + (try answerFiles(of: exercise))
    for exercise in exercise.allItBuildsOn + [exercise] {
      files += (exercise.files + exercise.given + ["mistakes.txt"]).map {
        "\(solutions(of: exercise))/\($0)"
      }
    }
    // By their names and not their paths: in another place the same package decides the same.
    var text = "\(compiler)\n"
    for path in files {
      let data = FileManager.default.contents(atPath: path) ?? Data()
      text += "\((path as NSString).lastPathComponent) \(Digest(data))\n"
    }
    for (name, data) in stubs.merging(given, uniquingKeysWith: { $1 }).sorted(by: {
      $0.key < $1.key
    }) {
      text += "\(name) \(Digest(data))\n"
    }
    return Digest(text).description
  }
}

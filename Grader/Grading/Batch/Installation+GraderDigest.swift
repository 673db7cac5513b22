import Datasets
import Foundation

extension Installation {
  /// The object files of what decides a verdict on `exercise`: this program without the checks of the other
  /// exercises. Whether those of one use another's, a test asks of the objects.
  func objects(deciding exercise: Exercise) throws(GraderError) -> [String] {
    var all = try objects() + objects(of: "Grading") + objects(of: "grader")
    all += try objects(of: "Checks") { source in
      let room = ((source as NSString).deletingLastPathComponent as NSString).lastPathComponent
      return !room.hasPrefix("Exercise") || room == exercise.module
    }
    return all
  }

  /// Returns the digest of all that decides a verdict on `exercise` besides the submission, the seed
  /// and the data: this program, the answering side, what is right, and what is given. A report
  /// that bears it need not be made again.
  func graderDigest(
    for exercise: Exercise, stubs: [String: Data], given: [String: Data], compiler: String
  ) throws(GraderError) -> String {
    let key = answerKey(of: exercise)
    var files = try programFiles(deciding: exercise) + answerFiles(of: exercise)
    files += ((try? Folder.contents(of: key)) ?? []).sorted().map { "\(key)/\($0)" }
    for exercise in exercise.before + [exercise] {
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
  /// The objects that decide; where one is newer than the program, which was not linked of it then, the
  /// program itself.
  private func programFiles(deciding exercise: Exercise) throws(GraderError) -> [String] {
    let objects = try objects(deciding: exercise)
    let program = "\(products)/grader"
    let linked = FileStamp(program)
    return objects.contains { FileStamp($0).isNewer(than: linked) } ? [program] : objects
  }
}

import Foundation

/// The table of parts in a handout: which part stands in which file, which checks ask about it, and
/// what they are worth. It stands between two comments, and nothing else of the handout is derived.
public struct HandoutTable: Sendable {
  private static let begin = "<!-- parts: derived -->"
  private static let end = "<!-- end of parts -->"

  private let exercise: Exercise
  private let root: String

  public init(_ exercise: Exercise, root: String) {
    self.exercise = exercise
    self.root = root
  }

  private var path: String { "Exercises/\(exercise.folder)/README.md" }

  /// The handout with the table as it has to be.
  public func handout() throws(GraderError) -> String {
    let text = try TextFile.read("\(root)/\(path)")
    return text.replacingCharacters(in: try place(in: text), with: try table())
  }

  private func place(in text: String) throws(GraderError) -> Range<String.Index> {
    guard let begin = text.range(of: "\(Self.begin)\n") else {
      throw .badCourse(path: path, "there is no line '\(Self.begin)' for the table of parts")
    }
    guard let end = text.range(of: "\(Self.end)\n"), begin.upperBound <= end.lowerBound else {
      throw .badCourse(path: path, "no line '\(Self.end)' follows '\(Self.begin)'")
    }
    return begin.upperBound..<end.lowerBound
  }

  /// Writes the table if it has changed; returns the handout's path where it has.
  func write() throws(GraderError) -> String? {
    let text = try handout()
    guard try TextFile.read("\(root)/\(path)") != text else { return nil }
    try AtomicFile.write(Data(text.utf8), to: "\(root)/\(path)")
    return path
  }

  /// The table as it stands in the handout, and as it has to be.
  func passage() throws(GraderError) -> DerivedFiles.Passage {
    let text = try TextFile.read("\(root)/\(path)")
    let standing = String(text[try place(in: text)])
    return DerivedFiles.Passage(
      name: "\(path): the table of parts", standing: standing, derived: try table())
  }

  private func table() throws(GraderError) -> String {
    let room = try CourseSource(root: root).rooms.first { $0.number == exercise.number }
    var rows = ["| part | file | checks | points |", "| --- | --- | --- | --- |"]
    for file in exercise.files {
      let parts = room?.parts[file] ?? []
      rows.append(row(Self.range(parts), "`\(file)`", exercise.checks.filter { $0.file == file }))
    }
    let others = exercise.checks.filter { $0.file.isEmpty }
    if !others.isEmpty { rows.append(row("", "all of them together", others)) }
    return rows.map { "\($0)\n" }.joined()
  }

  private func row(_ parts: String, _ file: String, _ checks: [Check]) -> String {
    let points = checks.map(\.points).reduce(0, +)
    return "| \(parts) | \(file) | \(Self.names(checks)) | \(points) |"
  }

  /// "5.1, 5.2", and where there are more, "5.9 – 5.11".
  private static func range(_ parts: [String]) -> String {
    parts.count > 2 ? "\(parts[0]) – \(parts[parts.count - 1])" : parts.joined(separator: ", ")
  }

  /// "`sigmoid.forward`, `.extremes`": what one has in common with the one before is left out.
  private static func names(_ checks: [Check]) -> String {
    var before = ""
    return checks.map { check in
      let words = check.id.split(separator: ".").dropFirst()
      let subject = words.dropLast().joined(separator: ".")
      defer { before = subject }
      return subject == before ? "`.\(words.last ?? "")`" : "`\(words.joined(separator: "."))`"
    }.joined(separator: ", ")
  }
}

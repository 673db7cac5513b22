import Foundation

/// What can be read off the package about the exercises that there are: the list in its manifest,
/// and what lies in the folders that it names.
public struct CourseSource: Sendable {
  public let rooms: [Room]

  /// One exercise as it lies in `Solutions`.
  public struct Room: Sendable {
    /// "05-NeuralNetworks".
    public let folder: String
    public let title: String

    /// The files with parts to write, in the order of their parts, and all others.
    public let files: [String]
    public let given: [String]

    /// The numbers of the exercises that its files import.
    public let buildsOn: [String]

    /// The numbers of the parts to write in each file.
    public let parts: [String: [String]]

    public var number: String { String(folder.prefix(2)) }
  }

  /// Reads the package at `root`.
  public init(root: String) throws(GraderError) {
    var rooms: [Room] = []
    for folder in try Self.list(in: "\(root)/Package.swift") {
      rooms.append(try Self.room(folder, root: root))
    }
    self.rooms = rooms
  }

  /// The folders of the exercises, as the manifest at `path` lists them.
  static func list(in path: String) throws(GraderError) -> [String] {
    let text = try TextFile.read(path)
    guard let list = text.firstMatch(of: /let course = \[([^\]]*)\]/) else {
      throw .badCourse(path: path, "there is no 'let course = [ … ]' in it")
    }
    let folders = list.1.matches(of: /"([^"]*)"/).map { String($0.1) }
    for folder in folders where folder.wholeMatch(of: /\d\d-\w+/) == nil {
      throw .badCourse(
        path: path, "'\(String(folder.prefix(80)).onOneLine)' is no name such as 05-NeuralNetworks")
    }
    guard folders == folders.sorted(), Set(folders.map { $0.prefix(2) }).count == folders.count
    else { throw .badCourse(path: path, "the course is not in the order of its numbers") }
    return folders
  }

  private static func room(_ folder: String, root: String) throws(GraderError) -> Room {
    let handout = "\(root)/Exercises/\(folder)/README.md"
    let heading = try TextFile.read(handout).prefix { $0 != "\n" }
    guard let title = heading.wholeMatch(of: /# Exercise (\d\d): (.+)/), title.1 == folder.prefix(2)
    else {
      throw .badCourse(
        path: handout, "its first line is not '# Exercise \(folder.prefix(2)): ' and a title")
    }

    let solutions = "\(root)/Solutions/\(folder)"
    var parts: [String: [String]] = [:]
    var given: [String] = []
    var imports: Set<String> = []
    for file in try Folder.contents(of: solutions) where file.hasSuffix(".swift") {
      let path = "\(solutions)/\(file)"
      let text = try TextFile.read(path)
      imports.formUnion(text.matches(of: /(?m)^import Exercise(\d\d)$/).map { String($0.1) })
      let source = try SolutionSource(text, file: path)
      if source.parts.isEmpty { given.append(file) } else { parts[file] = source.parts }
    }
    let files = parts.sorted { Self.place(of: $0.value[0]) < Self.place(of: $1.value[0]) }
    let numbers = files.flatMap(\.value)
    let wanted = numbers.indices.map { "\(Int(folder.prefix(2)) ?? 0).\($0 + 1)" }
    guard numbers == wanted else {
      throw .badCourse(
        path: solutions,
        "its parts are \(Sentences.list(numbers)), expected \(Sentences.list(wanted))")
    }
    return Room(
      folder: folder, title: String(title.2), files: files.map(\.key), given: given,
      buildsOn: imports.sorted(), parts: parts)
  }

  /// "5.10" → 10.
  private static func place(of part: String) -> Int {
    part.split(separator: ".").last.flatMap { Int($0) } ?? 0
  }

  /// What `grader derive` writes for all exercises together, by path beneath the package.
  public var texts: [String: Data] {
    [
      "Grader/Checks/Course.swift": Data(catalogue.utf8),
      "Grader/Subject/AllAnswers.swift": Data(allAnswers.utf8),
    ]
  }

  /// Writes those of `texts` that have changed into the package at `root`; returns their paths.
  public func write(to root: String) throws(GraderError) -> [String] {
    let changed = texts.sorted { $0.key < $1.key }.filter { path, text in
      FileManager.default.contents(atPath: "\(root)/\(path)") != text
    }
    for (path, text) in changed { try AtomicFile.write(text, to: "\(root)/\(path)") }
    return changed.map(\.key)
  }

  private var catalogue: String {
    let exercises = rooms.enumerated().map { place, room in
      """
      private let exercise\(room.number) = Exercise(
        number: "\(room.number)",
        title: "\(room.title)",
        folder: "\(room.folder)",
        files: \(room.files),
        parts: [\(room.files.map { "\"\($0)\": \(room.parts[$0] ?? [])" }.joined(separator: ", "))],
        given: \(room.given),
        buildsOn: [\(room.buildsOn.map { "exercise\($0)" }.joined(separator: ", "))],
        before: [\(rooms[..<place].map { "exercise\($0.number)" }.joined(separator: ", "))],
        plan: plan\(room.number))
      """
    }
    return """
      // swift-format-ignore-file
      // Derived by `grader derive` from the list in Package.swift and the folders that it names.
      import Grading

      extension Catalogue {
        /// All exercises of the course, in its order.
        public static let exercises: [Exercise] = [\(rooms.map { "exercise\($0.number)" }.joined(separator: ", "))]
      }

      \(exercises.joined(separator: "\n\n"))

      """
  }

  private var allAnswers: String {
    """
    // swift-format-ignore-file
    // Derived by `grader derive` from the list in Package.swift.
    import Doorway

    /// The answers of all exercises, for tests that run them in their own process.
    public func allAnswers() -> Doorway.Answers {
      var answers = Doorway.Answers()
    \(rooms.map { "  answers.merge(answersOfExercise\($0.number)())\n" }.joined())\
      return answers
    }

    """
  }
}

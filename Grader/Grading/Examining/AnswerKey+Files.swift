import Foundation

/// A key is a folder: `mistakes.plist`, and beside it a file for each question, `05.relu.plist`.
extension AnswerKey {
  private static let mistakesFile = "mistakes.plist"

  private static func file(of question: String) -> String { "\(question).plist" }

  /// Reads a key that `write` wrote.
  public init(contentsOf folder: String) throws(GraderError) {
    let files = try Folder.contents(of: folder).filter { $0.hasSuffix(".plist") }
    guard files.contains(Self.mistakesFile) else { throw .notAnswerKey(folder) }
    self.init()
    for file in files {
      let path = "\(folder)/\(file)"
      if file == Self.mistakesFile {
        mistakes = try Self.read(path)
      } else {
        sheets[String(file.dropLast(".plist".count))] = try Self.read(path) as Sheet
      }
    }
  }

  /// Writes what `folder` does not know as near as machines come to each other, and removes the
  /// files of questions that are not asked any more. Returns whether anything had to change.
  @discardableResult
  public func write(to folder: String) throws(GraderError) -> Bool {
    try Folder.make(folder)
    let standing = try? AnswerKey(contentsOf: folder)
    var changed = false
    if standing?.mistakes != mistakes {
      try Self.write(mistakes, to: "\(folder)/\(Self.mistakesFile)")
      changed = true
    }
    for (question, sheet) in sheets where standing?.sheets[question]?.agrees(with: sheet) != true {
      try Self.write(sheet, to: "\(folder)/\(Self.file(of: question))")
      changed = true
    }
    let own = Set(sheets.keys.map(Self.file) + [Self.mistakesFile])
    for file in try Folder.contents(of: folder)
    where file.hasSuffix(".plist") && !own.contains(file) {
      unlink("\(folder)/\(file)")
      changed = true
    }
    return changed
  }

  private static func read<Value: Decodable>(_ path: String) throws(GraderError) -> Value {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path: path, errno: errno)
    }
    do {
      return try PropertyListDecoder().decode(Value.self, from: data)
    } catch {
      throw .notAnswerKey(path)
    }
  }

  private static func write(_ value: some Encodable, to path: String) throws(GraderError) {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    guard let data = try? encoder.encode(value) else {
      throw .cannotWrite(path: path, errno: EINVAL)
    }
    try AtomicFile.write(data, to: path)
  }
}

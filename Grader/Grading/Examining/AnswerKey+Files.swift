import Foundation

/// A key is a folder: `mistakes.plist`, and beside it a file for each question, `05.relu.plist`; what is
/// too large for one has several, `05.relu+1.plist` being the second.
extension AnswerKey {
  private static let mistakesFile = "mistakes.plist"

  private static func file(of question: String, _ part: Int) -> String {
    part == 0 ? "\(question).plist" : "\(question)+\(part).plist"
  }

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
        let question = String(file.dropLast(".plist".count).prefix { $0 != "+" })
        let sheet: Sheet = try Self.read(path)
        sheets[question, default: Sheet()].add(sheet)
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
      for (i, part) in sheet.parts.enumerated() {
        try Self.write(part, to: "\(folder)/\(Self.file(of: question, i))")
      }
      changed = true
    }
    let own = sheets.reduce(into: Set([Self.mistakesFile])) { own, sheet in
      own.formUnion(sheet.value.parts.indices.map { Self.file(of: sheet.key, $0) })
    }
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

extension AnswerKey.Sheet {
  /// What goes into a file each: of answers no more than some 150 kB.
  fileprivate var parts: [Self] {
    let bytes = answers.values.reduce(0) { $0 + $1.count }
    let count = 1 + bytes / 150_000
    guard count > 1 else { return [self] }
    func part(of name: String) -> Int { name.utf8.reduce(0) { ($0 * 31 + Int($1)) % 9973 } % count }
    return (0..<count).map { i in
      Self(
        answers: answers.filter { part(of: $0.key) == i },
        fingerprints: fingerprints.filter { part(of: $0.key) == i })
    }
  }

  fileprivate mutating func add(_ other: Self) {
    answers.merge(other.answers) { $1 }
    fingerprints.merge(other.fingerprints) { $1 }
  }
}

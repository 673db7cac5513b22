extension Sentences {
  static func found(_ files: [String], in folder: String) -> String {
    "Found in \(folder): \(list(files))."
  }

  static func foundBehindStubs(_ files: [String], in folder: String) -> String {
    "Found in \(folder.isEmpty ? "the folder itself" : folder), and counted in place of untouched "
      + "stubs: \(list(files))."
  }

  /// Files whose names are not quite those that the exercise lists.
  static func renamed(_ files: [(path: String, file: String)]) -> String {
    let first = files.prefix(1).map { "\($0.path) counts as \($0.file)" }
    return list(first + files.dropFirst().map { "\($0.path) as \($0.file)" }) + "."
  }

  static func several(_ file: String, counted: String, others: [String]) -> String {
    "There is more than one \(file): \(counted) counts; \(shortened(others)) "
      + "\(others.count == 1 ? "does" : "do") not. Leave one."
  }

  static func packed(_ archives: [String]) -> String {
    "\(shortened(archives)) \(archives.count == 1 ? "is" : "are") packed and not looked into. "
      + "Unpack \(archives.count == 1 ? "it" : "them") here, and grade again."
  }

  static func notRead(_ files: [String]) -> String {
    "What else lies there was not read: \(shortened(files))."
  }

  static let tooMuchToSearch =
    "There is too much in this folder to search it to its end: after \(Search.mostEntries) entries, "
    + "and twelve folders deep, nobody has looked."

  /// The first few, and how many more there are.
  static func shortened(_ words: [String], to count: Int = 6) -> String {
    let shown = words.prefix(count).map { $0.count > 200 ? "\($0.prefix(200))…" : $0 }
    return list(shown + (words.count > count ? ["\(words.count - count) more"] : []))
  }
}

import Foundation

extension Sentences {
  static func intake(_ error: GraderError) -> String {
    switch error {
    case .classInside(let path, let probable, let exercise):
      return "\(probable) looks like a class: several folders or archives in it hold files of "
        + "exercise \(exercise). In \(path) all of it would be one person's. "
        + (access(probable, F_OK) == 0
          ? "Name \(probable) in its place." : "Unpack it, and name that folder.")
        + " If it is one person's, leave one version in it."
    case .noAttempt(let number, let name, let count):
      let attempts = "\(count) \(count == 1 ? "attempt" : "attempts")"
      return "\(name.onOneLine) has \(attempts), so there is no "
        + "--attempt \(number). The first is 1, the last the latest."
    default: return "\(error)"
    }
  }

  static func nothingHandedIn(of exercise: Exercise) -> String {
    "Nobody has handed in a file of exercise \(exercise.number) here: it has "
      + "\(list(exercise.files))."
  }

  /// Of a check whose file stands among those of which it is said why.
  static func notRead(_ what: String) -> String { "\(what.onOneLine) was not read." }

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

extension Sentences {
  /// Of several attempts.
  static func latest(_ counted: String, others: [String]) -> String {
    "Of \(others.count + 1) attempts the latest counts, \(counted.onOneLine); "
      + "\(shortened(others.map(\.onOneLine))) \(others.count == 1 ? "does" : "do") not."
  }

  static func recoded(_ file: String, _ encoding: SourceEncoding) -> String {
    "\(file) was written in \(encoding.rawValue), and read so. Swift wants UTF-8: save it as that."
  }

  static let lateInCanvas = "Canvas marks it as late."

  static func leftovers(_ leftovers: Archive.Leftovers, of archive: String) -> [String] {
    var sentences: [String] = []
    if !leftovers.outside.isEmpty {
      let names = shortened(leftovers.outside.map { "'\($0.onOneLine)'" })
      let were = leftovers.outside.count == 1 ? "was" : "were"
      sentences.append("In \(archive), \(names) would lie outside of it, and \(were) not read.")
    }
    if !leftovers.damaged.isEmpty {
      sentences.append(
        "In \(archive), \(shortened(leftovers.damaged.map(\.onOneLine))) cannot be unpacked: damaged "
          + "on the way, or not as long as it says.")
    }
    return sentences
  }

  static func archive(_ name: String, _ problem: ArchiveProblem) -> String {
    "\(name.onOneLine) was not read: \(reason(problem)). Pack it anew as a plain .zip."
  }

  /// Of an archive with a whole class in it.
  static func classArchive(_ path: String, _ problem: ArchiveProblem) -> String {
    "\(path) cannot be unpacked here: \(reason(problem)). Unpack it yourself, and name the folder."
  }

  private static func reason(_ problem: ArchiveProblem) -> String {
    switch problem {
    case .damaged: "it is damaged, or no such archive"
    case .encrypted: "it is encrypted"
    case .tooLarge(let limit): "it holds more than \(size(limit))"
    case .tooMany(let limit): "it holds more than \(limit) files"
    case .unknownMethod: "it is packed in a way that only some programs know"
    case .zip64: "it is packed for more than 4 GiB"
    case .noRoom: "there is no room on the disk"
    case .noGzip: "'gzip' is not there"
    }
  }

  static func refused(_ file: String, _ refusal: RegularFile.Refusal) -> String {
    switch refusal {
    case .tooLarge(let bytes): "\(file.onOneLine) is \(size(bytes)) long, and was not read."
    default: "\(file.onOneLine) is no plain file, and was not read."
    }
  }
}

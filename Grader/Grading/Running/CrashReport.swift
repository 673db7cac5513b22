import Foundation

/// What the Swift runtime writes down about a crash, as far as we need it.
///
/// The file lies where the subject can write, so it may say anything: it is used for the
/// sentence that the student reads, and for nothing that decides.
struct CrashReport: Decodable {
  var description: String?
  var threads: [Thread]?

  struct Thread: Decodable {
    var crashed: Bool?
    var frames: [Frame]?
  }

  struct Frame: Decodable {
    var symbol: String?
    var description: String?
    var inlined: Bool?
    var sourceLocation: Location?
  }

  struct Location: Decodable {
    var file: String
    var line: Int
  }

  /// The value of `SWIFT_BACKTRACE` that makes the runtime write reports to `folder`.
  static func settings(folder: String) -> String {
    "enable=yes,interactive=no,color=no,threads=crashed,images=none,limit=32,"
      + "format=json,output-to=\(folder)/"
  }

  init?(_ text: Data) {
    guard let report = try? JSONDecoder().decode(Self.self, from: text) else { return nil }
    self = report
  }

  /// Returns the report in `folder`; nil where there is none that can be read.
  static func read(from folder: String) -> CrashReport? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard let name = names.first(where: { $0.hasSuffix(".json") }),
      case .success(let text) = RegularFile.read(name, beneath: folder, limit: 1 << 20)
    else { return nil }
    return CrashReport(text)
  }

  /// The places that lie in one of `files`, from the innermost out: each is called at the next.
  func places(in files: Set<String>) -> [Crash.Place] {
    frames.compactMap(\.sourceLocation).map {
      Crash.Place(file: ($0.file as NSString).lastPathComponent, line: $0.line)
    }.filter { $0.line > 0 && files.contains($0.file) }
  }

  /// Those of the thread that crashed, from the innermost out.
  private var frames: [Frame] { threads?.first { $0.crashed ?? false }?.frames ?? [] }

  /// In words: what a library said on standard error, else what the runtime makes of it.
  static func reason(_ report: CrashReport?, log: String) -> String? {
    if let words = log.split(separator: "\n").reversed().lazy.compactMap(lastWords).first {
      return words
    }
    guard let report else { return nil }
    let runtime = "Swift runtime failure: "
    if let description = report.description, description.hasPrefix(runtime) {
      return String(description.dropFirst(runtime.count).prefix(300))
    }
    return report.libraryFailure ?? (report.isEndlessRecursion ? "it calls itself for ever" : nil)
  }

  /// What stopped in the standard library, whose optimised code keeps no words for it: its name is
  /// left, in the frame that was inlined last.
  private var libraryFailure: String? {
    guard let frame = frames.first, frame.inlined ?? false, let description = frame.description,
      let symbol = frame.symbol, symbol.hasPrefix("$sS") || symbol.hasPrefix("$ss")
    else { return nil }
    if description.contains(".subscript.") { return "Index out of range" }
    return "it may not be called so: " + description.replacing("specialized ", with: "").prefix(100)
  }

  private var isEndlessRecursion: Bool {
    let symbols = frames.compactMap(\.symbol)
    return symbols.count > 20 && Set(symbols.suffix(20)).count <= 3
  }

  /// Whether it was memory that ran out, in the words of the runtime or of the standard library.
  static func saysOutOfMemory(_ log: String) -> Bool {
    log.contains(/(ould not|ailed to) allocate/)
  }

  /// The log without what the runtime wrote into it while the process died.
  static func removed(from log: String) -> String {
    var lines = log.split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeAll { line in runtimeWords.contains { line.contains($0) } }
    if let last = lines.lastIndex(where: { Self.lastWords($0) != nil }) { lines.remove(at: last) }
    return lines.joined(separator: "\n")
  }

  private static let runtimeWords = ["Signal", "Program crashed", "Swift runtime failure"].map {
    "*** \($0)"
  }

  /// What a library or an assertion said in this line before it ended the program.
  private static func lastWords(_ line: Substring) -> String? {
    if let range = line.range(of: "Fatal error: ") {
      return String(line[range.upperBound...].prefix(300))
    }
    return ["Assertion", "Precondition"].lazy.compactMap { assertion($0, in: line) }.first
  }

  /// What stands behind the place, as in `Loss.swift:12: Assertion failed: no labels`. Not by a pattern, which
  /// would be compiled again for each line of a log.
  private static func assertion(_ kind: String, in line: Substring) -> String? {
    guard let range = line.range(of: ": \(kind) failed") else { return nil }
    let place = line[..<range.lowerBound]
    let number = place.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let rest = line[range.upperBound...]
    guard number > 0, place.dropLast(number).hasSuffix(".swift:"),
      rest.isEmpty || rest.hasPrefix(": ")
    else { return nil }
    return String(line[range.lowerBound...].dropFirst(2).prefix(300))
  }
}

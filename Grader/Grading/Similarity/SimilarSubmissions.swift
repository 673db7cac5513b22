import Foundation

/// Submissions that have more in common than what was given to all and what most have come to. It is
/// no proof of anything: it says where to look.
public struct SimilarSubmissions: Sendable {
  /// Who has less than this of their own cannot be compared: any two would be alike.
  static let fewestFingerprints = 6

  public struct Pair: Sendable {
    public var first: String
    public var second: String

    /// How much of each one's own work lies in the other's, from 0 to 1.
    public var shares: (first: Double, second: Double)

    /// In tokens.
    public var shared: Int
    var passages: [Passage]
  }

  /// The same tokens in both.
  struct Passage: Sendable {
    struct Place: Sendable {
      var file: String
      var lines: ClosedRange<Int>
      var text: String
    }

    var first: Place
    var second: Place
    var tokens: Int
  }

  /// Those with the most in common first.
  public private(set) var pairs: [Pair] = []

  /// Whose own work is too short to be compared.
  public private(set) var tooShort: [String] = []

  private struct Work {
    var name: String
    var text: ComparedText
    var runs: [UInt64]
    var own: [UInt64: Int]
  }

  /// Compares `submissions`, each with its files.
  ///
  /// - Parameter stubs: What was given to all.
  /// - Parameter library: The sources of what may be called.
  /// - Parameter least: The least share of either's own work that makes a pair.
  init(
    _ submissions: [(name: String, files: [String: Data])], stubs: [String: Data],
    library: [Data], least: Double = 0.4
  ) {
    let vocabulary = ComparedText.vocabulary(of: library + Array(stubs.values))
    let given = Set(Winnowing.runs(of: ComparedText(stubs, vocabulary: vocabulary)))
    var works = submissions.map { name, files in
      let text = ComparedText(files, vocabulary: vocabulary)
      let runs = Winnowing.runs(of: text)
      let own = Winnowing.fingerprints(of: runs).filter { !given.contains($0.key) }
      return Work(name: name, text: text, runs: runs, own: own)
    }
    Self.removeCommon(from: &works)
    tooShort = works.filter { $0.own.count < Self.fewestFingerprints }.map(\.name)
    let indices = works.indices.filter { works[$0].own.count >= Self.fewestFingerprints }
    var owners: [UInt64: [Int]] = [:]
    for i in indices { for hash in works[i].own.keys { owners[hash, default: []].append(i) } }
    var counts: [Int: Int] = [:]
    for holders in owners.values where holders.count > 1 {
      for (n, i) in holders.enumerated() {
        for j in holders.dropFirst(n + 1) { counts[i * works.count + j, default: 0] += 1 }
      }
    }
    for (key, count) in counts {
      let (i, j) = key.quotientAndRemainder(dividingBy: works.count)
      let (a, b) = (works[i], works[j])
      let shares = (Double(count) / Double(a.own.count), Double(count) / Double(b.own.count))
      guard max(shares.0, shares.1) >= least else { continue }
      let passages = Self.passages(a, b)
      pairs.append(
        Pair(
          first: a.name, second: b.name, shares: shares,
          shared: passages.map(\.tokens).reduce(0, +), passages: passages))
    }
    pairs.sort { a, b in
      let (x, y) = (a.shares.first + a.shares.second, b.shares.first + b.shares.second)
      return x == y ? (a.first, a.second) < (b.first, b.second) : x > y
    }
  }

  /// What more than half of a class have is what the exercise asks for. Of very few nobody knows.
  private static func removeCommon(from works: inout [Work]) {
    guard works.count >= 6 else { return }
    var counts: [UInt64: Int] = [:]
    // All runs, not only those that were chosen: what is common need not be chosen by everybody.
    for work in works { for hash in Set(work.runs) { counts[hash, default: 0] += 1 } }
    for i in works.indices {
      works[i].own = works[i].own.filter { 2 * counts[$0.key, default: 0] <= works.count }
    }
  }

  /// The runs that both have, each as long as it goes on in both; the longest first.
  private static func passages(_ a: Work, _ b: Work) -> [Passage] {
    var passages: [Passage] = []
    var covered = IndexSet()
    for (hash, i) in a.own.sorted(by: { $0.value < $1.value }) where !covered.contains(i) {
      guard let j = b.own[hash] else { continue }
      let (x, y) = (a.text.tokens, b.text.tokens)
      func agree(_ n: Int) -> Bool {
        x.indices.contains(i + n) && y.indices.contains(j + n) && x[i + n].hash == y[j + n].hash
          && x[i + n].file == x[i].file && y[j + n].file == y[j].file
      }
      var (start, end) = (0, Winnowing.run)
      guard (0..<end).allSatisfy(agree) else { continue }
      while agree(start - 1) { start -= 1 }
      while agree(end) { end += 1 }
      covered.insert(integersIn: i + start..<i + end)
      passages.append(
        Passage(
          first: place(a.text, i + start..<i + end), second: place(b.text, j + start..<j + end),
          tokens: end - start))
    }
    return passages.sorted { $0.tokens > $1.tokens }
  }

  private static func place(_ text: ComparedText, _ range: Range<Int>) -> Passage.Place {
    let tokens = text.tokens[range]
    let file = text.files[tokens[range.lowerBound].file]
    let lines = tokens[range.lowerBound].line...tokens[range.upperBound - 1].line
    return Passage.Place(
      file: file.name, lines: lines,
      text: file.lines[lines.lowerBound - 1..<min(lines.upperBound, file.lines.count)]
        .joined(separator: "\n"))
  }
}

extension SimilarSubmissions {
  /// Compares what lies in `folder`.
  public init(
    of exercise: Exercise, in folder: SubmissionFolder, _ installation: Installation
  ) throws(GraderError) {
    var stubs: [String: Data] = [:]
    for file in exercise.files + exercise.given {
      stubs[file] = FileManager.default.contents(
        atPath: "\(installation.stubs(of: exercise))/\(file)")
    }
    let library = "\(installation.root)/Exercises/00-Given/Tensors"
    let names = try Folder.contents(of: library).filter { $0.hasSuffix(".swift") }
    var submissions: [(name: String, files: [String: Data])] = []
    for submission in folder.submissions {
      let contents = try submission.contents(for: exercise, stubs: stubs)
      submissions.append((submission.name, contents.files))
    }
    self.init(
      submissions, stubs: stubs,
      library: names.compactMap { FileManager.default.contents(atPath: "\(library)/\($0)") })
  }
}

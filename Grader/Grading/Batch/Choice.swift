import Foundation

/// Which of several candidates counts as one of the exercise's files.
struct Choice: Sendable {
  static let largestFile = 256 << 10
  private static let mostRead = 100

  let file: String

  /// What counts, and where it lay; nil where nothing that could be read was there.
  private(set) var data: Data?
  private(set) var chosen: Candidate?

  /// How what counts was written, where that was not UTF-8.
  private(set) var encoding: SourceEncoding?

  /// Whether what counts says no more than the stub.
  private(set) var isStub = false

  /// Those that say something else than what counts, and more than the stub.
  private(set) var rivals: [Candidate] = []

  /// Whether an untouched stub lies where one would look first.
  private(set) var hasStubInFront = false
  private(set) var refused: [(Candidate, RegularFile.Refusal)] = []

  /// A candidate that may not be read, and why.
  private(set) var closed: (path: String, errno: Int32)?

  /// Whether something is still to be wished for.
  var isOpen: Bool { data == nil || isStub }

  /// Chooses among `candidates`, the best first, of the submission `entry` of `folder`.
  init(
    of file: String, from candidates: [Candidate], stub: Data?, in folder: String,
    _ entry: EntryName
  ) {
    self.file = file
    let core = stub.map(Self.core)
    var written: [(candidate: Candidate, data: Data)] = []
    var untouched: [(candidate: Candidate, data: Data)] = []
    for candidate in candidates.prefix(Self.mostRead) {
      switch candidate.read(in: folder, entry, limit: Self.largestFile) {
      case .success(let bytes):
        let data = SourceEncoding(of: bytes)?.recoded(bytes) ?? bytes
        let own = Self.core(data)
        if own.isEmpty || own == core {
          untouched.append((candidate, data))
        } else {
          written.append((candidate, data))
        }
      case .failure(.unreadable(let code)): closed = closed ?? (candidate.shown, code)
      case .failure(.missing): break
      case .failure(let refusal): refused.append((candidate, refusal))
      }
    }
    isStub = written.isEmpty
    guard let best = written.first ?? untouched.first else { return }
    (chosen, data) = best
    if case .success(let bytes) = best.candidate.read(in: folder, entry, limit: Self.largestFile),
      bytes != best.data
    {
      encoding = SourceEncoding(of: bytes)
    }
    let work = Self.core(best.data)
    rivals = written.dropFirst().filter { Self.core($0.data) != work }.map(\.candidate)
    hasStubInFront = untouched.contains { $0.candidate.rank < best.candidate.rank }
  }

  /// Takes over what was not read in an earlier place.
  mutating func addRefused(of earlier: Choice) { refused = earlier.refused + refused }

  /// What of a file is work.
  private static func core(_ data: Data) -> [String] {
    SwiftText(String(decoding: data, as: UTF8.self)).lines
  }
}

/// What is to be said of where a submission's files lay.
struct IntakeNotes {
  private let exercise: Exercise
  private let others: [String]
  private let packed: [String]
  private let isCutShort: Bool
  private let isPartlyRead: Bool
  private let hasModel: Bool
  private var missing: [String] = []
  private var sentencesOnFiles: [String] = []
  private var isOpen = false

  /// The files, by the folder in which they lay where none would look first.
  private var found: [(folder: String, files: [String])] = []
  private var foundBehindStubs: [(folder: String, files: [String])] = []
  private var renamed: [(path: String, file: String)] = []

  /// - Parameter searches: What was seen, one place after the other.
  /// - Parameter packed: Archives that nobody has looked into.
  /// - Parameter isPartlyRead: Whether what is missing may lie in an archive that could not be read.
  init(_ exercise: Exercise, _ searches: [Search], packed: [String], isPartlyRead: Bool) {
    (self.exercise, self.isPartlyRead) = (exercise, isPartlyRead)
    hasModel = searches.contains { search in
      exercise.model.map { search.candidates[$0.name]?.isEmpty == false } ?? false
    }
    others = searches.flatMap(\.others)
    isCutShort = searches.contains(where: \.isCutShort)
    self.packed = packed
  }

  mutating func add(_ choice: Choice) {
    isOpen = isOpen || choice.isOpen
    if choice.isOpen {
      sentencesOnFiles += choice.refused.map { Sentences.refusal($0.1, of: $0.0.shown) }
    }
    guard let chosen = choice.chosen else {
      if choice.refused.isEmpty { missing.append(choice.file) }
      return
    }
    if let encoding = choice.encoding {
      sentencesOnFiles.append(Sentences.recoded(chosen.shown, encoding))
    }
    if !choice.rivals.isEmpty {
      sentencesOnFiles.append(
        Sentences.several(
          choice.file, counted: chosen.shown, others: choice.rivals.map(\.shown)))
    } else if chosen.rank.spelling != 0 {
      renamed.append((chosen.shown, choice.file))
    } else if choice.hasStubInFront {
      Self.add(choice.file, in: chosen.folder, to: &foundBehindStubs)
    } else if !chosen.isUsual {
      Self.add(choice.file, in: chosen.folder, to: &found)
    }
  }

  private static func add(
    _ file: String, in folder: String, to groups: inout [(folder: String, files: [String])]
  ) {
    if let place = groups.firstIndex(where: { $0.folder == folder }) {
      groups[place].files.append(file)
    } else {
      groups.append((folder, [file]))
    }
  }

  /// Where nothing is there, that is one thing to be said, and not one of each file.
  private var sentencesOnMissing: [String] {
    if isPartlyRead { return [] }
    if missing.count == exercise.files.count, !hasModel {
      return [Sentences.nothingHandedIn(of: exercise)]
    }
    return missing.map { Sentences.refusal(.missing, of: $0) }
  }

  var sentences: [String] {
    var sentences = found.map { Sentences.found($0.files, in: $0.folder) }
    sentences += foundBehindStubs.map { Sentences.foundBehindStubs($0.files, in: $0.folder) }
    if !renamed.isEmpty { sentences.append(Sentences.renamed(renamed)) }
    sentences += sentencesOnFiles + sentencesOnMissing
    guard isOpen else { return sentences }
    if !packed.isEmpty { sentences.append(Sentences.packed(packed)) }
    if !others.isEmpty { sentences.append(Sentences.notRead(others)) }
    if isCutShort { sentences.append(Sentences.tooMuchToSearch) }
    return sentences
  }
}

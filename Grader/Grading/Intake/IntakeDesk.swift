import Foundation

/// Where one submission is looked through: first as it lies there, then, as long as something is
/// missing, what was packed in it.
struct IntakeDesk {
  private static let deepest = 3

  private let exercise: Exercise
  private let stubs: [String: Data]
  private let mostAttempts: Int
  private let names: ListedNames
  private var places: [Place] = []
  private var choices: [String: Choice] = [:]
  private var remarks: [String] = []
  private var packed: [String] = []

  /// How many archives there were to choose from where one was opened first.
  private(set) var archives = 0

  /// The archives that could not be read, wholly or in part.
  private(set) var unread: [String] = []

  private struct Place {
    let folder: String
    let entry: EntryName
    let search: Search
    let shown: String

    /// What it lies in, as long as it is needed.
    let scratch: ScratchFolder?
  }

  init(_ exercise: Exercise, _ stubs: [String: Data], mostAttempts: Int = .max) {
    (self.exercise, self.stubs, self.mostAttempts) = (exercise, stubs, mostAttempts)
    names = ListedNames(exercise)
  }

  private var isOpen: Bool { exercise.files.contains { choices[$0]?.isOpen ?? true } }

  mutating func look(
    into folder: String, _ entry: EntryName, shown: String, scratch: ScratchFolder? = nil
  ) throws(GraderError) {
    let search = try Search(for: exercise, in: folder, entry)
    places.append(
      Place(folder: folder, entry: entry, search: search, shown: shown, scratch: scratch))
    packed += search.archives.map(Candidate.shown)
    for file in exercise.files where choices[file]?.isOpen ?? true {
      var choice = Choice(
        of: file, from: search.candidates[file] ?? [], stub: stubs[file], in: folder, entry)
      if choice.isOpen, let (path, code) = choice.closed ?? search.closed {
        throw .cannotRead(path: "\(shown)/\(path)", errno: code)
      }
      // As long as nothing was there, what was there and not read says more than nothing.
      let old = choices[file]
      let saysMore = choice.data != nil || !choice.refused.isEmpty
      if old == nil || !choice.isOpen || (old?.data == nil && saysMore) {
        if let old { choice.addRefused(of: old) }
        choices[file] = choice
      }
    }
  }

  /// Looks through files that lie among those of others, each under its owner's name for it.
  mutating func look(
    into files: [(entry: EntryName, called: String)], of folder: String, shown: String
  ) throws(GraderError) {
    let scratch = try ScratchFolder()
    let entry = EntryName("s")
    try Folder.make("\(scratch.path)/s")
    for (file, called) in files {
      let target = "\(scratch.path)/s/\(called.replacing("/", with: "_"))"
      let parent = FolderListing.open(folder, [])
      defer { close(parent) }
      switch RegularFile.read(file.cString, in: parent, limit: Archive.largest) {
      case .success(let data):
        guard FileManager.default.createFile(atPath: target, contents: data) else {
          throw .cannotWrite(path: target, errno: errno)
        }
      case .failure(.unreadable(let code)):
        throw .cannotRead(path: "\(folder)/\(file.text.onOneLine)", errno: code)
      case .failure(.tooLarge(let bytes)) where names.file(called: called) != nil:
        // Of what is too large only the length is told.
        guard FileManager.default.createFile(atPath: target, contents: nil) else {
          throw .cannotWrite(path: target, errno: errno)
        }
        truncate(target, off_t(bytes))
      case .failure(let refusal): remarks.append(Sentences.refused(called, refusal))
      }
    }
    try look(into: scratch.path, entry, shown: shown, scratch: scratch)
  }

  /// The archive in which what is missing may be; nil where nothing is, or there is none.
  var archiveToOpen: [EntryName]? {
    guard isOpen, let place = places.last, places.count <= Self.deepest else { return nil }
    return Self.attempts(in: place).prefix(mostAttempts).last
  }

  private static func attempts(in place: Place) -> [[EntryName]] {
    place.search.archives.filter { Archive.isCalled($0.last?.text ?? "") }
      .sorted { Attempt($0.last?.text ?? "") < Attempt($1.last?.text ?? "") }
  }

  mutating func open(_ path: [EntryName]) throws(GraderError) {
    guard let place = places.last else { return }
    let shown = Candidate.shown(path)
    packed.removeAll { $0 == shown }
    let attempts = Self.attempts(in: place).map(Candidate.shown)
    archives = max(archives, attempts.count)
    let beyond = Array(attempts.dropFirst(mostAttempts))
    let others = attempts.filter { $0 != shown && !beyond.contains($0) }
    if !beyond.isEmpty {
      remarks.append(Sentences.attempts(shown, beyond: beyond, most: mostAttempts))
    }
    if !others.isEmpty { remarks.append(Sentences.latest(shown, others: others)) }
    packed.removeAll(where: attempts.contains)
    let scratch = try ScratchFolder()
    let target = ([scratch.path, "s"] + path.map(\.text)).joined(separator: "/")
    try Folder.make(target)
    let file = Candidate(path, for: "", isCopy: false, of: exercise)
    do throws(ArchiveProblem) {
      let data: Data
      switch file.read(in: place.folder, place.entry, limit: Archive.largest) {
      case .success(let bytes): data = bytes
      case .failure(.unreadable), .failure(.missing), .failure(.notRegular): throw .damaged
      case .failure(.tooLarge): throw .tooLarge(limit: Archive.largest)
      }
      let names = names
      let leftovers = try Archive(data, in: scratch.path).layOut(beneath: target) {
        names.file(called: $0) != nil || Archive.isCalled($0)
      }
      remarks += Sentences.leftovers(leftovers, of: shown)
      if !leftovers.damaged.isEmpty { unread.append(shown) }
    } catch {
      switch error {
      case .noGzip: throw .cannotStart(program: "gzip", errno: ENOENT)
      case .noRoom: throw .cannotWrite(path: scratch.path, errno: ENOSPC)
      default:
        remarks.append(Sentences.archive(shown, error))
        unread.append(shown)
      }
    }
    try look(into: scratch.path, EntryName("s"), shown: place.shown, scratch: scratch)
  }

  var files: [String: Data] { choices.compactMapValues(\.data) }

  /// The files that are still to be wished for although something was handed in that was not read, each
  /// with that.
  var notRead: [String: String] {
    var all: [String: String] = [:]
    for file in exercise.files where choices[file]?.isOpen ?? true {
      all[file] = choices[file]?.refused.first?.0.shown ?? unread.first
    }
    return all
  }

  /// What is to be said of all that.
  var sentences: [String] {
    var notes = IntakeNotes(
      exercise, places.map(\.search), packed: packed, isPartlyRead: !unread.isEmpty)
    for file in exercise.files { if let choice = choices[file] { notes.add(choice) } }
    return remarks + notes.sentences
  }

  /// The trained network that lies where one would look first. What is closed to us costs nobody
  /// points.
  func model() throws(GraderError) -> HandedInModel? {
    guard let file = exercise.model else { return nil }
    for place in places {
      for candidate in place.search.candidates[file.name] ?? [] {
        let result = candidate.read(in: place.folder, place.entry, limit: file.bytes)
        switch result {
        case .failure(.missing): continue
        case .failure(.unreadable(let code)):
          throw .cannotRead(path: "\(place.shown)/\(candidate.shown)", errno: code)
        case .success, .failure: return HandedInModel(result)
        }
      }
    }
    return nil
  }
}

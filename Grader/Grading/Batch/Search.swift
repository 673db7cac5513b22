import Foundation

/// What lies in a submission, as far as one may look: level by level, so that what lies near is
/// found whatever lies deep.
struct Search: Sendable {
  private static let deepest = 12
  static let mostEntries = 20_000
  private static let archiveEndings = [
    ".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar",
  ]

  /// Files of the package in which nobody looks for work.
  private static let known = [
    "Package.swift", "Package.resolved", "README.md", "CONTRIBUTING.md", "LICENSE",
    HandIn.manifest,
  ]

  /// By the exercise's file; the best first.
  private(set) var candidates: [String: [Candidate]] = [:]

  /// Other files that may be somebody's work, and links, which may stand for it.
  private(set) var others: [String] = []
  private(set) var archives: [[EntryName]] = []

  /// A folder that may not be read, and why.
  private(set) var closed: (path: String, errno: Int32)?

  /// Whether there was too much to look at it all.
  private(set) var isCutShort = false

  /// Looks through the submission `entry` of `folder`.
  ///
  /// - Throws: `GraderError.cannotRead` where the submission itself may not be read.
  init(for exercise: Exercise, in folder: String, _ entry: EntryName) throws(GraderError) {
    let names = ListedNames(exercise)
    var seen = 0
    var level: [[EntryName]] = [[]]
    for depth in 0...Self.deepest where !level.isEmpty {
      guard depth < Self.deepest else {
        isCutShort = true
        break
      }
      var next: [[EntryName]] = []
      for steps in level {
        let listing: FolderListing
        do throws(GraderError) {
          listing = try FolderListing(folder, [entry] + steps, limit: Self.mostEntries - seen)
        } catch {
          guard !steps.isEmpty else { throw error }
          if closed == nil, case .cannotRead(_, let code) = error {
            closed = (Candidate.shown(steps), code)
          }
          continue
        }
        seen += listing.entries.count
        isCutShort = isCutShort || listing.isCutShort
        let ours = Self.ours(in: listing)
        for found in listing.entries where !SubmissionFolder.skipped.contains(found.name) {
          let path = steps + [found.name]
          note(found.kind, path, exercise, names)
          if found.kind == .folder, !ours.contains(found.name) { next.append(path) }
        }
      }
      level = next
    }
    if isCutShort { addUsualPlaces(exercise) }
    // Where there is the room of this exercise, those of others hold other exercises' files.
    let hasRoom = candidates.values.joined().contains { $0.rank.isInRoom }
    for file in candidates.keys {
      if hasRoom { candidates[file]?.removeAll { $0.rank.isInOtherRoom } }
      candidates[file]?.sort { a, b in
        a.rank == b.rank ? a.path.lexicographicallyPrecedes(b.path) : a.rank < b.rank
      }
    }
  }

  /// What of a whole package that was handed in is the course's own. A solution or a sample found
  /// there would be nobody's work.
  private static func ours(in listing: FolderListing) -> Set<EntryName> {
    let isPackage = listing.entries.contains {
      $0.name == EntryName("Exercises") && $0.kind == .folder
    }
    let names = isPackage ? ["Solutions", "Grader", "Tests", "Data", "findings"] : []
    return Set(names.map { EntryName($0) })
  }

  /// Where it is usual a file is found whatever lies around it.
  private mutating func addUsualPlaces(_ exercise: Exercise) {
    for file in exercise.handedIn {
      for place in Candidate.usualPlaces(exercise) {
        let path = (place + [file]).map { EntryName($0) }
        guard !(candidates[file] ?? []).contains(where: { $0.path == path }) else { continue }
        candidates[file, default: []].append(
          Candidate(path, for: file, isCopy: false, of: exercise))
      }
    }
  }

  private mutating func note(
    _ kind: FolderListing.Kind, _ path: [EntryName], _ exercise: Exercise, _ names: ListedNames
  ) {
    let written = path.last?.text ?? ""
    if let (file, isCopy) = names.file(called: written) {
      candidates[file, default: []].append(
        Candidate(path, for: file, isCopy: isCopy, of: exercise))
      return
    }
    let name = written.lowercased()
    let isOurs = exercise.given.contains(written) || Self.known.contains(written)
    guard kind != .folder, !isOurs, !name.hasPrefix("."),
      !Candidate.isInOtherRoom(path.dropLast(), exercise)
    else { return }
    if Self.archiveEndings.contains(where: name.hasSuffix) {
      archives.append(path)
    } else {
      others.append(Candidate.shown(path) + (kind == .link ? " (a link)" : ""))
    }
  }
}

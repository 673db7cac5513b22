import Foundation

/// A file in a submission that may be one of those that the exercise lists.
struct Candidate: Sendable {
  /// From the submission's folder on, the file's own name last.
  let path: [EntryName]
  let rank: Rank

  var shown: String { Self.shown(path) }

  /// The folder's path; empty for the submission itself.
  var folder: String { Self.shown(path.dropLast()) }

  var name: String { path.last?.text ?? "" }

  /// Whether it bears the very name that is asked for, in a place where it is usual.
  var isUsual: Bool { (rank.place <= 2 || isAsPacked) && rank.spelling == 0 }

  /// Whether it lies as `grader submit` packs it: in the exercise's folder of an archive, whatever a
  /// learning platform has called that since.
  private let isAsPacked: Bool

  /// Returns what it says, if it is a plain file of at most `limit` bytes.
  func read(
    in folder: String, _ entry: EntryName, limit: Int
  ) -> Result<Data, RegularFile.Refusal> {
    let parent = FolderListing.open(folder, [entry] + path.dropLast())
    guard parent >= 0 else {
      return .failure(errno == EACCES ? .unreadable(errno: errno) : .missing)
    }
    defer { close(parent) }
    return RegularFile.read(path.last?.cString ?? [0], in: parent, limit: limit)
  }

  static func shown(_ path: some Collection<EntryName>) -> String {
    path.map(\.text.onOneLine).joined(separator: "/")
  }

  /// How much speaks for it; the least is the best.
  struct Rank: Comparable, Sendable {
    /// 0 as it is listed or in other case, 1 with the mark of a copy.
    var copy: Int

    /// 0 to 2 where it is usual, 3 in a room of the same name elsewhere, 5 in another room.
    var place: Int
    var depth: Int

    /// 0 where every letter is as it is listed.
    var spelling: Int

    var isInRoom: Bool { (1...3).contains(place) }
    var isInOtherRoom: Bool { place == 5 }

    static func < (a: Self, b: Self) -> Bool {
      (a.copy, a.place, a.depth, a.spelling) < (b.copy, b.place, b.depth, b.spelling)
    }
  }

  /// The entry at `path`, which may be the exercise's `file`.
  init(_ path: [EntryName], for file: String, isCopy: Bool, of exercise: Exercise) {
    self.path = path
    let names = path.dropLast().map(\.text)
    isAsPacked =
      names.count == 2 && Archive.isCalled(names[0]) && names[1] == exercise.folder
    rank = Rank(
      copy: isCopy ? 1 : 0, place: Self.place(of: path.dropLast(), exercise), depth: path.count,
      spelling: path.last == EntryName(file) ? 0 : 1)
  }

  /// The folders in which one would look first.
  static func usualPlaces(_ exercise: Exercise) -> [[String]] {
    [[], [exercise.folder], ["Exercises", exercise.folder]]
  }

  private static func place(of folders: ArraySlice<EntryName>, _ exercise: Exercise) -> Int {
    let names = folders.map(\.text)
    if let place = usualPlaces(exercise).firstIndex(of: names) { return place }
    guard let last = names.last else { return 4 }
    if last.lowercased() == exercise.folder.lowercased() { return 3 }
    return isInOtherRoom(folders, exercise) ? 5 : 4
  }

  /// Whether one of `folders` is called as rooms are, "06-…", and not as this exercise's.
  static func isInOtherRoom(_ folders: some Collection<EntryName>, _ exercise: Exercise) -> Bool {
    folders.lazy.map(\.text).contains { name in
      let start = Array(name.utf8.prefix(3))
      return start.count == 3 && start[2] == UInt8(ascii: "-")
        && start.prefix(2).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        && name.lowercased() != exercise.folder.lowercased()
    }
  }
}

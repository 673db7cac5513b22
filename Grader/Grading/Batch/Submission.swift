import Datasets
import Foundation

/// A folder that somebody handed in. Nothing in it is run or believed; of its files, those that an
/// exercise lists are read where they are plain files of a sensible size, and no others but a trained
/// network.
struct Submission: Sendable {
  private let folder: String
  private let entry: EntryName

  init(_ entry: EntryName, in folder: String) {
    (self.entry, self.folder) = (entry, folder)
  }

  /// The folder's name, as text.
  var name: String { entry.text }

  /// For sentences.
  private var path: String { "\(folder)/\(name.onOneLine)" }

  /// What was read.
  struct Contents: Sendable {
    var files: [String: Data] = [:]

    /// The trained network, where one lay there.
    var model: HandedInModel?

    /// What is to be said of where they lay, and of what is missing or refused: sentences.
    var notes: [String] = []

    /// The SHA-256 over names and contents.
    var digest: String {
      Digest(
        files.sorted { $0.key < $1.key }.map { "\($0.key) \(Digest($0.value))\n" }.joined()
          + (model.map { "model \($0.digest)\n" } ?? "")
      ).description
    }
  }

  /// Whether there is a folder, be it behind a link.
  var leadsToFolder: Bool { kind(following: true) == S_IFDIR }

  private func kind(following: Bool) -> mode_t? {
    let parent = FolderListing.open(folder, [])
    guard parent >= 0 else { return nil }
    defer { close(parent) }
    var information = stat()
    let flags = following ? 0 : AT_SYMLINK_NOFOLLOW
    guard fstatat(parent, entry.cString, &information, flags) == 0 else { return nil }
    return information.st_mode & S_IFMT
  }

  /// Reads the files that `exercise` lists, wherever in the folder they lie.
  ///
  /// - Parameter stubs: What nobody has written yet: a copy that says more counts before it.
  /// - Throws: `GraderError.cannotRead` where what may be somebody's work is closed to us, and
  ///   `GraderError.isLink` where the folder may be somebody else's: that must not cost anybody
  ///   points, nor win them.
  func contents(
    for exercise: Exercise, stubs: [String: Data] = [:]
  ) throws(GraderError) -> Contents {
    guard kind(following: false) != S_IFLNK else { throw .isLink(path) }
    let search = try Search(for: exercise, in: folder, entry)
    var contents = Contents()
    var notes = IntakeNotes(search)
    for file in exercise.files {
      let choice = Choice(
        of: file, from: search.candidates[file] ?? [], stub: stubs[file], in: folder, entry)
      if choice.isOpen, let (path, code) = choice.closed ?? search.closed {
        throw .cannotRead(path: "\(self.path)/\(path)", errno: code)
      }
      contents.files[file] = choice.data
      notes.add(choice)
    }
    contents.notes = notes.sentences
    contents.model = try model(of: exercise, among: search)
    return contents
  }

  /// The trained network that lies where one would look first. What is closed to us costs nobody points.
  private func model(
    of exercise: Exercise, among search: Search
  ) throws(GraderError) -> HandedInModel? {
    guard let file = exercise.model else { return nil }
    for candidate in search.candidates[file.name] ?? [] {
      let result = candidate.read(in: folder, entry, limit: file.bytes)
      switch result {
      case .failure(.missing): continue
      case .failure(.unreadable(let code)):
        throw .cannotRead(path: "\(path)/\(candidate.shown)", errno: code)
      case .success, .failure: return HandedInModel(result)
      }
    }
    return nil
  }
}

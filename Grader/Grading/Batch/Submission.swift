import Datasets
import Foundation

/// What somebody handed in: a folder, or files and archives. Nothing in it is run or believed; of its
/// files, those that an exercise lists are read where they are plain files of a sensible size, and no
/// others but a trained network.
struct Submission: Sendable {
  /// As text: what reports are called after.
  let name: String
  private let folder: String
  private let work: Work

  /// What is to be said of how it was found, sentences.
  private let notes: [String]

  /// Of several archives as many count.
  private var mostAttempts: Int

  /// What lies beside it of the same owner, and itself, the earliest first; one or none where there is
  /// nothing else.
  let attempts: [EntryName]

  /// Where it lies.
  enum Work: Sendable {
    case folder(EntryName)

    /// Files beside those of others, and what each was called by its owner.
    case files([(entry: EntryName, called: String)])
  }

  init(_ entry: EntryName, in folder: String) {
    self.init(entry.text, .folder(entry), in: folder)
  }

  init(
    _ name: String, _ work: Work, in folder: String, notes: [String] = [],
    mostAttempts: Int = .max, attempts: [EntryName] = []
  ) {
    (self.name, self.folder, self.work, self.notes) = (name, folder, work, notes)
    (self.mostAttempts, self.attempts) = (mostAttempts, attempts)
  }

  /// For sentences.
  private var path: String { "\(folder)/\(name.onOneLine)" }

  /// What was read.
  struct Contents: Sendable {
    var files: [String: Data] = [:]

    /// The trained network, where one lay there.
    var model: HandedInModel?

    /// What is to be said of where they lay, and of what is missing or refused: sentences.
    var notes: [String] = []

    /// The archives that could not be read.
    var unread: [String] = []

    /// The exercise's files that were handed in and not read, or may lie in such an archive: each with
    /// what was not read.
    var notRead: [String: String] = [:]

    /// How many archives there were to choose from.
    var archives = 0

    /// The SHA-256 over names and contents.
    var digest: String {
      Digest(
        files.sorted { $0.key < $1.key }.map { "\($0.key) \(Digest($0.value))\n" }.joined()
          + (model.map { "model \($0.digest)\n" } ?? "")
      ).description
    }
  }

  /// The same with all archives that lie in it: where attempts lie side by side, one of them is whole.
  var whole: Submission {
    var whole = self
    whole.mostAttempts = .max
    return whole
  }

  /// The folder or the one archive that it is; nil where it is a link, or files among those of others.
  var place: String? {
    switch work {
    case .folder(let entry):
      return kind(following: false) == S_IFDIR ? "\(folder)/\(entry.text)" : nil
    case .files(let files):
      guard files.count == 1, let file = files.first, file.entry.text == file.called else {
        return nil
      }
      return Archive.isCalled(file.called) ? "\(folder)/\(file.called)" : nil
    }
  }

  /// Whether there is a folder, be it behind a link.
  var leadsToFolder: Bool { kind(following: true) == S_IFDIR }

  private func kind(following: Bool) -> mode_t? {
    guard case .folder(let entry) = work else { return nil }
    let parent = FolderListing.open(folder, [])
    guard parent >= 0 else { return nil }
    defer { close(parent) }
    var information = stat()
    let flags = following ? 0 : AT_SYMLINK_NOFOLLOW
    guard fstatat(parent, entry.cString, &information, flags) == 0 else { return nil }
    return information.st_mode & S_IFMT
  }

  /// Reads the files that `exercise` lists, wherever in the folder they lie. What is missing there is
  /// looked for in the latest archive that lies there.
  ///
  /// - Parameter stubs: What nobody has written yet: a copy that says more counts before it.
  /// - Throws: `GraderError.cannotRead` where what may be somebody's work is closed to us, and
  ///   `GraderError.isLink` where the folder may be somebody else's: that must not cost anybody
  ///   points, nor win them.
  func contents(
    for exercise: Exercise, stubs: [String: Data] = [:]
  ) throws(GraderError) -> Contents {
    guard kind(following: false) != S_IFLNK else { throw .isLink(path) }
    var desk = IntakeDesk(exercise, stubs, mostAttempts: mostAttempts)
    switch work {
    case .folder(let entry): try desk.look(into: folder, entry, shown: path)
    case .files(let files): try desk.look(into: files, of: folder, shown: path)
    }
    while let archive = desk.archiveToOpen { try desk.open(archive) }
    return Contents(
      files: desk.files, model: try desk.model(), notes: notes + desk.sentences,
      unread: desk.unread, notRead: desk.notRead, archives: desk.archives)
  }
}

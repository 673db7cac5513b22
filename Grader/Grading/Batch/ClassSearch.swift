import Foundation

/// Looks for a class where one submission should be: whoever names the folder above it would have all of
/// it graded as one person's.
struct ClassSearch {
  private static let deepest = 4
  private static let mostEntries = 2000
  private static let mostSubmissions = 200

  private let exercise: Exercise
  private let names: ListedNames

  init(for exercise: Exercise) {
    self.exercise = exercise
    names = ListedNames(exercise)
  }

  /// Returns the folder, `folder` itself or one in it, in which several have handed in files of the
  /// exercise; nil where what lies there is one person's.
  func classInside(_ folder: String, depth: Int = 0) -> String? {
    guard depth < Self.deepest,
      let entries = try? FolderListing(folder, limit: Self.mostEntries).entries,
      !entries.contains(where: isOfOnesWork), let listing = try? ClassListing(folder)
    else { return nil }
    var first: Submission?
    for submission in listing.submissions.prefix(Self.mostSubmissions)
    where !Attempt.isMark(submission.name) && hasWork(submission) {
      if first != nil { return folder }
      first = submission
    }
    guard let place = first?.place, Folder.isFolder(place) else { return nil }
    return classInside(place, depth: depth + 1)
  }

  func hasWork(_ submission: Submission) -> Bool {
    let contents = try? submission.contents(for: exercise)
    return contents.map { !$0.files.isEmpty || !$0.notRead.isEmpty } ?? false
  }

  /// Whether there is one owner of all that lies beside `entry`: it is a file of the exercise, its room, or
  /// the folder of rooms.
  private func isOfOnesWork(_ entry: FolderListing.Entry) -> Bool {
    let name = entry.name.text
    return name == "Exercises" || name.lowercased() == exercise.folder.lowercased()
      || names.file(called: name) != nil
  }
}

extension SubmissionFolder {
  /// Whether what lies here are the submissions of one class. Where one of them is one person's, all are.
  ///
  /// - Throws: `GraderError.classInside` where those with files of `exercise` are classes themselves.
  public func requireClass(of exercise: Exercise) throws(GraderError) {
    let search = ClassSearch(for: exercise)
    var found: String?
    for submission in submissions {
      if let place = self.class(in: submission, search) {
        found = found ?? place
      } else if search.hasWork(submission) {
        return
      }
    }
    if let found {
      throw .classInside(path, probably: shown(found), exercise: exercise.number)
    }
  }

  private func `class`(in submission: Submission, _ search: ClassSearch) -> String? {
    guard let place = submission.place else { return nil }
    guard Archive.isCalled(place), !Folder.isFolder(place) else {
      return search.classInside(place)
    }
    guard let inside = try? SubmissionFolder(place) else { return nil }
    return search.classInside(inside.root).map(inside.shown)
  }
}

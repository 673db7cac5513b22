import Foundation

/// Looks for a class where one submission should be: whoever names the folder above it would have all of
/// it graded as one person's.
struct ClassSearch {
  private static let deepest = 4
  private static let mostEntries = 2000
  private static let mostSubmissions = 200

  /// By the files of so many one sees which exercise it is of.
  private static let enough = 10

  private let exercise: Exercise
  private let names: ListedNames

  init(for exercise: Exercise) {
    self.exercise = exercise
    names = ListedNames(exercise)
  }

  struct Found {
    var folder: String

    /// Which of the exercise's files are there.
    var files: Set<String>
  }

  /// Returns the folder, `folder` itself or one in it, in which several have handed in files of the
  /// exercise; nil where what lies there is one person's.
  func classInside(_ folder: String, depth: Int = 0) -> Found? {
    guard depth < Self.deepest,
      let entries = try? FolderListing(folder, limit: Self.mostEntries).entries,
      !entries.contains(where: isOfOnesWork), let listing = try? ClassListing(folder)
    else { return nil }
    var owners: [Submission] = []
    var files: Set<String> = []
    for submission in listing.submissions.prefix(Self.mostSubmissions)
    where owners.count < Self.enough && !Attempt.isMark(submission.name) {
      let work = work(in: submission)
      guard !work.isEmpty else { continue }
      owners.append(submission)
      files.formUnion(work)
    }
    if owners.count > 1 { return Found(folder: folder, files: files) }
    guard let place = owners.first?.place, Folder.isFolder(place) else { return nil }
    return classInside(place, depth: depth + 1)
  }

  /// Which of the exercise's files are in `submission`, or may be.
  func work(in submission: Submission) -> Set<String> {
    guard let contents = try? submission.contents(for: exercise) else { return [] }
    return Set(contents.files.keys).union(contents.notRead.keys)
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
    var found: [ClassSearch.Found] = []
    for submission in submissions {
      if let one = self.class(in: submission, search) {
        found.append(one)
      } else if !search.work(in: submission).isEmpty {
        return
      }
    }
    // A class of another exercise may have a file that is called as one of this.
    let most = found.map(\.files.count).max()
    if let probable = found.first(where: { $0.files.count == most }) {
      throw .classInside(path, probably: shown(probable.folder), exercise: exercise.number)
    }
  }

  private func `class`(in submission: Submission, _ search: ClassSearch) -> ClassSearch.Found? {
    guard let place = submission.place else { return nil }
    guard Archive.isCalled(place), !Folder.isFolder(place) else {
      return search.classInside(place)
    }
    guard let inside = try? SubmissionFolder(place) else { return nil }
    return search.classInside(inside.root).map {
      ClassSearch.Found(folder: inside.shown($0.folder), files: $0.files)
    }
  }
}

import Foundation

/// Whose work lies in a folder: a folder or an archive each, or what Moodle, Canvas and Gradescope
/// make of a class when all is downloaded at once.
struct ClassListing {
  private(set) var submissions: [Submission] = []

  /// What is nobody's, by name.
  private(set) var others: [String] = []

  /// What one entry is, by its name.
  private struct Found {
    var owner: String
    var entry: FolderListing.Entry

    /// What its owner called it; nil for a folder, or where the name is the owner's.
    var called: String?
    var isLate = false
  }

  /// - Parameter rooms: The folders of a course's other exercises, and that of the one that is graded:
  ///   where the latter lies in `folder`, the former are parts of the same copy, and nobody's work.
  init(
    _ folder: String, mostAttempts: Int? = nil, rooms: (others: Set<String>, own: String)? = nil
  ) throws(GraderError) {
    let entries = try FolderListing(folder).entries
    let isCopy = entries.contains { $0.name.text == rooms?.own }
    let metadata = GradescopeMetadata(in: folder)
    var found: [Found] = []
    for entry in entries {
      let isOtherRoom = isCopy && rooms?.others.contains(entry.name.text) == true
      let all = isOtherRoom ? [] : Self.owners(of: entry, in: folder, metadata)
      found += all
      if all.isEmpty { others.append(entry.name.text) }
    }
    Self.mergeAttempts(&found)
    // By bytes: Swift takes names for equal that the disk holds apart.
    var places: [[UInt8]: Int] = [:]
    var groups: [[Found]] = []
    for each in found {
      let key = Array(each.owner.utf8)
      if let place = places[key] {
        groups[place].append(each)
      } else {
        places[key] = groups.count
        groups.append([each])
      }
    }
    submissions = groups.map { Self.submission($0, in: folder, mostAttempts ?? .max) }
  }

  private static func owners(
    of entry: FolderListing.Entry, in folder: String, _ metadata: GradescopeMetadata?
  ) -> [Found] {
    let name = entry.name.text
    let isFolder =
      entry.kind == .folder
      || (entry.kind == .link && Submission(entry.name, in: folder).leadsToFolder)
    if isFolder {
      guard !SubmissionFolder.skipped.contains(entry.name) else { return [] }
      if let owners = metadata?.owners[name] {
        return owners.map { Found(owner: $0, entry: entry) }
      }
      guard let match = name.wholeMatch(of: /(.+_\d+)_assignsubmission_(file|onlinetext)_?/) else {
        return [Found(owner: name, entry: entry)]
      }
      return match.2 == "file" ? [Found(owner: String(match.1), entry: entry)] : []
    }
    guard entry.kind == .file, !name.hasPrefix("._") else { return [] }
    if let match = name.wholeMatch(of: /(.+_\d+)_assignsubmission_file_(.+)/) {
      return [Found(owner: String(match.1), entry: entry, called: String(match.2))]
    }
    if let match = name.wholeMatch(of: /([^_]+)(_LATE)?_(\d+)_\d+_(.+)/) {
      return [
        Found(
          owner: "\(match.1)_\(match.3)", entry: entry, called: String(match.4),
          isLate: match.2 != nil)
      ]
    }
    guard Archive.isCalled(name) else { return [] }
    return [Found(owner: Attempt.withoutEnding(name), entry: entry)]
  }

  /// Takes for attempts of one owner what says so, the first as the second: nobody changes the name when
  /// another attempt comes. "Group (1)" and "Group (2)" do not say so: that takes a "Group" besides. What a
  /// course site calls people is whole.
  private static func mergeAttempts(_ found: inout [Found]) {
    let names = Set(found.map(\.owner))
    for i in found.indices where found[i].called == nil {
      let owner = found[i].owner
      let bare = Attempt(owner).owner
      guard bare != owner, owner == Attempt.withoutEnding(found[i].entry.name.text),
        !owner.hasSuffix(")") || names.contains(bare)
      else { continue }
      found[i].owner = bare
    }
  }

  private static func submission(
    _ group: [Found], in folder: String, _ mostAttempts: Int
  ) -> Submission {
    let late = group.contains(where: \.isLate) ? [Sentences.lateInCanvas] : []
    guard group.contains(where: { $0.called == nil }) else {
      let files = group.map { (entry: $0.entry.name, called: $0.called ?? "") }
      return Submission(
        group[0].owner, .files(files), in: folder, notes: late, mostAttempts: mostAttempts)
    }
    // Of an archive and a folder of one name, somebody has unpacked the one to the other.
    let ordered = group.sorted { a, b in
      let (x, y) = (attempt(a), attempt(b))
      return x.numbers == y.numbers && a.entry.kind != b.entry.kind
        ? a.entry.kind == .file : x < y
    }
    let counted = Array(ordered.prefix(mostAttempts))
    let last = counted[counted.count - 1]
    let name = last.entry.name.text
    let beyond = ordered.dropFirst(mostAttempts).map(\.entry.name.text)
    let others = counted.dropLast().map(\.entry.name.text)
    let notes =
      (beyond.isEmpty ? [] : [Sentences.attempts(name, beyond: beyond, most: mostAttempts)])
      + (others.isEmpty ? [] : [Sentences.latest(name, others: others)])
    let work: Submission.Work =
      last.entry.kind == .file
      ? .files([(last.entry.name, last.called ?? last.entry.name.text)]) : .folder(last.entry.name)
    return Submission(
      last.owner, work, in: folder, notes: notes + late, mostAttempts: mostAttempts,
      attempts: ordered.map(\.entry.name))
  }

  private static func attempt(_ found: Found) -> Attempt { Attempt(found.entry.name.text) }
}

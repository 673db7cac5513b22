import Foundation

/// The file that a course site exports and reads again, into which points are merged. Sites know
/// people by numbers of their own, so only a file of theirs can be filled; a cell of points in it is
/// replaced, and every other byte stays.
struct SiteGradebook {
  /// One whose points may be entered.
  struct Person {
    var row: Int

    /// What a submission may be called after: the site's number, the full name, and whatever else is
    /// one person's alone.
    var number: String
    var name: String
    var logins: [String]
    var maximum: Score
    var mayExceed: Bool

    /// Why no points may be entered; nil where they may.
    var closed: String?
  }

  let path: String
  let text: DelimitedText
  let column: Int
  let people: [Person]

  struct Merged {
    var data: Data
    var entered = 0

    /// Submissions that are nobody's in the file.
    var strangers: [String] = []

    /// Who is in the file and has handed in nothing.
    var absent: [String] = []

    /// Whose points were not entered, and why.
    var leftAlone: [(name: String, reason: String)] = []

    /// Whose points were more than the site takes.
    var capped: [String] = []
  }

  /// Returns the file with the points of `reports`.
  ///
  /// - Throws: `GraderError.gradebook` where two submissions belong to one person, or one to two, or
  ///   the site counts to another maximum: nobody knows then what its points would be.
  func merging(_ reports: [Report], possible: Score) throws(GraderError) -> Merged {
    var merged = Merged(data: Data())
    var texts: [DelimitedText.Place: String] = [:]
    var owners: [Int: String] = [:]
    for report in reports {
      let name = report.shownName
      let found = people.filter { $0.isOwner(of: report.submission) }
      guard found.count < 2 else {
        throw .gradebook(path, .severalRows(submission: name, lines: found.map { $0.row + 1 }))
      }
      guard let person = found.first else {
        merged.strangers.append(name)
        continue
      }
      if let other = owners.updateValue(name, forKey: person.row) {
        throw .gradebook(path, .severalSubmissions(line: person.row + 1, [other, name]))
      }
      guard let score = report.score else {
        let reason = report.hasGraderFault ? Sentences.notDecided : Sentences.archiveNotRead
        merged.leftAlone.append((name, reason))
        continue
      }
      if let reason = person.closed {
        merged.leftAlone.append((name, reason))
        continue
      }
      guard person.maximum == possible else {
        throw .gradebook(path, .otherMaximum(person.maximum.text, expected: possible.text))
      }
      if score > person.maximum, !person.mayExceed { merged.capped.append(name) }
      let entered = person.mayExceed ? score : min(score, person.maximum)
      texts[.init(row: person.row, column: column)] =
        usesComma ? entered.text.replacing(".", with: ",") : entered.text
      merged.entered += 1
    }
    // Canvas has one in each course whom nobody expects to hand in.
    let absent = people.filter {
      owners[$0.row] == nil && $0.closed == nil && $0.name != "Student, Test"
    }
    merged.absent = absent.map { $0.name.isEmpty ? $0.number : $0.name }
    merged.data = text.replacing(texts)
    return merged
  }

  /// Whether numbers in the file have a decimal comma.
  private var usesComma: Bool {
    text.rows.joined().contains { $0.text.wholeMatch(of: /\d+,\d{1,5}/) != nil }
  }
}

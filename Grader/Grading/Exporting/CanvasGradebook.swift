import Foundation

extension SiteGradebook {
  /// A gradebook that Canvas exported: lines before the one that says "Points Possible" are titles.
  ///
  /// - Parameter assignment: The title of the column, with Canvas' number or without; nil for the only
  ///   one that takes points.
  static func canvas(
    _ path: String, _ text: DelimitedText, assignment: String?
  ) throws(GraderError) -> SiteGradebook {
    let titles = text.rows.first?.map(\.text) ?? []
    guard titles.first == "Student", let id = titles.firstIndex(of: "ID"),
      let line = text.rows.prefix(4).firstIndex(where: { $0[0].text.blankless == "Points Possible" }
      )
    else { throw .gradebook(path, .notCanvas) }
    let maxima = text.rows[line].map { $0.text.blankless }
    let about = [
      "Student", "ID", "SIS User ID", "SIS Login ID", "Integration ID", "Root Account", "Section",
    ]
    // What Canvas computes cannot be entered, and it says so in this line.
    let open = titles.indices.filter { column in
      !about.contains(titles[column]) && column < maxima.count && Score(maxima[column]) != nil
    }
    let asked = open.filter { column in
      assignment.map { titles[column].names(assignment: $0) } ?? true
    }
    guard asked.count == 1, let column = asked.first, let maximum = Score(maxima[column]) else {
      throw .gradebook(path, .whichColumn(asked: assignment, open.map { titles[$0] }))
    }
    let logins = ["SIS User ID", "SIS Login ID"].compactMap(titles.firstIndex)
    let people = text.rows.indices.dropFirst(line + 1).compactMap { row -> Person? in
      let cells = text.rows[row].map(\.text)
      guard cells.count > max(column, id), !cells[id].isEmpty else { return nil }
      return Person(
        row: row, number: cells[id], name: cells[0],
        logins: logins.filter { $0 < cells.count }.map { cells[$0] }.filter { !$0.isEmpty },
        maximum: maximum, mayExceed: true,
        closed: cells[column].blankless.uppercased() == "EX" ? Sentences.excused : nil)
    }
    return SiteGradebook(path: path, text: text, column: column, people: people)
  }
}

extension String {
  fileprivate var blankless: String { trimmingCharacters(in: .whitespaces) }

  /// Whether the title "Exercise 05 (1234)" is meant by "Exercise 05", "1234" or itself. What is only
  /// the beginning of a title means none: there may be an exercise 1 and an exercise 10.
  fileprivate func names(assignment: String) -> Bool {
    guard let match = wholeMatch(of: /(.*) \((\d+)\)/) else { return self == assignment }
    return [self, String(match.1), String(match.2)].contains(assignment)
  }
}

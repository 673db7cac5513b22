import Checks
import Foundation
import Grading
import Testing

@Suite("The handouts")
struct HandoutTests {
  @Test("The limits that a handout states are those of the checks", arguments: Catalogue.exercises)
  func limitsAreStated(exercise: Exercise) throws {
    let path = "\(try Installation.find().root)/Exercises/\(exercise.folder)/README.md"
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
    for check in exercise.checks {
      let name = check.id.dropFirst(exercise.number.count + 1)
      let limits = check.limits
      let times = "| \(limits.cpuSeconds) s | \(Int(limits.wallSeconds)) s |"
      // Of its own row where it has one; only of a table of times, since others name checks, too.
      let own = rows.filter { $0.contains("`\(name)`") && $0.hasSuffix(" s |") }
      let row = own.first ?? rows.first { $0.hasPrefix("| every ") } ?? ""
      #expect(row.hasSuffix(times), "\(check.id): \(times)")
      #expect(rows.contains { $0.contains("there are \(limits.memory >> 30) GiB of memory") })
      #expect(rows.contains { $0.contains("may print \(limits.log >> 20) MiB") })
    }
  }
}

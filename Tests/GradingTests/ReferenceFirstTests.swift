import Foundation
import Testing

@testable import Grading

@Suite("The reference, before anybody's work")
struct ReferenceFirstTests {
  @Test("A check that it misses stops the batch before anybody is graded by it")
  func referenceIsAskedFirst() throws {
    let course = try ToyCourse()
    try course.derive()
    var toy = course.doubling
    toy = Exercise(
      number: toy.number, title: toy.title, folder: toy.folder, files: toy.files, given: toy.given,
      plan: ExercisePlan(
        checks: [:],
        together: [
          Check("01.doubling.never", claim: "it is", points: 100, hints: ["?"]) { exam in
            try exam.expect(false, "nobody gets this right")
          }
        ]))
    let folder = try ScratchFolder()
    try Folder.make("\(folder.path)/class/ann")
    let output = try BatchOutput(
      "\(folder.path)/out", of: toy, apartFrom: "\(folder.path)/class", seed: 1)
    let workshop = try Workshop(toy, installation: course.installation)
    let batch = Batch(
      toy, try SubmissionFolder("\(folder.path)/class"), output: output, jobs: 1, data: nil,
      workshop: workshop, oracle: try Oracle(workshop))
    let error = #expect(throws: GraderError.self) { try batch.run() }
    let sentence = try #require(error.map(Sentences.error))
    #expect(sentence.hasPrefix("The reference does not pass 01.doubling.never, and "))
    #expect(sentence.contains("grade into another than \(folder.path)/out."))
    #expect(try Folder.contents(of: "\(folder.path)/out/reports").isEmpty)
  }
}

import Foundation
import Testing

@testable import Grading

/// What course sites make of a class.
@Suite("Bulk downloads")
struct ClassListingTests {
  private let exercise = Exercise.ofTwoFiles
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func put(_ text: String, at path: String) throws {
    try put(Data(text.utf8), at: path)
  }

  private func put(_ data: Data, at path: String) throws {
    try folder.put(data, at: path)
  }

  private func names() throws -> [String] {
    try SubmissionFolder(folder.path).submissions.map(\.name)
  }

  private func contents(_ name: String) throws -> Submission.Contents {
    let all = try SubmissionFolder(folder.path).submissions
    return try #require(all.first { $0.name == name }).contents(for: exercise)
  }

  @Test("Moodle, with a folder each and without; texts typed into a form are left out, and named")
  func moodle() throws {
    try put("1", at: "Ann Example_12_assignsubmission_file_/Net.swift")
    try put("", at: "Ann Example_12_assignsubmission_onlinetext_/onlinetext.html")
    try put("3", at: "Jo_Li_13_assignsubmission_file/05-Nets/SGD.swift")
    try put("4", at: "Bo X_14_assignsubmission_file_Net.swift")
    try put("5", at: "Bo X_14_assignsubmission_file_SGD.swift")
    try put("", at: "__MACOSX/._x")
    #expect(try names() == ["Ann Example_12", "Bo X_14", "Jo_Li_13"])
    #expect(
      try SubmissionFolder(folder.path).others
        == ["Ann Example_12_assignsubmission_onlinetext_", "__MACOSX"])
    #expect(try contents("Ann Example_12").files == ["Net.swift": Data("1".utf8)])
    #expect(try contents("Bo X_14").files.count == 2)
    #expect(try contents("Jo_Li_13").files == ["SGD.swift": Data("3".utf8)])
  }

  @Test("Canvas: files of all in one folder, one person by one number, and what it marks as late")
  func canvas() throws {
    try put("1", at: "exampleann_12345_881_Net.swift")
    try put("2", at: "exampleann_12345_882_SGD-1.swift")
    try put("3", at: "exampleann_LATE_12346_883_Net.swift")
    try put("", at: "exampleann_12345_884_report.pdf")
    try put("", at: "notes.txt")
    #expect(try names() == ["exampleann_12345", "exampleann_12346"])
    #expect(
      try contents("exampleann_12345").files
        == ["Net.swift": Data("1".utf8), "SGD.swift": Data("2".utf8)])
    #expect(
      try contents("exampleann_12345").notes == ["SGD-1.swift counts as SGD.swift."])
    #expect(try contents("exampleann_12346").notes.first == "Canvas marks it as late.")
    #expect(try SubmissionFolder(folder.path).others == ["notes.txt"])
  }

  @Test("Gradescope: who is behind a folder says its metadata; a group's work is everybody's")
  func gradescope() throws {
    let metadata = """
      ---
      submission_7:
        :submitters:
        - :name: Ann Example
          :sid: '0012'
          :email: ann@x.org
        - :name: "Bo \\"B\\" Li"
          :sid: ''
          :email: bo@x.org
        :created_at: 2026-11-20 10:00:00 Z
        :history:
        - :submitters:
          - :name: Old
      submission_8:
        :submitters:
        - :name: Only Name

      """
    try put(metadata, at: "submission_metadata.yml")
    try put("1", at: "submission_7/Net.swift")
    try put("2", at: "submission_8/Net.swift")
    try put("3", at: "submission_9/Net.swift")
    #expect(try names() == ["0012", "bo@x.org", "Only Name", "submission_9"])
    #expect(try contents("bo@x.org").files == ["Net.swift": Data("1".utf8)])
  }

  @Test(
    "Of several attempts the latest counts, and the others are named; numbers of groups are none")
  func attempts() throws {
    for (name, text) in [
      ("ann_attempt_2", "2"), ("ann_attempt_10", "10"), ("bo", "1"), ("bo (2)", "2"),
      ("cy_2026-11-20-09-00", "1"), ("cy_2026-11-20-23-59", "2"), ("Group (1)", "1"),
      ("Group (2)", "2"), ("dora-v2", "2"),
    ] { try put(text, at: "\(name)/Net.swift") }
    try put(try PackedFiles.zip([.init("Net.swift", "0")]), at: "bo.zip")
    #expect(try names() == ["Group (1)", "Group (2)", "ann", "bo", "cy", "dora"])
    for (name, text) in [("ann", "10"), ("bo", "2"), ("cy", "2"), ("Group (1)", "1")] {
      #expect(try contents(name).files == ["Net.swift": Data(text.utf8)], "\(name)")
    }
    #expect(
      try contents("ann").notes.first
        == "Of 2 attempts the latest counts, ann_attempt_10; ann_attempt_2 does not.")
    #expect(try contents("bo").notes[0].hasSuffix("counts, bo (2); bo.zip and bo do not."))
  }

  @Test("Nobody's name changes when a second attempt comes")
  func sameName() throws {
    let firsts = [
      "ann_attempt_1", "bo-v1", "cy_2026-11-20-09-00", "dora", "Versuch", "Anna V_4711", "el (2)",
      "team-2",
    ]
    for name in firsts { try put("1", at: "\(name)/Net.swift") }
    let before = try names()
    #expect(
      before == ["ann", "bo", "cy", "dora", "Versuch", "Anna V_4711", "el (2)", "team-2"].sorted())
    for name in ["ann_attempt_2", "bo-v2", "cy_2026-11-21-09-00", "dora (2)"] {
      try put("2", at: "\(name)/Net.swift")
    }
    #expect(try names() == before)
    try put("1", at: "Kim V2_12_assignsubmission_file_/Net.swift")
    #expect(try names().contains("Kim V2_12"))
  }

  @Test("Of several archives of one person the latest is opened")
  func archives() throws {
    for n in [1, 2, 10] {
      try put(try PackedFiles.zip([.init("Net.swift", "\(n)")]), at: "ann/work (\(n)).zip")
    }
    #expect(try contents("ann").files == ["Net.swift": Data("10".utf8)])
    #expect(
      try contents("ann").notes.contains(
        "Of 3 attempts the latest counts, work (10).zip; work (1).zip and work (2).zip do not."))
    let most = try SubmissionFolder(folder.path, mostAttempts: 2).submissions[0]
    #expect(try most.contents(for: exercise).files == ["Net.swift": Data("2".utf8)])
    #expect(
      try most.contents(for: exercise).notes.first
        == "Of the first 2 attempts the last is taken, work (2).zip; work (10).zip came after.")
  }

  @Test("A whole class in one archive, and a folder around it")
  func oneArchive() throws {
    let entries = [
      "class/ann/Net.swift", "class/bo/05-Nets/Net.swift", "class/readme.txt",
      "class/ann/.build/x.swift", "__MACOSX/class/._ann",
    ].map {
      PackedFiles.Entry($0, "1")
    }
    for (name, data) in [
      ("a.zip", try PackedFiles.zip(entries)),
      ("a.tar.gz", try PackedFiles.gzip(PackedFiles.tar(entries))),
    ] {
      try put(data, at: name)
      let all = try SubmissionFolder("\(folder.path)/\(name)")
      #expect(all.submissions.map(\.name) == ["ann", "bo"])
      #expect(all.others == ["readme.txt"])
      #expect(try all.submissions[1].contents(for: exercise).files.count == 1)
    }
    try put("x", at: "b.zip")
    let error = #expect(throws: GraderError.self) { try SubmissionFolder("\(folder.path)/b.zip") }
    #expect(
      error.map(Sentences.error)
        == "\(folder.path)/b.zip cannot be unpacked here: it is damaged, or no such archive. "
        + "Unpack it yourself, and name the folder.")
  }
}

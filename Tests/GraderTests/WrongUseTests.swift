import Checks
import Foundation
import Grading
import Testing

@Suite("Wrong use")
struct WrongUseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var words: String
    var sentence: String

    init(_ words: String, _ sentence: String) {
      (self.words, self.sentence) = (words, sentence)
    }

    var testDescription: String { "grader \(words)" }
  }

  private static let formats = "junit, artemis, gradescope, canvas, moodle, gradescope-autograder"

  static let cases = [
    Case("chekc", "There is no command 'chekc'. Do you mean 'check'?"),
    Case("frobnicate", "There is no command 'frobnicate'. 'swift run grader help' shows them."),
    Case("05", "There is no command '05'. Do you mean 'swift run grader check 05'?"),
    Case("check 1.99", "There is no part 1.99: those of that exercise are 1.1 to 1.11."),
    Case("check rows.maens", "There is no check 'rows.maens'. Do you mean '01.rows.means'?"),
    Case(
      "explain 1.11",
      "Part 1.11 is in Values.swift, and the checks of that are 01.clip.place, 01.running.mean and "
        + "01.running.copies. Name one of them."),
    Case(
      "update ../gradus",
      Sentences.error(GraderError.updateForAuthors((try? Installation.find().root) ?? ""))),
    Case("check 05 --only relu --only sigmoid", "--only stands twice. Give it once."),
    Case("help chekc", "There is no command 'chekc'. Do you mean 'check'?"),
    Case(
      "check 00",
      Sentences.error(GraderError.noExercise("00", known: Catalogue.exercises.map(\.number)))),
    Case("check 05 --onyl relu", "There is no option '--onyl'. Do you mean '--only'?"),
    Case("check 05 -x", "There is no option '-x'. 'swift run grader help' shows them."),
    Case("check 05 --only", "--only needs a value. 'swift run grader help' shows the options."),
    Case(
      "check 05 --only relu.gradeint",
      "There is no check 'relu.gradeint'. Do you mean '05.relu.gradient'?"),
    Case(
      "check 05 --only sigmod", "There is no check 'sigmod'. Do you mean 'sigmoid'?"),
    Case("check --only Sigmoid", "There is no check 'Sigmoid'. Do you mean 'sigmoid'?"),
    Case(
      "check --only 06.relu.zero",
      "There is no check '06.relu.zero'. Do you mean '05.relu.zero'?"),
    Case("check 5 --only 4.relu", "There is no check '4.relu'. Do you mean '05.relu'?"),
    Case(
      "check 5 --only nothing",
      "There is no check 'nothing'. 'swift run grader check NN' shows those of exercise NN."),
    Case("hint sigmod", "There is no check 'sigmod'. Do you mean 'sigmoid'?"),
    Case(
      "hint 6.sigmoid.gradient",
      "There is no check '6.sigmoid.gradient'. Do you mean '05.sigmoid.gradient'?"),
    Case(
      "check 05 06", "'06' is one word too many. 'swift run grader help check' shows the form."),
    Case(
      "check 05 --jobs 2", "'check' has no --jobs. 'swift run grader help check' shows the form."),
    Case("hint", "The check's name is missing. 'swift run grader help' shows the commands."),
    Case(
      "hint 05.relu",
      "There is no one check '05.relu': there are 05.relu.forward, 05.relu.gradient and "
        + "05.relu.zero."),
    Case("prove", "The exercise, or all, is missing. 'swift run grader help' shows the commands."),
    Case(
      "prove 01 --only Nope.swift",
      "There is nothing to change in a file whose name contains 'Nope.swift'. There are "
        + "Statistics.swift, Distances.swift, Masks.swift, Windows.swift, Shuffling.swift and "
        + "Values.swift."),
    Case(
      "prove 05 --styles --sample 3",
      "--only chooses mutants or, with --styles, styles, and --sample chooses mutants."),
    Case("prove 05 --sample 0", "--sample takes a whole number from 1, not '0'."),
    Case("show", "The exercise's number is missing. 'swift run grader help' shows the commands."),
    Case(
      "show 01",
      "There are no pictures of exercise 01. 'swift run grader check 01' asks its checks."),
    Case("train", "The exercise's number is missing. 'swift run grader help' shows the commands."),
    Case("train 05 --epochs 0", "--epochs takes a whole number from 1, not '0'."),
    Case("train 05 --epochs many", "--epochs takes a whole number from 1, not 'many'."),
    Case(
      "train 01",
      "Exercise 01 has no training to watch. 'swift run grader check 01' asks its checks."),
    Case(
      "train 08 --epochs 2",
      "How long exercise 08 trains is said in its own files. Leave --epochs out."),
    Case(
      "batch Data/Submissions --exercise 05",
      "'batch' needs --exercise and --output, as in: "
        + "swift run grader batch Data/Submissions/05 --exercise 05 --output reports"),
    Case(
      "batch Data/Submissions --exercise 05 --output /tmp/x --jobs 0",
      "--jobs takes a whole number from 1, not '0'."),
    Case(
      "batch Data/Submissions --exercise 05 --output /tmp/x --seed -1",
      "--seed takes a whole number from 0, not '-1'."),
    Case(
      "batch Data/Submissions --exercise 05 --output /tmp/x --sandbox docker",
      "--sandbox takes 'bwrap' or 'none', not 'docker'."),
    Case("export", "'export' needs --format, which is one of \(formats)."),
    Case("export x --format junti", "--format is one of \(formats), not 'junti'."),
    Case("export nowhere --format junit", "There is no folder nowhere. Correct the path."),
    Case(
      "export Data --format junit",
      "Data holds no results of a batch. Name the folder that was its --output."),
    Case(
      "export x --format canvas",
      "--format canvas needs --gradebook, the file that the course site exported: points are merged "
        + "into a copy of it."),
    Case(
      "export x --format junit --gradebook y",
      "'export' has no --gradebook. 'swift run grader help export' shows the form."),
    Case(
      "similar Data/Submissions/05",
      "'similar' needs --exercise and --output, as in: "
        + "swift run grader similar Data/Submissions/05 --exercise 05 --output reports"),
    Case(
      "batch Data/Submissions/05 --exercise 05 --output /tmp/x --policy nowhere.json",
      "nowhere.json cannot be read: No such file or directory."),
    Case(
      "batch nowhere --exercise 05 --output /tmp/x",
      "There is no folder nowhere. Correct the path."),
  ]

  @Test("It gets one sentence that names the thing and the cure, and status 2", arguments: cases)
  func getsOneSentence(each: Case) throws {
    let run = try GraderCommand(each.words.split(separator: " ").map(String.init))
    #expect(run.status == 2)
    #expect(run.errors == "grader: \(each.sentence)\n")
    #expect(run.output.isEmpty)
  }

  @Test("A number of threads that is none is named before anything is run", arguments: ["0", "x"])
  func threads(word: String) throws {
    let run = try GraderCommand(["check"], environment: ["GRADUS_THREADS": word])
    #expect(run.status == 2)
    #expect(
      run.errors == "grader: GRADUS_THREADS takes a whole number from 1, not '\(word)'.\n")
  }

  @Test("An empty word is no exercise and no folder", arguments: ["check", "train"])
  func emptyWords(command: String) throws {
    let run = try GraderCommand([command, ""])
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("grader: There is no exercise ''. There are "))
  }
}

@Suite("Data and folders at fault")
struct FaultyFolderTests {
  @Test("A data folder that is missing is named, with the cure", arguments: ["check", "train"])
  func missingDataFolder(command: String) throws {
    for run in [
      try GraderCommand([command, "05", "--data", "/no/such/folder"]),
      try GraderCommand([command, "05"], environment: ["GRADUS_DATA": "/no/such/folder"]),
    ] {
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(
        run.errors == "grader: There is no folder /no/such/folder to read a data set from. "
          + "Correct GRADUS_DATA or --data, or leave it out: the synthetic set needs no folder.\n")
    }
  }

  @Test("A batch file that is cut short is named, with both sizes, before anything is run")
  func truncatedBatchFile() throws {
    let folder = try ScratchFolder()
    for n in 1...5 {
      try write(Data(count: 30_730_000), to: "\(folder.path)/data_batch_\(n).bin")
    }
    try write(Data(count: 30_000_000), to: "\(folder.path)/test_batch.bin")
    let names =
      "airplane automobile bird cat deer dog frog horse ship truck"
      .replacingOccurrences(of: " ", with: "\n")
    try write(Data("\(names)\n".utf8), to: "\(folder.path)/batches.meta.txt")

    let run = try GraderCommand(["train", "05", "--data", folder.path])
    #expect(run.status == 2)
    #expect(
      run.errors == "grader: \(folder.path)/test_batch.bin has 30000000 bytes, expected 30730000: "
        + "it is cut short. Fetch it again.\n")
  }

  @Test("Zeros of the right size are told as such before anything is trained on them")
  func zeros() throws {
    let folder = try ScratchFolder()
    for file in (1...5).map({ "data_batch_\($0).bin" }) + ["test_batch.bin"] {
      try write(Data(), to: "\(folder.path)/\(file)")
      // A hole that takes no room on the disk.
      truncate("\(folder.path)/\(file)", 30_730_000)
    }
    let names = "airplane automobile bird cat deer dog frog horse ship truck"
    try write(
      Data("\(names.replacing(" ", with: "\n"))\n".utf8), to: "\(folder.path)/batches.meta.txt")
    let sentence =
      "\(folder.path)/data_batch_1.bin holds 9999 copies of its own images: record 1 is record 0 "
      + "again. Fetch it again."

    let run = try GraderCommand(["train", "05", "--data", folder.path])
    #expect(run.status == 2)
    #expect(run.errors.hasSuffix("grader: \(sentence)\n"))
    #expect(try GraderCommand(["doctor", "--data", folder.path]).output.contains(sentence))
  }

  @Test("A folder without submissions, and a bad place for the output, are named")
  func foldersOfABatch() throws {
    let folder = try ScratchFolder()
    let elsewhere = try ScratchFolder()
    let file = "\(elsewhere.path)/file"
    try write(Data(), to: file)
    var run = try GraderCommand([
      "batch", folder.path, "--exercise", "05", "--output", "\(folder.path)/out",
      "--sandbox", "none",
    ])
    #expect(run.status == 2)
    #expect(
      run.errors.hasSuffix(
        "grader: There is no submission in \(folder.path): each is a folder or an archive of its own in it.\n"
      ))

    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/student", withIntermediateDirectories: true)
    run = try GraderCommand(
      ["batch", folder.path, "--exercise", "05", "--output", file] + sandboxWords)
    #expect(run.status == 2)
    #expect(
      run.errors.hasSuffix(
        "grader: \(file) is a file, and no folder can be made of it. "
          + "Name another folder.\n"))

    for output in [folder.path, "\(folder.path)/student/../out"] {
      run = try GraderCommand(
        ["batch", folder.path, "--exercise", "05", "--output", output] + sandboxWords)
      #expect(run.status == 2)
      #expect(
        run.errors.hasSuffix(
          "grader: \(output) lies in the folder of submissions, and would be graded as one of "
            + "them the next time. Name another folder for the output.\n"))
    }
  }

  private func write(_ data: Data, to path: String) throws {
    try data.write(to: URL(fileURLWithPath: path))
  }
}

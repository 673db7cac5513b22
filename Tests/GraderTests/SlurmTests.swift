import Checks
import Foundation
import Grading
import Proofs
import Testing

/// What is submitted, with a `sbatch` that writes down what it is told. `Tests/Slurm/proof.sh` grades
/// through Slurm itself.
@Suite("A class that is handed to Slurm")
struct SlurmTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    for name in ["ann", "ben", "cleo", "dan"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/class/\(name)", withIntermediateDirectories: true)
    }
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/bin", withIntermediateDirectories: false)
  }

  private func put(_ script: String, as name: String) throws {
    let path = "\(folder.path)/bin/\(name)"
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  private func run(
    _ words: [String] = [], environment: [String: String] = [:], path: String? = nil
  ) throws -> GraderCommand {
    let usual = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try GraderCommand(
      ["batch", "class", "--exercise", "05", "--output", "out", "--engine", "slurm"] + words,
      environment: ["PATH": path ?? "\(folder.path)/bin:\(usual)"].merging(environment) { $1 },
      in: folder.path)
  }

  private func lines(_ file: String) -> [String] {
    ((try? String(contentsOfFile: "\(folder.path)/\(file)", encoding: .utf8)) ?? "")
      .split(separator: "\n").map(String.init)
  }

  private let noting =
    #"for word; do echo "$word" >> "$(dirname "$0")/said"; done; echo . >> "$(dirname "$0")/said"; echo "41;here""#

  @Test("An array of shares, then a job that depends on its end, however that is")
  func submitted() throws {
    try put(noting, as: "sbatch")
    let result = try run(["--shards", "3", "--jobs", "2", "--seed", "11", "--sandbox", "none"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.hasPrefix("4 of 4 submissions are with Slurm, in "), "\(result.errors)")

    let calls = lines("bin/said").split(separator: ".").map(Array.init)
    try #require(calls.count == 2)
    let out = "\(folder.path)/out"
    let numbers = Shard.holding(["ann", "ben", "cleo", "dan"], among: 3).map(\.number)
    #expect(numbers == [2, 3])
    for word in [
      "--parsable", "--export=ALL", "--propagate=NONE", "--requeue", "--open-mode=append",
      "--array=2-3", "--output=\(out)/slurm/%A_%a.log", "--cpus-per-task=2", "--mem=13G",
      "\(out)/slurm/task.sh",
    ] { #expect(calls[0].contains(word), "\(word) in \(calls[0])") }
    for word in ["--dependency=afterany:41", "--mem=1G", "\(out)/slurm/end.sh"] {
      #expect(calls[1].contains(word), "\(word) in \(calls[1])")
    }
    // Where its folder is not there a task ends without a word.
    #expect(FileManager.default.fileExists(atPath: "\(out)/slurm"))
    #expect(FileManager.default.fileExists(atPath: "\(out)/batch.json"))
    let common =
      "grader batch \(folder.path)/class --exercise 05 --output \(out) --jobs 2 --sandbox none "
      + "--seed 11 "
    let task = try #require(lines("out/slurm/task.sh").last)
    #expect(task.hasSuffix(common + #"--shard "$SLURM_ARRAY_TASK_ID"/3"#), "\(task)")
    #expect(task.hasPrefix("exec /"))
    let end = try #require(lines("out/slurm/end.sh").last)
    #expect(end.hasSuffix(common + "--engine slurm --shards 3 --rounds 2"), "\(end)")
  }

  @Test("Memory that the submitter asks for is not asked for once more")
  func memory() throws {
    try put(noting, as: "sbatch")
    #expect(try run(environment: ["SBATCH_MEM_PER_CPU": "2G"]).status == 0)
    #expect(!lines("bin/said").contains { $0.hasPrefix("--mem") })
  }

  @Test("Without sbatch, or where it refuses, there is one sentence, and a seed that is kept")
  func refused() throws {
    let none = try run(path: "/nowhere")
    #expect(none.status == 2)
    #expect(
      none.errors == "grader: --engine slurm hands the class to Slurm, and no 'sbatch' is on the "
        + "search path. Run it where jobs are submitted, or leave --engine out to grade here.\n")
    try put("echo 'sbatch: error: invalid partition' >&2; exit 1", as: "sbatch")
    let refused = try run()
    #expect(refused.status == 2)
    #expect(
      refused.errors
        == "grader: Slurm took no job: sbatch says sbatch: error: invalid partition\n")
    // A number on the way out of a program that failed is none.
    try put("echo 7; exit 1", as: "sbatch")
    #expect(try run().status == 2)
  }

  @Test("The last round submits nothing: it says who is missing")
  func lastRound() throws {
    try put("exit 9", as: "sbatch")
    let result = try run(["--rounds", "0"])
    #expect(result.status == 1)
    #expect(result.errors.contains("Not graded yet: ann, ben, cleo and dan."), "\(result.errors)")
    let wrong = try run(["--shard", "1/2"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("has no --shard"), "\(wrong.errors)")
  }

  @Test(
    "Whatever becomes of the tasks, what is missing is submitted, and no more; then all is as here",
    .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
  func lostTasks() throws {
    try put(noting, as: "sbatch")
    let samples = try Installation.find().submissions(of: Catalogue.exercise("05"))
    for name in ["trap", "half-done"] {
      try FileManager.default.copyItem(
        atPath: "\(samples)/\(name)", toPath: "\(folder.path)/class/\(name)")
    }
    let words = ["--shards", "3", "--seed", "11"] + sandboxWords
    let names = ["ann", "ben", "cleo", "dan", "trap", "half-done"]
    let shards = Shard.holding(names, among: 3).map(\.number)
    #expect(try run(words).status == 0)
    func script(_ name: String, _ environment: [String: String]) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["\(folder.path)/out/slurm/\(name)"]
      process.environment = ProcessInfo.processInfo.environment.filter { $0.key == "HOME" }
        .merging(["PATH": "\(folder.path)/bin:\(ProcessInfo.processInfo.environment["PATH"] ?? "")"]
        ) {
          $1
        }.merging(environment) { $1 }
      process.currentDirectoryURL = URL(fileURLWithPath: "/")
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    // The last task is never run.
    for shard in shards.dropLast() {
      #expect(try script("task.sh", ["SLURM_ARRAY_TASK_ID": "\(shard)"]) == 0)
    }
    #expect(try script("end.sh", ["SLURM_JOB_ID": "42"]) == 0)
    let arrays = lines("bin/said").filter { $0.hasPrefix("--array=") }
    #expect(arrays.last == "--array=\(shards.last ?? 0)")
    #expect(lines("out/slurm/end.sh").last?.hasSuffix("--rounds 1") == true)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/out/gradebook.csv"))
    #expect(try script("task.sh", ["SLURM_ARRAY_TASK_ID": "\(shards.last ?? 0)"]) == 0)
    #expect(try script("end.sh", ["SLURM_JOB_ID": "43"]) == 0)

    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/here", withIntermediateDirectories: false)
    try FileManager.default.copyItem(
      atPath: "\(folder.path)/out/batch.json", toPath: "\(folder.path)/here/batch.json")
    let here = try GraderCommand(
      ["batch", "class", "--exercise", "05", "--output", "here"] + sandboxWords, in: folder.path)
    #expect(here.status == 0, "\(here.errors)")
    #expect(lines("here/gradebook.csv") == lines("out/gradebook.csv"))
    let book = try String(
      contentsOfFile: "\(folder.path)/here/gradebook.csv", encoding: .utf8)
    #expect(book.split(separator: "\r\n").count == names.count + 1)
  }
}

import Foundation

/// Hands shares of a class to Slurm: an array of jobs, a task a share, and one that looks at the reports
/// when these have ended, however they have. That one submits anew what has no report.
///
/// Nothing is asked of Slurm afterwards. What it says of tasks is forgotten after minutes, and `sbatch`
/// ends well for tasks that never ran. (https://slurm.schedmd.com/sbatch.html,
/// https://slurm.schedmd.com/job_array.html)
public struct Slurm: Sendable {
  let sbatch: String

  /// - Throws: `GraderError.noSlurm` where no `sbatch` is on the search path.
  public static func find() throws(GraderError) -> Slurm {
    guard let sbatch = Toolchain.onSearchPath("sbatch") else { throw .noSlurm }
    return Slurm(sbatch: sbatch)
  }

  /// Whether this process is itself a job of Slurm's.
  public static var isJob: Bool { ProcessInfo.processInfo.environment["SLURM_JOB_ID"] != nil }

  /// So many submissions a task, where nobody says how many tasks there are to be: each grades the
  /// reference first.
  static let usualShare = 20

  /// Slurm's own limit, unless it is told otherwise (MaxArraySize).
  static let mostTasks = 1000

  public static func usualCount(for submissions: Int) -> Int {
    min(max(1, (submissions + usualShare - 1) / usualShare), mostTasks)
  }

  /// What is submitted.
  public struct Work: Sendable {
    var exercise: String
    var shards: [Shard]

    /// A folder for scripts and logs.
    var folder: String

    /// Where the programs are started.
    var package: String
    var jobs: Int

    /// The words of a task, but for its share, and of the one that looks at the reports.
    var task: [String]
    var end: [String]

    public init(
      exercise: String, shards: [Shard], output: String, package: String, jobs: Int,
      task: [String], end: [String]
    ) {
      (self.exercise, self.shards, self.package, self.jobs) = (exercise, shards, package, jobs)
      (self.task, self.end) = (task, end)
      folder = "\(output)/slurm"
    }
  }

  /// The numbers of the array and of the job that looks at the reports.
  public struct Jobs: Sendable {
    public var array: String
    public var end: String
  }

  /// Submits both.
  ///
  /// - Throws: `GraderError.slurmRefused`.
  public func submit(_ work: Work) throws(GraderError) -> Jobs {
    // Where it is not there, tasks end before they begin, without a word.
    try Folder.make(work.folder)
    let count = work.shards.first?.count ?? 1
    let task = "\(work.folder)/task.sh"
    try AtomicFile.write(
      Data(
        Self.script(
          "A share of the class.",
          work.task.map(Screen.shellWord) + ["--shard", "\"$SLURM_ARRAY_TASK_ID\"/\(count)"]
        ).utf8), to: task)
    let end = "\(work.folder)/end.sh"
    try AtomicFile.write(
      Data(Self.script("Looks at the reports.", work.end.map(Screen.shellWord)).utf8), to: end)

    // Logs' names know signs of their own.
    let logs = work.folder.replacing("%", with: "%%")
    let common = [
      "--parsable", "--export=ALL", "--propagate=NONE", "--requeue", "--open-mode=append",
      "--chdir=\(work.package)",
    ]
    let array = try submit(
      common + [
        "--job-name=gradus-\(work.exercise)", "--array=\(Self.ranges(work.shards.map(\.number)))",
        "--output=\(logs)/%A_%a.log", "--cpus-per-task=\(work.jobs)",
      ] + Self.memory(jobs: work.jobs) + [task])
    let last = try submit(
      common + [
        "--job-name=gradus-\(work.exercise)-end", "--dependency=afterany:\(array)",
        "--output=\(logs)/%j.log", "--cpus-per-task=1",
      ] + Self.memory(jobs: 0) + [end])
    return Jobs(array: array, end: last)
  }

  private func submit(_ words: [String]) throws(GraderError) -> String {
    let run = try Command.run(
      [sbatch] + words, in: "/", environment: ProcessInfo.processInfo.environment,
      limits: Limits(cpuSeconds: 60, wallSeconds: 120))
    // "12" or "12;cluster", below whatever a site has it say.
    let number = run.output.split(whereSeparator: \.isNewline).last?.prefix { $0 != ";" } ?? ""
    guard run.succeeded, !number.isEmpty, number.allSatisfy(\.isNumber) else {
      let said = run.output.trimmingCharacters(in: .whitespacesAndNewlines).onOneLine
      throw .slurmRefused(said.isEmpty ? "nothing." : said)
    }
    return String(number)
  }

  /// What a compiler and a subject may take, so that no hostile one ends a task. Without a word a job
  /// may be given all that a machine has.
  private static func memory(jobs: Int) -> [String] {
    let isAsked = ["SBATCH_MEM_PER_NODE", "SBATCH_MEM_PER_CPU"].contains {
      ProcessInfo.processInfo.environment[$0] != nil
    }
    return isAsked ? [] : ["--mem=\(1 + jobs * (Limits.compilation.memory >> 30))G"]
  }

  /// The submitter's mask and folder of temporary files need not be the machine's that it runs on.
  private static func script(_ comment: String, _ words: [String]) -> String {
    """
    #!/bin/sh
    # \(comment) Written by 'grader batch --engine slurm'.
    umask 022
    [ -d "${TMPDIR:-/tmp}" ] || unset TMPDIR
    exec \(words.joined(separator: " "))

    """
  }

  /// "1-3,7".
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }.joined(separator: ",")
  }
}

extension Screen {
  /// What a shard has come to, and what is to be done when all have.
  public static func end(_ shard: Shard, _ outcome: Batch.Outcome, in output: String) -> String {
    let count =
      "\(outcome.reports.count) \(outcome.reports.count == 1 ? "submission" : "submissions")"
    return
      "Shard \(shard): \(count) in \(duration(outcome.seconds)). When all shards are done: grader "
      + "merge \(shellWord(output))"
  }

  /// What came of putting shards together.
  public static func merged(_ outcome: Merge.Outcome, in output: String) -> String {
    var lines: [String] = []
    if !outcome.doubled.isEmpty {
      lines.append(
        "Graded more than once, with the same verdicts: \(names(outcome.doubled, to: 20)).")
    }
    if !outcome.leavers.isEmpty { lines.append(left(outcome.leavers, in: output)) }
    if !outcome.misfits.isEmpty {
      lines += outcome.misfits.prefix(20)
      let rest = outcome.misfits.count - 20
      if rest > 0 { lines.append("And \(rest) more such reports.") }
    }
    if !outcome.missing.isEmpty {
      let shards = outcome.open.map { "--shard \($0)" }
      let cure =
        shards.isEmpty
        ? ""
        : " Grade what is missing with \(names(shards, to: 20)), then merge "
          + "again."
      lines.append("Not graded yet: \(names(outcome.missing, to: 20)).\(cure)")
    }
    guard outcome.isWhole else {
      return (lines + ["No gradebook was written, and nothing is lost."])
        .joined(separator: "\n")
    }
    return (lines + summary(of: outcome.reports, took: nil) + ["See \(output)/index.html"])
      .joined(separator: "\n")
  }

  /// What Slurm has taken.
  public static func submitted(
    _ open: Int, of count: Int, shards: Int, _ jobs: Slurm.Jobs, in output: String
  ) -> String {
    "\(open) of \(count) submissions are with Slurm, in \(shards) "
      + "\(shards == 1 ? "task" : "tasks") of job \(jobs.array). When they have ended, job "
      + "\(jobs.end) puts all together, or submits what is missing. Logs lie in \(output)/slurm; the "
      + "same command goes on, whatever becomes of the jobs."
  }
}

extension Sentences {
  static func sharding(_ error: GraderError) -> String {
    switch error {
    case .noShards(let path):
      return
        "No shard has left anything in \(path). '\(grader) batch … --output \(path) --shard 1/4' "
        + "grades one; --class has 'merge' go by a folder of submissions."
    case .otherShards(let path, let other):
      return "\(path) and \(other) are of different batches: their batch.json is not the same, and "
        + "so were the samples. Before the first shard, copy one batch.json to each output."
    case .noSlurm:
      return
        "--engine slurm hands the class to Slurm, and no 'sbatch' is on the search path. Run it "
        + "where jobs are submitted, or leave --engine out to grade here."
    case .slurmRefused(let words):
      return "Slurm took no job: sbatch says \(words)"
    default: return "\(error)"
    }
  }

  static func misfit(_ name: String, _ misfit: Conditions.Misfit) -> String {
    let reason =
      switch misfit {
      case .exercise: "of another exercise"
      case .seed: "made with another seed"
      case .grader: "made by another grader"
      case .sandbox: "made with another --sandbox"
      case .dataset: "made with other data"
      case .checks: "of other checks, or its points are not theirs"
      }
    return "\(name): this report is \(reason)."
  }

  static func stray(_ path: String) -> String {
    "\(path) is not as this grader writes it. Move it elsewhere."
  }

  static func contradiction(_ one: Report, _ other: Report, in folder: String) -> String {
    "\(one.shownName) has two reports that do not agree: \(one.points) points, and "
      + "\(other.points) in \(folder)."
  }

  static func otherCounts(_ counts: [Int]) -> String {
    "There are shards of \(list(counts.map(String.init))): they do not fit together."
  }

  static func otherClass(_ shard: Shard, _ first: Shard) -> String {
    "Shard \(shard) saw another class than shard \(first)."
  }

  static let otherPolicy =
    "The shards were graded with another --policy, by which other attempts count. Give 'merge' the one "
    + "that they had, or none: batch.json keeps theirs."
}

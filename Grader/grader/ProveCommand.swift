import Checks
import Foundation
import Grading

/// `grader prove`: what the checks of an exercise, or of all, do not see.
func prove(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let word = try arguments.next("The exercise, or all,")
  let exercises = word == "all" ? Catalogue.exercises : [try Catalogue.exercise(word)]
  let only = arguments.value("--only")
  let sample: Int? = try arguments.number("--sample", from: 1)
  let seeds: Int? = try arguments.number("--seeds", from: 1)
  let seed: UInt64 = try arguments.number("--seed", from: 0) ?? Catalogue.publicSeed
  let jobs = try arguments.number("--jobs", from: 1) ?? ProcessInfo.processInfo.activeProcessorCount
  let (mistakesAlone, stylesAlone) = (arguments.flag("--mistakes"), arguments.flag("--styles"))
  let (tolerances, isQuick) = (arguments.flag("--tolerances"), arguments.flag("--quick"))
  try arguments.finish("prove")
  let takesPart = mistakesAlone || stylesAlone
  if tolerances, !stylesAlone {
    throw GraderError.wrongUse("--tolerances measures styles, and goes with --styles.")
  }
  if takesPart, sample != nil || only != nil && !stylesAlone {
    throw GraderError.wrongUse(
      "--only chooses mutants or, with --styles, styles, and --sample chooses mutants.")
  }

  /// What the proofs of one exercise have come to, printed as they end; and whether no right answer is
  /// too near to what is refused.
  func table(of exercise: Exercise) throws -> (table: ProofTable, isLoose: Bool) {
    let prover = try Prover(
      exercise, installation: .find(), seed: seed, jobs: jobs, isQuick: isQuick)
    var table = ProofTable()
    if mistakesAlone || !takesPart && only == nil && sample == nil {
      let proof = try prover.knownMistakes(seeds: seeds ?? 3)
      print(Screen.mistakes(proof))
      table.mistakes = proof
    }
    if !takesPart {
      let proof = try prover.mutants(only: only ?? "", sample: sample) {
        say(Screen.beginProof(mutants: $0))
      } done: { judgement, progress in
        if let line = Screen.progress(judgement, progress) { say(line) }
      }
      print(Screen.mutants(proof))
      table.mutants = proof
    }
    if stylesAlone || !takesPart && only == nil {
      let proof = try prover.styles(only: only ?? "", seeds: seeds ?? 20)
      print(Screen.styles(proof))
      if tolerances { print(Screen.tolerances(proof)) }
      table.styles = proof
    }
    return (table, !tolerances || table.styles?.tight.isEmpty ?? true)
  }

  Interruption.beginCatching()
  var tables: [(table: ProofTable, isLoose: Bool)] = []
  do {
    for exercise in exercises {
      tables.append(try table(of: exercise))
      // Whoever reads it in a file need not wait for the last.
      fflush(nil)
    }
  } catch {
    guard let signal = Interruption.signal else { throw error }
    if !tables.isEmpty { print(Screen.table(tables.map(\.table)), terminator: "") }
    say(Screen.proofInterrupted(command: Screen.command(CommandLine.arguments)))
    return Interruption.status(of: signal)
  }
  print(Screen.table(tables.map(\.table)), terminator: "")
  return tables.allSatisfy { $0.table.isClean && $0.isLoose }
    ? Status.allPoints : Status.pointsMissing
}

import Checks
import Foundation
import Grading

/// `grader prove`: what the checks of an exercise do not see.
func prove(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let exercise = try Catalogue.exercise(try arguments.next("The exercise's number"))
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

  let prover = try Prover(
    exercise, installation: .find(), seed: seed, jobs: jobs, isQuick: isQuick)
  Interruption.beginCatching()
  do {
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
    print(Screen.table(table), terminator: "")
    let isTight = tolerances && !(table.styles?.tight.isEmpty ?? true)
    return table.isClean && !isTight ? Status.allPoints : Status.pointsMissing
  } catch {
    guard let signal = Interruption.signal else { throw error }
    say(Screen.proofInterrupted(command: Screen.command(CommandLine.arguments)))
    return Interruption.status(of: signal)
  }
}

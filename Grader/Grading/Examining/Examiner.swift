import Foundation
import Synchronization

/// Decides the checks of one exercise for one implementation. Each check has its own subject; none
/// is decided twice, however often it is asked for and from however many threads.
public final class Examiner: Sendable {
  public typealias MakeSubject = @Sendable (Check) throws -> any Subject

  public let exercise: Exercise
  public let seed: UInt64
  private let oracle: Oracle
  private let data: TrainingData?
  private let build: Build?
  private let model: HandedInModel?
  private let passed: Set<String>
  private let notRead: [String: String]
  private let explains: Bool
  private let measures: Bool
  private let makeSubject: MakeSubject
  private let decisions: [String: Decision]

  /// An examiner of what `build` answers, where files may have been replaced in it, and of the trained
  /// network that was handed in with it.
  ///
  /// - Parameter passed: The checks that are known to pass, by their ids: they block no others.
  /// - Parameter notRead: Parts whose stubs stand there since what was handed in was not read, each with
  ///   what was not.
  /// - Parameter explains: Whether the call at which a subject stops is looked for, by further ones.
  /// - Parameter measures: Whether it is told how near to its tolerance each check has come.
  public init(
    _ exercise: Exercise, seed: UInt64, oracle: Oracle, data: TrainingData?, build: Build? = nil,
    model: HandedInModel? = nil, passed: Set<String> = [],
    notRead: [String: String] = [:], explains: Bool = false, measures: Bool = false,
    makeSubject: @escaping MakeSubject
  ) {
    self.explains = explains
    self.measures = measures
    self.exercise = exercise
    self.seed = seed
    self.oracle = oracle
    self.data = data
    self.build = build
    self.model = model
    self.passed = passed
    self.notRead = notRead
    self.makeSubject = makeSubject
    decisions = Dictionary(
      uniqueKeysWithValues: exercise.checks.map { ($0.id, Decision()) })
  }

  /// Returns how `check` ends; those it builds on are decided first.
  public func result(of check: Check) -> CheckResult {
    guard let decision = decisions[check.id] else {
      return CheckResult(
        check, .graderFault,
        message: Sentences.error(
          GraderError.noCheck(check.id, known: exercise.checks.map(\.id))))
    }
    return decision.once {
      let blockers = check.buildsOn.filter { !passed.contains($0) }.filter { id in
        exercise.check(id).map { result(of: $0).verdict != .passed } ?? true
      }
      guard blockers.isEmpty else {
        return CheckResult(check, .blocked, message: Sentences.blocked(by: blockers))
      }
      return decide(check)
    }
  }

  /// Returns how `check` ends, whatever has become of those that it builds on.
  public func resultAlone(of check: Check) -> CheckResult {
    decide(check)
  }

  private func decide(_ check: Check) -> CheckResult {
    let start = ContinuousClock.now
    var subject: (any Subject)?
    var examination: Examination?
    let verdict: Verdict
    var message = ""
    var hint: String?
    var mistake: String?
    var example: Example?
    var refused: RefusedWork?
    var unfinished: String?
    var place: Crash.Place?
    do {
      let started = try makeSubject(check)
      subject = started
      let new = Examination(
        check: check, subject: started, oracle: oracle, data: data, seed: seed,
        model: model, explains: explains
      ) { [makeSubject] in try makeSubject(check) }
      examination = new
      try check.examine(new)
      try new.conclude()
      verdict = .passed
      message = new.passing.sentence
    } catch let refusal as RefusedWork {
      refused = refusal
      verdict = .refused
      message = Sentences.refusal(refusal)
    } catch var failure as Failure {
      let other = root(of: failure, in: check)
      if other != nil { failure.mistakes = [] }
      verdict = .failed
      message = Sentences.failure(failure) + (other.map { "\n\(Sentences.madeOf($0))" } ?? "")
      hint = Sentences.hint(after: failure, of: check)
      mistake = failure.mistakes.count == 1 ? failure.mistakes[0].id : nil
      example = failure.example
    } catch let end as SubjectEnd {
      if let reason = build.flatMap({ Sentences.notCompiled(end, in: $0) }) {
        verdict = .doesNotCompile
        message = reason
      } else if case .unfinished(let part) = end, let what = notRead[part] {
        verdict = .notRead
        message = Sentences.notRead(what)
      } else {
        verdict = end.verdict
        message = Sentences.end(end, in: exercise)
        hint = Sentences.hint(after: end)
        if case .unfinished(let part) = end { unfinished = part }
        place = end.place
      }
    } catch {
      verdict = .graderFault
      message = Sentences.error(error)
    }
    var result = CheckResult(
      check, verdict, bonus: examination?.passing.bonus ?? 0, message: message.cutShort, hint: hint,
      mistake: mistake,
      seconds: seconds(since: start), dataset: examination?.dataset, output: subject?.printed ?? "")
    result.example = example
    if measures { result.toleranceUsed = examination?.toleranceUsed }
    result.stopped = examination?.stopped
    result.stopped?.line = place
    result.refusal = refused
    result.part = unfinished
    return result
  }

  /// Returns the first of the checks of other files that `check` uses which has not passed, where none of
  /// the mistakes that fit `failure` is one of its own: what is wrong there comes out here in any shape,
  /// so that of a name nothing is certain.
  private func root(of failure: Failure, in check: Check) -> String? {
    // A check about no file of its own tells the mistakes of all.
    guard !failure.mistakes.isEmpty, !check.file.isEmpty else { return nil }
    let dependence = FileDependence(exercise)
    let failing = check.uses.filter { id in
      guard let used = exercise.check(id), !passed.contains(id), used.file != check.file,
        // What rests on the file in question may fail because of it.
        !dependence.files(under: used).contains(check.file)
      else { return false }
      return result(of: used).verdict != .passed
    }
    let isTheirs = failure.mistakes.contains { !Set($0.checks).isDisjoint(with: failing) }
    return isTheirs ? nil : failing.first
  }

  /// One check's result, once it is known. Who asks meanwhile, waits.
  private final class Decision: Sendable {
    private let result = Mutex<CheckResult?>(nil)

    func once(_ decide: () -> CheckResult) -> CheckResult {
      result.withLock { result in
        if let result { return result }
        let decided = decide()
        result = decided
        return decided
      }
    }
  }
}

extension SubjectEnd {
  /// The verdict on a check whose subject ended so.
  var verdict: Verdict {
    switch self {
    case .unfinished: .unfinished
    case .crashed, .exited: .crashed
    case .waitedTooLong, .computedTooLong, .spentBudget: .timedOut
    // The machine's fault, and so never a zero.
    case .starved: .graderFault
    case .printedTooMuch, .outOfMemory, .tooManyProcesses: .refused
    case .garbled(.tooLong): .refused
    case .garbled, .problem: .failed
    }
  }
}

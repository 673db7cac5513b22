import Foundation

/// Checks a student's own work on an exercise whenever a file of it is saved.
///
/// What a save is about is asked first, and what takes long last: that needs optimised code, and is
/// left alone where no file under it was saved. A save in the middle of it all ends the round, and
/// another begins.
public final class Watch {
  /// What there is to tell.
  public enum News: Sendable {
    /// Files were saved, by their names.
    case saved([String])
    /// What is to be said of the files themselves: no check is in it.
    case built(Report)
    /// What a check has come to: one about a file that was saved, or that had come to something else.
    case decided(CheckResult, isAboutSaved: Bool)
    /// These are asked now, and take longer.
    case slow([Check])
    /// Files were saved before all was asked: it begins anew.
    case overtaken
    /// A round is through: what all checks have come to now, and before.
    case round(Report, before: Report?)
    /// Nothing could be asked, and why.
    case undecided(any Error)
  }

  private let exercise: Exercise
  private let installation: Installation
  private let seed: UInt64
  private let checks: [Check]
  private let data: TrainingData?
  private let oracle: Oracle
  private let room: String
  private var files: WatchedFiles

  /// What the checks have come to as far as it is known, by their ids.
  private var results: [String: CheckResult] = [:]

  /// The checks that have come to nothing since a save that may have changed them.
  private var open: Set<String>

  /// The report of the last round that came to its end.
  public private(set) var report: Report?

  /// - Parameter only: What the names of the checks contain that will be asked.
  /// - Throws: Where the data, the answer key or the package is not as it should be.
  public init(
    _ exercise: Exercise, _ installation: Installation, seed: UInt64, data folder: String? = nil,
    only: String? = nil
  ) throws {
    self.exercise = exercise
    self.installation = installation
    self.seed = seed
    checks = exercise.checks(named: only)
    data = try exercise.data?.select(folder, seed)
    oracle = try .standard(exercise, installation)
    let room = OwnWork.room(of: exercise, installation)
    self.room = room
    let own = (exercise.handedIn + exercise.given).map { "\(room)/\($0)" }
    let earlier = OwnWork.behind(exercise, installation).flatMap { earlier in
      earlier.files.map { "\(OwnWork.room(of: earlier, installation))/\($0)" }
    }
    files = WatchedFiles(own + earlier)
    open = Set(checks.map(\.id))
  }

  /// Checks all, and then again after every save, until it `isOver`.
  public func run(
    isOver: @escaping @Sendable () -> Bool, tell: (News) -> Void
  ) {
    round(after: [], isOver, tell)
    while let saved = files.wait(isOver: isOver) {
      guard !saved.isEmpty || !open.isEmpty else { continue }
      if !saved.isEmpty { tell(.saved(saved.map { ($0 as NSString).lastPathComponent })) }
      round(after: saved, isOver, tell)
    }
  }

  private func round(
    after saved: [String], _ isOver: @escaping @Sendable () -> Bool, _ tell: (News) -> Void
  ) {
    let (about, touched) = concerned(by: saved)
    open.formUnion(touched)
    let quick = checks.filter { exercise.areQuick([$0]) }
    let slow = checks.filter { !exercise.areQuick([$0]) && open.contains($0.id) }
    do {
      // The words in a file do not tell all: an extension may change what others call. So all that
      // takes but a moment is asked again, after what the save is about.
      let first = quick.filter { about.contains($0.id) } + quick.filter { !about.contains($0.id) }
      let work = try decide(first, builtFor: first, whereSaved: about, isOver, tell)
      let ready = slow.filter { check in
        check.buildsOn.allSatisfy { id in
          results[id].map { $0.verdict == .passed && !open.contains(id) } ?? true
        }
      }
      if !ready.isEmpty, report != nil { tell(.slow(ready)) }
      // That others are blocked is said without optimised code.
      let built = ready.isEmpty ? first : slow
      guard let last = try decide(slow, builtFor: built, whereSaved: about, isOver, tell) ?? work
      else { return }
      let now = last.report(on: checks.compactMap { results[$0.id] })
      tell(.round(now, before: report))
      report = now
    } catch GraderError.interrupted {
      // By a save: what was not reached stays open for the next round.
      if !isOver() { tell(.overtaken) }
    } catch {
      tell(.undecided(error))
    }
  }

  /// Builds what lies there as `built` need it, and decides `checks`; nil where there are none. Tells of
  /// those in `told`, and of others that come to something else than before.
  ///
  /// - Throws: `GraderError.interrupted` where files are saved meanwhile.
  private func decide(
    _ checks: [Check], builtFor built: [Check], whereSaved told: Set<String>,
    _ isOver: @escaping @Sendable () -> Bool,
    _ tell: (News) -> Void
  ) throws -> OwnWork? {
    guard !checks.isEmpty else { return nil }
    let isAbandoned = { @Sendable [files] in files.haveChanged || isOver() }
    let work = try OwnWork(
      exercise, installation, seed: seed, data: data, oracle: oracle, checks: built,
      isAbandoned: isAbandoned)
    if report != nil, exercise.areQuick(built) { tell(.built(work.report(on: []))) }
    for check in checks {
      let result = work.result(of: check)
      guard !isAbandoned() else { throw GraderError.interrupted }
      let before = results.updateValue(result, forKey: check.id)
      open.remove(check.id)
      let isOther = before.map { $0.verdict != result.verdict } ?? false
      let isAbout = told.contains(check.id)
      if isAbout || isOther { tell(.decided(result, isAboutSaved: isAbout)) }
    }
    return work
  }

  /// The ids of the checks that are about files of the exercise among `saved`, and of those that these
  /// may have changed: all, where something else was saved.
  private func concerned(by saved: [String]) -> (about: Set<String>, touched: Set<String>) {
    let names = Set(saved.map { ($0 as NSString).lastPathComponent })
    guard saved.allSatisfy({ exercise.files.map { "\(room)/\($0)" }.contains($0) }) else {
      return ([], Set(checks.map(\.id)))
    }
    let dependence = dependence
    let about = checks.filter { names.contains($0.file) }
    let above = checks.filter { !dependence.files(under: $0).isDisjoint(with: names) }
    return (Set(about.map(\.id)), Set((about + above).map(\.id)))
  }

  /// Which files rest on which others, by what stands in them now.
  private var dependence: FileDependence {
    var texts: [String: Data] = [:]
    for file in exercise.files {
      texts[file] = FileManager.default.contents(atPath: "\(room)/\(file)")
    }
    return FileDependence(exercise, mentioned: Room.mentions(in: texts, of: texts))
  }
}

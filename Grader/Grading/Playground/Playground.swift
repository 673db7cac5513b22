import Doorway
import Foundation
import Tensors

/// The student's own layers of exercise 05 at work on points of the plane, as a page to play with.
public struct Playground {
  let plan: PlaygroundPlan

  /// One for each setting of the plan, in its order.
  let networks: [SeenNetwork]

  /// Why there is no playground: what the student's code did instead.
  public enum Fault: Error, Equatable {
    case ended(SubjectEnd)
    case shape(what: String, seen: [Int], expected: [Int])
    case counts(losses: Int, looks: Int)
  }

  /// How far the training has come.
  public struct Progress {
    public var done: Int
    public var count: Int
    public var secondsLeft: Double
    var last: PlaygroundPlan.Setting
  }

  /// Trains every network of the plan by `subject`.
  ///
  /// - Parameter groupDone: Called when all networks of one activation on one set are trained.
  /// - Throws: `Fault` where the subject's answer cannot be shown.
  public static func train(
    by subject: any Subject, seed: UInt64, groupDone: (Progress) -> Void
  ) throws -> Playground {
    try train(PlaygroundPlan(seed: seed), by: subject, groupDone: groupDone)
  }

  static func train(
    _ plan: PlaygroundPlan, by subject: any Subject, groupDone: (Progress) -> Void
  ) throws -> Playground {
    let settings = plan.settings
    let start = ContinuousClock.now
    var networks: [SeenNetwork] = []
    for (i, setting) in settings.enumerated() {
      let trace: PlaygroundTrace
      do {
        trace = try subject.ask(.playground, [plan.run(setting)], limits: .longTraining)[0]
      } catch let end as SubjectEnd {
        throw Fault.ended(end)
      }
      networks.append(try SeenNetwork(trace, of: setting, in: plan))
      let next = i + 1 < settings.count ? settings[i + 1] : nil
      if next?.pattern != setting.pattern || next?.activation != setting.activation {
        let rest = Double(settings.count - i - 1) / Double(i + 1)
        groupDone(
          Progress(
            done: i + 1, count: settings.count, secondsLeft: seconds(since: start) * rest,
            last: setting))
      }
    }
    return Playground(plan: plan, networks: networks)
  }

  /// Writes the page.
  public func write(to file: String) throws(GraderError) {
    try AtomicFile.write(Data(PlaygroundPage(self).html.source.utf8), to: file)
  }
}

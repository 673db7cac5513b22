/// What a process may use up.
public struct Limits: Sendable, Equatable {
  /// Processor time of the process, and of all that it has started together, in whole seconds: what
  /// ends an endless loop.
  public var cpuSeconds: Int

  /// Time on the wall in which it waits for one question: what ends an endless wait. A training has a
  /// right to no more of it than what is short: it computes.
  public var wallSeconds: Double

  /// The same where waiting cannot be told from computing, and all time counts.
  var unseenSeconds: Double { max(wallSeconds, 2 * Double(cpuSeconds)) }

  /// Time on the wall for one question in all. Who computes is ended by the processor time, except
  /// on a machine that is too busy to give it any.
  public var longestSeconds: Double

  /// Address space, in bytes; what all that it has started hold together, too.
  public var memory: Int

  /// How often it may say how far it has come, of one question.
  public var progress = 20_000

  /// How many processes there may be, with those that it has started.
  public var processes: Int

  /// What it may print, and what one answer may be long, in bytes.
  public var log: Int
  public var answer: Int

  public init(
    cpuSeconds: Int, wallSeconds: Double = 60, longestSeconds: Double? = nil,
    memory: Int = 4 << 30, log: Int = 8 << 20, answer: Int = 64 << 20, processes: Int = 256
  ) {
    self.cpuSeconds = cpuSeconds
    self.wallSeconds = wallSeconds
    self.longestSeconds = longestSeconds ?? 10 * max(wallSeconds, 2 * Double(cpuSeconds))
    self.memory = memory
    self.log = log
    self.answer = answer
    self.processes = processes
  }

  /// Returns why the processes of `tree` have to be ended, each of which may keep to its own limits.
  ///
  /// - Parameter grace: Seconds for which all together may compute beyond what each may.
  func overstepped(by tree: ProcessTree, grace: Double = 2) -> SubjectEnd? {
    if tree.count > processes { return .tooManyProcesses(limit: processes) }
    if tree.residentBytes > memory { return .outOfMemory(limit: memory) }
    guard tree.cpuSeconds >= Double(cpuSeconds) + grace else { return nil }
    return .computedTooLong(seconds: tree.cpuSeconds, allowed: cpuSeconds)
  }

  /// For a question that takes milliseconds. In all it may last a hundred times its processor time:
  /// a hundredth of a core is enough for a right answer.
  public static let check = Limits(cpuSeconds: 2, wallSeconds: 20)

  /// For training on a small set.
  public static let training = Limits(cpuSeconds: 60)

  /// For the training run that decides an accuracy.
  public static let longTraining = Limits(cpuSeconds: 1800, longestSeconds: 7200)

  /// For compiling one exercise of a submission. A machine on which two others compute at the same
  /// time must not turn the one limit into the other.
  static let compilation = Limits(cpuSeconds: 60, wallSeconds: 180, memory: 6 << 30)
}

import Doorway
import Foundation

/// The words for everything that can go wrong. Errors carry data; nowhere else are they worded.
public enum Sentences {
  /// What a check found.
  static func failure(_ failure: Failure) -> String {
    let question = short(failure.question)
    let finding =
      switch failure.finding {
      case .statement(let sentence): ended("\(question): \(sentence)")
      case .difference(let difference): "\(question): \(self.difference(difference))"
      }
    if !failure.mistakes.isEmpty {
      let reasons = failure.mistakes.map(\.explanation)
      let either = reasons.count > 1 ? "either " : ""
      return "\(finding)\n\(namesMistake)\(either)\(reasons.joined(separator: ", or "))."
    }
    return failure.observation.map { "\(finding)\n\(observation($0))" } ?? finding
  }

  /// A question of which every call is told would stand before what came of it as a wall.
  private static func short(_ question: String) -> String {
    guard question.count > 320 else { return question }
    return "\(question.prefix(200)) … \(question.suffix(80))"
  }

  /// Where to look first.
  static func madeOf(_ check: String) -> String {
    "It is made of what \(check) asks, which has not passed: look there first."
  }

  /// What the line begins with that names a known mistake.
  static let namesMistake = "This is exactly what comes out when "

  static func difference(_ difference: Difference) -> String {
    switch difference {
    case .count(let seen, let expected):
      return "\(seen) \(seen == 1 ? "tensor" : "tensors") came back, expected \(expected)."
    case .shape(let part, let seen, let expected):
      return "the shape of \(subject(part)) is \(seen), expected \(expected)."
    case .entry(let part, let shape, let index, let seen, let expected, let wrong, let count):
      let place = shape.isEmpty ? "" : " at \(index)"
      let extent =
        count == 1 ? "" : wrong == count ? " All \(count) differ." : " \(wrong) of \(count) differ."
      return
        "\(subject(part))\(place) is \(number(seen)), expected \(number(expected)).\(extent)"
    }
  }

  /// With a capital letter.
  static func begun(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  /// With a full stop, where it does not end as a sentence already.
  static func ended(_ words: String) -> String {
    words.last.map { ".?!".contains($0) } ?? true ? words : "\(words)."
  }

  private static func subject(_ part: String) -> String {
    part.isEmpty ? "the answer" : part
  }

  /// Ten significant digits: enough to see a difference that matters.
  public static func number(_ x: Double) -> String { number(x, digits: 10) }

  static func number(_ x: Double, digits: Int) -> String {
    guard x.isFinite else { return x.isNaN ? "NaN" : x < 0 ? "-infinity" : "infinity" }
    return String(format: "%.\(digits)g", x)
  }

  /// A time as one reads it, to a tenth of a second.
  private static func tenths(_ seconds: Double) -> String {
    number((seconds * 10).rounded() / 10)
  }

  /// What a check would say where `error` came of `build`; nil where it is no fault of the student's.
  public static func fault(
    _ error: any Error, in exercise: Exercise, of build: Build?
  ) -> String? {
    switch error {
    case let nothing as NothingToShow: nothing.sentence
    case let failure as Failure: self.failure(failure)
    case let refusal as RefusedWork: self.refusal(refusal)
    case let end as SubjectEnd:
      build.flatMap { notCompiled(end, in: $0) } ?? self.end(end, in: exercise)
    default: nil
    }
  }

  /// Why there was no answer of `exercise`, which may have come to a part of an earlier one.
  static func end(_ end: SubjectEnd, in exercise: Exercise) -> String {
    guard case .unfinished(let part) = end,
      let number = part.split(separator: ".").first.flatMap({ Int($0) }),
      let earlier = exercise.allItBuildsOn.first(where: { Int($0.number) == number })
    else { return self.end(end) }
    return "It builds on exercise \(earlier.number), where part \(part) is still to be written."
  }

  static func ownEarlier(_ exercises: [Exercise]) -> String {
    let isOne = exercises.count == 1
    return
      "It uses your own exercise\(isOne ? "" : "s") \(list(exercises.map(\.number))): a mistake "
      + "there can show up here. When it is graded, "
      + "\(isOne ? "ours takes its" : "ours take their") place."
  }

  /// Why there was no answer.
  static func end(_ end: SubjectEnd) -> String {
    switch end {
    case .unfinished(let part):
      return part.isEmpty
        ? "A part of it is still to be written." : "Part \(part) is still to be written."
    case .crashed(let crash):
      let place = crash.place.map { " at \($0.file), line \($0.line)" } ?? ""
      // Whoever writes to standard error may have said it: in quotes it is nobody's word but theirs.
      let reason = crash.reason.map {
        ": \"\($0.trimmingSuffix(".").replacing("\"", with: "'"))\""
      }
      return "Your code stopped\(place)\(reason ?? "") (\(name(of: crash.signal)))."
    case .exited(let status):
      return "Your code ended the program (status \(status)) before it had answered."
    case .waitedTooLong(let seconds, isCertain: true):
      return "No answer: your code waited for \(number(seconds)) s and did not compute. "
        + "Does something wait for ever?"
    case .waitedTooLong(let seconds, isCertain: false):
      return "No answer within \(number(seconds)) s. "
        + "Does something wait for ever, or take far too many steps?"
    case .computedTooLong(let seconds, let allowed, let places):
      let limit = tenths(seconds) == "\(allowed)" ? "" : "; \(allowed) s are allowed"
      let ways = places.map { "at \($0.file), line \($0.line)" }.joined(separator: ", called ")
      let there = places.isEmpty ? "" : " It was \(ways), when it was stopped."
      return "No answer after \(tenths(seconds)) s of computing\(limit).\(there) "
        + "Your code is too slow, or a loop in it does not end."
    case .spentBudget(let seconds):
      return
        "All checks of this submission together have had \(seconds) s of computing, which is all "
        + "that one submission may take. Your code is far too slow, or loops in it do not end."
    case .starved(let seconds, let allowed, let wallSeconds):
      return
        "This machine is too busy to tell: in \(number(wallSeconds)) s your code was let compute "
        + "for \(tenths(seconds)) s, and \(allowed) s are allowed. "
        + "Ask again when less goes on on it."
    case .printedTooMuch(let limit):
      return "More than \(size(limit)) were printed; at that it was stopped."
    case .outOfMemory(let limit):
      return "More than \(size(limit)) of memory were asked for."
    case .tooManyProcesses(let limit):
      return "More than \(limit) processes were started; at that it was stopped."
    case .garbled(let error):
      return
        "What came back is no answer: \(wire(error)). Does your code write to the grader's pipe?"
    case .problem(let text):
      return "What came back is no answer: \(text)."
    }
  }

  private static func wire(_ error: WireError) -> String {
    switch error {
    case .notOurs: "it does not begin as a message does"
    case .version(let version): "it is of version \(version), expected \(Frame.version)"
    case .tooLong(let limit): "it is longer than \(size(limit))"
    case .cutShort: "it ends in the middle"
    case .unreadable(let reason): "it cannot be read (\(reason.prefix(200)))"
    }
  }

  /// Why a file of a submission was not read.
  static func refusal(_ refusal: RegularFile.Refusal, of file: String) -> String {
    let standsIn = "The stub stands in for it."
    switch refusal {
    case .missing: return "\(file) was not handed in. \(standsIn)"
    case .notRegular: return "\(file) is no plain file but a link or a device. \(standsIn)"
    case .tooLarge(let bytes):
      let limit = Choice.largestFile
      // A byte too many reads as no more than the limit where both are rounded.
      let isCounted = size(bytes) == size(limit)
      return "\(file) is \(isCounted ? "\(grouped(bytes)) bytes" : size(bytes)) long, and at most "
        + "\(isCounted ? grouped(limit) : size(limit)) are read. \(standsIn)"
    case .unreadable(let code):
      return "\(file) could not be read: \(system(code)). \(standsIn)"
    }
  }

  /// What is to be said of a file that does not compile, for `reason`.
  static func replaced(_ reason: String) -> String {
    "\(reason) The stub stands in for the file."
  }

  static func blocked(by checks: [String]) -> String {
    "It builds on \(list(checks)), which must pass first."
  }

  static func size(_ bytes: Int) -> String {
    switch bytes {
    case (1 << 30)...: "\(bytes >> 30) GiB"
    case (1 << 20)...: "\(bytes >> 20) MiB"
    case (1 << 10)...: "\(bytes >> 10) KiB"
    default: "\(bytes) bytes"
    }
  }

  static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func name(of signal: Int32) -> String {
    switch signal {
    case SIGILL, SIGTRAP: "a trap"
    case SIGSEGV: "SIGSEGV: most often a function that calls itself for ever"
    case SIGBUS: "SIGBUS: a wild memory access"
    case SIGFPE: "SIGFPE: an arithmetic fault"
    case SIGABRT: "an abort"
    case SIGKILL: "it was killed"
    default: "signal \(signal)"
    }
  }
}

extension String {
  func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}

import Doorway
import Tensors

/// The call at which the student's code stopped: what went in, what should have come out, and the line.
public struct StoppedCall: Sendable {
  /// The call in words: "centeredRows of x [2, 3]".
  public var call: String
  public var inputs: [Part]

  /// Empty where nobody knows.
  public var expected: [Part]

  /// Whether it was found among several calls, of which smaller ones do not stop.
  public var isSmallest = false

  /// The line of the student's file; nil where that is not known.
  public var line: Crash.Place?

  /// What stands there.
  public var code: String?
}

extension Examination {
  /// Returns what the subject was asked when it stopped. Of a question that is not a run of calls that is
  /// all of it.
  func stoppedCall<Input, Reply>(_ question: Question<Input, Reply>, _ input: Input) -> StoppedCall
  {
    let expected = try? reference(question, input).parts
    return StoppedCall(
      call: describe(question, input), inputs: Array(Self.parts(of: input, "the input").prefix(6)),
      expected: Array((expected ?? []).prefix(3)))
  }

  /// Returns the smallest call of `run` that stops a subject which has only just been started; the whole
  /// run where none does so alone.
  func stoppedCall<Input, Output, Gradients>(
    _ question: Question<LayerRun<Input>, LayerTrace<Output, Gradients>>, _ run: LayerRun<Input>
  ) -> StoppedCall {
    func size(_ place: Int) -> Int {
      Self.parts(of: run.inputs[place], "").map(\.value.count).reduce(0, +)
    }
    let subject = try? anotherSubject()
    for place in run.inputs.indices.sorted(by: { size($0) < size($1) }) {
      let way = run.waysBack.firstIndex { $0.pass == place }
      let ways = [nil] + (way.map { [$0] } ?? [])
      for way in ways {
        let single = LayerRun(
          [run.inputs[place]],
          waysBack: way.map { [WayBack(0, upstream: run.waysBack[$0].upstream)] } ?? [])
        do {
          _ = try subject?.ask(question, [single], limits: check.limits)
        } catch is SubjectEnd {
          return stoppedCall(question, run, at: place, way)
        } catch {
          break
        }
      }
    }
    return StoppedCall(call: describe(question, run), inputs: [], expected: [])
  }

  private func stoppedCall<Input, Output, Gradients>(
    _ question: Question<LayerRun<Input>, LayerTrace<Output, Gradients>>, _ run: LayerRun<Input>,
    at place: Int, _ way: Int?
  ) -> StoppedCall {
    let input = run.inputs[place]
    let right = try? reference(question, run)
    let upstream = way.map { run.waysBack[$0].upstream } ?? []
    let side = Gradients.self == NoGradients.self ? "" : way == nil ? ".forward" : ".backward"
    let words = (input as? any LayerInput)?.words
    let layer = (input as? any LayerInput).map { $0.differentiable + $0.others }
    return StoppedCall(
      call: "\(question.shortName)\(side)" + (words.map { " of \($0)" } ?? ""),
      inputs: (layer ?? Self.parts(of: input, "the input")) + upstream.map { Part("upstream", $0) },
      expected: (way.map { right?.gradients[$0].parts } ?? right?.outputs[place].parts) ?? [],
      isSmallest: run.inputs.count > 1)
  }

  /// The numbers in an input that a reader is shown, by the names of its fields where it has no others.
  static func parts(of value: Any, _ name: String) -> [Part] {
    switch value {
    case let shown as any Shown: shown.shown
    case let tensor as Tensor: [Part(name, tensor)]
    case let number as Double: [Part(name, Tensor(number))]
    case let number as Int: [Part(name, Tensor(Double(number)))]
    case let numbers as [Int] where !numbers.isEmpty: [Part(name, labels: numbers)]
    default:
      Mirror(reflecting: value).children.flatMap { parts(of: $0.value, $0.label ?? name) }
    }
  }
}

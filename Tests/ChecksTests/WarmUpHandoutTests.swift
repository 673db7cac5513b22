import Checks
import Doorway
import Foundation
import Grading
import Tensors
import Testing

/// Each line of the handout that has an arrow in it, such as `rowMeans([[1, 2, 6]])  →  [3]`, is what the
/// solution gives.
@Suite("The examples in the handout of exercise 01")
struct WarmUpHandoutTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var function: String
    var arguments: [Tensor]
    var result: Tensor
    var testDescription: String

    /// Reads a line, in which all is a number or a nest of them.
    init?(_ line: Substring) {
      guard let parts = line.wholeMatch(of: /(\w+)\((.*)\)  →  (.*)/),
        let arguments = Self.tensors("\(parts.2)".replacing(#/\w+: /#, with: "")),
        let result = Self.tensors("\(parts.3)")
      else { return nil }
      function = String(parts.1)
      self.arguments = arguments
      self.result = result[0]
      testDescription = String(line)
    }

    private static func tensors(_ list: String) -> [Tensor]? {
      try? JSONDecoder().decode([Nest].self, from: Data("[\(list)]".utf8)).map(\.tensor)
    }
  }

  /// A number, a row of them, or rows.
  private struct Nest: Decodable {
    let tensor: Tensor

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Double.self) {
        tensor = Tensor(number)
      } else if let row = try? value.decode([Double].self) {
        tensor = Tensor(row)
      } else {
        tensor = Tensor(try value.decode([[Double]].self))
      }
    }
  }

  static let handout = Result {
    try String(
      contentsOfFile: "\(Installation.find().root)/Exercises/01-WarmUp/README.md", encoding: .utf8)
  }

  static let examples = ((try? handout.get()) ?? "").split(separator: "\n").compactMap(Example.init)

  @Test("There is at least one for each part that gives always the same")
  func areThere() {
    #expect(
      Set(Self.examples.map(\.function)) == [
        "rowMeans", "centeredRows", "standardizedColumns", "squaredDistances", "keepingHigh",
        "oneHot", "accuracy", "movingAverages", "clip", "running",
      ])
  }

  @Test("Each is what the solution gives, to three digits behind the point", arguments: examples)
  func isRight(_ example: Example) throws {
    let seen = try answer(to: example)
    #expect(seen.shape == example.result.shape)
    for (seen, written) in zip(seen.scalars, example.result.scalars) {
      #expect(abs(seen - written) <= 0.0005)
    }
  }

  @Test("The short cut for the variance loses what 1.3 says it does")
  func shortCut() throws {
    let (a, b) = (100_000_001.0, 100_000_003.0)
    let mean = (a + b) / 2
    #expect((a * a + b * b) / 2 - mean * mean == 0)
    #expect(((a - mean) * (a - mean) + (b - mean) * (b - mean)) / 2 == 1)
    #expect(try Self.handout.get().contains("100,000,001 and 100,000,003"))
  }

  @Test("The function worked out gives what stands below it")
  func workedExample() throws {
    let text = try Self.handout.get()
    func tensor(_ name: String) throws -> Tensor {
      let line = try #require(
        text.split(separator: "\n").first { $0.hasPrefix("\(name) ") && $0.contains(" =  [") })
      let list = try #require(line.firstMatch(of: /=  (\[.*?\]) {3}/))
      return try #require(Example("f(0)  →  \(list.1)")).result
    }
    let x = try tensor("x")
    #expect(try tensor("totals") == x.sum(along: 0))
    #expect(try tensor("shares") == x / x.sum(along: 0))
  }

  private func answer(to example: Example) throws -> Tensor {
    let workshop = try Kept.workshop(of: Catalogue.exercise("01"))
    let subject = try workshop.subject(.reference, .check)
    func ask<Input, Output>(
      _ question: Question<LayerRun<Input>, LayerTrace<Output, NoGradients>>, _ input: Input
    ) throws -> Tensor {
      let trace = try subject.ask(question, [LayerRun([input])], limits: .check)[0]
      return try #require(trace.outputs.first?.parts.first).value
    }
    let (a, rest) = (example.arguments[0], example.arguments.dropFirst())
    func labels(_ x: Tensor) -> [Int] { x.scalars.map { Int($0) } }
    func last() throws -> Tensor { try #require(rest.first) }
    switch example.function {
    case "rowMeans": return try ask(.rowMeans, a)
    case "centeredRows": return try ask(.centeredRows, a)
    case "standardizedColumns":
      return try ask(.standardizedColumns, Columns(a, epsilon: last().scalar))
    case "squaredDistances": return try ask(.squaredDistances, PointPairs(a, last()))
    case "keepingHigh": return try ask(.keepingHigh, RowThresholds(a, thresholds: last()))
    case "oneHot": return try ask(.oneHot, LooseLabels(labels(a), classes: Int(last().scalar)))
    case "accuracy": return try ask(.accuracy, Guesses(a, labels: labels(last())))
    case "movingAverages": return try ask(.movingAverages, Series(a, width: Int(last().scalar)))
    case "clip": return try ask(.clip, Clipping(a, to: last().scalar))
    default:
      let run = LayerRun([MeanRun(before: example.arguments)])
      let trace = try subject.ask(.runningMean, [run], limits: .check)[0]
      return try #require(trace.outputs[0].means.last)
    }
  }
}

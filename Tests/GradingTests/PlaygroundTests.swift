import Datasets
import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

@Suite("The playground")
struct PlaygroundTests {
  private var plan: PlaygroundPlan {
    var plan = PlaygroundPlan(seed: 7)
    plan.patterns = [.moons]
    plan.widths = [2, 4]
    plan.looks = [0, 1, 3]
    return plan
  }

  /// An answer in the right form, by a network that looks at x alone.
  private func trace(_ run: PlaygroundRun) -> PlaygroundTrace {
    let shapes = zip(run.sizes, run.sizes.dropFirst()).flatMap { [[$0, $1], [$1]] }
    let parameters = shapes.map { Tensor(repeating: 0.5, shape: $0) }
    let logits = run.places.matmul(Tensor(shape: [2, 2], scalars: [0, 2, 0, 0]))
    return PlaygroundTrace(
      losses: (0..<(run.looks.last ?? 0)).map { 1 / Double($0 + 1) },
      looks: run.looks.map { _ in .init(logits: logits, parameters: parameters) })
  }

  private func playground(
    _ plan: PlaygroundPlan, changing change: @escaping (inout PlaygroundTrace) -> Void = { _ in }
  ) throws -> Playground {
    let subject = ScriptedSubject { answers in
      answers.to(.playground) { run in
        var trace = trace(run)
        change(&trace)
        return trace
      }
    }
    return try Playground.train(plan, by: subject) { _ in }
  }

  @Test("The page has every choice, the numbers of every network, and says of which data and seed")
  func page() throws {
    let page = PlaygroundPage(try playground(plan)).html.source
    for words in [
      "<h1>Playground</h1>", "value=\"0\" checked><span>moons</span>", "<span>ReLU</span>",
      "<span>sigmoid</span>", "<span>4</span>", "<span>0.01</span>", "<span>none</span>",
      "<span>0.003</span>", "id=\"plane\"", "id=\"network\"", "id=\"curves\"", "max=\"2\"",
      "Data: 120 training points and 200 test points a set", "Seed: 7 · 32 networks",
      "momentum 0.9", "3 epochs", "<p class=\"quiet\">Data: points made by code · Seed: 7</p>",
      "class=\"broad\"",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let json = try #require(page.firstMatch(of: /id="data">(.*)<\/script>/)).1
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let networks = try #require(data["networks"] as? [[String: String]])
    #expect(data["counts"] as? [Int] == [1, 2, 2, 2, 2, 2])
    #expect(networks.count == plan.settings.count)
    for (network, setting) in zip(networks, plan.settings) {
      let count = setting.parameterCount
      #expect(network["plane"]?.count == 3 * plan.cells * plan.cells)
      #expect(network["weights"]?.count == 3 * 3 * count)
      #expect(network["losses"]?.count == 2 * 3)
      #expect(network["scores"]?.count == 3 * 4 * 2)
    }
  }

  @Test("Nothing runs in the page but its script, and it asks for no other file")
  func standsAlone() throws {
    let page = PlaygroundPage(try playground(plan)).html.source
    let script = try #require(
      page.firstMatch(of: /(?s)<script>(.*?)<\/script>/)
    ).1
    let digest = Data(Digest(String(script)).bytes).base64EncodedString()
    #expect(
      page.contains(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(digest)'\""))
    for word in ["src=", "href=", "http:", "https:", "url(", "import ", "innerHTML", "eval("] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.count(of: "<script") == 2)
  }

  @Test("The handout counts the networks")
  func handout() throws {
    let handout = try String(
      contentsOfFile: "\(try Installation.find().root)/Exercises/05-NeuralNetworks/README.md",
      encoding: .utf8)
    let count = PlaygroundPlan(seed: 1).settings.count
    #expect(handout.contains("trains \(count) small networks of your own"))
  }

  @Test("All of it is less than 3 MB")
  func size() throws {
    var plan = PlaygroundPlan(seed: 7)
    plan.patterns = [.spiral]
    let one = PlaygroundPage(try playground(plan)).html.source.utf8.count
    #expect(one * PlanePoints.Pattern.allCases.count < 3_000_000)
  }

  @Test("Loss and accuracy are computed here, from the outputs")
  func scores() throws {
    let network = try playground(plan).networks[0]
    let points = plan.trainingPoints(of: .moons)
    let right = points.labels.enumerated().count { (points.inputs[$0, 0] > 0) == ($1 == 1) }
    let score = network.looks[2].training
    #expect(score.accuracy == Double(right) / 120)
    let losses = points.labels.enumerated().map { i, label in
      log(1 + exp((label == 1 ? -2 : 2) * points.inputs[i, 0]))
    }
    #expect(abs(score.loss - losses.reduce(0, +) / 120) < 1e-12)
    // From the top left, row by row.
    #expect(network.looks[0].logOdds[0] == -5 && network.looks[0].logOdds[19] == 5)
  }

  @Test("What diverges is shown as that, whatever came back")
  func diverged() throws {
    for number in [Double.nan, .infinity, -.infinity, 1e300] {
      let playground = try playground(plan) { trace in
        trace.losses[2] = number
        trace.looks[1].logits *= number
        trace.looks[1].parameters[0] *= number
      }
      let data = PlaygroundData(playground).networks[0]
      #expect(data.losses.hasSuffix("__"))
      #expect(data.plane.count == 3 * plan.cells * plan.cells)
    }
  }

  @Test("An answer that has not the form that was agreed is none")
  func wrongForm() throws {
    #expect(
      throws: Playground.Fault.shape(what: "The logits", seen: [2, 720], expected: [720, 2])
    ) {
      try playground(plan) { $0.looks[0].logits = $0.looks[0].logits.transposed() }
    }
    #expect(throws: Playground.Fault.counts(losses: 2, looks: 3)) {
      try playground(plan) { $0.losses.removeLast() }
    }
    #expect(throws: Playground.Fault.counts(losses: 3, looks: 2)) {
      try playground(plan) { $0.looks.removeLast() }
    }
    #expect(
      throws: Playground.Fault.shape(what: "The list of parameters", seen: [3], expected: [4])
    ) {
      try playground(plan) { $0.looks[2].parameters.removeLast() }
    }
    #expect(throws: Playground.Fault.shape(what: "A parameter", seen: [1], expected: [2])) {
      try playground(plan) { $0.looks[2].parameters[1] = Tensor([1]) }
    }
  }

  @Test("One sentence says which part is missing, or which file cannot be used")
  func unfinished() {
    let build = Build(
      executable: "",
      standIns: [StandIn(file: "Affine.swift", parts: ["5.5", "5.6"], reason: .errors([]))],
      leftOut: [:], seconds: 0)
    let exercise = Exercise(
      number: "05", title: "", folder: "05-Nets", files: ["Affine.swift", "Net.swift"],
      parts: ["Affine.swift": ["5.1"], "Net.swift": ["5.9"]], plan: ExercisePlan(checks: [:]))
    func sentence(_ part: String, first: String? = nil) -> String {
      Sentences.noPlayground(
        .ended(.unfinished(part: part)), build, of: exercise, toWrite: first)
    }
    #expect(
      sentence("5.9")
        == "The playground runs on your exercise 05, of which part 5.9 is still to be written, in "
        + "Exercises/05-Nets/Net.swift.")
    #expect(
      sentence("5.9", first: "5.1").hasSuffix(
        "part 5.1 is still to be written, in Exercises/05-Nets/Affine.swift."))
    #expect(
      sentence("5.5")
        == "The playground runs on your exercise 05, and Affine.swift cannot be used as it is: "
        + "'swift run grader check 05' says why.")
  }

  @Test("Letters keep signs, and what is small finely")
  func letters() {
    let letters = Array(PlaygroundText.alphabet.utf8)
    func number(_ text: [UInt8]) -> Int {
      text.reduce(0) { 64 * $0 + (letters.firstIndex(of: $1) ?? 0) }
    }
    #expect(
      [-100, -0.001, 0.001, 100].map { number(PlaygroundText.logOdds($0)) } == [0, 31, 32, 63])
    for value in [-64, -3.1, -0.01, 0, 1e-6, 0.7, 63.9] {
      let root = Double(number(PlaygroundText.weight(value)) - 131_072) / 131_071
      let read = (root < 0 ? -64 : 64) * root * root
      #expect(abs(read - value) <= 7e-5 * abs(value).squareRoot() + 1e-8, "\(value): \(read)")
    }
    #expect(number(PlaygroundText.loss(0.6931)) == 693)
    #expect([4.2, .nan, .infinity].allSatisfy { number(PlaygroundText.loss($0)) == 4095 })
    #expect(number(PlaygroundText.fraction(0.875)) == 875)
  }
}

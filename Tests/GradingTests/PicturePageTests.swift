import Datasets
import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

@Suite("Pages of pictures")
struct PicturePageTests {
  private static func page(
    _ sections: [PicturePlan.Section], history: TrainingHistory? = nil
  ) throws -> String {
    let folder = try ScratchFolder()
    try history?.save(in: folder.path)
    let sources = PictureSources(
      SyntheticClass.exercise, data: try .synthetic(seed: 7), seed: 7, room: folder.path
    ) {
      throw SubjectEnd.unfinished(part: "5.3")
    }
    return try PicturePage(PicturePlan(sections), sources).html.source
  }

  private static func history(_ losses: [Double]) -> TrainingHistory {
    var history = TrainingHistory(dataset: "synthetic CIFAR-10", seed: 7)
    for (i, loss) in losses.enumerated() {
      history.append(
        TrainingProgress(
          epoch: i + 1, epochs: losses.count, trainingLoss: loss,
          validation: .init(loss: loss + 1, accuracy: 0.25)))
    }
    return history
  }

  @Test("It says which data and seed, and needs no other file, script or network")
  func standsAlone() throws {
    let page = try Self.page([.sampleImages(perClass: 2), .meanImages(of: 40)])
    #expect(page.contains("Data: synthetic CIFAR-10 · Seed: 7"))
    #expect(page.contains("<h2>Images to train on</h2>") && page.contains("href=\"#s2\""))
    #expect(page.count(of: "src=\"data:image/png;base64,") == 10 + 11)
    #expect(page.count(of: " alt=\"") == 21)
    #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"))
  }

  @Test("What cannot be drawn is told in its place, and all the rest is drawn")
  func saysWhatIsMissing() throws {
    let page = try Self.page([
      .init("First") {
        _ = try $0.newSubject(); return []
      },
      .init("Second") { _ in throw NothingToShow("Nothing <b>yet</b>.") },
      .init("Third") { _ in [.words("Here & now.")] }, .curves, .firstLayer(),
    ])
    #expect(page.contains("Part 5.3 is still to be written."))
    #expect(page.contains("Nothing &lt;b&gt;yet&lt;/b&gt;."))
    #expect(page.contains("<p>Here &amp; now.</p>"))
    #expect(page.contains("There is no training to show yet. &#39;swift run grader train 05&#39;"))
    #expect(page.contains("There is no trained network to show yet."))
  }

  @Test("A fault of ours is not told as one of the student's")
  func throwsOurs() {
    #expect(throws: GraderError.self) {
      try Self.page([.init("First") { _ in throw GraderError.noToolchain }])
    }
  }

  @Test("Curves have axes and a legend, and say in words from where to where they go")
  func curves() throws {
    let page = try Self.page([.curves], history: Self.history([2, 1, 0.5]))
    #expect(
      page.contains(
        "aria-label=\"Loss after each epoch. training: from 2 to 0.5. validation: from 3 to 1.5.\"")
    )
    #expect(page.contains(">epoch</text>") && page.contains(">mean cross-entropy</text>"))
    #expect(page.contains("accuracy in %"))
    #expect(page.contains("<path d=\"M1 6H27\"/>") && page.contains("</svg> validation</span>"))
    #expect(page.contains("synthetic CIFAR-10, seed 7, 3 epochs."))
    #expect(!page.contains("It diverged"))
  }

  @Test("Where a number is none the curve has a gap, and a sentence says so")
  func gaps() throws {
    let page = try Self.page([.curves], history: Self.history([2, .nan, 0.5, .infinity]))
    #expect(page.contains("It diverged"))
    #expect(
      !page.lowercased().contains("\"nan\"") && !page.contains("M nan") && !page.contains("inf "))
  }

  @Test("Ten thousand epochs make no page that is too large, and none at all a chart")
  func longCurves() throws {
    let losses = (0..<10_000).map { 1 / Double($0 + 1) }
    #expect(try Self.page([.curves], history: Self.history(losses)).utf8.count < 100_000)
    let empty = Chart("Nothing", x: "x", y: "y", [.init("a", [.init(.nan, .infinity)])])
    #expect(empty.html.source.contains("<svg"))
  }

  @Test(
    "Trials are told apart by signs, and say in words what they are; one without a loss is named")
  func search() throws {
    let folder = try ScratchFolder()
    let runs = (1...6).map { i in
      SearchLog.Run(
        settings: ["learning rate": pow(10, -Double(i)), "hidden": Double(i)],
        losses: [i == 6 ? .nan : Double(i)])
    }
    try KeptSearch(SearchLog(runs), dataset: "digits", seed: 7).save(in: folder.path)
    let sources = PictureSources(
      SyntheticClass.exercise, data: try .synthetic(seed: 7), seed: 7, room: folder.path
    ) {
      throw SubjectEnd.unfinished(part: "5.3")
    }
    let page = try PicturePage(PicturePlan([.search]), sources).html.source
    for words in [
      "6 trials on digits, seed 7.", "The trials by learning rate and hidden", "</svg> best third",
      "<title>hidden 2, learning rate 0.01: loss 2</title>", "<path class=\"sign\"",
      "No loss, and so no sign: trial 6. It diverged.", ">10⁻⁵</text>",
    ] { #expect(page.contains(words), "\(words)") }
  }

  @Test("Pixels of a class have its colour, and those of none are white")
  func classes() {
    let image = PixelImage(classes: [0, 7, -1, 0], width: 2)
    #expect(
      image.height == 2 && image.bytes.prefix(9) == [30, 30, 30, 255, 255, 255, 255, 255, 255])
  }

  @Test("A matrix counts by class, and what is no class apart")
  func confusion() {
    let confusion = Confusion(
      labels: [0, 0, 1, 1, 1], predictions: [0, 1, 1, 7, -1], classNames: ["<a>", "b"])
    #expect(confusion.counts == [[1, 1], [0, 1]])
    #expect(confusion.strange == 2 && confusion.accuracy == 0.4)
    #expect(confusion.html.source.contains("0 &lt;a&gt;</th><td class=\"right\""))
  }

  @Test("A histogram counts all numbers once, and those beyond apart")
  func histogram() {
    let histogram = NumberHistogram("h", [0, 0.49, 0.5, 1, 2, .nan], over: 0...1, bars: 2)
    #expect(histogram.counts == [2, 2] && histogram.outside == 2)
    #expect(histogram.html(highest: 2).source.contains("2 of 6 beyond"))
  }

  @Test("Numbers of a subject are bounded: colours of what is none, of one value, of no picture")
  func pixels() {
    let image = PixelImage(Tensor(shape: [1, 1, 4], scalars: [-9, 0.5, 9, .nan]), from: 0, to: 1)
    #expect(image?.bytes == [0, 128, 255, 0])
    #expect(PixelImage(around0: Tensor(zeros: [1, 2, 2]))?.bytes == [0, 0, 0, 0])
    #expect(PixelImage(Tensor(zeros: [4]), from: 0, to: 1) == nil)
    #expect(PixelImage(Tensor(zeros: [3, 0, 2]), from: 0, to: 1) == nil)
  }

  @Test("Marks of an axis are round and hold all numbers")
  func axes() {
    #expect(Axis("a", [0.3, 2.2]).marks == [0, 0.5, 1, 1.5, 2, 2.5])
    #expect(Axis("a", [1, 5], marks: 8, isWhole: true).marks == [1, 2, 3, 4, 5])
    #expect(Axis(logarithmic: "a", [0.002, 0.5, -1]).marks == [0.001, 0.01, 0.1, 1])
    let wide = Axis(logarithmic: "a", [1e-30, 1]).marks
    #expect(wide.count <= 10 && wide[0] <= 1e-30 && wide[wide.count - 1] == 1)
    for numbers in [[], [3], [0, 0], [.nan], [-.infinity, 1e300]] {
      let axis = Axis("a", numbers)
      #expect(axis.marks.count > 1 && axis.marks.allSatisfy(\.isFinite))
    }
  }
}

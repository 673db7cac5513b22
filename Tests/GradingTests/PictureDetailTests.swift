import Datasets
import Doorway
import Tensors
import Testing

@testable import Grading

/// What one needs to read a picture: axes, ticks, legends that fit.
@Suite("Pictures can be read")
struct PictureDetailTests {
  private func line(_ count: Int) -> [Chart.Point] {
    (0..<count).map { Chart.Point(Double($0), Double($0)) }
  }

  @Test("Epochs begin at 1, where the first is")
  func epochsBeginAt1() {
    #expect(Axis("a", (1...30).map(Double.init), marks: 8, isWhole: true).marks[0] == 1)
    #expect(Axis("a", [1, 20], marks: 8, isWhole: true).range == 1...20)
    #expect(Axis("a", [0, 40], marks: 8, isWhole: true).marks[0] == 0)
    #expect(Axis("a", [1, 5], marks: 8, isWhole: true).marks == [1, 2, 3, 4, 5])
  }

  @Test("Powers of ten on one axis are written in one way")
  func powers() {
    let small = Axis(logarithmic: "a", [1e-6, 1])
    #expect(small.marks.map(small.text).prefix(2) == ["10⁻⁶", "10⁻⁵"] && small.text(1) == "1")
    let large = Axis(logarithmic: "a", [0.01, 100])
    #expect(large.marks.map(large.text) == ["0.01", "0.1", "1", "10", "100"])
  }

  @Test("A line of many points has signs as its legend has, and lines on top of each other others")
  func signsOnLongLines() {
    let chart = Chart(
      "t", x: "x", y: "y", [.init("a", line(80)), .init("b", line(80))])
    let drawing = chart.html.source.components(separatedBy: "<figcaption>")[0]
    let (circles, squares) = (drawing.count(of: "<circle"), drawing.count(of: "<rect"))
    #expect((5...16).contains(circles) && (5...16).contains(squares))
    let centres = drawing.matches(of: /cx="([^"]*)"/).compactMap { Double($0.1) }
    let left = drawing.matches(of: /<rect x="([^"]*)"/).compactMap { Double($0.1) }
    #expect(left.allSatisfy { x in centres.allSatisfy { abs($0 - x - 2.6) > 5 } })
  }

  @Test("A histogram says how high it is, and one of classes how many each has")
  func histogramHeights() {
    let numbers = NumberHistogram("h", [0, 0.1, 0.2, 0.9], over: 0...1, bars: 2)
    #expect(numbers.html(highest: 12).source.contains(">12</text>"))
    let classes = NumberHistogram("c", labels: [0, 0, 1, 2, 2], classes: 3)
    #expect(classes.html(highest: 99).source.contains(">2</text>"))
    #expect(classes.html(highest: 99).source.contains("1 to 2 a class"))
  }

  @Test("A table's picture has the numbers of its rows and columns beside it")
  func ticks() {
    let image = PixelImage(classes: [Int](repeating: 0, count: 1024), width: 32)
    var shown = Illustration.Shown(image, "map", showing: "A map", scale: 8)
    #expect(!Illustration.images([shown]).html.source.contains("<svg"))
    shown.hasTicks = true
    let html = Illustration.images([shown]).html.source
    #expect(html.contains("<image href=\"data:image/png;base64,"))
    #expect(html.count(of: ">8</text>") == 2 && html.count(of: ">31</text>") == 2)
    #expect(html.contains("aria-label=\"A map\""))
  }

  @Test("A class whose name is its number is called once")
  func digits() {
    #expect(Illustration.className(3, "3") == "3" && Illustration.className(3, "cat") == "3 cat")
    #expect(Illustration.className(3, "pattern 3") == "pattern 3")
    #expect(Illustration.className(3, "pattern 13") == "3 pattern 13")
    let confusion = Confusion(labels: [0], predictions: [0], classNames: ["0", "cat"])
    #expect(confusion.html.source.contains("<th scope=\"row\">0</th>"))
    #expect(confusion.html.source.contains("<th scope=\"row\">1 cat</th>"))
  }

  @Test("Mean images are stretched to what there is between them, and it is said how far")
  func meanImages() throws {
    let folder = try ScratchFolder()
    let sources = PictureSources(
      SyntheticClass.exercise, data: try .synthetic(seed: 7), seed: 7, room: folder.path
    ) {
      throw SubjectEnd.unfinished(part: "5.3")
    }
    let pictures = try PicturePlan.Section.meanImages(of: 400).draw(sources)
    guard case .words(let words) = pictures[0], case .images(let shown) = pictures[1] else {
      Issue.record("other pictures")
      return
    }
    #expect(words.contains(/black is 0\.\d\d and white 0\.\d\d/))
    let bytes = shown.flatMap(\.image.bytes)
    #expect(bytes.min() == 0 && bytes.max() == 255)
  }
}

import Foundation

/// Points over two axes, joined to lines or not.
public struct Chart: Sendable {
  /// What is seen, in a sentence for those who do not see it.
  public var title: String
  public var x: String
  public var y: String
  public var series: [Series]

  /// Whether equal steps to the right are equal factors.
  public var isLogarithmic = false

  /// Whether equal steps upwards are equal factors.
  public var isLogarithmicUp = false

  /// Whether nothing is between whole numbers to the right.
  public var isWhole = false

  /// The most points of a series that are drawn: a page must not grow with the epochs.
  private static let most = 400

  public struct Series: Sendable {
    public var name: String
    public var points: [Point]
    public var isLine: Bool

    public init(_ name: String, _ points: [Point], isLine: Bool = true) {
      self.name = name
      self.points = points
      self.isLine = isLine
    }
  }

  public struct Point: Sendable {
    public var x: Double
    public var y: Double

    /// How large it is drawn, 1 without more.
    public var size = 1.0

    /// In words, for whoever points at it.
    public var name = ""

    public init(_ x: Double, _ y: Double, size: Double = 1, name: String = "") {
      (self.x, self.y, self.size, self.name) = (x, y, size, name)
    }
  }

  public init(
    _ title: String, x: String, y: String, _ series: [Series], isLogarithmic: Bool = false,
    isLogarithmicUp: Bool = false, isWhole: Bool = false
  ) {
    (self.title, self.x, self.y, self.series) = (title, x, y, series)
    (self.isLogarithmic, self.isLogarithmicUp) = (isLogarithmic, isLogarithmicUp)
    self.isWhole = isWhole
  }
}

extension Chart {
  /// The loss of each epoch, where there is nothing beside it.
  public init(trainingLosses losses: [Double]) {
    self.init(
      "Training loss of each epoch", x: "epoch", y: "mean cross-entropy",
      [.init("training", losses.enumerated().map { Point(Double($0 + 1), $1) })], isWhole: true)
  }
}

extension Chart {
  private static let (left, right, top, bottom) = (58.0, 392.0, 10.0, 208.0)

  private var axes: (x: Axis, y: Axis) {
    let points = series.flatMap(\.points)
    return (
      isLogarithmic
        ? Axis(logarithmic: x, points.map(\.x))
        : Axis(x, points.map(\.x), marks: 8, isWhole: isWhole),
      isLogarithmicUp ? Axis(logarithmic: y, points.map(\.y)) : Axis(y, points.map(\.y))
    )
  }

  var html: HTML {
    let axes = axes
    let lines: [HTML] = series.enumerated().map { drawing(of: $1, number: $0, axes) }
    return """
      <figure class="chart">
      <svg viewBox="-8 0 422 250" role="img" aria-label="\(title). \(inWords)">
      \(grid(axes))\(lines)\
      </svg>
      <figcaption>\(title)\(legend)</figcaption>
      </figure>

      """
  }

  /// The first and the last of each series.
  private var inWords: String {
    series.map { series in
      let finite = series.points.filter(\.y.isFinite)
      guard series.isLine, let first = finite.first, let last = finite.last else {
        return "\(series.name): \(series.points.count) points."
      }
      return "\(series.name): from \(Axis.text(first.y)) to \(Axis.text(last.y))."
    }.joined(separator: " ")
  }

  private var legend: HTML {
    guard series.count > 1 else { return "" }
    let entries: [HTML] = series.enumerated().map { number, series in
      let dash: HTML = series.isLine ? "<path d=\"M1 6H27\"/>" : ""
      return """
        <span><svg class="key line\(number % 3)" viewBox="0 0 28 12" aria-hidden="true">\
        \(dash)\(Self.sign(number, x: 14, y: 6, size: 1))</svg> \(series.name)</span>
        """
    }
    return "<span class=\"legend\">\(entries)</span>"
  }

  private func grid(_ axes: (x: Axis, y: Axis)) -> HTML {
    let across: [HTML] = axes.y.marks.map { mark in
      let y = Self.number(Self.bottom - (axes.y.place(of: mark) ?? 0) * Self.height)
      return """
        <path class="grid" d="M58 \(y)H392"/><text class="y" x="53" y="\(y)">\
        \(axes.y.text(mark))</text>

        """
    }
    let up: [HTML] = axes.x.marks.map { mark in
      let x = Self.number(Self.left + (axes.x.place(of: mark) ?? 0) * Self.width)
      return "<text class=\"x\" x=\"\(x)\" y=\"223\">\(axes.x.text(mark))</text>\n"
    }
    return """
      \(across)\(up)\
      <text class="x" x="225" y="243">\(x)</text>
      <text class="x" transform="translate(2 109) rotate(-90)">\(y)</text>

      """
  }

  private static var width: Double { right - left }
  private static var height: Double { bottom - top }

  private func drawing(of series: Series, number: Int, _ axes: (x: Axis, y: Axis)) -> HTML {
    let every = series.points.count / Self.most + 1
    var path = ""
    var isJoined = false
    var signs: [HTML] = []
    for (i, point) in series.points.enumerated()
    where i.isMultiple(of: every) || i == series.points.count - 1 {
      guard let x = axes.x.place(of: point.x), let y = axes.y.place(of: point.y) else {
        // What is no number is a gap.
        isJoined = false
        continue
      }
      let (left, top) = (Self.left + x * Self.width, Self.bottom - y * Self.height)
      path += "\(isJoined ? "L" : "M")\(Self.number(left)) \(Self.number(top))"
      isJoined = true
      let name: HTML = point.name.isEmpty ? "" : "<title>\(point.name)</title>"
      if isSigned(series, at: i, number: number) {
        signs.append(
          "<g>\(name)\(Self.sign(number, x: left, y: top, size: point.size))</g>\n")
      }
    }
    let line: HTML = series.isLine ? "<path d=\"\(path)\"/>\n" : ""
    return "<g class=\"line\(number % 3)\">\(line)\(signs)</g>\n"
  }

  /// Whether there is a sign at a point: at each, but of a long line only at some, which are others for the
  /// next line, so that one which lies on another does not hide it.
  private func isSigned(_ line: Series, at place: Int, number: Int) -> Bool {
    guard line.isLine, line.points.count > 60, series.count > 1 else {
      return !line.isLine || line.points.count <= 60
    }
    let apart = line.points.count / 8
    let every = line.points.count / Self.most + 1
    return place % apart / every == (2 * number + 1) * apart / (2 * series.count) / every
  }

  /// A circle, a square or a triangle: neither colour nor dash is needed to tell them apart.
  private static func sign(_ series: Int, x: Double, y: Double, size: Double) -> HTML {
    let r = 2.6 * size
    switch series % 3 {
    case 0: return "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(r))\"/>"
    case 1:
      return """
        <rect x="\(number(x - r))" y="\(number(y - r))" width="\(number(2 * r))" \
        height="\(number(2 * r))"/>
        """
    default:
      return
        "<path class=\"sign\" d=\"M\(number(x)) \(number(y - r))l\(number(r)) \(number(2 * r))h-\(number(2 * r))z\"/>"
    }
  }

  private static func number(_ x: Double) -> String { String(format: "%.1f", x) }
}

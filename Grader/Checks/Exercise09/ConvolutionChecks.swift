import Doorway
import Grading
import Tensors

private let places = FunctionContract(
  .windowPlaces,
  small: [
    (WindowSettings(1, 1), 1, 1), (WindowSettings(1, 2), 1, 3), (WindowSettings(2, 2), 3, 4),
    (WindowSettings(1, 2, stride: 2), 1, 5), (WindowSettings(3, 3, padding: 1), 2, 2),
    (WindowSettings(1, 2, dilation: 2), 1, 4),
  ].map { WindowPlaces($0, rows: $1, columns: $2) }
) { exam in
  (0..<12).map { _ in
    WindowPlaces(
      WindowSettings(
        exam.count(in: 1...4), exam.count(in: 1...4), stride: exam.count(in: 1...4),
        padding: exam.count(in: 0...3), dilation: exam.count(in: 1...3)),
      rows: exam.count(in: 10...20), columns: exam.count(in: 10...20))
  } + [
    WindowPlaces(
      WindowSettings(3, 2, dilation: exam.count(in: 4...6)), rows: 13 + exam.count(in: 0...6),
      columns: 13),
    WindowPlaces(WindowSettings(3, 5), rows: 3, columns: 5),
    WindowPlaces(WindowSettings(1, 1, padding: 3), rows: 1, columns: 2),
    WindowPlaces(WindowSettings(2, 3, stride: 5, padding: 1), rows: 4, columns: 6),
  ]
}

private let positions = FunctionContract(
  .windowPositions,
  small: [
    WindowSettings(2, 2), WindowSettings(2, 2, stride: 2), WindowSettings(2, 2, padding: 1),
    WindowSettings(2, 2, dilation: 2),
  ].map { WindowPlaces($0, rows: 5, columns: 5, entries: [0, 1], places: [0, 1]) }
) { exam in
  (0..<6).map { i in
    WindowPlaces(
      WindowSettings(
        4, 4, stride: i == 0 ? 1 : exam.count(in: 2...4),
        padding: i == 1 ? 0 : exam.count(in: 1...3), dilation: i == 2 ? 1 : exam.count(in: 2...3)),
      rows: 9, columns: 9, entries: [0, 1, 3], places: [0, 1, 4])
  } + [
    // A padding that is larger than the window, and entries that are far apart.
    WindowPlaces(
      WindowSettings(
        1, 2, stride: exam.count(in: 1...3), padding: exam.count(in: 4...6),
        dilation: exam.count(in: 1...3)), rows: 5, columns: 5, entries: [0, 1], places: [0, 2]),
    WindowPlaces(
      WindowSettings(2, 1, padding: 3, dilation: exam.count(in: 5...7)), rows: 9, columns: 9,
      entries: [0, 1], places: [0, 1]),
  ]
}

let placeChecks = [
  places.check(
    "09.window.places", points: 3,
    claim: "the window has ⌊(H + 2 · padding - dilation · (height - 1) - 1) / stride⌋ + 1 places",
    hints: [
      "Draw a row of 7 pixels and a window of 3. Where does it lie, with stride 1, and with 2?",
      "With dilation 2 a window of 3 reaches over 5 pixels.",
    ]),
  positions.check(
    "09.window.position", points: 1,
    claim: "entry i at place o lies at o · stride - padding + i · dilation",
    hints: ["At place 0, with padding 2, entry 0 lies two pixels outside: at -2."]),
]

private let plainNaive = LayerContract(.naiveConvolution, small: SmallConvolutions.plain) {
  $0.plainConvolutions()
}
private let dilatedNaive = LayerContract(.naiveConvolution, small: SmallConvolutions.dilated) {
  $0.dilatedConvolutions()
}
private let groupedNaive = LayerContract(.naiveConvolution, small: SmallConvolutions.grouped) {
  $0.groupedConvolutions()
}
private let naive = LayerContract(
  .naiveConvolution,
  small: SmallConvolutions.plain + SmallConvolutions.dilated + SmallConvolutions.grouped
) { $0.allConvolutions() }

let naiveChecks = [
  plainNaive.check(
    "09.naive.forward", .outputs, points: 5,
    claim: "each output is its bias and the sum of the products of filter and window",
    uses: ["09.window.places", "09.window.position"],
    hints: [
      "Which letters of the formula stand on its left? Each of them is a loop around the sum.",
      "Where a position lies outside of the image, nothing is added.",
    ]),
  dilatedNaive.check(
    "09.naive.dilation", .outputs, points: 2,
    claim: "with dilation d the entries of the window are d pixels apart",
    buildsOn: ["09.naive.forward"],
    hints: ["window.position(of:at:) knows of the dilation. Do your loops ask it?"]),
  groupedNaive.check(
    "09.naive.groups", .outputs, points: 3,
    claim: "with groups, a filter sees the channels of its own part alone",
    buildsOn: ["09.naive.forward"],
    hints: [
      "With 4 channels, 6 filters and 2 groups: which channels do filters 0, 1 and 2 see?",
      "f / (F / G) is the number of the part. Its first channel is that times C / G.",
    ]),
  naive.check(
    "09.naive.gradient-x", .gradients(named: "the gradient at x"), points: 4,
    claim: "a pixel's gradient is summed over all outputs that have seen it",
    uses: ["09.window.places", "09.window.position"],
    hints: [
      "y = … + w · x + …: what does y gain when this x grows a little?",
      "Use the loops of forward, and write += where they read.",
    ]),
  naive.check(
    "09.naive.gradient-weights", .gradients(named: "the gradient at the weights"), points: 3,
    claim: "a weight's gradient is summed over all images and places",
    uses: ["09.window.places", "09.window.position"],
    hints: ["Every weight is used at each of the O · P places of each image."]),
  naive.check(
    "09.naive.gradient-bias", .gradients(named: "the gradient at the bias"), points: 1,
    claim: "the bias of a filter has the sum of upstream over images, rows and columns",
    hints: ["Which three axes of upstream have to go?"]),
]

private let plain = LayerContract(.convolution, small: SmallConvolutions.plain) {
  $0.plainConvolutions()
}
private let all = LayerContract(
  .convolution,
  small: SmallConvolutions.plain + SmallConvolutions.dilated + SmallConvolutions.grouped
) { $0.allConvolutions() }

let convolutionChecks = [
  plain.check(
    "09.conv.forward", .outputs, points: 2,
    claim: "the quick convolution gives what the loops give",
    hints: [
      "x.padded(by:).windows(of:stride:dilation:) is [N, C, O, P, KH, KW]: what is summed away?",
      "tensordot(_:along:and:) sums products over pairs of axes.",
    ]),
  all.check(
    "09.conv.settings", .outputs, points: 2,
    claim: "it does so with dilation and groups, too", buildsOn: ["09.conv.forward"],
    hints: ["Cut channels and filters in parts, and join what comes out."]),
  all.check(
    "09.conv.gradients", .gradients(), points: 5,
    claim: "its gradients at x, weights and bias are those of the loops",
    hints: [
      "The gradient at the weights is a tensordot of upstream with the windows of x.",
      "add(_:toWindowsOf:stride:dilation:) is the way back of windows.",
      "What was padded on the way there has to be cropped on the way back.",
    ]),
  Check(
    "09.conv.speed",
    claim: "it takes less than a quarter of the time of loops, there and back alike", points: 3,
    buildsOn: ["09.conv.forward", "09.conv.gradients"],
    hints: ["Is there a loop over images, places or entries left?"]
  ) { exam in
    let input = exam.convolution([4, 8, 14, 15], filters: 12, WindowSettings(3, 3))
    let times = try exam.ask(.convolutionTimes, input)
    try exam.require([times.fast, times.naive, times.ours].allSatisfy { $0.count == 2 })
    // How long it takes nobody can foretell, but whether that is too long.
    exam.note(times, of: .convolutionTimes, input) { times in
      [Part("quick enough", Tensor(ratios(times).map { $0 > 4 ? 1 : 0 }))]
    }
    for (way, ratio) in zip(["there", "back"], ratios(times)) {
      try exam.expect(
        ratio > 4,
        "on the way \(way) loops take \(tenths(ratio)) times as long as your Conv2D, and more than 4 "
          + "times are asked for")
    }
  },
]

let pointwiseChecks = [
  FunctionContract(
    .pointwise,
    small: [([1, 1, 1, 1], 1), ([1, 1, 1, 2], 1), ([1, 2, 1, 1], 2), ([1, 2, 1, 2], 2)].map {
      shape, filters in
      AffineInput(
        x: SmallCases.tensor(shape), weights: SmallCases.tensor([shape[1], filters], from: 2),
        bias: SmallCases.tensor([filters], from: 5))
    }
  ) { exam in
    [[2, 3, 4, 5], [1, 2, 3, 3], [3, 1, 2, 1], [2, 4, 1, 1], [2, 2, 2, 2]].map { shape in
      let filters = exam.count(in: 1...4)
      return AffineInput(
        x: exam.normal(shape), weights: exam.normal([shape[1], filters]),
        bias: exam.normal([filters]))
    }
  }.check(
    "09.pointwise.forward", points: 2,
    claim: "a 1 × 1 convolution is the affine layer, applied to the channels of each pixel",
    hints: [
      "Make a row of each pixel: [N · H · W, C]. On which axis must C stand before?",
      "The way back to [N, F, H, W] is not a reshape alone.",
    ]
  ) { exam in
    [
      AffineInput(
        x: exam.normal([2, 3, 2, 2], deviation: 50), weights: exam.normal([3, 2]),
        bias: exam.normal([2]))
    ]
  }
]

/// How many times as long loops take: ours or the student's, whichever are slower.
private func ratios(_ times: ConvolutionTimes) -> [Double] {
  (0..<2).map { max(times.naive[$0], times.ours[$0]) / times.fast[$0] }
}

private func tenths(_ x: Double) -> String {
  x.isFinite ? "\((x * 10).rounded() / 10)" : "\(x)"
}

extension Suspect {
  /// The layer, as a sentence may begin.
  public var words: String {
    switch self {
    case .square: "the layer x²"
    case .hundredCubes: "the layer 100 · x³"
    case .tinySine: "the layer 0.00001 · sin x"
    case .fastSine: "the layer sin 40x"
    case .raisedSine: "the layer 30 + sin x"
    case .softmax: "the softmax of the rows"
    case .sharpSoftmax: "the softmax of the rows of 8x"
    case .product: "the product with a fixed square matrix"
    case .rowSums: "the sum along the last axis"
    case .stopped: "the layer max(x, 0)"
    case .nearlyRight: "x² with a way back that is too large by 0.00003 of itself"
    case .signTurned: "x² with a way back of the wrong sign"
    case .lastEntry: "x² with a way back whose last entry is half again too large"
    case .thousandth: "x² with a way back that is too large by a thousandth"
    case .threeTenThousandths: "x² with a way back that is too large by 0.0003 of itself"
    case .smallRowDoubled:
      "10 · x², with a last row of 0.001 · x², and a way back that is twice too large in that row"
    case .tinyDoubled: "0.00001 · sin x with a way back twice too large"
    case .halved: "x² with a way back that forgets the 2"
    case .transposed:
      "the product with a square matrix, with one on the way back that is not transposed"
    case .withoutUpstream: "x² with a way back that forgets upstream"
    case .deadSoftmax: "the softmax of the rows with a way back of zeros"
    case .absoluteUpstream:
      "x², at places above 0, with a way back that forgets the signs of upstream"
    case .signOfUpstream: "x² with a way back that takes the signs of upstream only"
    case .firstRowOfUpstream: "x² with a way back that takes the first row of upstream for all"
    case .balanced:
      "x² with a way back whose first entry is 1 too large and whose last is 1 too small"
    case .turnedRound: "x² with a way back whose entries stand in the reverse order"
    case .oneNaN: "x² with a way back in which one entry is NaN"
    case .firstNaN: "x² with a way back in which the first entry is NaN"
    case .oneInfinity: "x² with a way back in which one entry is infinite"
    case .flattened: "x² with a way back in one row"
    case .oneAxisMore: "x² with a way back with an axis too many"
    case .summedUp: "the sum along the last axis with a way back in the shape of the sums"
    }
  }
}

// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 09.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 09: Convolution", .serialized)
  struct Exercise09 {
    @Test("09.window.places: the window has ⌊(H + 2 · padding - dilation · (height - 1) - 1) / stride⌋ + 1 places")
    func windowPlaces() throws {
      try examine("09.window.places")
    }

    @Test("09.window.position: entry i at place o lies at o · stride - padding + i · dilation")
    func windowPosition() throws {
      try examine("09.window.position")
    }

    @Test("09.naive.forward: each output is its bias and the sum of the products of filter and window")
    func naiveForward() throws {
      try examine("09.naive.forward")
    }

    @Test("09.naive.dilation: with dilation d the entries of the window are d pixels apart")
    func naiveDilation() throws {
      try examine("09.naive.dilation")
    }

    @Test("09.naive.groups: with groups, a filter sees the channels of its own part alone")
    func naiveGroups() throws {
      try examine("09.naive.groups")
    }

    @Test("09.naive.gradient-x: a pixel's gradient is summed over all outputs that have seen it")
    func naiveGradientX() throws {
      try examine("09.naive.gradient-x")
    }

    @Test("09.naive.gradient-weights: a weight's gradient is summed over all images and places")
    func naiveGradientWeights() throws {
      try examine("09.naive.gradient-weights")
    }

    @Test("09.naive.gradient-bias: the bias of a filter has the sum of upstream over images, rows and columns")
    func naiveGradientBias() throws {
      try examine("09.naive.gradient-bias")
    }

    @Test("09.conv.forward: the quick convolution gives what the loops give")
    func convForward() throws {
      try examine("09.conv.forward")
    }

    @Test("09.conv.settings: it does so with dilation and groups, too")
    func convSettings() throws {
      try examine("09.conv.settings")
    }

    @Test("09.conv.gradients: its gradients at x, weights and bias are those of the loops")
    func convGradients() throws {
      try examine("09.conv.gradients")
    }

    @Test("09.conv.speed: it takes less than a quarter of the time of loops, there and back alike")
    func convSpeed() throws {
      try examine("09.conv.speed")
    }

    @Test("09.pointwise.forward: a 1 × 1 convolution is the affine layer, applied to the channels of each pixel")
    func pointwiseForward() throws {
      try examine("09.pointwise.forward")
    }

    @Test("09.maxPool.forward: each output is the greatest entry of its window, channel by channel")
    func maxPoolForward() throws {
      try examine("09.maxPool.forward")
    }

    @Test("09.maxPool.padding: what lies in the padding is never the greatest, not even among negative numbers")
    func maxPoolPadding() throws {
      try examine("09.maxPool.padding")
    }

    @Test("09.maxPool.gradient: upstream goes back to the greatest entry; who is the greatest of several has the sum")
    func maxPoolGradient() throws {
      try examine("09.maxPool.gradient")
    }

    @Test("09.maxPool.ties: where several entries are the greatest, the first in row order has the whole gradient")
    func maxPoolTies() throws {
      try examine("09.maxPool.ties")
    }

    @Test("09.averagePool.forward: each output is the sum of its window by KH · KW, zeros of the padding counted")
    func averagePoolForward() throws {
      try examine("09.averagePool.forward")
    }

    @Test("09.averagePool.gradient: each entry of a window has an equal share of its upstream")
    func averagePoolGradient() throws {
      try examine("09.averagePool.gradient")
    }

    @Test("09.norm.forward: in training each channel is normalised by its own mean and variance over the batch")
    func normForward() throws {
      try examine("09.norm.forward")
    }

    @Test("09.norm.gradient: the way back also goes through the mean and the variance of the batch")
    func normGradient() throws {
      try examine("09.norm.gradient")
    }

    @Test("09.norm.running: running statistics are moved by every batch of training, and used where there is none")
    func normRunning() throws {
      try examine("09.norm.running")
    }

    @Test("09.norm.extremes: a channel without variance becomes the shift, and a large mean costs no digits")
    func normExtremes() throws {
      try examine("09.norm.extremes")
    }

    @Test("09.field.computed: a window widens the field by dilation · (size - 1) · all strides before it")
    func fieldComputed() throws {
      try examine("09.field.computed")
    }

    @Test("09.field.measured: the measured field goes from the first to the last pixel with a gradient")
    func fieldMeasured() throws {
      try examine("09.field.measured")
    }

    @Test("09.chain.forward: the output of each module is the input of the next")
    func chainForward() throws {
      try examine("09.chain.forward")
    }

    @Test("09.chain.gradient: the way back goes through the modules in reverse, and lists parameters in order")
    func chainGradient() throws {
      try examine("09.chain.gradient")
    }

    @Test("09.chain.notes: what the modules note in training is kept, and `training` is handed on")
    func chainNotes() throws {
      try examine("09.chain.notes")
    }

    @Test("09.residual.forward: the output is main(x) + shortcut(x), and the shortcut of no modules is x")
    func residualForward() throws {
      try examine("09.residual.forward")
    }

    @Test("09.residual.gradient: the gradient at x is the sum of what both ways bring back")
    func residualGradient() throws {
      try examine("09.residual.gradient")
    }

    @Test("09.residual.notes: both ways keep their notes, and hear whether this is training")
    func residualNotes() throws {
      try examine("09.residual.notes")
    }

    @Test("09.start.deviation: weights are normal with deviation √(2 / (C / G · KH · KW)), and the bias is 0")
    func startDeviation() throws {
      try examine("09.start.deviation")
    }

    @Test("09.leNet.layers: leNet has the layers of the handout, for images of any size")
    func leNetLayers() throws {
      try examine("09.leNet.layers")
    }

    @Test("09.block.layers: a block has two convolutions, and one on its shortcut where the shape changes")
    func blockLayers() throws {
      try examine("09.block.layers")
    }

    @Test("09.residualNet.layers: the residual network has a block for each width, a mean over what is left, and logits")
    func residualNetLayers() throws {
      try examine("09.residualNet.layers")
    }

    @Test("09.squares.both: the loss is the mean of all N · D squares, and its gradient 2 · (y - t) / (N · D)")
    func squaresBoth() throws {
      try examine("09.squares.both")
    }

    @Test("09.keypoints.score: the score is 1 / (2 · loss)")
    func keypointsScore() throws {
      try examine("09.keypoints.score")
    }

    @Test("09.keypoints.own: your network finds the keypoints of faces that it has not seen, with a score of 100")
    func keypointsOwn() throws {
      try examine("09.keypoints.own")
    }

    @Test("09.own.accuracy: your convolutional network recognises what the course asks for")
    func ownAccuracy() throws {
      try examine("09.own.accuracy")
    }
  }
#else
  @Test("Exercise 09: Convolution")
  func Exercise09() throws {
    try examineAll(of: "09")
  }
#endif

// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 12.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 12: Attention", .serialized)
  struct Exercise12 {
    @Test("12.attention.weights: the weights of each row are the softmax of its scores, and their sum is 1")
    func attentionWeights() throws {
      try examine("12.attention.weights")
    }

    @Test("12.attention.mask: where the mask is false the weight is 0, and the others share 1")
    func attentionMask() throws {
      try examine("12.attention.mask")
    }

    @Test("12.attention.extremes: scores of ±1000, masked ones among them, give weights that are numbers")
    func attentionExtremes() throws {
      try examine("12.attention.extremes")
    }

    @Test("12.attention.forward: each output is the mean of the values, by the weights of query · key / √d")
    func attentionForward() throws {
      try examine("12.attention.forward")
    }

    @Test("12.attention.gradient: queries, keys and values get the right gradients")
    func attentionGradient() throws {
      try examine("12.attention.gradient")
    }

    @Test("12.attention.empty: a row with nothing to look at gives 0, and nothing comes back from it")
    func attentionEmpty() throws {
      try examine("12.attention.empty")
    }

    @Test("12.masks.causal: the causal mask lets position t see the positions 0 to t, itself among them")
    func masksCausal() throws {
      try examine("12.masks.causal")
    }

    @Test("12.masks.padding: the padding mask [N, 1, 1, count] is true at the first places of each row, as many as it is long")
    func masksPadding() throws {
      try examine("12.masks.padding")
    }

    @Test("12.norm.forward: each position has its own mean taken away and is divided by its own deviation")
    func normForward() throws {
      try examine("12.norm.forward")
    }

    @Test("12.norm.large: far from 0 no digits are lost, and where all entries are equal y is the shift")
    func normLarge() throws {
      try examine("12.norm.large")
    }

    @Test("12.norm.gradient: x, scale and shift get the right gradients")
    func normGradient() throws {
      try examine("12.norm.gradient")
    }

    @Test("12.heads.apart: head h of [N, H, T, d] has the entries h · d to h · d + d - 1 of each position")
    func headsApart() throws {
      try examine("12.heads.apart")
    }

    @Test("12.heads.joined: heads that are joined lie side by side, as they did before they were set apart")
    func headsJoined() throws {
      try examine("12.heads.joined")
    }

    @Test("12.multiHead.forward: queries come from x, keys and values from memory, and each head attends for itself")
    func multiHeadForward() throws {
      try examine("12.multiHead.forward")
    }

    @Test("12.multiHead.gradient: x, memory and all eight parameters get the right gradients")
    func multiHeadGradient() throws {
      try examine("12.multiHead.gradient")
    }

    @Test("12.positions.table: entries 2i and 2i + 1 are the sine and the cosine of position / 10000^(2i / D)")
    func positionsTable() throws {
      try examine("12.positions.table")
    }

    @Test("12.feed.forward: the second layer takes a · sigmoid(a), a being the output of the first")
    func feedForward() throws {
      try examine("12.feed.forward")
    }

    @Test("12.feed.gradient: x and the four parameters get the right gradients")
    func feedGradient() throws {
      try examine("12.feed.gradient")
    }

    @Test("12.encoder.forward: attention, then the feed-forward part, each beside a way around it, norms before or after")
    func encoderForward() throws {
      try examine("12.encoder.forward")
    }

    @Test("12.encoder.gradient: x and all sixteen parameters of an encoder block get the right gradients")
    func encoderGradient() throws {
      try examine("12.encoder.gradient")
    }

    @Test("12.decoder.forward: a decoder block looks at what stands before, then at the memory, then feeds forward")
    func decoderForward() throws {
      try examine("12.decoder.forward")
    }

    @Test("12.decoder.gradient: x, the memory and all 26 parameters of a decoder block get the right gradients")
    func decoderGradient() throws {
      try examine("12.decoder.gradient")
    }

    @Test("12.smoothing.loss: the loss is the mean of -Σ q · log p, with smoothing / C for every class")
    func smoothingLoss() throws {
      try examine("12.smoothing.loss")
    }

    @Test("12.smoothing.gradient: the gradient at the logits is p - q, divided by the number of rows")
    func smoothingGradient() throws {
      try examine("12.smoothing.gradient")
    }

    @Test("12.smoothing.ignored: an ignored label counts neither in the sum nor in the mean; if all are, loss and gradient are 0")
    func smoothingIgnored() throws {
      try examine("12.smoothing.ignored")
    }

    @Test("12.warmup.rate: the rate grows by equal steps up to step W, and falls with the root of the step from there")
    func warmupRate() throws {
      try examine("12.warmup.rate")
    }

    @Test("12.tokenizer.merging: a pair is merged wherever it stands, from left to right, each token used once")
    func tokenizerMerging() throws {
      try examine("12.tokenizer.merging")
    }

    @Test("12.tokenizer.merges: the most frequent pair becomes a token, then the most frequent of what there is then")
    func tokenizerMerges() throws {
      try examine("12.tokenizer.merges")
    }

    @Test("12.tokenizer.ties: of equally frequent pairs the smallest is taken, and with no pair left twice it ends")
    func tokenizerTies() throws {
      try examine("12.tokenizer.ties")
    }

    @Test("12.tokenizer.encode: a text becomes its bytes, and then each merge is applied in the order it was learnt")
    func tokenizerEncode() throws {
      try examine("12.tokenizer.encode")
    }

    @Test("12.tokenizer.decode: tokens become the bytes that they stand for, and all bytes together the text")
    func tokenizerDecode() throws {
      try examine("12.tokenizer.decode")
    }

    @Test("12.decoding.greedy: the most probable token is taken each time, until the end comes or the limit")
    func decodingGreedy() throws {
      try examine("12.decoding.greedy")
    }

    @Test("12.decoding.beam: of all continuations of all beginnings the best by Σ log p are followed, and the best is found")
    func decodingBeam() throws {
      try examine("12.decoding.beam")
    }

    @Test("12.decoding.length: what is finished is compared by Σ log p / Lᵃ, and L counts the end")
    func decodingLength() throws {
      try examine("12.decoding.length")
    }

    @Test("12.transformer.logits: the decoder's blocks look at what the encoder has made of a source, of which no filling is seen")
    func transformerLogits() throws {
      try examine("12.transformer.logits")
    }

    @Test("12.transformer.gradient: every parameter of a transformer gets the right gradient")
    func transformerGradient() throws {
      try examine("12.transformer.gradient")
    }

    @Test("12.forcing.shifted: inputs begin with the start, labels end with the end, and the rest is padding")
    func forcingShifted() throws {
      try examine("12.forcing.shifted")
    }

    @Test("12.forcing.loss: the loss is that of all labels but padding, and its gradients are right")
    func forcingLoss() throws {
      try examine("12.forcing.loss")
    }

    @Test("12.cache.keys: keys and values that come in pieces are those of the whole memory, and give the same output")
    func cacheKeys() throws {
      try examine("12.cache.keys")
    }

    @Test("12.writing.same: written token by token, each position has the logits that forward gives it")
    func writingSame() throws {
      try examine("12.writing.same")
    }

    @Test("12.addition.accuracy: a transformer made of your parts learns to add numbers that it has never seen")
    func additionAccuracy() throws {
      try examine("12.addition.accuracy")
    }
  }
#else
  @Test("Exercise 12: Attention")
  func Exercise12() throws {
    try examineAll(of: "12")
  }
#endif

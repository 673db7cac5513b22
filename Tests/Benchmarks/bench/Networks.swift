import Tensors

#if GRADUS_EDITOR
  import Exercise05
  import Exercise06
  import Exercise09
  import Exercise12

  /// A step of the training of exercise 09's own network, on a batch as large as CIFAR-10's are there.
  func timeConvNet(_ rows: inout Rows) {
    guard rows.wants("convnet") else { return }
    let mine = MyConvNet()
    var generator = SeededGenerator(seed: 1)
    var network = mine.network(image: [3, 32, 32], classes: 10, using: &generator)
    network.parameters = network.parameters.map { $0.converted(to: .float32) }
    network.statistics = network.statistics.map { $0.converted(to: .float32) }
    var optimizer = mine.optimizer(updates: 1000)
    let x = random([mine.batchSize, 3, 32, 32], .float32)
    let labels = (0..<mine.batchSize).map { $0 % 10 }
    rows.measure("convnet", "a step of exercise 09's network f32", notesPeak: true) {
      let (logits, cache) = network.forward(x, training: true)
      let entropy = CrossEntropyFromLogits()
      let (_, lossCache) = entropy.forward(logits, labels: labels)
      let upstream = entropy.backward(cache: lossCache, labels: labels)
      var parameters = network.parameters
      optimizer.update(&parameters, along: network.backward(upstream, cache: cache).parameters)
      network.parameters = parameters
    }
  }

  /// A step of the training of a transformer of exercise 12: two blocks that read, two that write.
  func timeTransformer(_ rows: inout Rows) {
    guard rows.wants("transformer") else { return }
    let (count, length, width, tokens) = (32, 64, 128, 64)
    var generator = SeededGenerator(seed: 1)
    var transformer = Transformer(
      tokens: tokens, width: width, heads: 4, hidden: 4 * width, encoderBlocks: 2,
      decoderBlocks: 2, using: &generator)
    transformer.parameters = transformer.parameters.map { $0.converted(to: .float32) }
    var optimizer = Exercise06.Adam(learningRate: 1e-4)
    func texts(_ length: Int) -> [[Int]] {
      (0..<count).map { n in (0..<length).map { 3 + (7 * n + $0 * $0) % (tokens - 3) } }
    }
    // The decoder reads one token more than there are to be written.
    let (source, answers) = (texts(length), texts(length - 1))
    let sizes = "\(count)x\(length)x\(width) f32"
    rows.measure("transformer", "a step of 2 + 2 blocks \(sizes)", notesPeak: true) {
      let gradients = transformer.loss(source: source, answers: answers, smoothing: 0.1).gradients
      optimizer.update(&transformer.parameters, along: gradients)
    }
  }
#else
  func timeConvNet(_ rows: inout Rows) {}

  func timeTransformer(_ rows: inout Rows) {}
#endif

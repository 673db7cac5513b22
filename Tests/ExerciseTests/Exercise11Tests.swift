// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 11.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 11: Recurrence", .serialized)
  struct Exercise11 {
    @Test("11.embedding.forward: each word gives its row of the table, in the order of the words")
    func embeddingForward() throws {
      try examine("11.embedding.forward")
    }

    @Test("11.embedding.gradient: the row of a word receives the sum over all places where it stood")
    func embeddingGradient() throws {
      try examine("11.embedding.gradient")
    }

    @Test("11.rnn.forward: the new state of an RNN is tanh(input + recurrent)")
    func rnnForward() throws {
      try examine("11.rnn.forward")
    }

    @Test("11.rnn.gradient: input and recurrent receive the same, and the old state nothing directly")
    func rnnGradient() throws {
      try examine("11.rnn.gradient")
    }

    @Test("11.lstm.start: a new LSTM starts with forget biases of 1, and all others of 0")
    func lstmStart() throws {
      try examine("11.lstm.start")
    }

    @Test("11.lstm.forward: c' = f · c + i · g and h' = o · tanh(c'), from the gates i, f, g, o in this order")
    func lstmForward() throws {
      try examine("11.lstm.forward")
    }

    @Test("11.lstm.gradient: the gradient of an LSTM goes back to all four gates and to the old c")
    func lstmGradient() throws {
      try examine("11.lstm.gradient")
    }

    @Test("11.gru.forward: h' = (1 - z) · n + z · h, where r is multiplied by what comes from U")
    func gruForward() throws {
      try examine("11.gru.forward")
    }

    @Test("11.gru.gradient: the gradient of a GRU goes back to its three gates, and to the old state directly")
    func gruGradient() throws {
      try examine("11.gru.gradient")
    }

    @Test("11.orthogonal.rows: the rows of a matrix have length 1, are perpendicular, and are drawn anew each time")
    func orthogonalRows() throws {
      try examine("11.orthogonal.rows")
    }

    @Test("11.layer.start: a new layer draws W with deviation √(1 / inputs), and an orthogonal U for each gate")
    func layerStart() throws {
      try examine("11.layer.start")
    }

    @Test("11.layer.forward: the state goes from step to step through the cell, and h is the output of each")
    func layerForward() throws {
      try examine("11.layer.forward")
    }

    @Test("11.layer.gradient: the gradient goes back through time: to x, and to W, U and b over all steps")
    func layerGradient() throws {
      try examine("11.layer.gradient")
    }

    @Test("11.layer.state: a given state is where the layer begins, and its gradient comes back as well")
    func layerState() throws {
      try examine("11.layer.state")
    }

    @Test("11.layer.keep: a padded step leaves the whole state as it was")
    func layerKeep() throws {
      try examine("11.layer.keep")
    }

    @Test("11.layer.keep-gradient: a padded step passes the gradient of its state on as it came, and gives nothing else any")
    func layerKeepGradient() throws {
      try examine("11.layer.keep-gradient")
    }

    @Test("11.layer.cut: with cutEvery k, no gradient goes from step k back to step k - 1, nor from 2 · k")
    func layerCut() throws {
      try examine("11.layer.cut")
    }

    @Test("11.padding.tokens: word t of sentence n stands at t · N + n, and keep says where there is one")
    func paddingTokens() throws {
      try examine("11.padding.tokens")
    }

    @Test("11.bidirectional.forward: at each step, what has been read from the left stands beside what is read from the right")
    func bidirectionalForward() throws {
      try examine("11.bidirectional.forward")
    }

    @Test("11.bidirectional.gradient: both layers get their part of the gradient, and x gets the sum of what they give back")
    func bidirectionalGradient() throws {
      try examine("11.bidirectional.gradient")
    }

    @Test("11.packing.order: the longest come first, of equal ones the first; step by step, whoever is still there")
    func packingOrder() throws {
      try examine("11.packing.order")
    }

    @Test("11.packing.packed: packing takes the rows that are there, and no others")
    func packingPacked() throws {
      try examine("11.packing.packed")
    }

    @Test("11.packing.unpacked: unpacking puts every row in its place, and zeros where there is none")
    func packingUnpacked() throws {
      try examine("11.packing.unpacked")
    }

    @Test("11.packing.last: packed sequences end with the same h as padded ones, in the order in which they came")
    func packingLast() throws {
      try examine("11.packing.last")
    }

    @Test("11.norms.steps: T + 1 norms tell how much of the gradient at the last state arrives before each step")
    func normsSteps() throws {
      try examine("11.norms.steps")
    }

    @Test("11.norms.cells: measured over 30 steps, the gradient of your RNN, your LSTM and your GRU is as it should be")
    func normsCells() throws {
      try examine("11.norms.cells")
    }

    @Test("11.classifier.logits: sentences of any lengths are read to their ends, and h decides")
    func classifierLogits() throws {
      try examine("11.classifier.logits")
    }

    @Test("11.classifier.gradient: the loss is the mean cross-entropy, with its gradient at all six parameters")
    func classifierGradient() throws {
      try examine("11.classifier.gradient")
    }

    @Test("11.characters.logits: there are logits after every character of every stream, step after step")
    func charactersLogits() throws {
      try examine("11.characters.logits")
    }

    @Test("11.characters.gradient: each character but the last is asked for the next, and the loss is the mean of all")
    func charactersGradient() throws {
      try examine("11.characters.gradient")
    }

    @Test("11.characters.state: the state goes on where the stream stopped, so that the next chunk can follow")
    func charactersState() throws {
      try examine("11.characters.state")
    }

    @Test("11.step.clipped: the optimizer gets gradients that were clipped together, and the norm comes back as it was")
    func stepClipped() throws {
      try examine("11.step.clipped")
    }

    @Test("11.step.notNumbers: where the norm is infinite or NaN nothing moves, and the optimizer hears nothing of it")
    func stepNotNumbers() throws {
      try examine("11.step.notNumbers")
    }

    @Test("11.bigrams.table: log p(b | a) stands in row a and column b, with 1 added to every count")
    func bigramsTable() throws {
      try examine("11.bigrams.table")
    }

    @Test("11.bigrams.perplexity: the perplexity is e to the power of minus the mean of the log probabilities")
    func bigramsPerplexity() throws {
      try examine("11.bigrams.perplexity")
    }

    @Test("11.drawn.characters: characters are drawn as the softmax of logits / temperature says; at 0 the first greatest")
    func drawnCharacters() throws {
      try examine("11.drawn.characters")
    }

    @Test("11.written.greedy: what is written goes on after the prompt, and each character is read as it is written")
    func writtenGreedy() throws {
      try examine("11.written.greedy")
    }

    @Test("11.written.temperature: at a temperature above 0, every character is drawn, and from the generator that is given")
    func writtenTemperature() throws {
      try examine("11.written.temperature")
    }

    @Test("11.sentiment.accuracy: your reader understands 83 % of reviews that it has never seen")
    func sentimentAccuracy() throws {
      try examine("11.sentiment.accuracy")
    }

    @Test("11.character.perplexity: your writer foresees the next character of a new text with a perplexity below 2")
    func characterPerplexity() throws {
      try examine("11.character.perplexity")
    }

    @Test("11.character.words: of the words that your writer writes, 90 % are words that there are")
    func characterWords() throws {
      try examine("11.character.words")
    }
  }
#else
  @Test("Exercise 11: Recurrence")
  func Exercise11() throws {
    try examineAll(of: "11")
  }
#endif

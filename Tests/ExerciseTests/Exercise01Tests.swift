// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 01.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 01: Warm-up", .serialized)
  struct Exercise01 {
    @Test("01.rows.means: each row has its mean: of [N, M] there are N")
    func rowsMeans() throws {
      try examine("01.rows.means")
    }

    @Test("01.rows.centered: each row loses its own mean, and no other's")
    func rowsCentered() throws {
      try examine("01.rows.centered")
    }

    @Test("01.columns.standardized: each column has its mean taken away, and is divided by √(variance + epsilon)")
    func columnsStandardized() throws {
      try examine("01.columns.standardized")
    }

    @Test("01.columns.constant: a column whose entries are all equal becomes 0, not NaN")
    func columnsConstant() throws {
      try examine("01.columns.constant")
    }

    @Test("01.columns.far: columns far from 0 are standardized as exactly as others")
    func columnsFar() throws {
      try examine("01.columns.far")
    }

    @Test("01.distances.squared: there is a squared distance for each point of a and each of b")
    func distancesSquared() throws {
      try examine("01.distances.squared")
    }

    @Test("01.distances.negative: no squared distance is below 0, not even by rounding, and a point is at 0 from itself")
    func distancesNegative() throws {
      try examine("01.distances.negative")
    }

    @Test("01.masks.high: what is below the threshold of its row becomes 0, and the rest stays as it is")
    func masksHigh() throws {
      try examine("01.masks.high")
    }

    @Test("01.masks.equal: an entry that is equal to its threshold stays")
    func masksEqual() throws {
      try examine("01.masks.equal")
    }

    @Test("01.labels.oneHot: each label has a row with a 1 at its place and 0 elsewhere")
    func labelsOneHot() throws {
      try examine("01.labels.oneHot")
    }

    @Test("01.labels.outside: a label that is no class has a row of zeros")
    func labelsOutside() throws {
      try examine("01.labels.outside")
    }

    @Test("01.accuracy.hits: the accuracy is the share of rows whose greatest score stands at the label")
    func accuracyHits() throws {
      try examine("01.accuracy.hits")
    }

    @Test("01.accuracy.ties: of several greatest scores in a row, the first counts")
    func accuracyTies() throws {
      try examine("01.accuracy.ties")
    }

    @Test("01.windows.averages: each whole window of `width` neighbours has its mean, row by row")
    func windowsAverages() throws {
      try examine("01.windows.averages")
    }

    @Test("01.shuffled.pairs: each sample comes back once, with its own label")
    func shuffledPairs() throws {
      try examine("01.shuffled.pairs")
    }

    @Test("01.shuffled.seeds: the order is the generator's: another seed, or the next call, and it is another")
    func shuffledSeeds() throws {
      try examine("01.shuffled.seeds")
    }

    @Test("01.shuffled.orders: every order is as likely as every other, whatever came before")
    func shuffledOrders() throws {
      try examine("01.shuffled.orders")
    }

    @Test("01.clip.place: the variable itself is changed, so that no entry lies beyond the bound")
    func clipPlace() throws {
      try examine("01.clip.place")
    }

    @Test("01.running.mean: the mean is that of all tensors there have been, 0 at first, and the count their number")
    func runningMean() throws {
      try examine("01.running.mean")
    }

    @Test("01.running.copies: a copy of a running mean goes its own way from then on")
    func runningCopies() throws {
      try examine("01.running.copies")
    }
  }
#else
  @Test("Exercise 01: Warm-up")
  func Exercise01() throws {
    try examineAll(of: "01")
  }
#endif

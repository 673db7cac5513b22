// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 03.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 03: Data", .serialized)
  struct Exercise03 {
    @Test("03.cifar.samples: every record of every file is a label and an image of three planes")
    func cifarSamples() throws {
      try examine("03.cifar.samples")
    }

    @Test("03.cifar.refused: a file that is no whole number of records is refused, and so is a label above 9")
    func cifarRefused() throws {
      try examine("03.cifar.refused")
    }

    @Test("03.netpbm.header: the header's numbers are found behind space and comments, and one byte ends it")
    func netpbmHeader() throws {
      try examine("03.netpbm.header")
    }

    @Test("03.netpbm.images: a PPM becomes [3, H, W] and a PGM [1, H, W], and every byte is in its plane")
    func netpbmImages() throws {
      try examine("03.netpbm.images")
    }

    @Test("03.netpbm.refused: what is no image of these formats is refused, and nothing else is")
    func netpbmRefused() throws {
      try examine("03.netpbm.refused")
    }

    @Test("03.folder.order: folders are classes in sorted order, and so are the images in each; nothing else counts")
    func folderOrder() throws {
      try examine("03.folder.order")
    }

    @Test("03.folder.lazy: an image is read when it is asked for, and not before")
    func folderLazy() throws {
      try examine("03.folder.lazy")
    }

    @Test("03.memory.kept: all samples are read at the start, and the data set is not asked again")
    func memoryKept() throws {
      try examine("03.memory.kept")
    }

    @Test("03.statistics.values: mean and deviation of a channel are over all its pixels of all images")
    func statisticsValues() throws {
      try examine("03.statistics.values")
    }

    @Test("03.statistics.precision: a channel that hardly varies has a small deviation, and no channel has NaN")
    func statisticsPrecision() throws {
      try examine("03.statistics.precision")
    }

    @Test("03.rescale.line: rescaling maps the ends of one range to the ends of the other, and the rest by a line")
    func rescaleLine() throws {
      try examine("03.rescale.line")
    }

    @Test("03.normalize.channels: each channel loses its own mean and is divided by its own deviation")
    func normalizeChannels() throws {
      try examine("03.normalize.channels")
    }

    @Test("03.normalize.constant: a channel of deviation 0 is divided by 1, and gives numbers")
    func normalizeConstant() throws {
      try examine("03.normalize.constant")
    }

    @Test("03.flatten.row: an image becomes a row of its entries")
    func flattenRow() throws {
      try examine("03.flatten.row")
    }

    @Test("03.compose.order: the steps are taken one after the other, with one generator, and none is no change")
    func composeOrder() throws {
      try examine("03.compose.order")
    }

    @Test("03.flip.images: what comes out is the image or its mirror image, left to right")
    func flipImages() throws {
      try examine("03.flip.images")
    }

    @Test("03.flip.chance: so many images are mirrored as the probability says, each decided for itself")
    func flipChance() throws {
      try examine("03.flip.chance")
    }

    @Test("03.crop.pieces: what comes out is exactly a piece of the image with zeros around it")
    func cropPieces() throws {
      try examine("03.crop.pieces")
    }

    @Test("03.crop.offsets: every place is reached, and all equally often")
    func cropOffsets() throws {
      try examine("03.crop.offsets")
    }

    @Test("03.loader.count: count is the number of batches, the last one counted unless it is dropped or empty")
    func loaderCount() throws {
      try examine("03.loader.count")
    }

    @Test("03.loader.batches: batches hold the samples in their order, the last one the rest, unless it is dropped")
    func loaderBatches() throws {
      try examine("03.loader.batches")
    }

    @Test("03.loader.order: shuffled, an epoch has each sample once, and every order is as likely as any other")
    func loaderOrder() throws {
      try examine("03.loader.order")
    }

    @Test("03.loader.epochs: another epoch or seed has another order, and the same two have the same again")
    func loaderEpochs() throws {
      try examine("03.loader.epochs")
    }

    @Test("03.loader.iterators: two iterators at a time do not disturb one another")
    func loaderIterators() throws {
      try examine("03.loader.iterators")
    }

    @Test("03.loader.transform: every image is transformed once, with draws of its own, and of the epoch's own")
    func loaderTransform() throws {
      try examine("03.loader.transform")
    }

    @Test("03.loader.reading: a batch is read when it is asked for, and not all of them at the start")
    func loaderReading() throws {
      try examine("03.loader.reading")
    }

    @Test("03.split.parts: every sample is in one part, the parts are as large as asked for, and chance decides")
    func splitParts() throws {
      try examine("03.split.parts")
    }

    @Test("03.split.stratified: stratified, every part has its share of every class")
    func splitStratified() throws {
      try examine("03.split.stratified")
    }

    @Test("03.folds.parts: every sample is put aside in one fold and trained on in all others, by chance")
    func foldsParts() throws {
      try examine("03.folds.parts")
    }

    @Test("03.folds.stratified: stratified, the samples of each class are spread evenly over the folds")
    func foldsStratified() throws {
      try examine("03.folds.stratified")
    }
  }
#else
  @Test("Exercise 03: Data")
  func Exercise03() throws {
    try examineAll(of: "03")
  }
#endif

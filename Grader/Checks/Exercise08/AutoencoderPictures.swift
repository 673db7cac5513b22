import Datasets
import Doorway
import Grading
import Tensors

/// What there is to be seen of an autoencoder, which learns for each section as the student's settings
/// say.
enum AutoencoderPictures {
  /// How many images there are without labels to learn from.
  static let unlabeled = 2000

  /// How many test images are shown.
  private static let shown = 10

  @Sendable static func reconstructions(_ sources: PictureSources) throws -> [Illustration] {
    let subject = try sources.newSubject()
    let net = try pretrained(subject, sources)
    let test = try sources.data.test()
    let images = test.pixels(in: 0..<shown)
    let (codes, again) = try passes(images, net, subject)
    return [
      .words(
        "Learnt from \(unlabeled) images. Above are test images, below what your decoder makes of their "
          + "codes: \(codes.shape[1]) numbers in the place of \(images.count / shown) pixels."),
      .images(
        (0..<shown).compactMap { i in
          pair(images.row(i), again.row(i)).map {
            Illustration.Shown(
              $0, test.classNames[test.labels[i]],
              showing: "Test image \(i), and what the autoencoder makes of it", scale: 3)
          }
        }),
      .chart(
        Chart(
          "Loss of each epoch", x: "epoch", y: "mean squared error",
          [.init("training", net.losses.enumerated().map { Chart.Point(Double($0 + 1), $1) })],
          isWhole: true)),
      .heading("What the first units look for"),
      .words("The weights of each unit of the first layer. Grey is 0."),
      .images(units(net.parameters.tensors[0], like: test.imageShape)),
    ]
  }

  @Sendable static func denoised(_ sources: PictureSources) throws -> [Illustration] {
    let subject = try sources.newSubject()
    let images = try sources.data.test().pixels(in: 0..<shown)
    let (p, other) = (0.3, 0.6)
    let spoiled = try [p, other].map { p in
      try subject.ask(.corrupted, [ChanceInput([images], amount: p, seed: sources.seed)])[0].tensors
    }
    guard spoiled.allSatisfy({ $0.count == 1 && $0[0].shape == images.shape }) else {
      throw NothingToShow("Your corrupted gave images of another shape than \(images.shape).")
    }
    let net = try pretrained(subject, sources)
    return [
      .words(
        "Above the image, in the middle what your corrupted leaves of it, below what your autoencoder "
          + "makes of that. How well it does depends on what it was shown when it learnt.")
    ]
      + (try zip([p, other], spoiled).flatMap { p, spoiled -> [Illustration] in
        let again = try passes(spoiled[0], net, subject).again
        return [
          .heading("\(percent(p)) of the pixels set to 0"),
          .images(
            (0..<shown).compactMap { i in
              pair(images.row(i), spoiled[0].row(i), again.row(i)).map {
                Illustration.Shown(
                  $0, showing: "Test image \(i), spoiled, and what the autoencoder makes of it",
                  scale: 3)
              }
            }),
        ]
      })
  }

  /// The student's autoencoder, after it has learnt as their settings say.
  private static func pretrained(_ subject: any Subject, _ sources: PictureSources) throws
    -> PretrainedNet
  {
    let images = try sources.data.fewLabels(perClass: 0, unlabeled: unlabeled, seed: sources.seed)
      .unlabeled
    let net = try subject.ask(
      .pretrained, [PretrainingInput(images.asked, seed: sources.seed)], limits: .longTraining)[0]
    let inputs = images.shape.reduce(1, *)
    guard let first = net.parameters.tensors.first, first.rank == 2, first.shape[0] == inputs else {
      throw NothingToShow("Your autoencoder does not begin with a layer of \(inputs) inputs.")
    }
    return net
  }

  /// The codes of images, and the images that come of them.
  private static func passes(
    _ images: Tensor, _ net: PretrainedNet, _ subject: any Subject
  ) throws -> (codes: Tensor, again: Tensor) {
    let rows = images.reshaped(to: [images.shape[0], -1])
    func ask(
      _ question: Question<LayerRun<AutoencoderInput>, LayerTrace<Tensor, NoGradients>>, _ x: Tensor
    )
      throws -> Tensor?
    {
      let input = AutoencoderInput(net.parameters.tensors, x: x, target: x)
      return try subject.ask(question, [LayerRun([input])], limits: .training)[0].outputs.first
    }
    guard let codes = try ask(.encoded, rows), codes.rank == 2, codes.shape[0] == rows.shape[0],
      let again = try ask(.decoded, codes), again.shape == rows.shape
    else {
      throw NothingToShow("What came out of your autoencoder has another shape than its images.")
    }
    return (codes, again.reshaped(to: images.shape))
  }

  private static func units(_ weights: Tensor, like shape: [Int]) -> [Illustration.Shown] {
    let columns = weights.transposed()
    return (0..<min(32, columns.shape[0])).compactMap { i in
      PixelImage(around0: columns.row(i).reshaped(to: shape)).map {
        Illustration.Shown($0, "\(i)", showing: "The weights of unit \(i)", scale: 2)
      }
    }
  }

  /// Images `[C, H, W]` one above the other.
  private static func pair(_ images: Tensor...) -> PixelImage? {
    PixelImage(Tensor(concatenating: images, along: 1), from: 0, to: 1)
  }
}

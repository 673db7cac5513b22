import Doorway
import Grading
import Tensors

let randomChecks = [
  Check(
    "03.flip.images",
    claim: "what comes out is the image or its mirror image, left to right",
    points: 3,
    hints: [
      "Of [C, H, W], along which axis does one go from left to right?",
      "With probability 1 every image is mirrored, with 0 none.",
    ]
  ) { exam in
    for shape in [[3, 2, 4], [1, 3, 3], [2, 3, 1]] {
      let image = exam.normal(shape, deviation: 40)
      let mirrored = image.flipped(along: [2])
      for (probability, expected) in [(1.0, mirrored), (0, image)] {
        let input = RandomRun(.flip(probability: probability), of: image, count: 6, seed: exam.seed)
        let seen = try exam.draws(input)
        exam.expect(
          seen, toBe: seen.images.map { _ in expected } + [image], of: .randomTransform, input)
      }
    }
    let images = [[3, 2, 4], [1, 3, 3], [2, 3, 1]].map { exam.normal($0) }
    let runs = images.map {
      RandomRun(.flip(probability: 0.5), of: $0, count: 12, seed: exam.seed)
    }
    for ((image, run), seen) in zip(zip(images, runs), try exam.draws(runs)) {
      try exam.about(.randomTransform, run) {
        let mirrored = image.flipped(along: [2])
        try exam.expect(
          seen.images.allSatisfy { $0.isSame(as: image) || $0.isSame(as: mirrored) },
          "an image [C, H, W] = \(image.shape) came out that is neither the image nor its mirror image"
        )
      }
    }
  },

  Check(
    "03.flip.chance",
    claim: "so many images are mirrored as the probability says, each decided for itself",
    points: 2, buildsOn: ["03.flip.images"],
    hints: [
      "A number drawn from 0 ..< 1 is below p with probability p.",
      "Draw for every image, from the generator that you were given.",
    ]
  ) { exam in
    let image = exam.normal([1, 1, 2])
    let n = 2000
    // Some that are near to others, to 0 and to 1.
    let (chances, certain) = ([0.5, 0.2, 0.96, 0.04], [1.0, 0])
    let all = try exam.draws(
      (chances + certain).map {
        RandomRun(.flip(probability: $0), of: image, count: n, seed: exam.seed)
      })
    for (probability, seen) in zip(chances, all) {
      let flips = seen.images.map { !$0.isSame(as: image) }
      try exam.expectAbout(
        flips.count { $0 }, of: n, probability,
        "images were mirrored with probability \(probability)")
      // Of two in a row, one is mirrored and one not. No image is in two pairs at a time: such pairs
      // would depend on each other, and differ more often than chance has it.
      for start in [0, 1] {
        let pairs = stride(from: start, to: n - 1, by: 2)
        try exam.expectAbout(
          pairs.count { flips[$0] != flips[$0 + 1] }, of: n / 2 - start,
          2 * probability * (1 - probability), "pairs of neighbours differ in being mirrored")
      }
    }
    // What is certain happens every time.
    for (probability, seen) in zip(certain, all.suffix(2)) {
      let expected = probability == 1 ? image.flipped(along: [2]) : image
      let count = seen.images.count { $0.isSame(as: expected) }
      try exam.expect(
        count == n,
        "with probability \(probability), \(count) of \(n) images were "
          + (probability == 1 ? "mirrored" : "left as they are") + ", expected all")
    }
    try exam.expectSeeds(RandomRun(.flip(probability: 0.5), of: image, count: 60, seed: exam.seed))
  },

  Check(
    "03.crop.pieces",
    claim: "what comes out is exactly a piece of the image with zeros around it",
    points: 4,
    hints: [
      "padded(by:) takes a width for each axis. How many for the channels?",
      "Rows are cut along axis 1, columns along axis 2. Transposing brings an axis to the front.",
    ]
  ) { exam in
    let crops = exam.crops()
    let runs = crops.map { RandomRun($0.kind, of: $0.image, count: 20, seed: exam.seed) }
    for ((crop, run), seen) in zip(zip(crops, runs), try exam.draws(runs)) {
      try exam.about(.randomTransform, run) {
        let shape = crop.shape
        if let wrong = seen.images.first(where: { $0.shape != shape }) {
          try exam.expect(false, "the piece is \(wrong.shape), expected \(shape)")
        }
        try exam.expect(
          seen.images.allSatisfy { crop.place(of: $0) != nil },
          "what came out is no piece of the image with zeros around it")
        try exam.expect(seen.original.isSame(as: crop.image), "the image that went in was changed")
      }
    }
  },

  Check(
    "03.crop.offsets",
    claim: "every place is reached, and all equally often",
    points: 3, buildsOn: ["03.crop.pieces"],
    hints: [
      "A piece of 3 rows of 5: it can begin in rows 0, 1 and 2.",
      "Height and width are drawn apart from each other.",
    ]
  ) { exam in
    let crops = exam.crops().filter { $0.placeCount > 1 }
    let runs = crops.map {
      RandomRun($0.kind, of: $0.image, count: 200 * $0.placeCount, seed: exam.seed)
    }
    for ((crop, run), seen) in zip(zip(crops, runs), try exam.draws(runs)) {
      try exam.about(.randomTransform, run) {
        let n = seen.images.count
        let places = seen.images.map { crop.place(of: $0) ?? -1 }
        try exam.expectEven(
          (0..<crop.placeCount).map { place in places.count { $0 == place } }, of: n,
          1 / Double(crop.placeCount), freedom: crop.placeCount - 1
        ) { "pieces begin at row \($0 / crop.columns), column \($0 % crop.columns)" }
        let again = zip(places, places.dropFirst()).count { $0 == $1 }
        try exam.expectAbout(
          again, of: n, 1 / Double(crop.placeCount), "pieces begin where the one before began")
        let rows = crop.placeCount / crop.columns
        guard rows == crop.columns else { return }
        let turned = zip(places, places.dropFirst()).count { $0 % rows == $1 / rows }
        try exam.expectAbout(
          turned, of: n, 1 / Double(rows),
          "pieces begin in the row that was the column of the one before")
      }
    }
    try exam.expectSeeds(RandomRun(crops[0].kind, of: crops[0].image, count: 30, seed: exam.seed))
  },
]

extension Tensor {
  /// Whether shape and entries are equal, of whatever type.
  func isSame(as other: Tensor) -> Bool {
    shape == other.shape && scalars == other.scalars
  }
}

extension Examination {
  fileprivate func draws(_ input: RandomRun) throws -> DrawnImages {
    let seen = try ask(.randomTransform, input)
    try require(seen.images.count == input.count)
    return seen
  }

  /// Takes down all of them before anything is claimed of one: a mistake has to foretell them all.
  fileprivate func draws(_ inputs: [RandomRun]) throws -> [DrawnImages] {
    try inputs.map { input in
      let seen = try draws(input)
      note(seen, of: .randomTransform, input)
      return seen
    }
  }

  /// Expects the same draws of the same seed, and others of another.
  fileprivate func expectSeeds(_ input: RandomRun) throws {
    var other = input
    other.seed &+= 1
    let (first, second, third) = (try draws(input), try draws(input), try draws(other))
    for (seen, input) in [(first, input), (second, input), (third, other)] {
      note(seen, of: .randomTransform, input)
    }
    func entries(_ seen: DrawnImages) -> [[Double]] { seen.images.map(\.scalars) }
    try expect(
      entries(first) == entries(second), "the same generator gave other images the second time")
    try expect(entries(first) != entries(third), "another generator gave the same images")
  }

  fileprivate func crops() -> [Crop] {
    [
      Crop(normal([2, 3, 4], deviation: 40), height: 3, width: 4, padding: 1),
      // Of the same sizes, and another.
      Crop(normal([2, 3, 4]), height: 3, width: 4, padding: 1),
      Crop(normal([1, 3, 3]), height: 2, width: 4, padding: 1),
      Crop(normal([3, 4, 2]), height: 2, width: 1, padding: 0),
      Crop(normal([1, 2, 2]), height: 2, width: 2, padding: 1),
      Crop(normal([2, 3, 2]), height: 3, width: 2, padding: 0),
      Crop(normal([1, 2, 8]), height: 2, width: 4, padding: 0),
    ]
  }
}

/// A crop of an image of which no entry is 0, so that every piece says where it comes from.
private struct Crop {
  let image: Tensor
  let shape: [Int]
  let padding: Int
  private let places: [[Double]: Int]
  let columns: Int

  init(_ image: Tensor, height: Int, width: Int, padding: Int) {
    self.image = image
    self.padding = padding
    shape = [image.shape[0], height, width]
    let framed = image.padded(by: [0, padding, padding])
    let windows = framed.windows(of: [height, width]).transposed(permuting: [1, 2, 0, 3, 4])
    columns = windows.shape[1]
    var places: [[Double]: Int] = [:]
    for top in 0..<windows.shape[0] {
      for left in 0..<windows.shape[1] {
        places[windows.row(top).row(left).scalars] = top * windows.shape[1] + left
      }
    }
    self.places = places
  }

  var kind: RandomRun.Kind { .crop(height: shape[1], width: shape[2], padding: padding) }
  var placeCount: Int { places.count }
  func place(of piece: Tensor) -> Int? { piece.shape == shape ? places[piece.scalars] : nil }
}

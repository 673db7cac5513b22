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
      let image = exam.normal(shape)
      let mirrored = image.flipped(along: [2])
      for (probability, expected) in [(1.0, mirrored), (0, image)] {
        let input = RandomRun(.flip(probability: probability), of: image, count: 6, seed: exam.seed)
        let seen = try exam.draws(input)
        exam.expect(
          seen, toBe: seen.images.map { _ in expected } + [image], of: .randomTransform, input)
      }
      let input = RandomRun(.flip(probability: 0.5), of: image, count: 12, seed: exam.seed)
      let seen = try exam.draws(input)
      exam.note(seen, of: .randomTransform, input)
      try exam.expect(
        seen.images.allSatisfy { $0.isSame(as: image) || $0.isSame(as: mirrored) },
        "an image [C, H, W] = \(shape) came out that is neither the image nor its mirror image")
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
    for probability in [0.5, 0.2, 0.96, 0.04] {
      let input = RandomRun(.flip(probability: probability), of: image, count: n, seed: exam.seed)
      let seen = try exam.draws(input)
      exam.note(seen, of: .randomTransform, input)
      let flips = seen.images.map { !$0.isSame(as: image) }
      try exam.expectAbout(
        flips.count { $0 }, of: n, probability,
        "images were mirrored with probability \(probability)")
      // Of two in a row, one is mirrored and one not.
      let changes = zip(flips, flips.dropFirst()).count { $0 != $1 }
      try exam.expectAbout(
        changes, of: n, 2 * probability * (1 - probability), "neighbours differ in being mirrored")
    }
    // What is certain happens every time.
    for (probability, expected) in [(1.0, image.flipped(along: [2])), (0, image)] {
      let input = RandomRun(.flip(probability: probability), of: image, count: n, seed: exam.seed)
      let seen = try exam.draws(input)
      exam.note(seen, of: .randomTransform, input)
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
    for crop in exam.crops() {
      let input = RandomRun(crop.kind, of: crop.image, count: 20, seed: exam.seed)
      let seen = try exam.draws(input)
      exam.note(seen, of: .randomTransform, input)
      let shape = crop.shape
      if let wrong = seen.images.first(where: { $0.shape != shape }) {
        try exam.expect(false, "the piece is \(wrong.shape), expected \(shape)")
      }
      try exam.expect(
        seen.images.allSatisfy { crop.place(of: $0) != nil },
        "what came out is no piece of the image with zeros around it")
      try exam.expect(seen.original.isSame(as: crop.image), "the image that went in was changed")
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
    for crop in exam.crops() where crop.placeCount > 1 {
      let n = 80 * crop.placeCount
      let input = RandomRun(crop.kind, of: crop.image, count: n, seed: exam.seed)
      let seen = try exam.draws(input)
      exam.note(seen, of: .randomTransform, input)
      let places = seen.images.map { crop.place(of: $0) ?? -1 }
      for place in 0..<crop.placeCount {
        try exam.expectAbout(
          places.count { $0 == place }, of: n, 1 / Double(crop.placeCount),
          "pieces begin at row \(place / crop.columns), column \(place % crop.columns)")
      }
      let again = zip(places, places.dropFirst()).count { $0 == $1 }
      try exam.expectAbout(
        again, of: n, 1 / Double(crop.placeCount), "pieces begin where the one before began")
    }
    let crop = exam.crops()[0]
    try exam.expectSeeds(RandomRun(crop.kind, of: crop.image, count: 30, seed: exam.seed))
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
      Crop(normal([2, 3, 4]), height: 3, width: 4, padding: 1),
      Crop(normal([1, 3, 3]), height: 2, width: 4, padding: 1),
      Crop(normal([3, 4, 2]), height: 2, width: 1, padding: 0),
      Crop(normal([1, 2, 2]), height: 2, width: 2, padding: 1),
      Crop(normal([2, 3, 2]), height: 3, width: 2, padding: 0),
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
    let padded = image.padded(by: [0, padding, padding])
    let windows = padded.windows(of: [height, width]).transposed(permuting: [1, 2, 0, 3, 4])
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

import Datasets
import Testing

@Suite("The synthetic scenes")
struct SyntheticScenesTests {
  func bytes(_ set: LabeledScenes) -> [UInt8] { set.images.bytes(in: 0..<set.count) }

  @Test("are the same on every machine")
  func sameEverywhere() {
    let set = SyntheticScenes.training(count: 20, seed: 1)
    let labels = set.labels.map { UInt8(truncatingIfNeeded: $0) }
    #expect(Digest(bytes(set) + labels).description == digest)
  }

  /// Of the first twenty training scenes of seed 1.
  let digest = "882f77a2d0a1b5825fc8cec59c7ceee0c2f74f6afb3a6ee3db37ffbd3b577017"

  @Test("have a label for every pixel, and begin with those of a smaller count")
  func labels() {
    let set = SyntheticScenes.training(count: 9, seed: 3)
    #expect(set.images.shape == [3, 24, 24] && set.count == 9)
    #expect(set.labels.count == 9 * 24 * 24)
    #expect(set.labels.allSatisfy { (-1..<set.classNames.count).contains($0) })
    let first = SyntheticScenes.training(count: 4, seed: 3)
    #expect(bytes(first) == set.images.bytes(in: 0..<4))
    #expect(first.labels == set.labels(at: [0, 1, 2, 3]))
    #expect(set.labels(at: [5, 2]) == set.labels(at: [5]) + set.labels(at: [2]))
  }

  @Test("are others under another seed, and others to test on, and no two are alike")
  func different() {
    let sets = [
      SyntheticScenes.training(count: 60, seed: 1), SyntheticScenes.training(count: 60, seed: 2),
      SyntheticScenes.test(count: 60, seed: 1),
    ]
    let images = sets.flatMap { set in (0..<60).map { set.images.bytes(in: $0..<$0 + 1) } }
    #expect(Set(images).count == 180)
  }

  @Test(
    "are ground at 45 % of the pixels that count, and edges at a quarter of all", arguments: 1...3)
  func shares(seed: UInt64) {
    let set = SyntheticScenes.test(count: 300, seed: seed)
    let kept = set.labels.filter { $0 != LabeledScenes.ignored }
    func share(_ label: Int) -> Double {
      Double(kept.count { $0 == label }) / Double(kept.count)
    }
    #expect((0.435...0.46).contains(share(0)), "\(share(0))")
    for label in 1..<6 {
      #expect((0.05...0.17).contains(share(label)), "\(label): \(share(label))")
    }
    #expect((0.24...0.28).contains(1 - Double(kept.count) / Double(set.labels.count)))
  }

  @Test("surround what belongs to something else by pixels to be ignored")
  func edges() {
    let set = SyntheticScenes.training(count: 30, seed: 5)
    for scene in 0..<30 {
      let labels = set.labels(at: [scene])
      for i in labels.indices where labels[i] != LabeledScenes.ignored {
        let neighbours = (i % 24 < 23 ? [i + 1] : []) + (i < 23 * 24 ? [i + 24] : [])
        for j in neighbours where labels[j] != LabeledScenes.ignored {
          #expect(labels[j] == labels[i], "scene \(scene), pixels \(i) and \(j)")
        }
      }
    }
  }
}

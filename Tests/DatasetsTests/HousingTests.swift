import Tensors
import Testing

@testable import Datasets

@Suite("The houses made by code")
struct HousingTests {
  @Test("The same seed makes the same houses, another seed others, on every machine")
  func isDeterministic() {
    let houses = Housing(count: 50, seed: 7)
    #expect(houses.features == Housing(count: 50, seed: 7).features)
    #expect(houses.prices == Housing(count: 50, seed: 7).prices)
    #expect(houses.features != Housing(count: 50, seed: 8).features)
    #expect(houses.features == Housing(count: 80, seed: 7).features[..<50])
    #expect(houses.features.row(0).scalars == [87, 95, 25.2])
    #expect(houses.prices[0] == 66.4)
  }

  @Test("Areas are skewed to the large, and prices are noisy and above 0")
  func looksLikeHouses() {
    let houses = Housing(count: 4000, seed: 1)
    let areas = houses.features.transposed().row(0)
    let centered = areas - areas.mean()
    let deviation = (centered * centered).mean().squareRoot()
    let skew = pow(centered, 3).mean() / pow(deviation, 3)
    #expect((1.2...2).contains(skew), "\(skew)")
    #expect(areas.min() >= 40)
    #expect(houses.prices.min() > 0)
    // The most expensive of the cheap houses is larger than the smallest of the expensive ones.
    let (features, labels) = houses.cheapAndDear()
    let area = features.transposed().row(0).scalars
    let cheap = zip(area, labels).filter { $0.1 == 0 }.map(\.0)
    let expensive = zip(area, labels).filter { $0.1 == 1 }.map(\.0)
    #expect(cheap.max() ?? 0 > expensive.min() ?? 0)
  }

  @Test("Percentiles are NumPy's, and three tenths of the houses are cheap, three expensive")
  func binarizesAsTheOriginal() {
    let houses = Housing(count: 1000, seed: 3)
    let (features, labels) = houses.cheapAndDear()
    #expect(features.shape == [600, 3])
    #expect(labels.count { $0 == 1 } == 300)
    #expect(houses.percentile(0) == houses.prices.min())
    #expect(houses.percentile(100) == houses.prices.max())
    let few = Housing(count: 4, seed: 3)
    let sorted = few.prices.scalars.sorted()
    #expect(abs(few.percentile(30) - (0.1 * sorted[0] + 0.9 * sorted[1])) < 1e-9)
  }
}

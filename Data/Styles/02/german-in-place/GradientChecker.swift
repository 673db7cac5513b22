import Tensors

public func relativeError(_ a: Tensor, _ b: Tensor, floor: Double = 0) -> Double {
  guard a.shape == b.shape else { return .infinity }
  var schlimmster = 0.0
  for (links, rechts) in zip(a.scalars, b.scalars) {
    let abstand = abs(links - rechts)
    let groesse = max(abs(links), abs(rechts), floor)
    let fehler = abstand == 0 && groesse.isFinite ? 0 : abstand / groesse
    guard fehler.isFinite, links.isFinite, rechts.isFinite else { return .infinity }
    schlimmster = max(schlimmster, fehler)
  }
  return schlimmster
}

public func isBackwardRight(
  of layer: any Layer, at x: Tensor, using generator: inout some RandomNumberGenerator
) -> Bool {
  let (ausgabe, speicher) = layer.forward(x)
  let zahlen = (0..<ausgabe.count).map { _ in Tensor(normal: [1], using: &generator).scalar }
  let ankommend = Tensor(shape: ausgabe.shape, scalars: zahlen)
  let gemessen = gradient(of: { (ankommend * layer.forward($0).output).sum() }, at: x, step: 1e-5)
  let behauptet = layer.backward(ankommend, cache: speicher)
  return relativeError(behauptet, gemessen, floor: 1e-3) < 1e-4
}

import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  // Die Zeilen bleiben, die Spalten gehen.
  let spalten = Double(x.shape[1])
  let summen = x.sum(along: 1)
  return summen / spalten
}

public func centeredRows(_ x: Tensor) -> Tensor {
  let anzahl = x.shape[0]
  let mittel = rowMeans(x).reshaped(to: [anzahl, 1])
  let zentriert = x - mittel
  return zentriert
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  let größe = Double(x.shape[0])
  let mittel = x.sum(along: 0, keepingAxis: true) / größe
  let abweichung = x - mittel
  let streuung = pow(abweichung, 2).sum(along: 0, keepingAxis: true) / größe
  let wurzel = sqrt(streuung + epsilon)
  return abweichung / wurzel
}

import Tensors

public func relativeError(_ a: Tensor, _ b: Tensor, floor: Double = 0) -> Double {
  if a.shape != b.shape {return .infinity}
  if a.count==0 {return 0}
  let size=max(max(abs(a),abs(b)),floor)
  if !size.scalars.allSatisfy({$0.isFinite}) || !(a.scalars.allSatisfy{$0.isFinite}) || !(b.scalars.allSatisfy{$0.isFinite}) {return .infinity}
  let gap=abs(a-b)
  return (gap/size.replacing(with:1,where:gap .== 0)).max()
}

public func isBackwardRight(
  of layer: any Layer, at x: Tensor, using generator: inout some RandomNumberGenerator
) -> Bool {
  let(o,c)=layer.forward(x)
  let u=Tensor(normal:[o.count],using:&generator).reshaped(to:o.shape)
  let g=layer.backward(u,cache:c)
  if g.shape != x.shape {return false}
  return relativeError(g,gradient(of:{(layer.forward($0).output*u).sum()},at:x,step:1e-5),floor:1e-3)<1e-4
}

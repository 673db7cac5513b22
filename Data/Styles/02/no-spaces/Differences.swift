import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  ( f( x+step )-f( x-step ) )
    /
  ( 2*step )
}

public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  let s=x.scalars
  var up=[Double](),down=[Double]()
  for i in 0..<s.count { var t=s; t[i]+=step; up.append(f(Tensor(shape:x.shape,scalars:t))) }
  for i in 0..<s.count { var t=s; t[i]-=step; down.append(f(Tensor(shape:x.shape,scalars:t))) }
  return (Tensor(shape:x.shape,scalars:up)-Tensor(shape:x.shape,scalars:down))/(2*step)
}

public func directionalDerivative(
  of f: (Tensor) -> Double, at x: Tensor, along v: Tensor, step: Double
) -> Double {
  let a=zip(x.scalars,v.scalars).map{$0+step*$1},b=zip(x.scalars,v.scalars).map{$0-step*$1}
  return (f(Tensor(shape:x.shape,scalars:a))-f(Tensor(shape:x.shape,scalars:b)))/(2*step)
}

public func errorSlope(
  of f: (Double) -> Double, exact: (Double) -> Double, at points: [Double], steps a: Double,
  _ b: Double
) -> Double {
  func E(_ h:Double)->Double{Tensor(points.map{abs(derivative(of:f,at:$0,step:h)-exact($0))}).mean()}
  return log2(E(b)/E(a))/log2(b/a)
}

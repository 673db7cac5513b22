import Tensors

public enum MatrixProduct {
  public static func gradientsByLoops(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    var a=Tensor(zerosLike:x),b=Tensor(zerosLike:weights)
    for d in 0..<weights.shape[0]{for m in 0..<weights.shape[1]{for n in 0..<x.shape[0]{
      let u=upstream[n,m]
      if u==0{continue}
      a[n,d]=a[n,d]+u*weights[d,m];b[d,m]=b[d,m]+u*x[n,d]}}}
    return(a,b)
  }

  public static func gradients(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    let T={(t:Tensor)in t.transposed()}
    return(upstream.matmul(T(weights)),T(x).matmul(upstream))
  }
}

public enum Contraction {
  public static func gradientsByLoops(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    var da = Tensor(zeros: a.shape);
    var db = Tensor(zeros: b.shape);
    var dw = Tensor(zeros: weights.shape);
    for n in 0..<a.shape[0] {
      for k in 0..<weights.shape[2] {
        for i in 0..<weights.shape[0] {
          for j in 0..<weights.shape[1] {
            da[n, i] += upstream[n, k] * weights[i, j, k] * b[n, j];
            db[n, j] += upstream[n, k] * weights[i, j, k] * a[n, i];
            dw[i, j, k] += upstream[n, k] * a[n, i] * b[n, j];
          }
        }
      }
    }
    return (a: da, b: db, weights: dw);
  }

  public static func gradients(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    let N = a.shape[0], I = weights.shape[0], J = weights.shape[1], K = weights.shape[2];
    let bu = (b.reshaped(to: [N, J, 1]) * upstream.reshaped(to: [N, 1, K])).reshaped(to: [N, J * K]);
    let au = (a.reshaped(to: [N, I, 1]) * upstream.reshaped(to: [N, 1, K])).reshaped(to: [N, I * K]);
    let da = bu.matmul(weights.reshaped(to: [I, J * K]).transposed());
    let db = au.matmul(weights.transposed(permuting: [0, 2, 1]).reshaped(to: [I * K, J]));
    let dw = a.transposed().matmul(bu).reshaped(to: [I, J, K]);
    return (a: da, b: db, weights: dw);
  }
}

import Tensors

public enum QuadraticForm {
  public static func value(_ x: Tensor, matrix: Tensor) -> Double {
    (x * matrix.matmul(x)).sum()
  }

  public static func gradients(_ x: Tensor, matrix: Tensor) -> (x: Tensor, matrix: Tensor) {
    let n=x.count,c=x.expandingAxis(at:1)
    return(x:((matrix+matrix.transposed())*x).sum(along:1),matrix:(c*x).reshaped(to:[n,n]))
  }
}

public enum LogSumExp {
  public static func value(_ x: Tensor) -> Double {
    x.max()+log(exp(x-x.max()).sum())
  }

  public static func gradient(_ x: Tensor) -> Tensor {
    let e=exp(x-x.max());return (1/e.sum())*e
  }
}

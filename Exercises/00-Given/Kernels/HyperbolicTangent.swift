// tanh x = t / (t + 2) with t = e^2x - 1, which keeps every digit near 0; the sign is put back at
// the end, so that tanh(-0.0) is -0.0.

extension Float {
  @inline(__always)
  public var hyperbolicTangent: Float {
    let magnitude = Float(bitPattern: bitPattern & 0x7fff_ffff)
    // From 9.02 on the result is 1 to the last bit.
    let x: Float = 2 * (10 < magnitude ? 10 : magnitude)
    let n = x.multiplesOfLogarithmOfTwo
    let scale = Float(bitPattern: (n.bits &+ 127) << 23)
    let p = x.reduced(by: n.value).exponentialMinusOne
    let t = (scale - 1).plus(scale, times: p)
    return Float(bitPattern: (t / (t + 2)).bitPattern | (bitPattern & 0x8000_0000))
  }
}

extension Double {
  @inline(__always)
  public var hyperbolicTangent: Double {
    let magnitude = Double(bitPattern: bitPattern & 0x7fff_ffff_ffff_ffff)
    // From 19.07 on the result is 1 to the last bit.
    let x: Double = 2 * (20 < magnitude ? 20 : magnitude)
    let n = x.multiplesOfLogarithmOfTwo
    let scale = Double(bitPattern: (n.bits &+ 1023) << 52)
    let p = x.reduced(by: n.value).exponentialMinusOne
    let t = (scale - 1).plus(scale, times: p)
    return Double(bitPattern: (t / (t + 2)).bitPattern | (bitPattern & 0x8000_0000_0000_0000))
  }
}

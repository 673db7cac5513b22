// e^x as 2^n * e^r, with n the integer nearest to x / ln 2 and |r| <= ln 2 / 2, after W. J. Cody
// and W. Waite, Software Manual for the Elementary Functions (1980), chapter 6. The functions
// are straight lines of arithmetic, so that a loop around them becomes vector instructions.

extension Float {
  @inline(__always)
  public var exponential: Float {
    // Comparisons are false for NaN, which therefore passes through.
    let low: Float = self < -104 ? -104 : self
    let x: Float = low > 89 ? 89 : low
    let n = x.multiplesOfLogarithmOfTwo
    let r = x.reduced(by: n)
    let e = 1 + r.exponentialMinusOne
    // In two steps, since 2^n alone leaves the range of exponents where the result is subnormal.
    let half = (n * 0.5).roundedToInteger
    return e * half.powerOfTwo * (n - half).powerOfTwo
  }

  /// The integer nearest to `self / ln 2`.
  @inline(__always)
  var multiplesOfLogarithmOfTwo: Float { (self * 1.442_695).roundedToInteger }

  /// `self - n * ln 2`, with ln 2 in two parts.
  @inline(__always)
  func reduced(by n: Float) -> Float {
    plus(-n, times: 0x1.62e4p-1).plus(-n, times: 0x1.7f7d1cp-20)
  }

  /// `e^self - 1` for `|self| <= ln 2 / 2`, by its Taylor polynomial.
  @inline(__always)
  var exponentialMinusOne: Float {
    var p: Float = 1 / 5040
    p = (1 / 720 as Float).plus(p, times: self)
    p = (1 / 120 as Float).plus(p, times: self)
    p = (1 / 24 as Float).plus(p, times: self)
    p = (1 / 6 as Float).plus(p, times: self)
    p = (1 / 2 as Float).plus(p, times: self)
    return plus(p, times: self * self)
  }

  /// The nearest integer, for `|self| < 2^22`: adding 1.5 * 2^23 leaves no bits for a fraction.
  @inline(__always)
  var roundedToInteger: Float { (self + 0x1.8p23) - 0x1.8p23 }

  /// 2 to the power of an integer from -126 to 127.
  @inline(__always)
  var powerOfTwo: Float { Float(bitPattern: (self + (0x1.8p23 + 127)).bitPattern << 23) }
}

extension Double {
  @inline(__always)
  public var exponential: Double {
    let low: Double = self < -746 ? -746 : self
    let x: Double = low > 710 ? 710 : low
    let n = x.multiplesOfLogarithmOfTwo
    let r = x.reduced(by: n)
    let e = 1 + r.exponentialMinusOne
    let half = (n * 0.5).roundedToInteger
    return e * half.powerOfTwo * (n - half).powerOfTwo
  }

  @inline(__always)
  var multiplesOfLogarithmOfTwo: Double { (self * 1.442_695_040_888_963_4).roundedToInteger }

  @inline(__always)
  func reduced(by n: Double) -> Double {
    plus(-n, times: 0x1.62e42fee00000p-1).plus(-n, times: 0x1.a39ef35793c76p-33)
  }

  @inline(__always)
  var exponentialMinusOne: Double {
    var p: Double = 1 / 6_227_020_800
    p = (1 / 479_001_600 as Double).plus(p, times: self)
    p = (1 / 39_916_800 as Double).plus(p, times: self)
    p = (1 / 3_628_800 as Double).plus(p, times: self)
    p = (1 / 362_880 as Double).plus(p, times: self)
    p = (1 / 40_320 as Double).plus(p, times: self)
    p = (1 / 5040 as Double).plus(p, times: self)
    p = (1 / 720 as Double).plus(p, times: self)
    p = (1 / 120 as Double).plus(p, times: self)
    p = (1 / 24 as Double).plus(p, times: self)
    p = (1 / 6 as Double).plus(p, times: self)
    p = (1 / 2 as Double).plus(p, times: self)
    return plus(p, times: self * self)
  }

  @inline(__always)
  var roundedToInteger: Double { (self + 0x1.8p52) - 0x1.8p52 }

  @inline(__always)
  var powerOfTwo: Double { Double(bitPattern: (self + (0x1.8p52 + 1023)).bitPattern << 52) }
}

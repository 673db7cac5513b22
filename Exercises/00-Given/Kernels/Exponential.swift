// e^x as 2^n * e^r, with n the integer nearest to x / ln 2 and |r| <= ln 2 / 2, after W. J. Cody
// and W. Waite, Software Manual for the Elementary Functions (1980), chapter 6. The functions
// are straight lines of arithmetic, so that a loop around them becomes vector instructions.

extension Float {
  @inline(__always)
  public var exponential: Float {
    // Comparisons are false for NaN, which therefore passes through.
    let low: Float = self < -104 ? -104 : self
    let x: Float = 89 < low ? 89 : low
    let n = x.multiplesOfLogarithmOfTwo
    let e = 1 + x.reduced(by: n.value).exponentialMinusOne
    // In two factors, since 2^n alone leaves the range of exponents where the result is subnormal.
    let exponents = n.bits &+ 2 * 127
    let half = exponents >> 1
    return e * Float(bitPattern: half << 23) * Float(bitPattern: (exponents &- half) << 23)
  }

  /// The integer nearest to `self / ln 2`, for `|self| < 2^21`, as a number and in two's complement.
  ///
  /// Adding 1.5 * 2^23 leaves no bits for a fraction.
  @inline(__always)
  var multiplesOfLogarithmOfTwo: (value: Float, bits: UInt32) {
    let shifted = (0x1.8p23 as Float).plus(self, times: 1.442_695)
    return (shifted - 0x1.8p23, shifted.bitPattern &- 0x4b40_0000)
  }

  /// `self - n * ln 2`, with ln 2 in two parts.
  @inline(__always)
  func reduced(by n: Float) -> Float {
    plus(-n, times: 0x1.62e4p-1).plus(-n, times: 0x1.7f7d1cp-20)
  }

  /// `e^self - 1` for `|self| <= ln 2 / 2`, by the polynomial whose greatest relative error is least.
  ///
  /// Its parts do not wait for each other, as they would in Horner's scheme.
  @inline(__always)
  var exponentialMinusOne: Float {
    let square = self * self
    let a = (0.5 as Float).plus(0.166_665_43, times: self)
    let b = (0.041_666_28 as Float).plus(0.008_366_59, times: self)
    return plus(a.plus(b.plus(0.001_394_646_2, times: square), times: square), times: square)
  }
}

extension Double {
  @inline(__always)
  public var exponential: Double {
    let low: Double = self < -746 ? -746 : self
    let x: Double = 710 < low ? 710 : low
    let n = x.multiplesOfLogarithmOfTwo
    let e = 1 + x.reduced(by: n.value).exponentialMinusOne
    let exponents = n.bits &+ 2 * 1023
    let half = exponents >> 1
    return e * Double(bitPattern: half << 52) * Double(bitPattern: (exponents &- half) << 52)
  }

  @inline(__always)
  var multiplesOfLogarithmOfTwo: (value: Double, bits: UInt64) {
    let shifted = (0x1.8p52 as Double).plus(self, times: 1.442_695_040_888_963_4)
    return (shifted - 0x1.8p52, shifted.bitPattern &- 0x4338_0000_0000_0000)
  }

  @inline(__always)
  func reduced(by n: Double) -> Double {
    plus(-n, times: 0x1.62e42fee00000p-1).plus(-n, times: 0x1.a39ef35793c76p-33)
  }

  @inline(__always)
  var exponentialMinusOne: Double {
    let square = self * self
    let fourth = square * square
    let a = 0.500_000_000_000_000_6.plus(0.166_666_666_666_666_85, times: self)
    let b = 0.041_666_666_666_573_55.plus(0.008_333_333_333_314_584, times: self)
    let c = 0.001_388_888_893_240_567_5.plus(0.000_198_412_699_030_491_66, times: self)
    let d = 2.480_150_441_192_373_4e-05.plus(2.755_722_793_399_732_3e-06, times: self)
    let e = 2.762_634_066_667_465_7e-07.plus(2.511_448_036_287_717e-08, times: self)
    let high = c.plus(d, times: square).plus(e, times: fourth)
    return plus(a.plus(b, times: square).plus(high, times: fourth), times: square)
  }
}

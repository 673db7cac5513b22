// ln x = k ln 2 + ln m with m between sqrt(1/2) and sqrt(2); ln m from s = (m - 1) / (m + 1) by the
// polynomials of fdlibm's e_log.c (Sun Microsystems, 1993) and FreeBSD's e_logf.c.

extension Float {
  @inline(__always)
  public var naturalLogarithm: Float {
    let isTiny = self < .leastNormalMagnitude
    let x = isTiny ? self * 0x1p25 : self
    // Counted from sqrt(1/2), the exponent's bits turn over where m would pass sqrt(2).
    let bits = x.bitPattern &- 0x3f35_04f3
    let m = Float(bitPattern: (bits & 0x007f_ffff) &+ 0x3f35_04f3)
    // The biased exponent becomes a number by way of the lowest bits of 2^23.
    let biased = Float(bitPattern: ((bits &+ 0x3f80_0000) >> 23) | 0x4b00_0000)
    let k = biased - (isTiny ? 0x1p23 + 127 + 25 : 0x1p23 + 127)
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    var p: Float = 0xf8.9e26p-10
    p = (0x91.e9eep-9 as Float).plus(p, times: z)
    p = (0xcc.ce13p-9 as Float).plus(p, times: z)
    p = (0xaa.aaaap-8 as Float).plus(p, times: z)
    let square = 0.5 * f * f
    let low = (k * 9.058_000_6e-06).plus(s, times: (square).plus(p, times: z))
    let result = (k * 0.693_138_1) - ((square - low) - f)
    let positive = self < .infinity ? result : self
    return self > 0 ? positive : (self == 0 ? -.infinity : .nan)
  }
}

extension Double {
  @inline(__always)
  public var naturalLogarithm: Double { logarithm { $0.plus($1, times: $2) } }

  /// The same to the last bit on all processors, also on one that has no multiply-add, where it takes much
  /// longer: for what is drawn, which a seed has to bring back anywhere.
  public var reproducibleLogarithm: Double { logarithm { $0.addingProduct($1, $2) } }

  /// - Parameter plus: Returns the first number plus the product of the others.
  @inline(__always)
  private func logarithm(_ plus: (Double, Double, Double) -> Double) -> Double {
    let isTiny = self < .leastNormalMagnitude
    let x = isTiny ? self * 0x1p54 : self
    let bits = x.bitPattern &- 0x3fe6_a09e_667f_3bcd
    let m = Double(bitPattern: (bits & 0x000f_ffff_ffff_ffff) &+ 0x3fe6_a09e_667f_3bcd)
    let biased = Double(
      bitPattern: ((bits &+ 0x3ff0_0000_0000_0000) >> 52) | 0x4330_0000_0000_0000)
    let k = biased - (isTiny ? 0x1p52 + 1023 + 54 : 0x1p52 + 1023)
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    var p = 1.479_819_860_511_658_591e-01
    p = plus(1.531_383_769_920_937_332e-01, p, z)
    p = plus(1.818_357_216_161_805_012e-01, p, z)
    p = plus(2.222_219_843_214_978_396e-01, p, z)
    p = plus(2.857_142_874_366_239_149e-01, p, z)
    p = plus(3.999_999_999_940_941_908e-01, p, z)
    p = plus(6.666_666_666_666_735_130e-01, p, z)
    let square = 0.5 * f * f
    let low = plus(k * 1.908_214_929_270_587_700_02e-10, s, plus(square, p, z))
    let result = (k * 6.931_471_803_691_238_164_90e-01) - ((square - low) - f)
    let positive = self < .infinity ? result : self
    return self > 0 ? positive : (self == 0 ? -.infinity : .nan)
  }
}

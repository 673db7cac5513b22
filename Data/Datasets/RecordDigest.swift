/// A number that tells images apart: 64 bits, so that of 60,000 images no two share one by chance
/// (one time in ten thousand million).
///
/// Four lanes of xxHash's round (Yann Collet, https://xxhash.com), stirred by SplitMix64's last
/// steps. It is quick, and no protection against somebody who wants two images to agree.
struct RecordDigest {
  private static let factor: (UInt64, UInt64) = (0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F)

  /// Digests `bytes`, of which there must be a multiple of 32.
  static func digest(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = SIMD4<UInt64>(1, 2, 3, 4)
    var offset = 0
    while offset < bytes.count {
      let words = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      lanes = lanes &+ words &* factor.1
      lanes = (lanes &<< 31 | lanes &>> 33) &* factor.0
      offset += 32
    }
    return (0..<4).reduce(0) { bits, lane in
      var bits = (bits ^ lanes[lane]) &* factor.0
      bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
      return bits ^ bits >> 31
    }
  }
}

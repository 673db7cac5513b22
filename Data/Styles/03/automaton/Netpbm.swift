import Tensors

/// Images in the binary formats PPM (colours, `P6`) and PGM (grey, `P5`).
///
///     P6 <space> width <space> height <space> 255 <one space> pixels
///
/// *Space* is one or more of: a blank, a tab, a line's end, a carriage return; and wherever it
/// stands, but for the last, there may be comments, from a `#` to the end of its line. Numbers are
/// written in decimal digits. Behind the last number stands exactly one byte of space, and then
/// pixel by pixel, row by row from the top: three bytes in a PPM (red, green, blue), one in a PGM.
public enum Netpbm {
	/// What stands before the pixels.
	public struct Header: Sendable, Equatable {
		/// 3 for `P6`, 1 for `P5`.
		public var channels: Int
		public var width: Int
		public var height: Int

		/// The number of the first byte that belongs to a pixel.
		public var start: Int

		public init(channels: Int, width: Int, height: Int, start: Int) {
			self.channels = channels
			self.width = width
			self.height = height
			self.start = start
		}
	}

	/// Returns what the header says.
	///
	/// - Throws: `DataError.notAnImage` unless it begins with `P5` or `P6`, width and height are
	///   above 0 and below 65,536, and the last number is 255.
	public static func header(of bytes: [UInt8]) throws -> Header {
		// states of a small automaton, as in a C++ lexer
		let n = bytes.count;
		if n < 2 || bytes[0] != 0x50 || (bytes[1] != 0x35 && bytes[1] != 0x36) { throw DataError.notAnImage(reason: "magic"); }
		var numbers: [Int] = [];
		var i = 2;
		for _ in 0..<3 {
			let old = i;
			while i < n && (isSpace(bytes[i]) || bytes[i] == comment) {
				if bytes[i] == comment {
					while i < n && bytes[i] != lineEnd { i += 1; }
				} else {
					i += 1;
				}
			}
			if i == old { throw DataError.notAnImage(reason: "space missing"); }
			var v = -1;
			while i < n && bytes[i] >= 0x30 && bytes[i] <= 0x39 {
				v = (v < 0 ? 0 : v) * 10 + Int(bytes[i]) - 0x30;
				if v > 65_535 { throw DataError.notAnImage(reason: "too large"); }
				i += 1;
			}
			if v <= 0 { throw DataError.notAnImage(reason: "no number, or 0"); }
			numbers.append(v);
		}
		if numbers[2] != 255 { throw DataError.notAnImage(reason: "depth"); }
		if i >= n || !isSpace(bytes[i]) { throw DataError.notAnImage(reason: "end"); }
		return Header(channels: bytes[1] == 0x36 ? 3 : 1, width: numbers[0], height: numbers[1], start: i + 1);
	}

	/// Returns the image: `[3, H, W]` of a PPM, `[1, H, W]` of a PGM, each entry 0 to 255.
	///
	/// - Throws: `DataError.notAnImage` where the header is none, or another number of bytes stands
	///   behind it than it says.
	public static func image(from bytes: [UInt8]) throws -> Tensor {
		let head = try header(of: bytes);
		let C = head.channels, H = head.height, W = head.width;
		if bytes.count != head.start + C * H * W { throw DataError.notAnImage(reason: "size"); }
		var out = [Double](repeating: 0.0, count: C * H * W);
		var k = head.start;
		for y in 0..<H {
			for x in 0..<W {
				for c in 0..<C {
					out[c * H * W + y * W + x] = Double(bytes[k]);
					k += 1;
				}
			}
		}
		return Tensor(shape: [C, H, W], scalars: out);
	}

	/// The bytes that begin a comment, and end it.
	static let (comment, lineEnd) = (UInt8(ascii: "#"), UInt8(ascii: "\n"))

	/// Whether the byte is a blank, a tab, a line's end or a carriage return.
	static func isSpace(_ byte: UInt8) -> Bool { [32, 9, 10, 13].contains(byte) }
}

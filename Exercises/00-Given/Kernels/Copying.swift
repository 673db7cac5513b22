/// Copies rows and columns from anywhere in memory to contiguous rows.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func copy<T: Entry>(
  _ source: Strided<T>, rows: Int, columns: Int, to target: UnsafeMutablePointer<T>
) {
  forEachPart(
    rows, columns, nanoseconds: nanoseconds(T.self, rows * columns, each: 0.2)
  ) { rows, part in
    copyPart(
      source.advanced(rows: rows.lowerBound, columns: part.lowerBound), rows.count, part.count,
      Target(start: target + rows.lowerBound * columns + part.lowerBound, rowStride: columns))
  }
}

@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func copyPart<T: Entry>(
  _ source: Strided<T>, _ rows: Int, _ columns: Int, _ target: Target<T>
) {
  if source.columnStride == 1 {
    for row in 0..<rows {
      let x = source.start + row * source.rowStride
      let z = target.start + row * target.rowStride
      if columns < 64 {
        for i in 0..<columns { z[i] = x[i] }
      } else {
        z.update(from: x, count: columns)
      }
    }
    return
  }
  // In squares, so that of a transpose every line of the cache is used up while it is there.
  let side = 16
  for firstRow in stride(from: 0, to: rows, by: side) {
    for firstColumn in stride(from: 0, to: columns, by: side) {
      let corner = source.advanced(rows: firstRow, columns: firstColumn)
      let height = min(side, rows - firstRow)
      transposeRows(
        corner.transposed, rows: min(side, columns - firstColumn), columns: height,
        into: Target(
          start: target.start + (firstRow * target.rowStride + firstColumn),
          rowStride: target.rowStride))
    }
  }
}

/// Writes the same entry `count` times.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func fill<T: Entry>(_ target: UnsafeMutablePointer<T>, count: Int, with entry: T) {
  forEachPart(1, count, nanoseconds: nanoseconds(T.self, count, each: 0.06)) { _, part in
    for i in part { target[i] = entry }
  }
}

/// Copies rows of bytes that lie one after another to rows that begin `stride` bytes apart.
public func copyRows(
  _ source: UnsafeRawPointer, rows: Int, byteCount: Int, to target: UnsafeMutableRawPointer,
  stride: Int
) {
  forEachPart(
    rows, byteCount, nanoseconds: nanoseconds(UInt8.self, rows * byteCount, each: 0.12)
  ) { rows, part in
    for row in rows {
      (target + row * stride + part.lowerBound)
        .copyMemory(from: source + row * byteCount + part.lowerBound, byteCount: part.count)
    }
  }
}

/// Converts `count` contiguous entries, exactly.
public func convert(
  _ source: UnsafePointer<Float>, count: Int, to target: UnsafeMutablePointer<Double>
) {
  forEachPart(1, count, nanoseconds: nanoseconds(Double.self, count, each: 0.15)) { _, part in
    for i in part { target[i] = Double(source[i]) }
  }
}

/// Converts `count` contiguous entries, each to the nearest number.
public func convert(
  _ source: UnsafePointer<Double>, count: Int, to target: UnsafeMutablePointer<Float>
) {
  forEachPart(1, count, nanoseconds: nanoseconds(Double.self, count, each: 0.15)) { _, part in
    for i in part { target[i] = Float(source[i]) }
  }
}

/// Converts `count` bytes.
public func convert(
  _ source: UnsafePointer<UInt8>, count: Int, to target: UnsafeMutablePointer<Float>
) {
  forEachPart(1, count, nanoseconds: nanoseconds(Float.self, count, each: 0.15)) { _, part in
    for i in part { target[i] = Float(source[i]) }
  }
}

/// Converts rows of `width` bytes, each divided by 255.
public func convert(
  _ rows: [UnsafePointer<UInt8>], width: Int, to target: UnsafeMutablePointer<Float>
) {
  forEachPart(
    rows.count, width, nanoseconds: nanoseconds(Float.self, rows.count * width, each: 0.2)
  ) { rowsOfPart, part in
    for row in rowsOfPart {
      let (x, z) = (rows[row], target + row * width)
      for i in part { z[i] = Float(x[i]) / 255 }
    }
  }
}

// The same functions of plain numbers, so that `exp(1.0)` needs no further import beside Tensors.
// They are re-exported rather than written anew: a second `exp` of a `Double` would be ambiguous in
// a file that imports Foundation as well.

#if canImport(Darwin)
  @_exported import func Darwin.cos
  @_exported import func Darwin.erf
  @_exported import func Darwin.exp
  @_exported import func Darwin.floor
  @_exported import func Darwin.log
  @_exported import func Darwin.log1p
  @_exported import func Darwin.log2
  @_exported import func Darwin.pow
  @_exported import func Darwin.sin
  @_exported import func Darwin.sqrt
  @_exported import func Darwin.tanh
#elseif canImport(Musl)
  @_exported import func Musl.cos
  @_exported import func Musl.erf
  @_exported import func Musl.exp
  @_exported import func Musl.floor
  @_exported import func Musl.log
  @_exported import func Musl.log1p
  @_exported import func Musl.log2
  @_exported import func Musl.pow
  @_exported import func Musl.sin
  @_exported import func Musl.sqrt
  @_exported import func Musl.tanh
#else
  @_exported import func Glibc.cos
  @_exported import func Glibc.erf
  @_exported import func Glibc.exp
  @_exported import func Glibc.floor
  @_exported import func Glibc.log
  @_exported import func Glibc.log1p
  @_exported import func Glibc.log2
  @_exported import func Glibc.pow
  @_exported import func Glibc.sin
  @_exported import func Glibc.sqrt
  @_exported import func Glibc.tanh
#endif

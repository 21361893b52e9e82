using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// A max-pool that keeps the index of each maximum, for its gradient. It is a type, larger than <see cref="WithoutArgmax"/>: the JIT knows
/// a size when it reads a condition, and so leaves the indices out of a prediction.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 2)]
internal readonly struct WithArgmax;

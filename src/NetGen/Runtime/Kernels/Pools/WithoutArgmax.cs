using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>A max-pool that keeps no indices. See <see cref="WithArgmax"/>.</summary>
[StructLayout(LayoutKind.Sequential, Size = 1)]
internal readonly struct WithoutArgmax;

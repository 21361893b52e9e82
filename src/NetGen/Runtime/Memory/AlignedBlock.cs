using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// Floats, zero at first, that the garbage collector does not move, beginning at an address that is a multiple of 64 bytes.
/// </summary>
/// <remarks>64 bytes are a cache line and the width of the widest vector: an aligned vector load never touches two lines.</remarks>
internal sealed class AlignedBlock
{
    public const int FloatsPerLine = 16;

    /// <summary>One line to begin at a line, and one behind the end, which the last vector of a tensor may touch.</summary>
    public static readonly int MaxLength = Array.MaxLength - (2 * FloatsPerLine);

    private readonly float[] array;
    private readonly int start;

    /// <exception cref="ArgumentOutOfRangeException">The length is negative or more than an array can hold.</exception>
    public AlignedBlock(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxLength);
        array = GC.AllocateArray<float>((int)length + (2 * FloatsPerLine), pinned: true);
        Length = (int)length;
        start = FloatsToAlignment();
        LargePages.Advise(ref this[0], Length);
    }

    public int Length { get; }

    public Span<float> Span => MemoryMarshal.CreateSpan(ref this[0], Length);

    /// <summary>The float at an offset; the offset after the last is allowed, so that an empty tensor has a place.</summary>
    public ref float this[long offset]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((ulong)offset > (ulong)Length)
                ThrowOutside(offset);
            return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)(start + offset));
        }
    }

    public static int RoundUp(int length) => checked(length + FloatsPerLine - 1) / FloatsPerLine * FloatsPerLine;

    private unsafe int FloatsToAlignment()
    {
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        nuint past = address % (FloatsPerLine * sizeof(float));
        return past == 0 ? 0 : FloatsPerLine - (int)(past / sizeof(float));
    }

    private void ThrowOutside(long offset) =>
        throw new ArgumentOutOfRangeException(
            nameof(offset), offset, $"The block has {Length} floats; expected an offset of 0 to {Length}, got {offset}.");
}

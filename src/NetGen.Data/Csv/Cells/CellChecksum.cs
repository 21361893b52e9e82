using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Data;

/// <summary>A checksum against damage on the disk, of 32 bytes at a time: four lanes of xor and multiply, as FNV-1a has one.</summary>
internal struct CellChecksum
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    /// <summary>The checksum of all that was added.</summary>
    public readonly ulong Value
    {
        get
        {
            ulong value = Step(a, b);
            value = Step(value, c);
            return Step(value, d);
        }
    }

    /// <summary>Adds bytes; all calls but the last have a multiple of 32.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        int i = 0;
        for (; i + 4 <= words.Length; i += 4)
        {
            a = Step(a, words[i]);
            b = Step(b, words[i + 1]);
            c = Step(c, words[i + 2]);
            d = Step(d, words[i + 3]);
        }

        foreach (byte rest in bytes[(i * sizeof(ulong))..])
            a = Step(a, rest + 1UL);
    }

    private static ulong Step(ulong state, ulong word) => BitOperations.RotateLeft((state ^ word) * Prime, 29);
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Data;

/// <summary>A checksum against damage on the disk: four lanes of xor and multiply over 32 bytes, as FNV-1a has one over a byte.</summary>
internal sealed class CellChecksum
{
    private const int BlockLength = 32;
    private const ulong Prime = 0x9E3779B97F4A7C15;

    private Block pending;
    private int pendingLength;
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    /// <summary>The checksum of all that was added, in parts of any length.</summary>
    public ulong Value
    {
        get
        {
            ulong value = a;
            foreach (ulong lane in (ReadOnlySpan<ulong>)[b, c, d])
                value = Step(value, lane);
            foreach (byte rest in ((ReadOnlySpan<byte>)pending)[..pendingLength])
                value = Step(value, rest + 1UL);
            return value;
        }
    }

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        Span<byte> room = pending;
        if (pendingLength > 0)
        {
            int taken = Math.Min(BlockLength - pendingLength, bytes.Length);
            bytes[..taken].CopyTo(room[pendingLength..]);
            pendingLength += taken;
            bytes = bytes[taken..];
            if (pendingLength < BlockLength)
                return;
            AddBlocks(room);
        }

        int whole = bytes.Length - (bytes.Length % BlockLength);
        AddBlocks(bytes[..whole]);
        bytes[whole..].CopyTo(room);
        pendingLength = bytes.Length - whole;
    }

    private void AddBlocks(ReadOnlySpan<byte> blocks)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(blocks);
        for (int i = 0; i + 4 <= words.Length; i += 4)
        {
            a = Step(a, words[i]);
            b = Step(b, words[i + 1]);
            c = Step(c, words[i + 2]);
            d = Step(d, words[i + 3]);
        }
    }

    private static ulong Step(ulong state, ulong word) => BitOperations.RotateLeft((state ^ word) * Prime, 29);

    [InlineArray(BlockLength)]
    private struct Block
    {
        private byte first;
    }
}

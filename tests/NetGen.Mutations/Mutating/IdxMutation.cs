using System.Buffers.Binary;

namespace NetGen.Mutations.Mutating;

/// <summary>Mutates the header of an IDX file.</summary>
internal static class IdxMutation
{
    /// <summary>Mutates a valid file.</summary>
    public static byte[] Of(byte[] file, Draw draw)
    {
        byte[] mutated = [.. file];
        if (draw.OneIn(3))
        {
            int at = draw.Of(2, 3);
            mutated[at] = draw.Of<byte>(0, 1, 2, 3, 4, 5, 8, 9, 11, 12, 13, 14, 255);
            draw.Note($"byte {at} is {mutated[at]}");
            return mutated;
        }

        for (int i = draw.Below(2); i < 2; i++)
        {
            int dimension = draw.Below(file[3]);
            uint size = unchecked((uint)ExtremeNumber.Of(draw));
            draw.Note($"dimension {dimension} is {size}");
            BinaryPrimitives.WriteUInt32BigEndian(mutated.AsSpan(4 + (4 * dimension)), size);
        }

        return mutated;
    }
}

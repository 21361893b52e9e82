using NetGen;

namespace Lecture.Mask;

/// <summary>A picture of 28×28 pixels as 7×7 patches of 4×4, some of which are hidden.</summary>
internal static class Patches
{
    /// <summary>Pixels of a patch along each side.</summary>
    public const int Size = 4;

    /// <summary>Patches of a picture along each side.</summary>
    public const int Side = Mnist.Side / Size;

    /// <summary>Patches of a picture.</summary>
    public const int Count = Side * Side;

    /// <summary>Patches of a picture that are hidden: three of five.</summary>
    public const int Hidden = Count * 3 / 5;

    /// <summary>Hides as many patches, drawn anew.</summary>
    /// <param name="random">Draws them.</param>
    /// <param name="mask">[28, 28]: 1 where a pixel is hidden, else 0.</param>
    public static void Hide(Random random, Span<float> mask)
    {
        Span<int> order = stackalloc int[Count];
        for (int patch = 0; patch < Count; patch++)
            order[patch] = patch;
        random.Shuffle(order);
        mask.Clear();
        foreach (int patch in order[..Hidden])
        {
            int first = (patch / Side * Size * Mnist.Side) + (patch % Side * Size);
            for (int row = 0; row < Size; row++)
                mask.Slice(first + (row * Mnist.Side), Size).Fill(1);
        }
    }
}

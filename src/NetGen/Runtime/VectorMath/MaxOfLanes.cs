using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <content>The greatest lane.</content>
public static partial class VectorMath
{
    /// <summary>The greatest of sixteen lanes.</summary>
    /// <param name="x">The lanes; NaN is the greatest.</param>
    public static float MaxOfLanes(Vector512<float> x) => MaxOfLanes(Max(x.GetLower(), x.GetUpper()));

    /// <summary>The greatest of eight lanes.</summary>
    /// <param name="x">The lanes; NaN is the greatest.</param>
    public static float MaxOfLanes(Vector256<float> x) => MaxOfLanes(Max(x.GetLower(), x.GetUpper()));

    /// <summary>The greatest of four lanes.</summary>
    /// <param name="x">The lanes; NaN is the greatest.</param>
    public static float MaxOfLanes(Vector128<float> x)
    {
        Vector128<float> pairs = Max(x, Vector128.Shuffle(x, Vector128.Create(2, 3, 0, 1)));
        return Max(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}

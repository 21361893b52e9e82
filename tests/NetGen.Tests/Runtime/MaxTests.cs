using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

/// <summary>Maxima and minima of every width beside those of .NET: NaN goes through, from either side and in any lane.</summary>
public class MaxTests
{
    private static readonly float[] Values =
    [
        0, 1, -1, 3, float.Epsilon, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN, -float.NaN,
    ];

    [Fact]
    public void At_every_width() => EveryWidth.Run(Check<SimdScalar, float>);

    private static void Check<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        foreach (float a in Values)
        {
            foreach (float b in Values)
            {
                Same(Math.Max(a, b), S.Max(S.Create(a), S.Create(b)), "Max");
                Same(Math.Min(a, b), S.Min(S.Create(a), S.Create(b)), "Min");
                Same(
                    a > b || float.IsNaN(a) ? 1 : 2, S.SelectGreaterOrNaN(S.Create(a), S.Create(b), S.One, S.Create(2)),
                    "SelectGreaterOrNaN");
                if (!float.IsNaN(b))
                {
                    Same(Math.Max(a, b), S.ClampMin(S.Create(a), S.Create(b)), "ClampMin");
                    Same(Math.Min(a, b), S.ClampMax(S.Create(a), S.Create(b)), "ClampMax");
                }

                foreach (float c in Values)
                    foreach (float d in Values)
                        Same(
                            Math.Max(Math.Max(a, b), Math.Max(c, d)), S.Max(S.Create(a), S.Create(b), S.Create(c), S.Create(d)),
                            $"Max of {c}, {d} and");

                for (int lane = 0; lane < S.Lanes; lane++)
                {
                    float[] lanes = new float[S.Lanes];
                    Array.Fill(lanes, b);
                    lanes[lane] = a;
                    Assert.Equal(S.Lanes == 1 ? a : Math.Max(a, b), S.MaxOfLanes(S.Load(ref lanes[0])));
                }

                void Same(float expected, V actual, string what)
                {
                    for (int lane = 0; lane < S.Lanes; lane++)
                        Assert.True(
                            expected.Equals(Unsafe.Add(ref Unsafe.As<V, float>(ref actual), lane)),
                            $"{what}({a}, {b}) of {typeof(S).Name} is {actual}, not {expected}");
                }
            }
        }
    }
}

using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class VectorMathTests
{
    private static readonly float[] Special =
    [
        0f, -0f, float.Epsilon, -float.Epsilon, 1e-40f, -1e-40f, 1.17549435e-38f, 1f, -1f, 0.625f, 0.85f, 88.72f, 88.73f, -87.34f, -103.9f,
        -104.1f, -150f, 1e10f, -1e10f,
        float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN,
    ];

    public static TheoryData<string> Functions => [.. Elementary.All.Keys];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Is_within_its_error_of_double_precision_over_the_whole_range(string name)
    {
        Elementary function = Elementary.All[name];
        double worst = 0;
        float where = 0;

        // Every 4,001st float, so all exponents and both signs, and evenly spaced ones where the function bends.
        for (long bits = 0; bits <= uint.MaxValue; bits += 4001)
            Check(BitConverter.UInt32BitsToSingle((uint)bits));
        for (float x = -12; x < 12; x += 4.7e-5f)
            Check(x);
        Assert.True(worst <= function.Tolerance, $"{name}({where:R}) is off by {worst:G3}; {function.Tolerance:G3} is promised");

        void Check(float x)
        {
            double exact = function.Exact(x);
            float actual = function.Scalar(x);
            if (double.IsNaN(exact) || !float.IsFinite((float)exact))
            {
                Assert.Equal((float)exact, actual);
                return;
            }

            // A denormal result has fewer bits; it is measured in units of its last place. Or it is left out: then none comes.
            double error = Math.Abs(actual - exact) / Math.Max(Math.Abs(exact), 1.2e-38);
            if (Math.Abs(exact) < 1.2e-38)
                error = actual == 0 || Math.Abs(actual - exact) <= 1.5 * float.Epsilon ? 0 : 1;
            if (error > worst)
                (worst, where) = (error, x);
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_width_gives_the_same_bits(string name) => EveryWidth.Run(SameBits<SimdScalar, float>, name);

    [Fact]
    public void The_limits_are_exact()
    {
        Assert.Equal(1f, VectorMath.Exp(0f));
        Assert.Equal(0f, VectorMath.Exp(float.NegativeInfinity));
        Assert.True(float.IsNormal(VectorMath.Exp(-87.3365f)));
        Assert.Equal(0f, VectorMath.Exp(-87.3366f));
        Assert.Equal(float.PositiveInfinity, VectorMath.Exp(float.PositiveInfinity));
        Assert.Equal(float.PositiveInfinity, VectorMath.Exp(88.73f));
        Assert.Equal(float.NegativeInfinity, VectorMath.Log(0f));
        Assert.Equal(float.NaN, VectorMath.Log(-1f));
        Assert.Equal(0f, VectorMath.Log(1f));
        Assert.Equal(float.PositiveInfinity, VectorMath.Log(float.PositiveInfinity));
        Assert.Equal(float.NegativeInfinity, VectorMath.Log1p(-1f));
        Assert.Equal(float.PositiveInfinity, VectorMath.Log1p(float.PositiveInfinity));
        Assert.Equal(1e-20f, VectorMath.Log1p(1e-20f));
        Assert.Equal((-1f, 1f), (VectorMath.Tanh(float.NegativeInfinity), VectorMath.Tanh(float.PositiveInfinity)));
        Assert.Equal((0f, 1f), (VectorMath.Sigmoid(float.NegativeInfinity), VectorMath.Sigmoid(float.PositiveInfinity)));
        Assert.Equal((-1f, 1f), (VectorMath.Erf(float.NegativeInfinity), VectorMath.Erf(float.PositiveInfinity)));
        Assert.All(Elementary.All.Values, function => Assert.Equal(float.NaN, function.Scalar(float.NaN)));
    }

    private static void SameBits<S, V>(string name)
        where S : ISimd<V>
        where V : struct
    {
        Elementary function = Elementary.All[name];
        Func<V, V> ofVectors = name switch
        {
            "Exp" => S.Exp,
            "Log" => S.Log,
            "Log1p" => S.Log1p,
            "Tanh" => S.Tanh,
            "Sigmoid" => S.Sigmoid,
            _ => S.Erf,
        };
        float[] lanes = new float[S.Lanes];
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            float x = i < Special.Length ? Special[i]
                : i % 2 == 0 ? (random.NextSingle() - 0.5f) * 40
                : BitConverter.Int32BitsToSingle(random.Next());
            float expected = function.Scalar(x);
            S.Store(ofVectors(S.Create(x)), ref lanes[0]);
            foreach (float lane in lanes)
                Same(expected, lane, x);
        }

        void Same(float expected, float actual, float x) => Assert.True(
            BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(actual)
                || (float.IsNaN(expected) && float.IsNaN(actual)),
            $"{name}({x:R}) is {expected:R} alone and {actual:R} in a lane of {typeof(S).Name}");
    }
}

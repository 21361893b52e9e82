using NetGen.Compiler.Graph;
using NetGen.Reference;

namespace NetGen.Compiler.Tests.Graph;

public class NormalNumbersTests
{
    /// <summary>A drawn number u gives the z below which a normal number is with the probability (1 + u) / 2.</summary>
    [Fact]
    public void Are_the_quantiles_of_what_is_drawn()
    {
        const int Odd = (1 << 23) - 1;
        foreach (int k in (int[])[1, 3, 1001, 1_000_001, 3_000_001, 5_000_001, 7_000_001, 8_000_001, 8_380_001, Odd - 2, Odd])
            foreach (int sign in (int[])[1, -1])
            {
                double u = sign * (double)k / (1 << 23);
                Batch batch = TestPrograms.EmptyBatch with { Draws = (_, _, _) => u };
                var element = new Element([], batch, TensorShape.Batched(1), 0, 0, 0);
                double z = Scalars.Value(NormalNumbers.Of(0), element);
                double back = Scalars.Value(ScalarExpression.Erf(z / Math.Sqrt(2)), element);

                // Its slope says how far z is from the quantile.
                double slope = 2 / Math.Sqrt(2 * Math.PI) * Math.Exp(-z * z / 2);
                Assert.Equal(0, (back - u) / slope, 4e-6 * Math.Abs(z));
            }
    }
}

using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

/// <summary>A large tensor is filled in parts, and gets the values that it would get at once.</summary>
public class InitialValuesTests
{
    // More rows than a part has, the last part shorter; one row longer than a part; further axes; a tensor that is filled at once.
    [Theory]
    [InlineData(new[] { 300, 1000 }, new[] { 1, 304 })]
    [InlineData(new[] { 300, 1000 }, new[] { 1008, 1 })]
    [InlineData(new[] { 33, 20_000 }, new[] { 1, 48 })]
    [InlineData(new[] { 130, 70, 3, 11 }, new[] { 1, 144, 33 * 10_080, 10_080 })]
    [InlineData(new[] { 300_000 }, new[] { 1 })]
    [InlineData(new[] { 20, 30 }, new[] { 1, 32 })]
    public void Parts_have_the_values_of_the_whole(int[] shape, int[] strides)
    {
        foreach (Initialization initialization in (Initialization[])[
            Initialization.Uniform(0.3f), Initialization.Normal(0.5f, 2), Initialization.Ones,
            Initialization.Normal(0, 1).WithZeroRow(shape.Length > 1 ? shape[0] - 1 : 0)])
        {
            const int Offset = 32;
            int last = shape.Zip(strides, (size, stride) => (size - 1) * stride).Sum();
            var tensor = new TensorDescription("t", shape, Offset, strides, last + 1, initialization);
            var values = new float[StridedLayout.Elements(shape)];
            initialization.Fill(values, shape, new RandomStream(5, 6));
            float[] expected = new float[Offset + last + 17], filled = new float[expected.Length];
            new StridedCopy(tensor).Scatter(values, expected);

            new InitialValues().Fill(tensor, filled, new RandomStream(5, 6));
            Assert.True(expected.AsSpan().SequenceEqual(filled), $"{initialization.Kind} of {ShapeText.Of(shape)}");
            Assert.True(initialization.ZeroRow >= 0 || filled.AsSpan().ContainsAnyExcept(0f));
        }
    }
}

using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>Rows looked up by tokens beside their obvious loops; a class below for each width.</summary>
public abstract class GathersTests<S, V>
    where S : ISimd<V>
    where V : struct
{
    private const int Samples = 4, Steps = 7, Rows = 11, Columns = 32, SampleStride = (Steps * Columns) + 16;

    private readonly Random random = new(3);
    private readonly int[] tokens;

    public GathersTests() => tokens = [.. Enumerable.Range(0, Samples * Steps).Select(_ => random.Next(Rows))];

    [Fact]
    public void Each_step_gets_the_row_of_its_token()
    {
        float[] table = Values(Rows * Columns), output = new float[Samples * SampleStride];
        Gathers.Rows<S, V, Unchanged<V>>(ref tokens[0], Steps, ref table[0], ref output[0], SampleStride, Columns, 1, 3, default);
        for (int sample = 0; sample < Samples; sample++)
            for (int i = 0; i < SampleStride; i++)
            {
                bool isComputed = sample is 1 or 2 && i < Steps * Columns;
                float expected = isComputed ? table[(tokens[(sample * Steps) + (i / Columns)] * Columns) + (i % Columns)] : 0;
                Assert.Equal(expected, output[(sample * SampleStride) + i]);
            }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void Gradients_are_added_to_the_rows_that_were_looked_up(int paddingRow)
    {
        float[] gradient = Values(Samples * SampleStride), table = Values(Rows * Columns), expected = [.. table];
        Array.Clear(expected, Columns, 8 * Columns);
        for (int i = 0; i < tokens.Length; i++)
            for (int column = 0; column < Columns; column++)
                if (tokens[i] is >= 1 and < 9 && tokens[i] != paddingRow)
                    expected[(tokens[i] * Columns) + column] += gradient[(i / Steps * SampleStride) + (i % Steps * Columns) + column];

        // In two parts: the sums are the same however the rows are shared.
        Gathers.AddRows<S, V>(ref tokens[0], Steps, ref gradient[0], SampleStride, ref table[0], Columns, Samples, 1, 6, paddingRow);
        Gathers.AddRows<S, V>(ref tokens[0], Steps, ref gradient[0], SampleStride, ref table[0], Columns, Samples, 6, 9, paddingRow);
        Assert.Equal(expected, table);
    }

    /// <summary>A sample without any step has one.</summary>
    [Fact]
    public void Steps_up_to_the_length_are_true()
    {
        int[] lengths = [0, 1, Steps, 2];
        float[] mask = Values(lengths.Length * SampleStride);
        Gathers.MaskOfLengths(ref lengths[0], Steps, ref mask[0], SampleStride, 0, lengths.Length);
        for (int sample = 0; sample < lengths.Length; sample++)
            for (int step = 0; step < Steps; step++)
                Assert.Equal(step < Math.Max(1, lengths[sample]) ? 1 : 0, mask[(sample * SampleStride) + step]);
    }

    private float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
}

public class GathersTests512 : GathersTests<Simd512, Vector512<float>>;

public class GathersTests256 : GathersTests<Simd256, Vector256<float>>;

public class GathersTests128 : GathersTests<Simd128, Vector128<float>>;

public class GathersTestsScalar : GathersTests<SimdScalar, float>;

using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>Attention and its gradients beside the obvious loops; a class below for each width.</summary>
public abstract class AttentionsTests<S, V>
    where S : ISimd<V>
    where V : struct
{
    private const int Samples = 2, Site = 3;

    private const ulong Seed = 77;

    /// <summary>Between and behind the heads: nothing reads it.</summary>
    private const float Foreign = float.NaN;

    private static AttentionCase[] Cases =>
    [
        new(1, 1, 1, 1, 1),
        new(9, 9, 4, 4, 4),
        new(17, 17, 3, 3, 8) { IsCausal = true },
        new(16, 16, 2, 2, 16),
        new(64, 64, 2, 2, 32) { IsCausal = true },
        new(13, 13, 2, 2, 5),
        new(21, 21, 2, 2, 12) { IsCausal = true, IsRotary = true },
        new(130, 130, 1, 1, 16) { IsCausal = true },
        new(70, 70, 2, 2, 64),
        new(11, 11, 6, 2, 8) { IsRotary = true },
        new(19, 19, 4, 1, 6) { IsCausal = true },
        new(5, 18, 2, 2, 10) { IsCausal = true, IsRotary = true },
        new(18, 5, 2, 1, 8) { IsCausal = true },
        new(3, 33, 2, 2, 7),
        new(33, 3, 2, 2, 20),
        new(9, 9, 2, 2, 8) { IsMasked = true },
        new(40, 40, 2, 2, 12) { IsMasked = true, IsCausal = true },
        new(20, 20, 2, 2, 16) { Dropout = 0.3 },
        new(27, 27, 4, 2, 6) { Dropout = 0.5, IsCausal = true, IsRotary = true, IsMasked = true },
        new(6, 6, 1, 1, 4) { Dropout = 1 },
        new(2, 700, 1, 1, 3),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_result_is_that_of_the_obvious_loops(int number)
    {
        AttentionCase sizes = Cases[number];
        var tensors = new Tensors(sizes);
        tensors.Attend(0, Samples * sizes.Heads);
        for (int sample = 0; sample < Samples; sample++)
        {
            ObviousAttention expected = tensors.Expected(sample);
            Near(expected.Output, tensors.Result(sample), sizes);
            for (int head = 0; head < sizes.Heads; head++)
                for (int i = 0; i < sizes.Queries; i++)
                    Near(expected.LogSums[head, i], tensors.LogSums[(((sample * sizes.Heads) + head) * tensors.SumStride) + i], sizes);
        }

        int width = sizes.Heads * sizes.Features;
        Assert.All(tensors.Output.Where((_, at) => at % tensors.ResultStride >= width), value => Assert.Equal(Foreign, value));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_gradients_are_those_of_the_obvious_loops(int number)
    {
        AttentionCase sizes = Cases[number];
        var tensors = new Tensors(sizes);
        tensors.Attend(0, Samples * sizes.Heads);
        tensors.GoBack(0, Samples);
        for (int sample = 0; sample < Samples; sample++)
        {
            (double[,,] queries, double[,,] keys, double[,,] values) =
                tensors.Expected(sample).Gradients(tensors.ResultGradient(sample));
            Near(queries, tensors.OfQueries(tensors.QueryGradient, sample), sizes);
            Near(keys, tensors.OfKeys(tensors.KeyGradient, sample, tensors.KeyColumn), sizes);
            Near(values, tensors.OfKeys(tensors.KeyGradient, sample, tensors.ValueColumn), sizes);
        }

        // Columns between the heads get no gradient, and none of what stands there.
        Assert.All(
            tensors.QueryGradient.Where((_, at) => at % tensors.QueryStride < tensors.QueryColumn), value => Assert.Equal(0, value));
        Assert.All(tensors.KeyGradient, value => Assert.False(float.IsNaN(value)));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Parts_give_the_bits_of_the_whole(int number)
    {
        AttentionCase sizes = Cases[number];
        (Tensors whole, Tensors parts) = (new Tensors(sizes), new Tensors(sizes));
        whole.Attend(0, Samples * sizes.Heads);
        whole.GoBack(0, Samples);
        for (int item = (Samples * sizes.Heads) - 1; item >= 0; item--)
            parts.Attend(item, item + 1);
        for (int sample = Samples - 1; sample >= 0; sample--)
            parts.GoBack(sample, sample + 1);
        Assert.Equal(whole.Output, parts.Output);
        Assert.Equal(whole.QueryGradient, parts.QueryGradient);
        Assert.Equal(whole.KeyGradient, parts.KeyGradient);
    }

    [Fact]
    public void Padding_is_no_key_whatever_it_holds()
    {
        AttentionCase sizes = Cases.First(sizes => sizes.IsMasked);
        var tensors = new Tensors(sizes);
        for (int step = 0; step < sizes.Keys; step++)
            if (tensors.Mask[step] == 0)
                tensors.Keys.AsSpan(step * tensors.KeyStride, tensors.KeyStride).Fill(Foreign);
        tensors.Attend(0, Samples * sizes.Heads);
        tensors.GoBack(0, Samples);
        Near(tensors.Expected(1).Output, tensors.Result(1), sizes);
        Assert.DoesNotContain(tensors.Result(0).Cast<double>(), double.IsNaN);
        for (int step = 0; step < sizes.Keys; step++)
            if (tensors.Mask[step] == 0)
                Assert.All(
                    tensors.KeyGradient.AsSpan(step * tensors.KeyStride, tensors.KeyStride).ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_query_without_keys_gets_nothing()
    {
        AttentionCase sizes = Cases.First(sizes => sizes.IsMasked);
        var tensors = new Tensors(sizes);
        Array.Clear(tensors.Mask);
        tensors.Attend(0, Samples * sizes.Heads);
        tensors.GoBack(0, Samples);
        int width = sizes.Heads * sizes.Features;
        Assert.All(tensors.Output.Where((_, at) => at % tensors.ResultStride < width), value => Assert.Equal(0, value));
        Assert.All(tensors.QueryGradient, value => Assert.Equal(0, value));
        Assert.All(tensors.KeyGradient, value => Assert.Equal(0, value));
    }

    /// <summary>The exponential of a score of hundreds is more than a float holds.</summary>
    [Fact]
    public void Large_scores_do_not_overflow()
    {
        AttentionCase sizes = new(4, 4, 1, 1, 2);
        var tensors = new Tensors(sizes);
        for (int i = 0; i < tensors.Queries.Length; i++)
            tensors.Queries[i] *= 100;
        tensors.Attend(0, Samples);
        Near(tensors.Expected(0).Output, tensors.Result(0), sizes);
    }

    private static void Near(double[,,] expected, double[,,] actual, AttentionCase sizes)
    {
        foreach ((double wanted, double came) in expected.Cast<double>().Zip(actual.Cast<double>()))
            Near(wanted, came, sizes);
    }

    private static void Near(double expected, double actual, AttentionCase sizes) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-5 * (1 + Math.Abs(expected)), $"{sizes}: {expected} expected, {actual} came");

    /// <summary>Queries in one tensor, keys and values in another, each between columns that belong to no head.</summary>
    private sealed class Tensors
    {
        private readonly AttentionCase sizes;

        public Tensors(AttentionCase sizes)
        {
            this.sizes = sizes;
            var random = new Random(5);
            (int query, int shared) = (sizes.Heads * sizes.Features, sizes.KeyValueHeads * sizes.Features);
            (QueryColumn, KeyColumn, ValueColumn) = (3, 2 + shared + 1, 2);
            (QueryStride, KeyStride, ResultStride, SumStride) = (query + 7, (2 * shared) + 5, query + 2, sizes.Queries + 1);
            Queries = Filled(random, Samples * sizes.Queries, QueryStride, (QueryColumn, query));
            Keys = Filled(random, Samples * sizes.Keys, KeyStride, (KeyColumn, shared), (ValueColumn, shared));
            OutputGradient = Filled(random, Samples * sizes.Queries, ResultStride, (0, query));
            Output = Filled(random, Samples * sizes.Queries, ResultStride);
            LogSums = Filled(random, Samples * sizes.Heads, SumStride);
            QueryGradient = Filled(random, Samples * sizes.Queries, QueryStride);
            KeyGradient = Filled(random, Samples * sizes.Keys, KeyStride);
            MaskStride = (sizes.Keys + 15) / 16 * 16;
            Mask = [.. Enumerable.Range(0, Samples * MaskStride).Select(i => i % MaskStride == 0 || random.Next(3) == 0 ? 0f : 1f)];
        }

        public int QueryColumn { get; }

        public int KeyColumn { get; }

        public int ValueColumn { get; }

        public int QueryStride { get; }

        public int KeyStride { get; }

        public int ResultStride { get; }

        public int SumStride { get; }

        public float[] Queries { get; }

        public float[] Keys { get; }

        public float[] Output { get; }

        public float[] LogSums { get; }

        public float[] OutputGradient { get; }

        public float[] QueryGradient { get; }

        public float[] KeyGradient { get; }

        public float[] Mask { get; }

        private int MaskStride { get; }

        private KeyMask KeyMask => sizes.IsMasked ? new(ref Mask[0], MaskStride) : default;

        private AttentionHeads Shape => new(sizes.Heads, sizes.KeyValueHeads, sizes.Features, sizes.IsCausal, sizes.IsRotary);

        private AttentionDropout Dropout => sizes.Dropout > 0 ? new(Seed, Site, sizes.Dropout) : default;

        private AttentionSums Sums => new(ref LogSums[0], SumStride, sizes.Heads * SumStride);

        public void Attend(int begin, int end) => Attentions.Attend<S, V>(
            Rows(Queries, sizes.Queries, QueryStride, QueryColumn),
            Rows(Keys, sizes.Keys, KeyStride, KeyColumn), Rows(Keys, sizes.Keys, KeyStride, ValueColumn),
            KeyMask, Shape, Dropout, Rows(Output, sizes.Queries, ResultStride, 0), Sums, begin, end);

        public void GoBack(int begin, int end)
        {
            AttentionRows queries = Rows(Queries, sizes.Queries, QueryStride, QueryColumn);
            AttentionRows keys = Rows(Keys, sizes.Keys, KeyStride, KeyColumn), values = Rows(Keys, sizes.Keys, KeyStride, ValueColumn);
            AttentionRows output = Rows(Output, sizes.Queries, ResultStride, 0);
            AttentionRows outputGradient = Rows(OutputGradient, sizes.Queries, ResultStride, 0);
            AttentionGradients.OfAttention<S, V>(
                queries, keys, values, KeyMask, Shape, Dropout, output, outputGradient, Sums,
                new(ref QueryGradient[0], sizes.Queries, QueryStride, sizes.Queries * QueryStride, queries: QueryColumn), begin, end);
            AttentionGradients.OfAttention<S, V>(
                queries, keys, values, KeyMask, Shape, Dropout, output, outputGradient, Sums,
                new(ref KeyGradient[0], sizes.Keys, KeyStride, sizes.Keys * KeyStride, keys: KeyColumn, values: ValueColumn), begin, end);
        }

        public ObviousAttention Expected(int sample) => new(
            sizes,
            OfQueries(Queries, sample), OfKeys(Keys, sample, KeyColumn), OfKeys(Keys, sample, ValueColumn),
            sizes.IsMasked ? Mask[(sample * MaskStride)..] : [.. Enumerable.Repeat(1f, sizes.Keys)],
            Seed, Site, sample);

        public double[,,] Result(int sample) => Heads(Output, ResultStride, sample, sizes.Queries, sizes.Heads, 0);

        public double[,,] ResultGradient(int sample) => Heads(OutputGradient, ResultStride, sample, sizes.Queries, sizes.Heads, 0);

        public double[,,] OfQueries(float[] rows, int sample) =>
            Heads(rows, QueryStride, sample, sizes.Queries, sizes.Heads, QueryColumn);

        public double[,,] OfKeys(float[] rows, int sample, int column) =>
            Heads(rows, KeyStride, sample, sizes.Keys, sizes.KeyValueHeads, column);

        private double[,,] Heads(float[] rows, int stride, int sample, int steps, int heads, int column)
        {
            int features = sizes.Features;
            var found = new double[steps, heads, features];
            for (int step = 0; step < steps; step++)
                for (int head = 0; head < heads; head++)
                    for (int k = 0; k < features; k++)
                        found[step, head, k] = rows[(((sample * steps) + step) * stride) + column + (head * features) + k];
            return found;
        }

        private static AttentionRows Rows(float[] rows, int steps, int stride, int column) =>
            new(ref rows[0], steps, stride, steps * stride, column);

        private static float[] Filled(Random random, int rows, int stride, params (int Column, int Count)[] parts) =>
            [.. Enumerable.Range(0, rows * stride).Select(at =>
                parts.Any(part => at % stride >= part.Column && at % stride < part.Column + part.Count)
                    ? (random.NextSingle() * 4) - 2
                    : Foreign)];
    }
}

public class AttentionsTests512 : AttentionsTests<Simd512, Vector512<float>>;

public class AttentionsTests256 : AttentionsTests<Simd256, Vector256<float>>;

public class AttentionsTests128 : AttentionsTests<Simd128, Vector128<float>>;

public class AttentionsTestsScalar : AttentionsTests<SimdScalar, float>;

using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>Attention of one sample as plain loops in double precision, forward and backward, with all weights in memory.</summary>
internal sealed class ObviousAttention
{
    private readonly AttentionCase sizes;
    private readonly double[,,] weights;
    private readonly double[,,] kept;
    private readonly double[,,] queries;
    private readonly double[,,] keys;
    private readonly double[,,] values;

    /// <param name="sizes">The case.</param>
    /// <param name="queries">[queries, heads, features].</param>
    /// <param name="keys">[keys, key heads, features].</param>
    /// <param name="values">The same of the values.</param>
    /// <param name="mask">1 for each key that counts.</param>
    /// <param name="seed">Dropout's.</param>
    /// <param name="site">Dropout's.</param>
    /// <param name="sample">The sample's number.</param>
    public ObviousAttention(
        AttentionCase sizes, double[,,] queries, double[,,] keys, double[,,] values, float[] mask, ulong seed, int site, int sample)
    {
        this.sizes = sizes;
        this.values = values;
        (this.queries, this.keys) = (Rotated(queries, sizes.Keys - sizes.Queries, 1), Rotated(keys, 0, 1));
        (weights, kept) = (new double[sizes.Heads, sizes.Queries, sizes.Keys], new double[sizes.Heads, sizes.Queries, sizes.Keys]);
        (Output, LogSums) = (new double[sizes.Queries, sizes.Heads, sizes.Features], new double[sizes.Heads, sizes.Queries]);
        for (int head = 0; head < sizes.Heads; head++)
            for (int i = 0; i < sizes.Queries; i++)
            {
                int last = sizes.IsCausal ? i + sizes.Keys - sizes.Queries : sizes.Keys;
                int[] reached = [.. Enumerable.Range(0, sizes.Keys).Where(j => mask[j] != 0 && j <= last)];
                if (reached.Length == 0)
                    continue;
                double sum = reached.Sum(j => Math.Exp(Score(head, i, j)));
                LogSums[head, i] = Math.Log(sum);
                foreach (int j in reached)
                {
                    weights[head, i, j] = Math.Exp(Score(head, i, j)) / sum;
                    kept[head, i, j] = Kept(head, i, j);
                    for (int k = 0; k < sizes.Features; k++)
                        Output[i, head, k] += weights[head, i, j] * kept[head, i, j] * values[j, Shared(head), k];
                }
            }

        double Kept(int head, int i, int j)
        {
            if (sizes.Dropout == 0)
                return 1;
            uint index = (uint)((((head * sizes.Queries) + i) * sizes.Keys) + j);
            bool keeps = DropoutMask.Keep1(DropoutMask.Key(seed, site, sample), index, DropoutMask.Threshold(sizes.Dropout)) != 0;
            return keeps ? 1 / (1 - sizes.Dropout) : 0;
        }
    }

    public double[,,] Output { get; }

    public double[,] LogSums { get; }

    /// <summary>By queries, keys and values, with the Jacobian of softmax.</summary>
    public (double[,,] Queries, double[,,] Keys, double[,,] Values) Gradients(double[,,] outputGradient)
    {
        (double[,,] dq, double[,,] dk, double[,,] dv) = (
            new double[sizes.Queries, sizes.Heads, sizes.Features],
            new double[sizes.Keys, sizes.KeyValueHeads, sizes.Features],
            new double[sizes.Keys, sizes.KeyValueHeads, sizes.Features]);
        for (int head = 0; head < sizes.Heads; head++)
            for (int i = 0; i < sizes.Queries; i++)
            {
                double[] byWeight = new double[sizes.Keys];
                for (int j = 0; j < sizes.Keys; j++)
                    for (int k = 0; k < sizes.Features; k++)
                    {
                        byWeight[j] += outputGradient[i, head, k] * values[j, Shared(head), k] * kept[head, i, j];
                        dv[j, Shared(head), k] += weights[head, i, j] * kept[head, i, j] * outputGradient[i, head, k];
                    }

                for (int j = 0; j < sizes.Keys; j++)
                {
                    double byScore = 0;
                    for (int other = 0; other < sizes.Keys; other++)
                        byScore += byWeight[other] * weights[head, i, other] * ((other == j ? 1 : 0) - weights[head, i, j]);
                    byScore /= Math.Sqrt(sizes.Features);
                    for (int k = 0; k < sizes.Features; k++)
                    {
                        dq[i, head, k] += byScore * keys[j, Shared(head), k];
                        dk[j, Shared(head), k] += byScore * queries[i, head, k];
                    }
                }
            }

        return (Rotated(dq, sizes.Keys - sizes.Queries, -1), Rotated(dk, 0, -1), dv);
    }

    private int Shared(int head) => head * sizes.KeyValueHeads / sizes.Heads;

    private double Score(int head, int i, int j) =>
        Enumerable.Range(0, sizes.Features).Sum(k => queries[i, head, k] * keys[j, Shared(head), k]) / Math.Sqrt(sizes.Features);

    private double[,,] Rotated(double[,,] rows, int step, int sign)
    {
        if (!sizes.IsRotary)
            return rows;
        var rotated = (double[,,])rows.Clone();
        int half = sizes.Features / 2;
        for (int i = 0; i < rows.GetLength(0); i++)
            for (int head = 0; head < rows.GetLength(1); head++)
                for (int k = 0; k < half; k++)
                {
                    double angle = sign * (i + step) * Math.Pow(10_000, -2.0 * k / sizes.Features);
                    (double a, double b) = (rows[i, head, k], rows[i, head, k + half]);
                    rotated[i, head, k] = (a * Math.Cos(angle)) - (b * Math.Sin(angle));
                    rotated[i, head, k + half] = (b * Math.Cos(angle)) + (a * Math.Sin(angle));
                }

        return rotated;
    }
}

using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Rows of scores become weights, and their gradients those of the scores, while they are in the cache.</summary>
internal static class AttentionWeights
{
    /// <summary>
    /// Softmax without its division: exp(score − max) in place of each score, and 0 beyond what a query reaches and where the mask is 0.
    /// </summary>
    /// <remarks>
    /// In three passes over the block, so that no row waits for the maximum or for the logarithm of another one's sum.
    /// </remarks>
    /// <param name="scores">The first row of scores. Whole vectors are read and written.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="columns">Keys of a row, of which later products read all.</param>
    /// <param name="block">Which rows they are.</param>
    /// <param name="mask">The mask of the keys; a null reference where all count.</param>
    /// <param name="dropout">What drops weights.</param>
    /// <param name="maxima">Room for a number of each row, filled up to whole vectors.</param>
    /// <param name="factors">
    /// Gets, for each row, by what the sum of weighted values is multiplied: 0 for a row without keys. As much room.
    /// </param>
    /// <param name="logSums">
    /// Gets the logarithm of each row's sum; 0 for a row without keys. A null reference where no one needs it.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Exponentials<S, V>(
        ref float scores, int stride, int columns, scoped in AttentionBlock block, ref float mask, scoped in AttentionDropout dropout,
        ref float maxima, ref float factors, ref float logSums)
        where S : ISimd<V>
        where V : struct
    {
        for (int row = 0; row < block.Rows; row++)
            Unsafe.Add(ref maxima, row) = Max<S, V>(ref Unsafe.Add(ref scores, (nint)row * stride), block.Reach(row), ref mask);
        uint key = dropout.Drops ? dropout.Key(block.Sample) : 0;
        for (int row = 0; row < block.Rows; row++)
        {
            ref float x = ref Unsafe.Add(ref scores, (nint)row * stride);
            float max = Unsafe.Add(ref maxima, row);
            int count = max == float.NegativeInfinity ? 0 : block.Reach(row);
            Unsafe.Add(ref factors, row) = Exponentials<S, V>(ref x, count, max, ref mask);
            for (int column = (count + S.Lanes - 1) / S.Lanes * S.Lanes; column < columns; column += S.Lanes)
                S.Store(S.Zero, ref Unsafe.Add(ref x, column));
            if (dropout.Drops)
                Drop<S, V>(ref x, count, key, block.Index(row), dropout.Threshold);
        }

        bool keepsSums = !Unsafe.IsNullRef(ref logSums);
        V nothing = S.Create(float.NegativeInfinity), scale = S.Create(dropout.Drops ? dropout.Scale : 1);
        for (int row = 0; row < block.Rows; row += S.Lanes)
        {
            V max = S.Load(ref Unsafe.Add(ref maxima, row)), sum = S.Load(ref Unsafe.Add(ref factors, row));
            S.Store(S.SelectGreater(max, nothing, S.Divide(scale, sum), S.Zero), ref Unsafe.Add(ref factors, row));
            if (keepsSums)
                S.Store(S.SelectGreater(max, nothing, S.Add(max, S.Log(sum)), S.Zero), ref Unsafe.Add(ref maxima, row));
        }

        for (int row = 0; keepsSums && row < block.Rows; row++)
            Unsafe.Add(ref logSums, row) = Unsafe.Add(ref maxima, row);
    }

    /// <summary>
    /// The weights again, exp(score − log of the row's sum), and from the gradients by them those by the scores:
    /// weight · (gradient − Σ weight · gradient), whose sum is that of result · gradient of the result.
    /// </summary>
    /// <param name="scores">The first row of scores: becomes the weights, as dropout leaves them.</param>
    /// <param name="gradients">The first row of the gradients by the weights: becomes the gradients by the scores.</param>
    /// <param name="stride">Floats from one row to the next, of both.</param>
    /// <param name="columns">Keys of a row, of which later products read all.</param>
    /// <param name="block">Which rows they are.</param>
    /// <param name="mask">The mask of the keys; a null reference where all count.</param>
    /// <param name="dropout">What dropped weights.</param>
    /// <param name="logSums">The logarithm of each row's sum.</param>
    /// <param name="sums">Σ result · gradient of the result, for each row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gradients<S, V>(
        ref float scores, ref float gradients, int stride, int columns, scoped in AttentionBlock block, ref float mask,
        scoped in AttentionDropout dropout, ref float logSums, ref float sums)
        where S : ISimd<V>
        where V : struct
    {
        bool isMasked = !Unsafe.IsNullRef(ref mask), drops = dropout.Drops;
        uint key = drops ? dropout.Key(block.Sample) : 0;
        V kept = S.Create(dropout.Scale);
        for (int row = 0; row < block.Rows; row++)
        {
            ref float x = ref Unsafe.Add(ref scores, (nint)row * stride);
            ref float dx = ref Unsafe.Add(ref gradients, (nint)row * stride);
            int count = block.Reach(row), column = 0;
            V logSum = S.Create(Unsafe.Add(ref logSums, row)), mean = S.Create(Unsafe.Add(ref sums, row));
            for (; column < count; column += S.Lanes)
            {
                V weight = VectorMath.ExpOfWeight<S, V>(S.Subtract(S.Load(ref Unsafe.Add(ref x, column)), logSum));
                if (column + S.Lanes > count)
                    weight = S.SelectFirst(count - column, weight, S.Zero);
                if (isMasked)
                    weight = S.SelectEqual(S.Load(ref Unsafe.Add(ref mask, column)), S.Zero, S.Zero, weight);
                V gradient = S.Load(ref Unsafe.Add(ref dx, column)), left = weight;
                if (drops)
                {
                    V keep = S.Multiply(S.Keep(key, block.Index(row) + (uint)column, dropout.Threshold), kept);
                    left = S.Multiply(weight, keep);
                    gradient = S.Multiply(gradient, keep);
                }

                S.Store(left, ref Unsafe.Add(ref x, column));
                S.Store(S.Multiply(weight, S.Subtract(gradient, mean)), ref Unsafe.Add(ref dx, column));
            }

            for (; column < columns; column += S.Lanes)
            {
                S.Store(S.Zero, ref Unsafe.Add(ref x, column));
                S.Store(S.Zero, ref Unsafe.Add(ref dx, column));
            }
        }
    }

    /// <summary>Σ result · gradient for each row of a head.</summary>
    /// <param name="result">The head in the first row of the result.</param>
    /// <param name="stride">Floats from one row of it to the next.</param>
    /// <param name="gradient">The first row of the gradient, packed.</param>
    /// <param name="width">Floats from one row of it to the next.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="features">Features of the head.</param>
    /// <param name="sums">Gets the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void SumProducts<S, V>(
        ref float result, int stride, ref float gradient, int width, int rows, int features, ref float sums)
        where S : ISimd<V>
        where V : struct
    {
        int whole = features / S.Lanes * S.Lanes;
        for (int row = 0; row < rows; row++)
        {
            V sum = S.Zero;
            for (int i = 0; i < whole; i += S.Lanes)
                sum = S.MultiplyAdd(S.Load(ref Unsafe.Add(ref result, i)), S.Load(ref Unsafe.Add(ref gradient, i)), sum);
            float total = S.Sum(sum);
            for (int i = whole; i < features; i++)
                total += Unsafe.Add(ref result, i) * Unsafe.Add(ref gradient, i);
            Unsafe.Add(ref sums, row) = total;
            result = ref Unsafe.Add(ref result, stride);
            gradient = ref Unsafe.Add(ref gradient, width);
        }
    }

    /// <summary>
    /// The largest of so many that the mask leaves; −∞ without any. A NaN may count for nothing: its own exponential carries it on.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Max<S, V>(ref float x, int count, ref float mask)
        where S : ISimd<V>
        where V : struct
    {
        V nothing = S.Create(float.NegativeInfinity), max = nothing, other = nothing;
        int i = 0;
        if (Unsafe.IsNullRef(ref mask))
        {
            for (; i + (2 * S.Lanes) <= count; i += 2 * S.Lanes)
            {
                max = S.ClampMin(S.Load(ref Unsafe.Add(ref x, i)), max);
                other = S.ClampMin(S.Load(ref Unsafe.Add(ref x, i + S.Lanes)), other);
            }

            for (; i < count; i += S.Lanes)
                max = S.ClampMin(S.SelectFirst(count - i, S.Load(ref Unsafe.Add(ref x, i)), nothing), max);
            return S.MaxOfLanes(S.ClampMin(max, other));
        }

        for (; i < count; i += S.Lanes)
        {
            V score = S.SelectEqual(S.Load(ref Unsafe.Add(ref mask, i)), S.Zero, nothing, S.Load(ref Unsafe.Add(ref x, i)));
            max = S.ClampMin(S.SelectFirst(count - i, score, nothing), max);
        }

        return S.MaxOfLanes(max);
    }

    /// <summary>exp(x − max) for so many, 0 where the mask is 0 and in the rest of the last vector. Returns their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Exponentials<S, V>(ref float x, int count, float max, ref float mask)
        where S : ISimd<V>
        where V : struct
    {
        V shift = S.Create(max), sum = S.Zero;
        int i = 0;
        if (Unsafe.IsNullRef(ref mask))
        {
            for (; i + S.Lanes <= count; i += S.Lanes)
            {
                V exponential = VectorMath.ExpOfWeight<S, V>(S.Subtract(S.Load(ref Unsafe.Add(ref x, i)), shift));
                sum = S.Add(sum, exponential);
                S.Store(exponential, ref Unsafe.Add(ref x, i));
            }
        }

        for (; i < count; i += S.Lanes)
        {
            V exponential = VectorMath.ExpOfWeight<S, V>(S.Subtract(S.Load(ref Unsafe.Add(ref x, i)), shift));
            exponential = S.SelectFirst(count - i, exponential, S.Zero);
            if (!Unsafe.IsNullRef(ref mask))
                exponential = S.SelectEqual(S.Load(ref Unsafe.Add(ref mask, i)), S.Zero, S.Zero, exponential);
            sum = S.Add(sum, exponential);
            S.Store(exponential, ref Unsafe.Add(ref x, i));
        }

        return S.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Drop<S, V>(ref float weights, int count, uint key, uint index, uint threshold)
        where S : ISimd<V>
        where V : struct
    {
        for (int i = 0; i < count; i += S.Lanes)
        {
            ref float weight = ref Unsafe.Add(ref weights, i);
            S.Store(S.Multiply(S.Load(ref weight), S.Keep(key, index + (uint)i, threshold)), ref weight);
        }
    }
}

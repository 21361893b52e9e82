using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// The gradient with respect to a tensor of which some columns are queries, keys or values, or all three. Columns that are none become 0.
/// </summary>
/// <param name="first">The first float of the first sample's first step.</param>
/// <param name="steps">Steps of a sample.</param>
/// <param name="stride">Floats from one step to the next.</param>
/// <param name="sampleStride">Floats from one sample to the next.</param>
/// <param name="queries">The first column of the queries; -1 where the tensor has none.</param>
/// <param name="keys">The first column of the keys; -1 where the tensor has none.</param>
/// <param name="values">The first column of the values; -1 where the tensor has none.</param>
public readonly ref struct AttentionGradientRows(
    ref float first, int steps, int stride, int sampleStride, int queries = -1, int keys = -1, int values = -1)
{
    internal readonly ref float First = ref first;
    internal readonly int Steps = steps;
    internal readonly int Stride = stride;
    internal readonly int SampleStride = sampleStride;
    internal readonly int QueryColumn = queries;
    internal readonly int KeyColumn = keys;
    internal readonly int ValueColumn = values;

    /// <summary>Whether the queries' gradient is wanted.</summary>
    internal bool HasQueries => QueryColumn >= 0;

    /// <summary>Whether the keys' gradient is wanted.</summary>
    internal bool HasKeys => KeyColumn >= 0;

    /// <summary>Whether the values' gradient is wanted.</summary>
    internal bool HasValues => ValueColumn >= 0;

    /// <summary>The float of a sample's step at a column.</summary>
    internal ref float At(int sample, int step, int column) =>
        ref Unsafe.Add(ref First, ((nint)sample * SampleStride) + ((nint)step * Stride) + column);
}

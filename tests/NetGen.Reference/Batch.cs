using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>What a program is run on.</summary>
/// <param name="Samples">The number of samples.</param>
/// <param name="Inputs">What the caller hands in, one array a role, sample after sample.</param>
/// <param name="Parameter">A parameter's or running statistic's values, in the order of its shape in the graph.</param>
/// <param name="Labels">Class indices: one for each row of each sample, -1 where it is ignored.</param>
/// <param name="Keeps">Whether dropout keeps an element: a pure function of place and seed.</param>
internal sealed record Batch(
    int Samples,
    IReadOnlyDictionary<InputRole, double[]> Inputs,
    Func<Parameter, double[]> Parameter,
    IReadOnlyList<int> Labels,
    KeepElement Keeps)
{
    /// <summary>The gradients by named outputs, by their index; empty where they are not given.</summary>
    public IReadOnlyList<double[]> NamedGradients { get; init; } = [];

    /// <summary>
    /// What is drawn for an element between -1 and 1, by its site, its sample and its place, as <see cref="KeepElement"/> has it.
    /// </summary>
    public Func<int, int, int, double> Draws { get; init; } = (_, _, _) => 0;

    /// <summary>What becomes of each number that a node computes, to see what rounding may do; null: it stays as it is.</summary>
    public Func<double, double>? Round { get; init; }
}

/// <summary>
/// Whether dropout keeps an element. <paramref name="place"/> is where it lies in its sample's block in memory: the row
/// times the padded row length, plus the column.
/// </summary>
internal delegate bool KeepElement(int site, double dropProbability, int sample, int place);

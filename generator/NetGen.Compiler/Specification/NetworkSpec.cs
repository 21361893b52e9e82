using NetGen.Compiler.Collections;

namespace NetGen.Compiler.Specification;

/// <summary>
/// A network as it is written: strings, numbers and small trees only, so that two readings of unchanged source are equal.
/// Sites are indices into a table of locations that is kept beside it.
/// </summary>
/// <param name="Elements">The class's attributes in order, [Input] and the loss included, [Network] left out.</param>
/// <param name="Blocks">The blocks that the network uses, directly or through others.</param>
/// <param name="Sources">Other networks that an [Input&lt;TNetwork&gt;] names, directly or through others.</param>
/// <param name="DataSets">Data sets that an [Input&lt;TDataSet&gt;] names.</param>
/// <param name="Faults">What the reading found; <see cref="Diagnostics.Fault"/>.</param>
/// <param name="IsComplete">False where source is half-typed, so that C# has an error to report.</param>
internal sealed record NetworkSpec(
    ClassSpec Class,
    EquatableArray<ElementSpec> Elements,
    EquatableArray<BlockSpec> Blocks,
    EquatableArray<NetworkSourceSpec> Sources,
    EquatableArray<DataSetSpec> DataSets,
    EquatableArray<Diagnostics.Fault> Faults,
    bool IsComplete,
    int Site)
{
    /// <summary>What [Network(Winograd = …)] states.</summary>
    public bool Winograd { get; init; } = true;

    /// <summary>Where [Network(Stream = true)] is stated; null where it is not.</summary>
    public int? StreamSite { get; init; }

    /// <summary>What [Network(Activations = …)] states.</summary>
    public bool HasActivations { get; init; }

    /// <summary>The first [Input], or null.</summary>
    public ElementSpec? Input => Elements.FirstOrDefault(element => element.Block.Length == 0 && element.Kind == "Input");

    /// <summary>The data set that the input names, or null.</summary>
    public DataSetSpec? InputDataSet =>
        Input is { Operands.Count: > 0 } input ? DataSets.FirstOrDefault(dataSet => dataSet.Key == input.Operands[0].Key) : null;
}

namespace NetGen.Compiler.Lowering;

/// <summary>The flat blocks of parameters and of running statistics: an offset for each tensor, in the order of the layers.</summary>
internal sealed class ParameterLayout(
    IReadOnlyList<ParameterPlace> parameters, IReadOnlyList<ParameterPlace> statistics)
{
    public IReadOnlyList<ParameterPlace> Parameters { get; } = parameters;

    public IReadOnlyList<ParameterPlace> Statistics { get; } = statistics;

    public long ParameterSize => Size(Parameters);

    public long StatisticSize => Size(Statistics);

    private static long Size(IReadOnlyList<ParameterPlace> places) =>
        places.Count == 0 ? 0 : places[places.Count - 1].Offset + places[places.Count - 1].Size;
}

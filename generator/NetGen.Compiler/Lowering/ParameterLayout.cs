namespace NetGen.Compiler.Lowering;

/// <summary>
/// The flat blocks of parameters and of running statistics: an offset for each tensor. Tensors are listed in the order of the layers, and
/// lie in it too, but that frozen parameters lie behind all that are trained: gradients and the optimizer's state end where these end.
/// </summary>
internal sealed class ParameterLayout(
    IReadOnlyList<ParameterPlace> parameters, IReadOnlyList<ParameterPlace> statistics)
{
    public IReadOnlyList<ParameterPlace> Parameters { get; } = parameters;

    public IReadOnlyList<ParameterPlace> Statistics { get; } = statistics;

    public long ParameterSize => Size(Parameters);

    public long StatisticSize => Size(Statistics);

    private static long Size(IReadOnlyList<ParameterPlace> places) =>
        places.Select(place => place.Offset + place.Size).DefaultIfEmpty(0).Max();
}

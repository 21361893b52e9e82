namespace NetGen.Compiler.Lowering;

/// <summary>
/// The flat blocks of parameters and of running statistics: an offset for each tensor. Tensors are listed in the order of the layers, and
/// lie in it too, but that frozen parameters lie behind all that are trained: gradients and the optimizer's state end where these end.
/// </summary>
internal sealed class ParameterLayout(
    IReadOnlyList<StoredParameter> parameters, IReadOnlyList<StoredParameter> statistics)
{
    public IReadOnlyList<StoredParameter> Parameters { get; } = parameters;

    public IReadOnlyList<StoredParameter> Statistics { get; } = statistics;

    public long ParameterSize => Size(Parameters);

    public long StatisticSize => Size(Statistics);

    private static long Size(IReadOnlyList<StoredParameter> places) =>
        places.Select(place => place.Offset + place.Size).DefaultIfEmpty(0).Max();
}

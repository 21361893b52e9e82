using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Lowering;

/// <summary>All parameters and running statistics of a network, with their offsets in the flat blocks.</summary>
internal sealed class ParameterTable
{
    private readonly Dictionary<(Program Program, string Name), Parameter> nodes = [];
    private readonly Dictionary<string, int> parameterIndex = [];
    private readonly Dictionary<string, int> statisticIndex = [];

    public ParameterTable(ShapedNetwork network)
    {
        var parameters = new List<StoredParameter>();
        var statistics = new List<StoredParameter>();
        foreach (ShapedParameter parameter in network.Layers.SelectMany(layer => layer.Parameters))
        {
            if (parameter.IsTied)
            {
                Tied.Add((parameter.FullName, parameterIndex[parameter.Owner]));
                continue;
            }

            bool isStatistic = parameter.Declaration.IsStatistic;
            List<StoredParameter> places = isStatistic ? statistics : parameters;
            Dictionary<string, int> index = isStatistic ? statisticIndex : parameterIndex;
            if (index.ContainsKey(parameter.FullName))
                continue;
            index.Add(parameter.FullName, places.Count);
            places.Add(Unplaced(parameter) with { IsFrozen = network.IsFrozen(parameter) });
            (isStatistic ? StatisticDeclarations : ParameterDeclarations).Add(parameter.Declaration);
        }

        Layout = new ParameterLayout(Placed(parameters), Placed(statistics));
    }

    public ParameterLayout Layout { get; }

    public List<ParameterDeclaration> ParameterDeclarations { get; } = [];

    public List<ParameterDeclaration> StatisticDeclarations { get; } = [];

    /// <summary>Further names of parameters, with the parameters' indices.</summary>
    public List<(string Name, int Index)> Tied { get; } = [];

    /// <summary>Whether a matrix lies in memory as PyTorch has it.</summary>
    public bool IsByRows(string name) =>
        parameterIndex.TryGetValue(name, out int index) && ParameterDeclarations[index].IsByRows;

    public int StatisticIndex(string name) => statisticIndex[name];

    /// <summary>
    /// The parameter's node in a program, of the layer that asks first. A vector gets axes of size 1 in front, up to
    /// <paramref name="rank"/>.
    /// </summary>
    public Parameter Of(Program program, Origin origin, string name, int rank)
    {
        if (nodes.TryGetValue((program, name), out Parameter? known))
            return known;
        bool isStatistic = statisticIndex.ContainsKey(name);
        int index = isStatistic ? statisticIndex[name] : parameterIndex[name];
        StoredParameter place = isStatistic ? Layout.Statistics[index] : Layout.Parameters[index];
        int missing = Math.Max(0, rank - place.Shape.Rank);
        TensorShape shape = place.Shape.With([.. Enumerable.Repeat(1, missing), .. place.Shape.Sizes]);
        Parameter node = program.Add(
            new Parameter(program, origin, shape, name, index, isStatistic) { IsFrozen = place.IsFrozen });
        nodes.Add((program, name), node);
        return node;
    }

    /// <summary>A scalar, as PyTorch's count of batches, is a vector of one element in the internal layout.</summary>
    private static StoredParameter Unplaced(ShapedParameter parameter)
    {
        int[] sizes = [.. parameter.Declaration.Shape.Select(size => checked((int)size))];
        int[] order = parameter.Declaration switch
        {
            { IsByRows: true } => [.. Enumerable.Range(0, sizes.Length)],
            { IsSignalWindow: true } => [2, 1, 0],
            _ => TensorLayout.ParameterOrder(sizes.Length),
        };
        TensorShape shape = TensorShape.Unbatched(sizes.Length == 0 ? [1] : [.. order.Select(axis => sizes[axis])]);
        int[] strides = [.. Enumerable.Range(0, sizes.Length).Select(axis => shape.Stride(Array.IndexOf(order, axis)))];
        return new StoredParameter(parameter.FullName, shape, sizes, strides, Offset: 0);
    }

    /// <summary>The tensors one behind another, those that are trained first.</summary>
    private static StoredParameter[] Placed(IReadOnlyList<StoredParameter> tensors)
    {
        StoredParameter[] placed = [.. tensors];
        long offset = 0;
        foreach (bool isFrozen in new[] { false, true })
            for (int index = 0; index < placed.Length; index++)
                if (placed[index].IsFrozen == isFrozen)
                {
                    placed[index] = placed[index] with { Offset = offset };
                    offset += placed[index].Size;
                }

        return placed;
    }
}

using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Lowering;

/// <summary>What a layer's Forward gets besides its input: its parameters, the mode, and where statistics go.</summary>
internal sealed class ForwardContext(ParameterTable table, Program program, ShapedLayer layer, bool isTraining, int site)
{
    private readonly Origin origin = new(layer.Name);

    public ShapedLayer Layer { get; } = layer;

    /// <summary>PyTorch's train mode; else eval mode.</summary>
    public bool IsTraining { get; } = isTraining;

    /// <summary>A number of the layer's own, for random values.</summary>
    public int Site { get; } = site;

    /// <summary>A parameter or statistic by its name in the layer, with at least <paramref name="rank"/> axes.</summary>
    public Expr Parameter(string name, int rank = 0) => new(table.Of(program, origin, Owner(name), rank), origin);

    /// <summary>States the new value of a running statistic.</summary>
    public void Update(string name, Expr value) =>
        program.AddResult(ResultRole.Statistic, value, table.StatisticIndex(Owner(name)));

    /// <summary>Whether the layer declares a parameter of this name.</summary>
    public bool Has(string name) => Layer.Parameters.Any(parameter => parameter.Declaration.Name == name);

    private string Owner(string name) =>
        Layer.Parameters.First(parameter => parameter.Declaration.Name == name).Owner;
}

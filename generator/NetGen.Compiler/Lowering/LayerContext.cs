using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Lowering;

/// <summary>A layer of the network in one of its programs.</summary>
/// <param name="table">The parameters.</param>
/// <param name="program">The program.</param>
/// <param name="layer">The layer.</param>
/// <param name="isTraining">PyTorch's train mode; else eval mode.</param>
/// <param name="site">A number of the layer's own, for random values.</param>
/// <param name="mask">Which steps are true, where some are padding.</param>
/// <param name="operands">What its operands give.</param>
/// <param name="stream">What it keeps from step to step, in a stream.</param>
/// <param name="addedLosses">Takes what it adds to the loss.</param>
internal sealed class LayerContext(
    ParameterTable table, Program program, ShapedLayer layer, bool isTraining, int site, Lazy<Expr>? mask = null,
    IReadOnlyList<MaskedValue>? operands = null, StreamStates? stream = null, List<Expr>? addedLosses = null) : ForwardContext
{
    private readonly Origin origin = new(layer.Name);

    public override string Name => layer.Name;

    public override Shape Input => layer.Input;

    public override Shape Output => layer.Output;

    public override bool IsTraining => isTraining;

    public override bool IsFrozen => layer.IsFrozen;

    public override int Site => site;

    public override Expr Parameter(string name, int rank = 0) => new(table.Of(program, origin, Owner(name), rank), origin);

    public override bool IsByRows(string name) => table.IsByRows(Owner(name));

    public override Expr? Mask => mask?.Value.At(origin);

    public override StreamStates? Stream => stream;

    public override Expr Operand(int index) => new(operands![index], origin);

    public override Expr? MaskOfOperand(int index) => operands![index].Mask?.Value.At(origin);

    public override void AddToLoss(Expr values) => addedLosses?.Add(values);

    public override void Update(string name, Expr value) =>
        program.AddResult(ResultRole.Statistic, value, table.StatisticIndex(Owner(name)));

    public override bool Has(string name) => layer.Parameters.Any(parameter => parameter.Declaration.Name == name);

    private string Owner(string name) =>
        layer.Parameters.First(parameter => parameter.Declaration.Name == name).Owner;
}

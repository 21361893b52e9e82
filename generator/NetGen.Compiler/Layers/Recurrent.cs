using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// A recurrent layer, LSTM, GRU or RNN, as nn.LSTM, nn.GRU and nn.RNN compute it: [steps, features] → all states [steps, hidden], or the
/// last one, [hidden]; with two directions the hidden features of both.
/// </summary>
/// <remarks>
/// The products of all steps' inputs are one product. The loop over steps is a <see cref="Recurrence"/> for each layer and direction.
/// </remarks>
/// <param name="Cell">What a step does.</param>
/// <param name="HiddenSize">Units of the state in one direction.</param>
internal sealed record Recurrent(RecurrentCell Cell, int HiddenSize) : Layer
{
    /// <summary>Layers on top of one another.</summary>
    public int NumLayers { get; init; } = 1;

    /// <summary>Whether a second loop begins at the last step.</summary>
    public bool Bidirectional { get; init; }

    /// <summary>The probability with which training drops a value between two of the layers.</summary>
    public double Dropout { get; init; }

    /// <summary>Whether gates have biases.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>Whether the products of the states have a bias of their own.</summary>
    public bool RecurrentBias { get; init; } = true;

    /// <summary>Whether the layer gives the last state in place of all.</summary>
    public bool Last { get; init; }

    /// <summary>What gives the states to begin with; "" where they are 0.</summary>
    public string State { get; init; } = "";

    /// <summary>What gives the cells' states to begin with; "" where they are 0.</summary>
    public string CellState { get; init; } = "";

    public int? In { get; init; }

    /// <summary>The shapes of the states to begin with, in the order of <see cref="NamedOperands"/>.</summary>
    public IReadOnlyList<Shape> States { get; init; } = [];

    public override string Kind => Cell == RecurrentCell.Lstm ? "LSTM" : Cell == RecurrentCell.Gru ? "GRU" : "RNN";

    /// <summary>A second direction doubles what the argument says.</summary>
    public override string? WidthArgument => Bidirectional ? null : "hiddenSize";

    public override ValueRange Range => ValueRange.Any;

    public override IReadOnlyList<(string Argument, string Name)> NamedOperands
    {
        get
        {
            var named = new List<(string, string)>();
            if (State.Length > 0)
                named.Add((nameof(State), State));
            if (CellState.Length > 0)
                named.Add(("Cell", CellState));
            return named;
        }
    }

    private int Directions => Bidirectional ? 2 : 1;

    public static Layer ReadLstm(AttributeValues values)
    {
        var layer = (Recurrent)Read(values, RecurrentCell.Lstm);
        return layer with { CellState = values.Text("Cell", "") };
    }

    public static Layer ReadGru(AttributeValues values) => Read(values, RecurrentCell.Gru);

    public static Layer ReadRnn(AttributeValues values)
    {
        string nonlinearity = values.Text("Nonlinearity", "tanh");
        if (nonlinearity is not ("tanh" or "relu"))
            values.Wrong("Nonlinearity", nonlinearity, "it is \"tanh\" or \"relu\"", "\"relu\"");
        return Read(values, nonlinearity == "relu" ? RecurrentCell.Relu : RecurrentCell.Tanh);
    }

    private static Layer Read(AttributeValues values, RecurrentCell cell)
    {
        var layer = new Recurrent(cell, values.Size(0, "hiddenSize"))
        {
            NumLayers = values.Size("NumLayers", 1),
            Bidirectional = values.Flag("Bidirectional", false),
            Dropout = DropProbability.Option(values),
            Bias = values.Flag("Bias", true),
            RecurrentBias = values.Flag("RecurrentBias", true),
            Last = values.Flag("Last", false),
            State = values.Text("State", ""),
            In = values.OptionalSize("In"),
        };
        if (layer is { Dropout: > 0, NumLayers: 1 } && !values.IsWrong)
            values.Wrong("Dropout", layer.Dropout, "it acts between layers, and NumLayers is 1");
        return layer;
    }

    public override Layer WithOperands(IReadOnlyList<Shape> operands) => this with { States = operands };

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (input.Kind == ShapeKind.Signal)
        {
            report.CannotTake(input, "a sequence (steps × features)", "Transpose");
            input = Shape.Sequence(input[1], input[0]);
        }
        else if (input.Kind != ShapeKind.Sequence)
        {
            report.CannotTake(input, "a sequence (steps × features)");
            return null;
        }

        report.CheckIn(In, input.Channels, "features");
        int states = NumLayers * Directions;
        for (int index = 0; index < States.Count; index++)
        {
            Shape wanted = states == 1 ? Shape.Vector(HiddenSize) : Shape.Sequence(states, HiddenSize);
            if (States[index].Equals(wanted))
                continue;
            (string argument, string name) = NamedOperands[index];
            report.Value(
                argument, $"'{name}', which is {States[index].Describe()} ({States[index]})",
                states == 1 ? $"the state has {HiddenSize} values"
                    : $"there are {states} states of {HiddenSize} values, {wanted}: of each layer, and in it of each direction");
        }

        long width = (long)HiddenSize * Directions;
        return Last ? Shape.Vector(width) : input.WithChannels(width);
    }

    /// <summary>Padding keeps the state, and gives 0.</summary>
    public override MaskRule MaskRule(Shape input) => Last ? Layers.MaskRule.Used : Layers.MaskRule.Kept;

    public override string? NotInStream(Shape input) => Bidirectional ? "its second direction begins at the last step"
        : NamedOperands.Count > 0 ? "a stream begins with states of 0"
        : null;

    public override SuggestedFix? StreamFix(LayerReport report) =>
        Bidirectional ? new(FixKind.Remove, "", report.Site("Bidirectional")) : null;

    public override string? OptionOfOneResult => Last ? null : "Last = true";

    /// <summary>As nn.LSTM names, shapes and initialises them: U(±1/√hidden).</summary>
    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input)
    {
        var declared = new List<ParameterDeclaration>();
        var initial = Initialization.OfFanIn(HiddenSize);
        long gates = (long)Cell.Gates * HiddenSize;
        for (int layer = 0; layer < NumLayers; layer++)
            for (int direction = 0; direction < Directions; direction++)
            {
                string suffix = Suffix(layer, direction);
                long width = layer == 0 ? input.Channels : (long)HiddenSize * Directions;
                declared.Add(ParameterDeclaration.Of("weight_ih" + suffix, initial, gates, width));
                declared.Add(ParameterDeclaration.Of("weight_hh" + suffix, initial, gates, HiddenSize));
                if (Bias)
                    declared.Add(ParameterDeclaration.Of("bias_ih" + suffix, initial, gates));
                if (Bias && RecurrentBias)
                    declared.Add(ParameterDeclaration.Of("bias_hh" + suffix, initial, gates));
            }

        return declared;
    }

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr[] results = [];
        for (int layer = 0; layer < NumLayers; layer++)
        {
            bool isLast = Last && layer == NumLayers - 1;
            results = [.. Enumerable.Range(0, Directions).Select(direction => Looped(x, layer, direction, isLast, context))];
            x = results.Length == 1 ? results[0] : TensorOperations.Concatenated(results, axis: isLast ? 0 : 1);
            if (layer < NumLayers - 1 && context.IsTraining && Dropout > 0)
                x = x.Dropped(Dropout, context.Site + (layer << 16));
        }

        return x;
    }

    public override long MultiplyAdds(Shape input)
    {
        long count = 0;
        for (int layer = 0; layer < NumLayers; layer++)
            count += (layer == 0 ? input.Channels : (long)HiddenSize * Directions) + HiddenSize;
        return count * input[0] * Cell.Gates * HiddenSize * Directions;
    }

    private Expr Looped(Expr x, int layer, int direction, bool isLast, ForwardContext context)
    {
        var geometry = new RecurrenceGeometry(Cell, HiddenSize, IsReversed: direction == 1);
        string suffix = Suffix(layer, direction);
        Expr gates = x.Times(context.Parameter("weight_ih" + suffix).WithGatesPadded(geometry));
        if (Bias)
            gates += context.Parameter("bias_ih" + suffix, x.Shape.Rank).WithGatesPadded(geometry);
        Expr? bias = Bias && RecurrentBias ? context.Parameter("bias_hh" + suffix, x.Shape.Rank).WithGatesPadded(geometry) : null;

        // Where the cell takes both products in one sum, both biases are added for all steps at once.
        if (bias is { } both && !Cell.HasHiddenGradient)
            (gates, bias) = (gates + both, null);
        Expr panels = context.Parameter("weight_hh" + suffix).WithGatesPadded(geometry).InPanels(geometry);
        int steps = x.Shape[0], index = (layer * Directions) + direction;
        Tensor? mask = context.Mask?.Permuted(TensorShape.Batched(steps), new MoveLoop(steps, 0, 1, 0, 1)).Tensor;
        StreamStates? stream = context.Stream;
        Expr? state = stream?.State(x.Origin, HiddenSize).Named("State") ?? Initial(nameof(State));
        Expr? cell = stream is not null && Cell.HasCellState ? stream.State(x.Origin, HiddenSize).Named("Cell") : Initial("Cell");
        var loop = Recurrence.Of(
            x.Origin, gates.Named("Gates"), panels.Named("Panels"), bias?.Tensor, state?.Tensor, cell?.Tensor, mask, geometry);
        Expr all = gates.Add(loop);
        if (stream is not null)
            stream.Update(state!.Value, new(RecurrenceResult.Of(loop, RecurrenceResultKind.Last), x.Origin));
        if (stream is not null && cell is { } kept)
            stream.Update(kept, new(RecurrenceResult.Of(loop, RecurrenceResultKind.LastCell), x.Origin));
        return isLast ? new(RecurrenceResult.Of(loop, RecurrenceResultKind.Last), x.Origin) : all;

        Expr? Initial(string argument)
        {
            int operand = 0;
            while (operand < NamedOperands.Count && NamedOperands[operand].Argument != argument)
                operand++;
            if (operand == NamedOperands.Count)
                return null;
            Expr given = context.Operand(operand).At(x.Origin);
            return NumLayers * Directions == 1 ? given : given.Add(new Move(
                x.Origin, TensorShape.Batched(HiddenSize), [given], [new MovePart([index, 0], [0], [new(HiddenSize, 1, 1, 0, 1)])]));
        }
    }

    private static string Suffix(int layer, int direction) => $"_l{layer}{(direction == 1 ? "_reverse" : "")}";
}

using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>
/// The slow, obvious meaning of the compiler's graph, in double precision: it computes node after node and keeps every
/// value. Emitted code is right where it agrees with this.
/// </summary>
internal sealed class Interpreter(Batch batch)
{
    private readonly Dictionary<Tensor, TensorValue> values = [];

    public TensorValue this[Tensor node] => values[node];

    /// <summary>
    /// Computes what the program leaves behind, in the order of its results. Where an input is not given (the output's gradient
    /// while only the output is wanted), what depends on it is left out.
    /// </summary>
    public static IReadOnlyList<(ProgramResult Result, TensorValue Value)> Run(Program program, Batch batch)
    {
        var interpreter = new Interpreter(batch);
        foreach (Tensor node in program.Nodes)
            if (interpreter.CanCompute(node))
                interpreter.values.Add(node, interpreter.Rounded(node, interpreter.Compute(node)));
        return [.. program.Results.Where(result => interpreter.values.ContainsKey(result.Value))
            .Select(result => (result, interpreter[result.Value]))];
    }

    private bool CanCompute(Tensor node) =>
        node is Input input ? GivenTo(input) is not null : node.Operands.All(values.ContainsKey);

    /// <summary>The values with a rounding each, but for copies, choices of a max-pool and masks, which are as they are.</summary>
    private TensorValue Rounded(Tensor node, TensorValue value) =>
        batch.Round is not { } round || node is Input or Parameter or Move or MaxPoolArgmax or StepMask ? value
        : new TensorValue(value.Shape, batch.Samples, Array.ConvertAll(value.Data, number => round(number)));

    private TensorValue Compute(Tensor node)
    {
        var operands = node.Operands.Select(operand => values[operand]).ToArray();
        return node switch
        {
            Input input => Given(input, GivenTo(input)!),
            Parameter parameter => Given(parameter, batch.Parameter(parameter)),
            Map map => Rows.Map(map, operands, batch),
            Reduce reduce => Rows.Reduce(reduce, operands[0]),
            BatchSum => Rows.SumOverBatch(node, operands[0]),
            Product => Products.Product(node, operands[0], operands[1]),
            TransposedProduct => Products.Transposed(node, operands[0], operands[1]),
            ProductWeightGradient => Products.WeightGradient(node, operands[0], operands[1]),
            WinogradWeight weight => Winograd.Weight(weight, operands[0]),
            WinogradTransformedGradient gradient => Winograd.TransformedGradient(gradient, operands[0], operands[1]),
            WinogradWeightGradient gradient => Winograd.WeightGradient(gradient, operands[0]),

            // Winograd's algorithm is another way to compute the same sum.
            WinogradConvolution winograd => Convolutions.Convolve(
                winograd, Convolutions.Framed(operands[0], winograd.Margins), values[winograd.Operands[1].Operands[0]]),
            Convolution convolution => Convolutions.Convolve(
                convolution, Convolutions.Framed(operands[0], convolution.Margins), operands[1]),
            ConvolutionWeightGradient gradient =>
                Convolutions.WeightGradient(gradient, Convolutions.Framed(operands[0], gradient.Margins), operands[1]),
            SparseWeightGradient gradient =>
                Convolutions.SparseWeightGradient(
                    gradient, Convolutions.Framed(operands[0], gradient.Margins),
                    Pools.MaxGradient(gradient.Spread, operands[1], operands[2])),
            SparseInputGradient gradient => Convolutions.Transposed(
                gradient.Shape, new TransposedTerm(gradient, gradient.Weight, gradient.Geometry, 0, 0),
                Pools.MaxGradient(gradient.Spread, operands[0], operands[1]), Convolutions.WeightFromBlocks(operands[2])),
            PolyphaseConvolution polyphase => Convolutions.Sum(polyphase.Terms.Select((term, index) =>
                Convolutions.Transposed(
                    polyphase.Shape, term, operands[2 * index],
                    term.Geometry.Groups > 1
                        ? operands[(2 * index) + 1]
                        : Convolutions.WeightFromTransposed(operands[(2 * index) + 1])))),
            TransposedConvolution transposed => Convolutions.Sum(transposed.Terms.Select((term, index) =>
                Convolutions.Transposed(transposed.Shape, term, operands[2 * index], operands[(2 * index) + 1]))),
            Attention attention => Attentions.Attend(attention, operands, batch),
            AttentionLogSum sum => Attentions.LogSum(sum, [.. sum.Operands[0].Operands.Select(operand => values[operand])], batch),
            AttentionGradient gradient => Attentions.Gradient(gradient, operands, batch),
            MaxPool pool => Pools.Max(pool, operands[0]),
            MaxPoolArgmax argmax => Pools.Argmax((MaxPool)argmax.Operands[0], values[argmax.Operands[0].Operands[0]]),
            MaxPoolGradient gradient => Pools.MaxGradient(gradient, operands[0], operands[1]),
            AveragePool pool => Pools.Average(pool, operands[0]),
            AveragePoolGradient gradient => Pools.AverageGradient(gradient, operands[0]),
            Interpolation interpolation => Interpolations.Resized(interpolation, operands[0]),
            InterpolationGradient gradient => Interpolations.Gradient(gradient, operands[0]),
            Gather gather => Gathers.Rows(gather, operands[0], operands[1]),
            StepMask mask => Gathers.Mask(mask, operands[0]),
            ScatterAdd scatter => Gathers.Add(scatter, operands[0], operands[1]),
            SampleLoss loss => SampleLosses.Loss(loss, operands, batch),
            SampleLossGradient gradient => SampleLosses.Gradient(gradient, operands, batch),
            Recurrence loop => Recurrences.Run(loop, Value, batch.Samples),
            RecurrenceGradient gradient => Recurrences.Gradient(gradient, null, Value, batch.Samples),
            RecurrenceResult { Operands: [Recurrence loop] } result => Recurrences.Result(result, loop, Value, batch.Samples),
            RecurrenceResult { Operands: [RecurrenceGradient gradient] } result =>
                Recurrences.Gradient(gradient, result, Value, batch.Samples),
            Move move => Moves.Copy(move, operands, batch.Samples),
            _ => throw new InvalidOperationException($"the interpreter does not know {node.GetType().Name}: say here what it means"),
        };
    }

    private TensorValue Value(Tensor node) => values[node];

    private double[]? GivenTo(Input input) => input.Role == InputRole.NamedOutputGradient
        ? batch.NamedGradients.ElementAtOrDefault(input.Index)
        : batch.Inputs.GetValueOrDefault(input.Role);

    private TensorValue Given(Tensor node, double[] data) => new(node.Shape, batch.Samples, data);
}

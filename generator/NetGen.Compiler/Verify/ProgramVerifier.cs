using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Verify;

/// <summary>What holds of a program after lowering, and after each pass that rewrites it. Tests run it between passes.</summary>
internal static class ProgramVerifier
{
    /// <summary>What differentiation should have removed.</summary>
    public static IEnumerable<string> LeftFromDifferentiation(Program program) => program.Nodes
        .OfType<CustomGradient>()
        .Select(node => $"{node} is left over from differentiation");

    /// <summary>The violated invariants; none where the program is well formed.</summary>
    public static IReadOnlyList<string> Faults(Program program)
    {
        var faults = new List<string>();
        var computed = new HashSet<Tensor>();
        bool backward = false;
        foreach (Tensor node in program.Nodes)
        {
            if (node.Program != program)
                faults.Add($"{node} was made for {node.Program.Name}");
            foreach (Tensor operand in node.Operands)
            {
                if (operand.Program != program)
                    faults.Add($"{node} reads %{operand.Id} of {operand.Program.Name}");
                else if (!computed.Contains(operand))
                    faults.Add($"{node} uses %{operand.Id} before it is computed");
            }

            if (!program.Contains(node))
                faults.Add($"{node} has been replaced, and is used all the same");
            if (!computed.Add(node))
                faults.Add($"{node} stands twice");
            if (backward && !node.IsBackward)
                faults.Add($"{node} of the forward pass stands behind the backward pass");
            backward |= node.IsBackward;
            if (node is not (Move or Input or Gather or ScatterAdd or StepMask)
                && (node.Shape.IsRaw || node.Operands.Any(operand => operand.Shape.IsRaw)))
            {
                faults.Add($"{node} computes on a raw tensor, which only moves, gathers and callers do");
            }

            Shapes(node, faults);
        }

        foreach (ProgramResult result in program.Results)
        {
            if (!computed.Contains(result.Value))
                faults.Add($"the result {result.Role} {result.Index} is not computed");
            if (result is { Role: ResultRole.ParameterGradient, Value.Shape.IsBatched: true })
                faults.Add($"the gradient of parameter {result.Index} is one for each sample, not their sum");
        }

        return faults;
    }

    /// <summary>Whole numbers that are the caller's, or lie in a row with its other inputs.</summary>
    private static bool IsOfSamples(Tensor tensor) => tensor is { Shape.Rank: 1 }
        and (Input { Role: InputRole.Samples } or Move { Operands: [Input { Role: InputRole.Samples }], Shape.IsRaw: true });

    private static void Shapes(Tensor node, List<string> faults)
    {
        switch (node)
        {
            case Map map:
                int highest = -1;
                map.Body.Contains(part =>
                {
                    if (part is Operand operand)
                        highest = Math.Max(highest, operand.Index);
                    return false;
                });
                if (highest >= map.Operands.Count)
                    faults.Add($"{node} names operand {highest} of {map.Operands.Count}");
                if (map.Operands.Any(o => o.Shape.IsBatched && !map.Shape.IsBatched))
                    faults.Add($"{node} forgets the batch");
                break;
            case Product product when product.Operands[0].Shape.Inner != product.Operands[1].Shape[0]:
                faults.Add($"{node} multiplies {product.Operands[0].Shape} by {product.Operands[1].Shape}");
                break;
            case TransposedProduct product when product.Operands[0].Shape.Inner != product.Operands[1].Shape[1]:
                faults.Add($"{node} multiplies {product.Operands[0].Shape} by the transpose of {product.Operands[1].Shape}");
                break;
            case Gather or ScatterAdd or StepMask when !IsOfSamples(node.Operands[0]):
                faults.Add($"{node} looks up {node.Operands[0]}, which are no tokens");
                break;
            case Gather when node.Operands[1].Shape is { IsBatched: true } or { Rank: not 2 }:
                faults.Add($"{node} looks up rows of {node.Operands[1].Shape}");
                break;
            case ScatterAdd when !node.Operands[1].Shape.Equals(TensorShape.Batched(node.Operands[0].Shape.Inner, node.Shape.Inner)):
                faults.Add($"{node} adds {node.Operands[1].Shape} for {node.Operands[0].Shape}");
                break;
            case Convolution { Geometry: var g } convolution
                when convolution.Operands[1].Shape[2] * g.Groups != convolution.Operands[0].Shape[2]:
                faults.Add($"{node} has a weight {convolution.Operands[1].Shape} for {convolution.Operands[0].Shape}");
                break;
            case SampleLoss or SampleLossGradient when node.Operands.Skip(node is SampleLoss ? 0 : 1).Any(operand =>
                operand.Shape is not { Rank: 1, IsBatched: true } shape
                || shape.Inner != node.Operands[node.Operands.Count - 1].Shape.Inner):
                faults.Add($"{node} judges no vectors of one size");
                break;
            case Attention or AttentionGradient:
                faults.AddRange(AttentionVerifier.Faults(node));
                break;
            case Recurrence or RecurrenceGradient:
                faults.AddRange(RecurrenceVerifier.Faults(node));
                break;
            case Move move:
                Places(move, faults);
                break;
        }
    }

    /// <summary>Every loop of a move stays inside both tensors.</summary>
    private static void Places(Move move, List<string> faults)
    {
        for (int index = 0; index < move.Parts.Count; index++)
        {
            MovePart part = move.Parts[index];
            Inside(part.SourceStart, move.Operands[index].Shape, loop => (loop.SourceAxis, loop.SourceStep));
            Inside(part.DestinationStart, move.Shape, loop => (loop.DestinationAxis, loop.DestinationStep));

            void Inside(IReadOnlyList<int> start, TensorShape shape, Func<MoveLoop, (int Axis, int Step)> side)
            {
                for (int axis = 0; axis < shape.Rank; axis++)
                {
                    (int low, int high) = (start[axis], start[axis]);
                    foreach (MoveLoop loop in part.Loops.Where(loop => side(loop).Axis == axis))
                    {
                        int reach = (loop.Size - 1) * side(loop).Step;
                        low += Math.Min(0, reach);
                        high += Math.Max(0, reach);
                    }

                    if (part.Count > 0 && (low < 0 || high >= shape[axis]))
                        faults.Add($"{move} reaches from {low} to {high} on axis {axis} of {shape}");
                }
            }
        }
    }
}

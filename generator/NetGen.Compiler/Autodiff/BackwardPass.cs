using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>
/// Reverse-mode differentiation: one walk from the last node to the first, which accumulates the gradient of each node from its users.
/// Precondition: the program holds a forward pass only. Works on forms and never on layers.
/// </summary>
internal static class BackwardPass
{
    /// <summary>
    /// Appends the backward pass of several outputs, each with its gradient, and returns the gradients of
    /// <paramref name="sources"/> (null where none flows). A separate pass runs at another time than the forward pass, and is fused
    /// separately.
    /// </summary>
    public static IReadOnlyList<Tensor?> Append(
        IReadOnlyList<(Tensor Output, Tensor Seed)> outputs, IReadOnlyList<Tensor> sources, bool isSeparatePass = true)
    {
        Program program = outputs[0].Output.Program;
        Tensor[] forward = [.. program.Nodes];
        HashSet<Tensor> wanted = Dependents(forward, sources);
        var gradients = new Dictionary<Tensor, Tensor>();
        foreach ((Tensor output, Tensor seed) in outputs)
            Send(gradients, output, new(seed, seed.Origin));
        foreach (Tensor node in forward.Reverse())
        {
            // The rule of a loop reads the gradients of its results.
            if (!wanted.Contains(node) || node is Parameter or Input or RecurrenceResult)
                continue;
            var origin = new Origin(node.Layer, isSeparatePass);
            int before = program.Count;
            IReadOnlyList<Expr?> sent = node is Recurrence loop
                ? RecurrenceGradients.Of(loop, Received, origin, wanted.Contains)
                : Received(node) is { } gradient ? Gradients.Of(node, new(gradient, origin), wanted.Contains) : [];
            if (isSeparatePass && program.AddedSince(before).FirstOrDefault(
                added => !added.IsBackward && added is not (MaxPoolArgmax or AttentionLogSum or RecurrenceResult)) is { } misplaced)
                throw new InvalidOperationException(
                    $"the gradient of {node} computes {misplaced} in the forward pass; .At(dy.Origin) puts it into the backward pass");
            IReadOnlyList<Tensor> receivers = node is CustomGradient custom ? custom.Sources : node.Operands;
            for (int index = 0; index < sent.Count; index++)
                if (sent[index] is { } part && wanted.Contains(receivers[index]))
                    Send(gradients, receivers[index], part.At(origin));
        }

        return [.. sources.Select(Received)];

        Tensor? Received(Tensor node) => gradients.TryGetValue(node, out Tensor? gradient) ? gradient : null;
    }

    /// <summary>The nodes whose value depends on one of the sources.</summary>
    public static HashSet<Tensor> Dependents(IReadOnlyList<Tensor> forward, IEnumerable<Tensor> sources)
    {
        var wanted = new HashSet<Tensor>(sources);
        foreach (Tensor node in forward)
            if (node.Operands.Any(wanted.Contains) || (node is CustomGradient custom && custom.Sources.Any(wanted.Contains)))
                wanted.Add(node);
        return wanted;
    }

    private static void Send(Dictionary<Tensor, Tensor> gradients, Tensor to, Expr part) =>
        gradients[to] = gradients.TryGetValue(to, out Tensor? sum) ? new Expr(sum, part.Origin) + part : part;
}

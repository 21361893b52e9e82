using System.Text;

namespace NetGen.Compiler.Graph;

/// <summary>
/// A straight-line program over tensors: what a network computes when it predicts, when it trains, or its loss. Nodes stand
/// in an order in which they can be computed; the backward pass follows the forward pass.
/// </summary>
internal sealed class Program(string name)
{
    private readonly List<Tensor> nodes = [];
    private int nextId;

    public string Name { get; } = name;

    /// <summary>Whether it only predicts: perhaps one sample at a time.</summary>
    public bool IsPrediction { get; init; }

    public IReadOnlyList<Tensor> Nodes => nodes;

    /// <summary>The layer whose nodes are being added.</summary>
    public string CurrentLayer { get; set; } = "";

    /// <summary>Whether nodes that are added belong to the backward pass.</summary>
    public bool IsBackward { get; set; }

    /// <summary>What is wanted of the program, and where it goes.</summary>
    public List<ProgramResult> Results { get; } = [];

    /// <summary>The first layer that cannot train on a single sample, because it normalises over the batch; else null.</summary>
    public string? LayerThatNeedsTwoSamples { get; private set; }

    public void NeedsTwoSamples(string layer) => LayerThatNeedsTwoSamples ??= layer;

    public int NextId() => nextId++;

    public T Add<T>(T node) where T : Tensor
    {
        nodes.Add(node);
        return node;
    }

    /// <summary>Makes everything that uses one node use another in its place, and takes the node out.</summary>
    public void ReplaceUses(Tensor node, Tensor replacement)
    {
        foreach (Tensor user in nodes)
            for (int index = 0; index < user.Operands.Count; index++)
                if (user.Operands[index] == node)
                    user.ReplaceOperand(index, replacement);
        for (int index = 0; index < Results.Count; index++)
            if (Results[index].Value == node)
                Results[index] = Results[index] with { Value = replacement };
        nodes.Remove(node);
    }

    /// <summary>
    /// Brings the nodes into an order in which operands come first and the forward pass before the backward pass, the present
    /// order kept where it can be.
    /// </summary>
    public void Sort()
    {
        var sorted = new List<Tensor>(nodes.Count);
        var placed = new HashSet<Tensor>();
        foreach (Tensor node in nodes.OrderBy(node => node.IsBackward))
            Place(node);
        nodes.Clear();
        nodes.AddRange(sorted);

        void Place(Tensor node)
        {
            if (!placed.Add(node))
                return;
            foreach (Tensor operand in node.Operands)
                Place(operand);
            sorted.Add(node);
        }
    }

    /// <summary>Takes out the marks of backward rules, which nothing uses any more.</summary>
    public void RemoveCustomGradients() => nodes.RemoveAll(node => node is CustomGradient);

    /// <summary>Takes out nodes that no result needs.</summary>
    public void RemoveUnused()
    {
        var used = new HashSet<Tensor>();
        var open = new Stack<Tensor>(Results.Select(result => result.Value));
        while (open.Count > 0)
        {
            Tensor node = open.Pop();
            if (!used.Add(node))
                continue;
            foreach (Tensor operand in node.Operands)
                open.Push(operand);
        }

        nodes.RemoveAll(node => !used.Contains(node));
    }

    public override string ToString()
    {
        var text = new StringBuilder().Append(Name).AppendLine();
        bool backward = false;
        foreach (Tensor node in nodes)
        {
            if (node.IsBackward && !backward)
                text.AppendLine("  backward:");
            backward = node.IsBackward;
            text.Append("  ").Append(node).AppendLine();
        }

        foreach (ProgramResult result in Results)
            text.AppendLine($"  {result.Role}{(result.Index < 0 ? "" : " " + result.Index)} ← %{result.Value.Id}");
        return text.ToString();
    }
}

/// <summary>A value that the program leaves behind. <paramref name="Index"/> is the parameter's, statistic's or named output's, else -1.</summary>
internal sealed record ProgramResult(ResultRole Role, Tensor Value, int Index = -1);

internal enum ResultRole
{
    /// <summary>The network's output, raw.</summary>
    Output,

    /// <summary>A named output, raw.</summary>
    NamedOutput,

    /// <summary>The gradient by the network's input, raw.</summary>
    InputGradient,

    /// <summary>The gradient by the prediction that the loss received, raw.</summary>
    OutputGradient,

    /// <summary>The loss of the batch: one number.</summary>
    Loss,

    /// <summary>The gradient of a parameter.</summary>
    ParameterGradient,

    /// <summary>The new value of a running statistic.</summary>
    Statistic,
}

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

    public IReadOnlyList<Tensor> Nodes => nodes;

    /// <summary>The layer whose nodes are being added.</summary>
    public string CurrentLayer { get; set; } = "";

    /// <summary>Whether nodes that are added belong to the backward pass.</summary>
    public bool IsBackward { get; set; }

    /// <summary>What is wanted of the program, and where it goes.</summary>
    public List<ProgramResult> Results { get; } = [];

    public int NextId() => nextId++;

    public T Add<T>(T node) where T : Tensor
    {
        nodes.Add(node);
        return node;
    }

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

/// <summary>A value that the program leaves behind. <paramref name="Index"/> is the parameter's or statistic's, else -1.</summary>
internal sealed record ProgramResult(ResultRole Role, Tensor Value, int Index = -1);

internal enum ResultRole
{
    /// <summary>The network's output, raw.</summary>
    Output,

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

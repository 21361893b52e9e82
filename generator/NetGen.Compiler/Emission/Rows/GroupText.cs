using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>What a group computes as text, so that it can be compared: Maps with their operands in place, Reduces as functions.</summary>
/// <param name="group">The group.</param>
/// <param name="names">What the tensors in memory are called.</param>
internal sealed class GroupText(FusedGroup group, IReadOnlyDictionary<Tensor, string> names)
{
    /// <summary>A longer text is none that anybody compares with; values that are used twice stand in it twice.</summary>
    private const int Longest = 2000;

    private readonly HashSet<Tensor> loaded = [.. group.Loaded];
    private readonly HashSet<Tensor> members = [.. group.Members];
    private readonly Dictionary<Tensor, string?> known = [];

    /// <summary>The text of a tensor, or null where it is too long or reads something without a name.</summary>
    public string? Of(Tensor tensor)
    {
        if (!known.TryGetValue(tensor, out string? text))
        {
            text = Text(tensor);
            known.Add(tensor, text = text?.Length > Longest ? null : text);
        }

        return text;
    }

    private string? Text(Tensor tensor)
    {
        if (loaded.Contains(tensor) && !members.Contains(tensor))
            return names.TryGetValue(tensor, out string? name) ? name : null;
        if (tensor is Reduce reduce)
            return Of(reduce.Operands[0]) is { } operand ? $"{reduce.Reduction}({operand})" : null;
        if (tensor is not Map map)
            return null;
        string?[] operands = [.. map.Operands.Select(Of)];
        return operands.Contains(null)
            ? null
            : map.Body.WithoutCalls().Rewrite(part => part is Operand operand ? new Named(operands[operand.Index]!) : null).ToString();
    }

    private sealed record Named(string Text) : ScalarExpression
    {
        public override string ToString() => Text;
    }
}

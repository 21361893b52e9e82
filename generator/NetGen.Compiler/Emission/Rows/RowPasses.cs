using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The passes over a row that a group's Reduces need: what is computed in each. A Reduce ends a pass; what depends on it waits
/// for the next.
/// </summary>
internal sealed class RowPasses
{
    private readonly FusedGroup group;
    private readonly HashSet<Tensor> inMemory;
    private readonly TensorShape rowShape;
    private readonly Dictionary<Tensor, int> ready = [];

    /// <summary>The same for what the group computes besides its members.</summary>
    private readonly Dictionary<Tensor, int> readyInline = [];

    public RowPasses(FusedGroup group)
    {
        this.group = group;
        inMemory = [.. group.Loaded, .. group.Stored];
        rowShape = group.Space.Reduced(group.ReducedAxes);
        foreach (Tensor member in group.Members)
            ready[member] = Ready(member);
        Count = group.Members.Where(m => !IsOfRow(m)).Select(m => ready[m])
            .Concat(group.Members.OfType<Reduce>().Select(r => ready[r] - 1))
            .DefaultIfEmpty(-1).Max() + 1;
    }

    public int Count { get; }

    /// <summary>Whether a row has one value of the member, not one for each element.</summary>
    public bool IsOfRow(Tensor member) => group.ReducedAxes.Count > 0 && member.Shape.SameSizes(rowShape);

    /// <summary>What a row has once, computed before the pass from the Reduces of those before it.</summary>
    public IReadOnlyList<Tensor> BeforePass(int pass) => [.. group.Members.Where(m => m is Map && IsOfRow(m) && ready[m] == pass)];

    public IReadOnlyList<Reduce> Reduces(int pass) => [.. group.Members.OfType<Reduce>().Where(r => ready[r] - 1 == pass)];

    /// <summary>The members that the pass writes, element by element.</summary>
    public IReadOnlyList<Tensor> Stored(int pass) => [.. group.Stored.Where(m => !IsOfRow(m) && ready[m] == pass)];

    /// <summary>Whether the group computes the tensor in this pass or later, or once a row: it is not loaded then.</summary>
    public bool Computes(Tensor tensor, int pass) => ready.TryGetValue(tensor, out int first) && (IsOfRow(tensor) || first >= pass);

    /// <summary>Whether the tensor is one of the group's own.</summary>
    public bool Contains(Tensor tensor) => ready.ContainsKey(tensor);

    /// <summary>
    /// The first pass in which a member can be computed element by element; for a value that a row has once, the number of
    /// passes that must be done before.
    /// </summary>
    private int Ready(Tensor member)
    {
        int operands = member.Operands
            .Select(o => ready.TryGetValue(o, out int known) ? known : o is Map m && !inMemory.Contains(m) ? ReadyInline(m) : 0)
            .DefaultIfEmpty(0).Max();
        return member is Reduce ? operands + 1 : operands;
    }

    private int ReadyInline(Map map)
    {
        if (!readyInline.TryGetValue(map, out int known))
            readyInline.Add(map, known = Ready(map));
        return known;
    }
}

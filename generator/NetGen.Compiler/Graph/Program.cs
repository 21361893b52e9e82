using System.Text;

namespace NetGen.Compiler.Graph;

/// <summary>
/// A straight-line program over tensors: what a network computes when it predicts, when it trains, or its loss. Nodes stand in an order in
/// which they can be computed; the backward pass follows the forward pass.
/// </summary>
internal sealed class Program(string name)
{
    private readonly List<Tensor> nodes = [];

    /// <summary>Removed nodes, which leave the list when it is next read.</summary>
    private readonly HashSet<Tensor> removed = [];

    /// <summary>The users of each node in the list, with the number of operands by which they use it.</summary>
    private readonly Dictionary<Tensor, Dictionary<Tensor, int>> users = [];
    private readonly List<ProgramResult> results = [];

    /// <summary>Which of the results each node is.</summary>
    private readonly Dictionary<Tensor, List<int>> resultsOf = [];

    /// <summary>Where each result stands in the list, by role and index.</summary>
    private readonly Dictionary<(ResultRole Role, int Index), int> places = [];
    private int nextId;
    private int nextPosition;

    public string Name { get; } = name;

    /// <summary>What the methods of its forward pass do, as their names end: Predict, Forward.</summary>
    public string ForwardName { get; init; } = name;

    /// <summary>Whether it only predicts: perhaps one sample at a time.</summary>
    public bool IsPrediction { get; init; }

    /// <summary>The number of nodes added, less those removed, since <see cref="Nodes"/> was last read.</summary>
    public int Count => nodes.Count;

    public IReadOnlyList<Tensor> Nodes
    {
        get
        {
            if (removed.Count > 0)
            {
                Visit(nodes.Count);
                nodes.RemoveAll(removed.Contains);
                removed.Clear();
            }

            Visit(nodes.Count);
            return nodes;
        }
    }

    /// <summary>
    /// Nodes and operands visited so far. Tests bound it: each pass must be linear in the nodes, or a deep network would stall the editor.
    /// </summary>
    public long Visits { get; private set; }

    /// <summary>The results of the program, and where they go.</summary>
    public IReadOnlyList<ProgramResult> Results => results;

    /// <summary>What is to be differentiated, or null where nothing is left to.</summary>
    public IDifferentiation? Differentiation { get; set; }

    /// <summary>The first layer that cannot compute a single sample, because it normalises over the batch; else null.</summary>
    public string? LayerThatNeedsTwoSamples { get; private set; }

    public void NeedsTwoSamples(string layer) => LayerThatNeedsTwoSamples ??= layer;

    public int NextId() => nextId++;

    public T Add<T>(T node) where T : Tensor
    {
        nodes.Add(node);
        node.Position = nextPosition++;
        users.Add(node, []);
        foreach (Tensor operand in node.Operands)
            AddUse(node, operand);
        return node;
    }

    /// <summary>Whether the node belongs to the program: added and not removed.</summary>
    public bool Contains(Tensor node) => users.ContainsKey(node);

    /// <summary>The nodes that have the node as an operand.</summary>
    public IReadOnlyCollection<Tensor> UsersOf(Tensor node)
    {
        Dictionary<Tensor, int>.KeyCollection found = users[node].Keys;
        Visit(found.Count);
        return found;
    }

    /// <summary>How often the node is used: as an operand, or as a result.</summary>
    public int UsesOf(Tensor node)
    {
        Visit(users[node].Count);
        return users[node].Values.Sum() + (resultsOf.TryGetValue(node, out List<int>? found) ? found.Count : 0);
    }

    /// <summary>Whether the node is a result of the program.</summary>
    public bool IsResult(Tensor node) => resultsOf.ContainsKey(node);

    /// <summary>Makes a value a result of the program.</summary>
    public void AddResult(ResultRole role, Tensor value, int index = -1)
    {
        if (!places.ContainsKey((role, index)))
            places.Add((role, index), results.Count);
        results.Add(new ProgramResult(role, value, index));
        Note(value, results.Count - 1);
    }

    /// <summary>The result with this role and index, or null where there is none.</summary>
    public ProgramResult? Find(ResultRole role, int index) => places.TryGetValue((role, index), out int place) ? results[place] : null;

    /// <summary>Counts visited nodes and operands.</summary>
    public void Visit(long visits) => Visits += visits;

    /// <summary>The nodes that were added when there were so many.</summary>
    public IEnumerable<Tensor> AddedSince(int count) => nodes.GetRange(count, nodes.Count - count);

    /// <summary>Replaces all uses of a node by another one, and removes the node.</summary>
    public void ReplaceUses(Tensor node, Tensor replacement)
    {
        replacement.Position = Math.Min(replacement.Position, node.Position);
        foreach (Tensor user in UsersOf(node).ToArray())
            for (int index = 0; index < user.Operands.Count; index++)
                if (user.Operands[index] == node)
                    user.ReplaceOperand(index, replacement);
        if (resultsOf.TryGetValue(node, out List<int>? wanted))
        {
            resultsOf.Remove(node);
            foreach (int index in wanted)
            {
                results[index] = results[index] with { Value = replacement };
                Note(replacement, index);
            }
        }

        Remove(node);
    }

    /// <summary>Keeps the users up to date while an operand changes.</summary>
    public void ReplaceUse(Tensor user, Tensor operand, Tensor replacement)
    {
        if (!users.ContainsKey(user))
            return;
        RemoveUse(user, operand);
        AddUse(user, replacement);
    }

    /// <summary>
    /// Sorts the nodes topologically, the forward pass before the backward pass, otherwise in their present order.
    /// </summary>
    public void Sort()
    {
        var sorted = new List<Tensor>(nodes.Count);
        var placed = new HashSet<Tensor>();
        var open = new Stack<(Tensor Node, int Operand)>();
        foreach (Tensor node in Nodes.OrderBy(node => node.IsBackward).ThenBy(node => node.Position))
            Place(node);
        nodes.Clear();
        nodes.AddRange(sorted);
        for (nextPosition = 0; nextPosition < nodes.Count; nextPosition++)
            nodes[nextPosition].Position = nextPosition;

        // An explicit stack: recursion would overflow the thread's stack on a deep network.
        void Place(Tensor root)
        {
            if (!placed.Add(root))
                return;
            open.Push((root, 0));
            while (open.Count > 0)
            {
                (Tensor node, int next) = open.Pop();
                if (next == node.Operands.Count)
                {
                    sorted.Add(node);
                    continue;
                }

                open.Push((node, next + 1));
                if (placed.Add(node.Operands[next]))
                    open.Push((node.Operands[next], 0));
            }
        }
    }

    /// <summary>Dead-code elimination: removes nodes that no result needs.</summary>
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

        foreach (Tensor node in Nodes.Where(node => !used.Contains(node)).ToArray())
            Remove(node);
    }

    public override string ToString()
    {
        var text = new StringBuilder().Append(Name).AppendLine();
        bool backward = false;
        foreach (Tensor node in Nodes)
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

    private void Remove(Tensor node)
    {
        if (!removed.Add(node))
            return;
        foreach (Tensor operand in node.Operands)
            RemoveUse(node, operand);
        users.Remove(node);
    }

    private void Note(Tensor result, int index)
    {
        if (!resultsOf.TryGetValue(result, out List<int>? indices))
            resultsOf.Add(result, indices = []);
        indices.Add(index);
    }

    private void AddUse(Tensor user, Tensor operand)
    {
        if (users.TryGetValue(operand, out Dictionary<Tensor, int>? known))
            known[user] = (known.TryGetValue(user, out int count) ? count : 0) + 1;
    }

    private void RemoveUse(Tensor user, Tensor operand)
    {
        if (!users.TryGetValue(operand, out Dictionary<Tensor, int>? known) || !known.TryGetValue(user, out int count))
            return;
        if (count > 1)
            known[user] = count - 1;
        else
            known.Remove(user);
    }
}

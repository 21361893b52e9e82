namespace NetGen.Compiler.Shaping;

/// <summary>
/// Layers and inputs whose results nothing reads: each operand of a composition may begin elsewhere, and then what comes in is lost.
/// </summary>
internal sealed class UnreadNodes
{
    private readonly HashSet<ShapedNode> read = [];
    private readonly HashSet<ShapedNode> unread = [];

    private UnreadNodes()
    {
    }

    /// <summary>Walks back from the output: each node is visited after all that may read it.</summary>
    /// <param name="nodes">The network's.</param>
    /// <param name="inputs">What comes in; the layers begin at the first.</param>
    public static IReadOnlyCollection<ShapedNode> Of(IReadOnlyList<ShapedNode> nodes, IReadOnlyList<ShapedInput> inputs)
    {
        var search = new UnreadNodes();
        if (search.ReadsStart(nodes, isRead: true) && inputs.Count > 0)
            search.read.Add(inputs[0]);
        search.unread.UnionWith(inputs.Where(input => !search.read.Contains(input)));
        return search.unread;
    }

    /// <summary>Whether what comes into a sequence is read, where its result is or is not.</summary>
    private bool ReadsStart(IReadOnlyList<ShapedNode> nodes, bool isRead)
    {
        for (int index = nodes.Count - 1; index >= 0; index--)
        {
            ShapedNode node = nodes[index];
            isRead |= read.Contains(node);
            switch (node)
            {
                case ShapedOutput:
                    isRead = true;
                    break;
                case ShapedFrom from:
                    if (isRead)
                        read.Add(from.Source);
                    isRead = false;
                    break;
                case ShapedComposition composition:
                    bool isNeeded = isRead;
                    isRead = false;
                    foreach (IReadOnlyList<ShapedNode> branch in composition.Branches.Reverse())
                        isRead |= ReadsStart(branch, isNeeded);
                    break;
                case ShapedLayer when !isRead:
                    unread.Add(node);
                    break;
                case ShapedLayer layer:
                    isRead = layer.Layer.ReadsInput;
                    foreach (IReadOnlyList<ShapedNode> operand in layer.Operands.Reverse())
                        isRead |= ReadsStart(operand, isRead: true);
                    break;
            }
        }

        return isRead;
    }
}

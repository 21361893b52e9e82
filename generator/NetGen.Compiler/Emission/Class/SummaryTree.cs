using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Emission;

/// <summary>
/// A network's layers in their order, each block as a row above its layers. A block whose rows would be those of an earlier one beside it
/// says so instead: of a block that is repeated, the first repetition shows its layers.
/// </summary>
internal static class SummaryTree
{
    /// <summary>The rows from top to bottom.</summary>
    public static IReadOnlyList<SummaryRow> Rows(ShapedNetwork network)
    {
        var rows = new List<SummaryRow>();
        AddRows(Items(network), lines: null, rows);
        return rows;
    }

    /// <param name="items">What stands in a block, or, where there are no lines, in the network.</param>
    /// <param name="lines">The lines of the blocks around the block.</param>
    /// <param name="rows">Where the rows go.</param>
    private static void AddRows(IReadOnlyList<Item> items, string? lines, List<SummaryRow> rows)
    {
        for (int index = 0; index < items.Count; index++)
        {
            Item item = items[index];
            bool isLast = index == items.Count - 1;
            Item? like = items.Take(index).FirstOrDefault(item.IsLike);
            rows.Add(new SummaryRow(
                lines is null ? item.Name : lines + (isLast ? "└─ " : "├─ ") + item.Name,
                like is null ? item.Kind : $"{item.Kind} (as {like.Name})", item.Output, item.Parameters, item.MultiplyAdds));
            if (like is null)
                AddRows(item.Children, lines is null ? "" : lines + (isLast ? "   " : "│  "), rows);
        }
    }

    /// <summary>What stands in no block.</summary>
    private static List<Item> Items(ShapedNetwork network)
    {
        IReadOnlyList<ShapedLayer> layers = network.Layers;
        ILookup<ShapedLayer, Block> starts = Blocks(network).ToLookup(block => block.Layers[0], block => block);
        var items = new List<Item>();
        var open = new Stack<(Item Item, Block Block)>();
        for (int index = 0; index < layers.Count; index++)
        {
            while (open.Count > 0 && open.Peek().Item.End == index)
                open.Pop();
            foreach (Block block in starts[layers[index]])
            {
                var item = new Item(
                    WithinBlock(block.Shaped.Name), Kind(block.Shaped.Kind, block.Layers), block.Shaped.Output,
                    block.Layers.Sum(layer => layer.ParameterCount), block.Layers.Sum(layer => layer.MultiplyAdds))
                {
                    End = index + block.Layers.Count,
                };
                Siblings().Add(item);
                open.Push((item, block));
            }

            ShapedLayer own = layers[index];
            Siblings().Add(new Item(WithinBlock(own.Name), Kind(own.Layer.Kind, [own]), own.Output, own.ParameterCount, own.MultiplyAdds));
        }

        return items;

        List<Item> Siblings() => open.Count > 0 ? open.Peek().Item.Children : items;

        string WithinBlock(string name)
        {
            string level = open.Count > 0 ? open.Peek().Block.Shaped.Name + "." : "";
            return name.StartsWith(level, StringComparison.Ordinal) ? name.Substring(level.Length) : name;
        }
    }

    /// <summary>A kind, and whether all that could learn there is frozen.</summary>
    private static string Kind(string kind, IReadOnlyList<ShapedLayer> layers)
    {
        ShapedLayer[] withParameters = [.. layers.Where(layer => layer.Parameters.Count > 0)];
        return withParameters.Length > 0 && withParameters.All(layer => layer.IsFrozen) ? kind + ", frozen" : kind;
    }

    /// <summary>The blocks with layers. Blocks are listed when they end: of two with the same layers the outer one comes later.</summary>
    private static IEnumerable<Block> Blocks(ShapedNetwork network) => network.Blocks.Reverse()
        .Select(shaped => new Block(shaped, [.. ShapedNetwork.Flattened(shaped.Nodes).OfType<ShapedLayer>()]))
        .Where(block => block.Layers.Count > 0).OrderByDescending(block => block.Layers.Count);

    private sealed record Block(ShapedBlock Shaped, IReadOnlyList<ShapedLayer> Layers);

    /// <summary>A layer, or a block with what stands in it.</summary>
    private sealed class Item(string name, string kind, Shape output, long parameters, long multiplyAdds)
    {
        public string Name => name;

        public string Kind => kind;

        public Shape Output => output;

        public long Parameters => parameters;

        public long MultiplyAdds => multiplyAdds;

        /// <summary>Of a block, the number of the layer behind it.</summary>
        public int End { get; init; }

        public List<Item> Children { get; } = [];

        /// <summary>Whether both are blocks with the same rows but for their names.</summary>
        public bool IsLike(Item other) => Children.Count > 0 && HasRowsOf(other);

        private bool HasRowsOf(Item other) =>
            (Kind, Parameters, MultiplyAdds, Children.Count) == (other.Kind, other.Parameters, other.MultiplyAdds, other.Children.Count)
            && Output == other.Output
            && Children.Zip(other.Children, (child, its) => child.Name == its.Name && child.HasRowsOf(its)).All(same => same);
    }
}

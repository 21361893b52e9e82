using NetGen.Compiler.Language;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>
/// A block while it is expanded: the values of its parameters and the shape that comes in. A block nested in another sees the
/// outer one's parameters; In is the shape that comes into the innermost.
/// </summary>
internal sealed class BlockFrame(
    BlockSpec? block, BlockFrame? outer, BlockFrame? caller, IReadOnlyDictionary<string, ConstantValue> values, Shape? input)
{
    /// <summary>The network's own attributes.</summary>
    public static BlockFrame OfNetwork { get; } = new(null, null, null, new Dictionary<string, ConstantValue>(), null);

    public string Key => block?.Key ?? "";

    public string Name => block?.Name ?? "";

    /// <summary>The frame that uses this block.</summary>
    public BlockFrame? Caller => caller;

    public ConstantValue? ValueOf(string name) => name switch
    {
        "In" => input is null ? null : Of(input.Channels),
        "In0" => Axis(0),
        "In1" => Axis(1),
        "In2" => Axis(2),
        _ => Parameter(name),
    };

    /// <summary>The frame of the block in which a block is written, seen from here.</summary>
    public BlockFrame? Enclosing(string container)
    {
        for (BlockFrame? frame = this; frame is not null; frame = frame.Caller)
            if (frame.Key == container)
                return frame;
        return null;
    }

    public bool Contains(string key) => Enclosing(key) is not null;

    /// <summary>The blocks from the one with this key to this one, for a message: "A → B".</summary>
    public string PathFrom(string key)
    {
        var names = new List<string>();
        for (BlockFrame? frame = this; frame is not null; frame = frame.Caller)
        {
            names.Insert(0, frame.Name);
            if (frame.Key == key)
                break;
        }

        return string.Join(" → ", names);
    }

    private ConstantValue? Parameter(string name)
    {
        if (values.TryGetValue(name, out ConstantValue value))
            return value;
        return outer?.Parameter(name);
    }

    private ConstantValue? Axis(int axis) => input is { } shape && axis < shape.Rank ? Of(shape[axis]) : null;

    private static ConstantValue Of(long size) => size <= int.MaxValue ? ConstantValue.Of((int)size) : ConstantValue.Of(size);
}

using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>One of the inputs. A sample's lie one after another in a row, each followed by its length where it has one.</summary>
/// <param name="Index">Its place among them.</param>
/// <param name="Name">What operands begin with it by.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Site">Where it is written.</param>
internal sealed record ShapedInput(int Index, string Name, Shape Shape, int Site) : ShapedNode(Shape, Shape)
{
    /// <summary>The one input of a network whose attributes give it no name.</summary>
    public const string OnlyName = "input";

    /// <summary>The token that pads samples; null where there is none.</summary>
    public int? PaddingToken { get; init; }

    /// <summary>Whether each sample says how many of its steps are true.</summary>
    public bool HasLengths { get; init; }

    /// <summary>Floats of a sample, its length among them.</summary>
    public long Size => Shape.Count + (HasLengths ? 1 : 0);
}

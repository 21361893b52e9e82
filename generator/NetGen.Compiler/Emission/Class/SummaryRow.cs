using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Emission;

/// <summary>A layer of a network's summary, or a block with the sums over its layers.</summary>
/// <param name="Label">Its name within the block in which it stands, behind the lines of the tree.</param>
/// <param name="Kind">The layer's kind or the block's class.</param>
/// <param name="Output">What comes out.</param>
/// <param name="Parameters">Trained numbers.</param>
/// <param name="MultiplyAdds">Multiply-adds for one sample, forward.</param>
internal sealed record SummaryRow(string Label, string Kind, Shape Output, long Parameters, long MultiplyAdds);

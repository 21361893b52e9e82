using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>Finds what reads a network's input first, through blocks and the branches of compositions.</summary>
internal static class InputReaders
{
    /// <param name="elements">The network's attributes in order.</param>
    /// <param name="blocks">The blocks that it uses.</param>
    public static IReadOnlyList<InputReader> Of(IReadOnlyList<ElementSpec> elements, IReadOnlyList<BlockSpec> blocks)
    {
        Dictionary<string, BlockSpec> byKey = blocks.GroupBy(block => block.Key).ToDictionary(group => group.Key, group => group.First());
        var readers = new List<InputReader>();
        Sequence([.. elements.Where(element => element.Kind != "Input")], []);
        return [.. readers.Distinct()];

        // Whether the input comes out at the end as it went in.
        bool Sequence(IReadOnlyList<ElementSpec> sequence, HashSet<string> open) => sequence.All(element => Passes(element, open));

        bool Passes(ElementSpec element, HashSet<string> open)
        {
            if (element.Block.Length > 0)
                return Block(element.Block, open);
            if (element.Kind is "Shape" or "Identity" or ElementSpec.BudgetKind || (element.Kind == "Output" && !IsNamed(element)))
                return true;
            if (Compositions.KindOf(element.Kind) is not { } kind)
            {
                readers.Add(new InputReader(element.Kind, element.Text, element.Site));
                return false;
            }

            bool passes = kind == CompositionKind.Residual && element.Operands.Count == 1;
            foreach (OperandSpec operand in element.Operands)
                passes |= operand.Key.Length == 0 || Block(operand.Key, open);
            if (passes)
                readers.Add(new InputReader(element.Kind, element.Text, element.Site));
            return false;
        }

        bool Block(string key, HashSet<string> open)
        {
            if (!byKey.TryGetValue(key, out BlockSpec? block) || !open.Add(key))
                return false;
            bool passes = Sequence(block.Elements, open);
            open.Remove(key);
            return passes;
        }
    }

    private static bool IsNamed(ElementSpec element) => element.Arguments.Any(argument => argument.Name == "Name");
}

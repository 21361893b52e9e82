using NetGen.Compiler.Language;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>Finds what reads an input of a network first, through blocks and the branches of compositions.</summary>
internal sealed class InputReaders
{
    private readonly Dictionary<string, BlockSpec> blocks;
    private readonly HashSet<string> open = [];
    private readonly List<InputReader> readers = [];

    private InputReaders(IReadOnlyList<BlockSpec> blocks) =>
        this.blocks = blocks.GroupBy(block => block.Key).ToDictionary(group => group.Key, group => group.First());

    /// <param name="name">The input, by which operands may begin with it.</param>
    /// <param name="isFirst">Whether the layers begin at it.</param>
    /// <param name="elements">The network's attributes in order.</param>
    /// <param name="blocks">The blocks that it uses.</param>
    public static IReadOnlyList<InputReader> Of(
        string name, bool isFirst, IReadOnlyList<ElementSpec> elements, IReadOnlyList<BlockSpec> blocks)
    {
        var search = new InputReaders(blocks);
        if (isFirst)
            search.Passes([.. elements.Where(element => element.Kind != "Input")]);
        foreach (BlockSpec block in search.blocks.Values.Where(block => block.Elements.Count > 0 && Begins(block.Elements[0], name)))
        {
            ElementSpec from = block.Elements[0];
            if (search.Passes([.. block.Elements.Skip(1)]))
                search.readers.Add(new InputReader(from.Kind, from.Text, from.Site));
        }

        return [.. search.readers.Distinct()];
    }

    private static bool Begins(ElementSpec element, string name) =>
        Expansion.IsFrom(element) && element.Arguments.Count == 1
        && element.Arguments[0].Value is LiteralConstant { Value: { Type: ConstantType.String } value } && value.Text == name;

    /// <summary>Whether the input comes out at the end as it went in.</summary>
    private bool Passes(IReadOnlyList<ElementSpec> sequence) => sequence.All(Passes);

    private bool Passes(ElementSpec element)
    {
        if (element.Block.Length > 0)
            return Passes(element.Block);
        if (element.Kind is "Shape" or "Identity" or ElementSpec.BudgetKind || (element.Kind == "Output" && !IsNamed(element)))
            return true;
        if (Expansion.IsFrom(element))
            return false;
        if (Compositions.KindOf(element.Kind) is not { } kind)
        {
            readers.Add(new InputReader(element.Kind, element.Text, element.Site));
            return false;
        }

        bool passes = kind == CompositionKind.Residual && element.Operands.Count == 1;
        foreach (OperandSpec operand in element.Operands)
            passes |= operand.Key.Length == 0 || Passes(operand.Key);
        if (passes)
            readers.Add(new InputReader(element.Kind, element.Text, element.Site));
        return false;
    }

    private bool Passes(string key)
    {
        if (!blocks.TryGetValue(key, out BlockSpec? block) || !open.Add(key))
            return false;
        bool passes = Passes(block.Elements);
        open.Remove(key);
        return passes;
    }

    private static bool IsNamed(ElementSpec element) => element.Arguments.Any(argument => argument.Name == "Name");
}

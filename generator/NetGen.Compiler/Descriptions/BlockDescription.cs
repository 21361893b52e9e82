using System.Text;
using NetGen.Compiler.Language;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Descriptions;

/// <summary>
/// Blocks as text, by which an assembly tells others of them; <see cref="BlockDescriptionReader"/> reads it. A line begins a
/// block or is one of its elements:
/// <code>
/// block Models.BasicBlock(int width, int stride = 1)
/// Residual&lt;Models.BasicBlock.Path&gt;
/// ReLU
/// block Models.BasicBlock.Path in Models.BasicBlock
/// Conv2d(Width, 3, Stride = Stride, Padding = (Kernel / 2), Name = "conv")
/// use Models.Norm(4, groups: 2)
/// </code>
/// Every operator stands between brackets with its operands, so that nothing depends on precedence. Numbers of other types than
/// int have a letter at the end. The text depends on the blocks alone: not on the machine, its culture, or where they stand.
/// </summary>
internal static class BlockDescription
{
    /// <summary>Counts up when a reader of the version before could not read the text, or would read it otherwise.</summary>
    public const int Version = 1;

    public const string Block = "block ";
    public const string Use = "use ";
    public const string Inside = " in ";

    /// <summary>What stands for Identity among operands, so that no block has it as its key.</summary>
    public const string Identity = "Identity";

    /// <summary>Stands before the number that keeps apart the keys of two blocks of one name.</summary>
    public const char Number = '#';

    /// <summary>
    /// Whether a text can say what a block is: where C# has an error for a part of an expression, it has no value, and lists are a loss's.
    /// </summary>
    public static bool CanWrite(BlockSpec block) => block.Parameters.Select(parameter => parameter.Default).OfType<ConstantExpression>()
        .Concat(block.Elements.SelectMany(element => element.Arguments).Select(argument => argument.Value))
        .All(expression => !expression.WithParts().Any(part => part is UnknownConstant or ListConstant));

    public static string Write(IEnumerable<BlockSpec> blocks)
    {
        var text = new StringBuilder();
        foreach (BlockSpec block in blocks)
        {
            text.Append(Block).Append(block.Key);
            if (block.Container.Length > 0)
                text.Append(Inside).Append(block.Container);
            if (block.Parameters.Count > 0)
                text.Append('(').Append(string.Join(", ", block.Parameters.Select(Parameter))).Append(')');
            text.Append('\n');
            foreach (ElementSpec element in block.Elements)
                text.Append(Element(element)).Append('\n');
        }

        return text.ToString();
    }

    private static string Parameter(BlockParameterSpec parameter) =>
        $"{TypeName(parameter.Type)} {parameter.Name}{(parameter.Default is { } value ? " = " + ConstantText.Of(value) : "")}";

    private static string Element(ElementSpec element)
    {
        string name = element.Block.Length > 0 ? Use + element.Block : element.Kind;
        string operands = element.Operands.Count == 0
            ? ""
            : $"<{string.Join(", ", element.Operands.Select(operand => operand.Key.Length > 0 ? operand.Key : Identity))}>";
        string arguments = element.Arguments.Count == 0 ? "" : $"({string.Join(", ", element.Arguments.Select(Argument))})";
        return name + operands + arguments;
    }

    private static string Argument(ArgumentSpec argument) =>
        (argument.Name is { } name ? name + " = " : "") + ConstantText.Of(argument.Value);

    public static string TypeName(ConstantType type) => type.ToString().ToLowerInvariant();
}

using System.Globalization;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Language;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Shaping;

/// <summary>Puts a block's layers in the place of its use, with its parameters' values.</summary>
internal sealed class BlockExpansion(Expansion expansion, Report report)
{
    private int useCount;

    /// <summary>A block used as an attribute, with arguments.</summary>
    public Flow Use(
        ElementSpec element, BlockSpec block, string fullName, AttributeValues values, BlockFrame frame, NameScope scope, Flow flow,
        List<ShapedNode> nodes)
    {
        var parameters = new Dictionary<string, ConstantValue>(StringComparer.Ordinal);
        for (int position = 0; position < block.Parameters.Count; position++)
        {
            BlockParameterSpec parameter = block.Parameters[position];
            ConstantValue? value = values.Value(position, parameter.Name) ?? (values.IsWrong ? null : DefaultOf(parameter));
            if (value is not { } given)
                return Incomplete();
            parameters[parameter.ConstantName] = Converted(given, parameter.Type);
        }

        return Expand(
            block, parameters, new BlockUse(block.Key, element.Text, fullName, element.Site, useCount++), frame, scope, flow, nodes);
    }

    /// <summary>
    /// One of an element's operands. Where a block stands twice among them, each adds its position to the names, behind
    /// <paramref name="numbered"/>.
    /// </summary>
    public Flow Operand(
        ElementSpec element, int position, BlockFrame frame, NameScope scope, NameScope numbered, Flow flow, List<ShapedNode> nodes)
    {
        OperandSpec operand = element.Operands[position];
        bool isTwice = operand.Key.Length > 0 && element.Operands.Count(other => other.Key == operand.Key) > 1;
        NameScope own = isTwice ? numbered.Level(position.ToString(CultureInfo.InvariantCulture)) : scope;
        return Operand(operand, frame, own, flow.Forked, nodes);
    }

    /// <summary>A block used as an operand, without arguments; "" is Identity.</summary>
    private Flow Operand(OperandSpec operand, BlockFrame frame, NameScope scope, Flow flow, List<ShapedNode> nodes)
    {
        if (operand.Key.Length == 0)
            return flow;
        if (expansion.Find(operand.Key) is not { } block)
            return Incomplete();
        var parameters = new Dictionary<string, ConstantValue>(StringComparer.Ordinal);
        foreach (BlockParameterSpec parameter in block.Parameters)
        {
            if (parameter.Default is null)
            {
                report.Add(Rules.OperandNeedsArguments, operand.Site, block.Name, parameter.Name);
                return Flow.Ended;
            }

            if (DefaultOf(parameter) is not { } value)
                return Incomplete();
            parameters[parameter.ConstantName] = Converted(value, parameter.Type);
        }

        return Expand(block, parameters, new BlockUse(block.Key, operand.Text, "", operand.Site, useCount++), frame, scope, flow, nodes);
    }

    private Flow Expand(
        BlockSpec block, Dictionary<string, ConstantValue> parameters, BlockUse use, BlockFrame frame, NameScope scope, Flow flow,
        List<ShapedNode> nodes)
    {
        if (frame.Contains(block.Key))
        {
            // An operand cannot be left out: its composition would have one too few.
            report.AddWithFixes(
                Rules.RecursiveBlock, use.Site, use.Name.Length > 0 ? [new SuggestedFix(FixKind.Remove, "")] : [], block.Name,
                frame.PathFrom(block.Key) + " → " + block.Name);
            return Flow.Ended;
        }

        BlockFrame? outer = block.Container.Length > 0 ? frame.Enclosing(block.Container) : null;
        if (block.Container.Length > 0 && outer is null)
        {
            report.Add(Rules.NestedBlock, use.Site, block.Name, expansion.Find(block.Container)?.Name ?? block.Container);
            return Flow.Ended;
        }

        report.EnterBlock(use);
        Flow output = Expand(block, shape => new BlockFrame(block, outer, frame, parameters, shape), isOperand: use.Name.Length == 0);
        report.LeaveBlock();

        // Which of another assembly's layers decides the width is nobody's to change here.
        return output.Width is { Site: Fault.Elsewhere } ? output with { Width = null } : output;

        // What an operand begins with comes into it: In is its size.
        Flow Expand(BlockSpec block, Func<Shape?, BlockFrame> frameOf, bool isOperand)
        {
            IReadOnlyList<ElementSpec> elements = block.Elements;
            if (!isOperand || elements.Count == 0 || !Expansion.IsFrom(elements[0]))
                return expansion.Sequence(elements, frameOf(flow.Shape), scope, flow, nodes);
            Flow start = expansion.From(elements[0], frameOf(flow.Shape), scope, flow, nodes);
            return expansion.Sequence([.. elements.Skip(1)], frameOf(start.Shape), scope, start, nodes);
        }
    }

    private static ConstantValue? DefaultOf(BlockParameterSpec parameter) =>
        parameter.Default is { } value ? ConstantEvaluator.Evaluate(value, _ => null) : null;

    /// <summary>An int widens to a parameter's long or double; C# sees to the other types.</summary>
    private static ConstantValue Converted(ConstantValue value, ConstantType type) => type switch
    {
        ConstantType.Double when value.IsInteger => ConstantValue.Of(value.AsDouble),
        ConstantType.Long when value.IsInteger => ConstantValue.Of(value.Integer),
        _ => value,
    };

    private Flow Incomplete()
    {
        report.IsIncomplete = true;
        return Flow.Ended;
    }
}

using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the calls of the library that keep something for the next step of a stream, or read what a table has for the step.
/// </summary>
internal static class StreamEmitter
{
    public static void Emit(KernelContext context)
    {
        Tensor anchor = context.Group.Anchor!;
        CodeWriter writer = context.Writer;
        if (anchor is StepRow row)
        {
            context.DeclareReferences(isOneMatrix: true);
            int stride = row.Operands[0].Shape.PaddedInner;
            writer.Line(
                $"StreamRows.Copy(ref {Row(context, row.Operands[0], stride)}, ref {context.Reference(row)}, "
                + $"count: {Literals.Integer(row.Shape.PaddedInner)});");
            return;
        }

        // The state and what it becomes lie in the same place.
        var update = (StateUpdate)anchor;
        context.DeclareReferences(isOneMatrix: true, except: update.Operands[0]);
        int count = update.Operands[1].Shape.PaddedInner;
        string to = update.IsRow ? Row(context, update, count) : context.Reference(update);
        writer.Line($"StreamRows.Copy(ref {context.Reference(update.Operands[1])}, ref {to}, count: {Literals.Integer(count)});");
    }

    private static string Row(KernelContext context, Tensor table, int stride) =>
        $"Unsafe.Add(ref {context.Reference(table)}, workspace.Step * {Literals.Integer(stride)})";
}

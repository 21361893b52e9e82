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
                $"Copies.Rows(ref {Row(context, row.Operands[0], stride)}, 0, ref {context.Reference(row)}, 0, "
                + $"count: {Literals.Integer(row.Shape.PaddedInner)}, begin, end);");
            return;
        }

        // The state and what it becomes lie in the same place.
        var update = (StateUpdate)anchor;
        context.DeclareReferences(isOneMatrix: true, except: update.Operands[0]);
        int count = update.Operands[1].Shape.PaddedInner;
        string to = update.IsRow ? Row(context, update, count) : context.Reference(update);
        writer.Line(
            $"Copies.Rows(ref {context.Reference(update.Operands[1])}, 0, ref {to}, 0, count: {Literals.Integer(count)}, begin, end);");
    }

    private static string Row(KernelContext context, Tensor table, int stride) =>
        $"Unsafe.Add(ref {context.Reference(table)}, workspace.Step * {Literals.Integer(stride)})";
}

using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>What a group's Maps load to compute something.</summary>
internal static class MapInputs
{
    /// <summary>The tensors in memory that are loaded to compute others, in the order of the kernel's references.</summary>
    /// <param name="context">The kernel.</param>
    /// <param name="computed">What is computed. The group's members among their operands are computed too.</param>
    public static IReadOnlyList<Tensor> Of(KernelContext context, IEnumerable<Tensor> computed)
    {
        var loaded = new HashSet<Tensor>();
        var seen = new HashSet<Tensor>();
        var open = new Stack<Tensor>(computed);
        while (open.Count > 0)
        {
            Tensor tensor = open.Pop();
            if (!seen.Add(tensor) || tensor == context.Group.Anchor)
                continue;
            if (context.HasReference(tensor) && !context.Group.Members.Contains(tensor))
                loaded.Add(tensor);
            else
                foreach (Tensor operand in tensor.Operands)
                    open.Push(operand);
        }

        return [.. context.Group.Loaded.Where(loaded.Contains)];
    }
}

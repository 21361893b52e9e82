using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>The rules of their own that layers state.</summary>
internal static class CustomGradients
{
    /// <summary>Takes them out of a program: behind differentiation their work is done.</summary>
    public static void Remove(Program program)
    {
        foreach (CustomGradient custom in program.Nodes.OfType<CustomGradient>().ToArray())
            program.ReplaceUses(custom, custom.Operands[0]);
    }
}

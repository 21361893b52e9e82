using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>The backward rules that layers state.</summary>
internal static class CustomGradients
{
    /// <summary>Removes them from a program, once differentiation has used them.</summary>
    public static void Remove(Program program)
    {
        foreach (CustomGradient custom in program.Nodes.OfType<CustomGradient>().ToArray())
            program.ReplaceUses(custom, custom.Operands[0]);
    }
}

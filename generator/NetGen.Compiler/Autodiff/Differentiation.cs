using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>Writes the gradients that lowering asked for. The rules that layers state have done their work then, and are removed.</summary>
internal static class Differentiation
{
    public static void Apply(Program program)
    {
        IDifferentiation? wanted = program.Differentiation;
        program.Differentiation = null;
        wanted?.Append(program);
        CustomGradients.Remove(program);
        program.Sort();
        program.RemoveUnused();
    }
}

using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>Writes the gradients that lowering asked for. What layers know of better rules has done its work then, and goes.</summary>
internal static class Differentiation
{
    public static void Apply(Program program)
    {
        IDifferentiation? wanted = program.Differentiation;
        program.Differentiation = null;
        wanted?.Append(program);
        foreach (CustomGradient custom in program.Nodes.OfType<CustomGradient>().ToArray())
            program.ReplaceUses(custom, custom.Operands[0]);
        program.Sort();
        program.RemoveUnused();
    }
}

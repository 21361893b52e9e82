using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>
/// Writes the gradients that lowering asked for; those of a scan's body with the program around it. What layers know of better rules has done
/// its work then, and goes.
/// </summary>
internal static class Differentiation
{
    public static void Apply(Program program)
    {
        IDifferentiation? wanted = program.Differentiation;
        program.Differentiation = null;
        wanted?.Append(program);
        foreach (Program nested in NestedPrograms.InsideOut(program))
        {
            CustomGradients.Remove(nested);
            nested.Sort();
            nested.RemoveUnused();
        }
    }
}

namespace NetGen.Compiler.Emission;

/// <summary>
/// The methods that kernels by Winograd's algorithm share, one class of them in each file of kernels: a deep network has many
/// layers of few sizes, and what their tiles go through is written, read and compiled once a size.
/// </summary>
internal sealed class WinogradMethods
{
    private const string Class = "Winograd";

    private readonly Dictionary<WinogradMethod, string> names = [];
    private readonly List<WinogradMethod> methods = [];
    private readonly HashSet<string> taken = [];

    /// <summary>How a kernel calls the method, which is printed behind all kernels.</summary>
    public string NameOf(WinogradMethod method)
    {
        if (names.TryGetValue(method, out string? known))
            return known;
        string name = method.Name;
        for (int number = 2; !taken.Add(name); number++)
            name = method.Name + "_" + Literals.Integer(number);
        methods.Add(method);
        return names[method] = Class + "." + name;
    }

    /// <summary>Prints the class, in the order in which the methods were first asked for.</summary>
    public void Emit(CodeWriter writer)
    {
        if (methods.Count == 0)
            return;
        writer.Line();
        writer.Line("/// <summary>The steps of Winograd's algorithm (Lavin and Gray, arXiv 1509.09308), which kernels of equal sizes share.</summary>");
        using (writer.Open($"private static class {Class}"))
        {
            for (int index = 0; index < methods.Count; index++)
            {
                if (index > 0)
                    writer.Line();
                Emit(writer, methods[index]);
            }
        }
    }

    private void Emit(CodeWriter writer, WinogradMethod method)
    {
        writer.Line($"/// <summary>{method.Summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"public static void {names[method].Substring(Class.Length + 1)}({method.Parameters})"))
            method.EmitBody(new MethodContext(writer));
    }
}

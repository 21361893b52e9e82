using System.Text.RegularExpressions;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The short names of emitted files: Workspace, Unsafe, Kernels. Where the user's namespace or class has one of them for
/// something else, the files say NetGenWorkspace in its place.
/// </summary>
internal static class ShortNames
{
    private static readonly string[] OfKernels = ["Kernels", .. VectorDialect.All.Select(dialect => dialect.Name + "Kernels")];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfKernels, .. VectorDialect.Aliases(VectorDialect.Vector512).Select(line => line.Split(' ')[1])];

    /// <summary>Those that are written as attributes.</summary>
    public static IReadOnlyList<string> OfAttributes { get; } = ["MethodImpl"];

    /// <summary>A file of kernels. A name after a dot is somebody else's member, and one after "partial class" the user's type.</summary>
    public static string ApartInKernels(string text, ClassSpec spec) =>
        Replaced(text, spec.TakenShortNames, @"(?<![\w.@]|\bpartial [a-z ]+ )(NAMES)(?!\w)");

    /// <summary>The file of what a caller sees, in which the classes of kernels are declared and called.</summary>
    public static string ApartInClass(string text, ClassSpec spec) =>
        Replaced(text, spec.TakenShortNames.Where(name => OfKernels.Contains(name)), @"(?<![\w.@])(NAMES)(?=[.\n])");

    private static string Replaced(string text, IEnumerable<string> taken, string pattern)
    {
        string names = string.Join("|", taken);
        return names.Length == 0 ? text : Regex.Replace(text, pattern.Replace("NAMES", names), "NetGen$1");
    }
}

using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>How calls of the library's kernels by Winograd's algorithm name a window.</summary>
internal static class WinogradTypes
{
    /// <summary>The type that stands for a window.</summary>
    public static string Window(WinogradSize size) => $"Window{Literals.Integer(size.WindowHeight)}x{Literals.Integer(size.Window)}";
}

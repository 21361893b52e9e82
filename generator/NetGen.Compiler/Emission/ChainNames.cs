using NetGen.Compiler.Fusion;

namespace NetGen.Compiler.Emission;

/// <summary>The names of chains in emitted files: of the first and the last method.</summary>
internal static class ChainNames
{
    public static string Of(Chain chain) => $"{chain.Groups[0].Name}To{chain.Groups[chain.Groups.Count - 1].Name}";
}

namespace NetGen.Compiler.Emission;

/// <summary>Names that no local of a kernel can have, though a layer may: the words of C#, and what kernels declare.</summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> All = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum "
            + "event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long "
            + "namespace new null object operator out override params private protected public readonly ref return sbyte sealed short "
            + "sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual "
            + "void volatile while workspace begin end sample sum").Split(' '),
        StringComparer.Ordinal);

    public static bool Contains(string name) => All.Contains(name);
}

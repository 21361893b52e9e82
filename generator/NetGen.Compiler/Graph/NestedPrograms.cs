namespace NetGen.Compiler.Graph;

/// <summary>The bodies of a program's scans, and of the scans in those.</summary>
internal static class NestedPrograms
{
    /// <summary>All bodies and the program itself, innermost first.</summary>
    public static IReadOnlyList<Program> InsideOut(Program program)
    {
        var found = new List<Program>();
        Find(program);
        return found;

        void Find(Program outer)
        {
            foreach (Scan scan in outer.Nodes.OfType<Scan>())
                Find(scan.Body);
            found.Add(outer);
        }
    }
}

namespace NetGen.Compiler.Graph;

/// <summary>The bodies of a program's scans, and of the scans in these.</summary>
internal static class NestedPrograms
{
    /// <summary>All of them and the program itself, each behind those that it contains: what a pass finds in a program has been through it already.</summary>
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

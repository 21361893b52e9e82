namespace NetGen.Compiler.Emission;

/// <summary>What all printing inside a method needs: where to write, and names for its locals.</summary>
internal class MethodContext(CodeWriter writer)
{
    private readonly Dictionary<string, int> names = [];

    public CodeWriter Writer { get; } = writer;

    /// <summary>The local names that the method has used.</summary>
    public IEnumerable<string> Names => names.Keys;

    /// <summary>
    /// A local name that the method has not used yet: the first, the second if the first is taken, or that with a number.
    /// </summary>
    public string Fresh(string name, string other) => Fresh(names.ContainsKey(name) ? other : name);

    /// <summary>A local name that the method has not used yet.</summary>
    public string Fresh(string name)
    {
        if (!names.TryGetValue(name, out int count))
        {
            names[name] = 1;
            return name;
        }

        names[name] = count + 1;
        return Fresh(name + "_" + (count + 1));
    }
}

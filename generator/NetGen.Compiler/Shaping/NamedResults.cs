using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Shaping;

/// <summary>
/// The results of named elements, where <c>[From("name")]</c> goes on. A name is looked for from the level at which it stands outwards, so
/// that blocks find their own layers in each of their uses.
/// </summary>
internal sealed class NamedResults
{
    private const string FromArgument = "name";

    private readonly Dictionary<string, Flow> results = new(StringComparer.Ordinal);
    private readonly List<OpenName> open = [];

    /// <summary>Notes what an element of this full name gives; of two, the later counts.</summary>
    public void Add(string fullName, Flow result) => results[fullName] = result;

    /// <summary>The result of the nearest element of that name; null where none stands before this place.</summary>
    /// <param name="name">The name.</param>
    /// <param name="scope">Where it is looked for first.</param>
    /// <param name="report">Who names it.</param>
    /// <param name="argument">The argument that does.</param>
    public Flow? Find(string name, NameScope scope, LayerReport report, string argument = FromArgument)
    {
        string[] meant = [.. scope.Lookup(name)];
        foreach (string candidate in meant)
            if (results.TryGetValue(candidate, out Flow? found))
                return found;
        open.Add(new OpenName(name, meant, [.. results.Keys], report, argument));
        return null;
    }

    /// <summary>Reports the names that nothing before them has, now that all elements are known.</summary>
    public void Finish()
    {
        foreach (OpenName missing in open)
        {
            string fault = missing.Meant.Any(results.ContainsKey) ? "that element comes after it" : "nothing before it has that name";
            string? nearest = missing.Before
                .Where(name => name.EndsWith("." + missing.Name, StringComparison.Ordinal))
                .Concat(missing.Before.Where(name => EditDistance.Between(name, missing.Name) <= Math.Max(1, missing.Name.Length / 3))
                    .OrderBy(name => EditDistance.Between(name, missing.Name)))
                .FirstOrDefault();
            string suggestion = nearest is not null ? $" Did you mean '{nearest}'?"
                : missing.Before.Count == 0 ? " Only what is written with Name has one."
                : $" There is {string.Join(", ", missing.Before.Select(name => $"'{name}'"))}.";
            missing.Report.Add(
                Rules.FromName, missing.Report.Site(missing.Argument), nearest is null ? [] : [LayerNames.Named(nearest)], missing.Written,
                fault, suggestion);
        }
    }

    private sealed record OpenName(
        string Name, IReadOnlyList<string> Meant, IReadOnlyList<string> Before, LayerReport Report, string Argument)
    {
        /// <summary>As it is written: [From("name")], or the option of a layer.</summary>
        public string Written => Argument == FromArgument ? $"[From(\"{Name}\")]" : $"{Argument} = \"{Name}\" of '{Report.Name}'";
    }
}

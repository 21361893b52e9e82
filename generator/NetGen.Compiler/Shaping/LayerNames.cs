using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Shaping;

/// <summary>All full names of a network, each of which exists once, also when its parts are written as C# members.</summary>
internal sealed class LayerNames(Report report)
{
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> members = new(StringComparer.Ordinal);

    /// <summary>A stated name if it is valid, else null after a report.</summary>
    public string? Checked(string name, LayerReport layer)
    {
        layer.StatedName = name;
        if (MemberNames.IsValid(name))
            return name;
        report.AddWithFixes(Rules.InvalidName, layer.Site("Name"), [Named(MemberNames.Mended(name))], name);
        return null;
    }

    /// <summary>Takes a full name. Reports where it is taken, and says so.</summary>
    public bool Take(string fullName, string kind, LayerReport layer)
    {
        if (owners.TryGetValue(fullName, out string? owner))
        {
            report.AddWithFixes(Rules.DuplicateName, layer.Site("Name"), Renamings(fullName, layer), fullName, owner);
            return false;
        }

        owners.Add(fullName, ("AEIOU".IndexOf(kind[0]) < 0 ? "a " : "an ") + kind);
        string parent = "";
        foreach (string segment in fullName.Split('.'))
        {
            if (!MemberNames.IsIndex(segment) && Clash(parent, segment) is { } other)
            {
                report.AddWithFixes(
                    Rules.MemberClash, layer.Site("Name"), Renamings(fullName, layer), parent + other, parent
                        + segment, MemberNames.Of(segment));
                return true;
            }

            parent += segment + ".";
        }

        return true;
    }

    public static SuggestedFix Named(string name) => new(FixKind.Replace, "\"" + name + "\"");

    /// <summary>A stated name with a number that no other layer has, or the automatic name.</summary>
    private IEnumerable<SuggestedFix> Renamings(string fullName, LayerReport layer)
    {
        if (!layer.IsWritten("Name"))
            yield break;
        int dot = fullName.LastIndexOf('.') + 1;
        string last = fullName.Substring(dot);
        int number = 2;
        while (owners.ContainsKey(fullName + "_" + number)
            || members.ContainsKey(fullName.Substring(0, dot) + MemberNames.Of(last + "_" + number)))
            number++;
        if (!MemberNames.IsIndex(last))
            yield return Named(layer.StatedName + "_" + number);
        yield return new SuggestedFix(FixKind.Remove, "");
    }

    private string? Clash(string parent, string segment)
    {
        string member = parent + MemberNames.Of(segment);
        if (!members.TryGetValue(member, out string? other))
        {
            members.Add(member, segment);
            return null;
        }

        return other == segment ? null : other;
    }
}

using NetGen.Compiler.Diagnostics;

namespace NetGen.Compiler.Shapes;

/// <summary>All full names of a network, each of which exists once, also when its parts are written as C# members.</summary>
internal sealed class LayerNames(Report report)
{
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> members = new(StringComparer.Ordinal);

    /// <summary>A stated name if it is valid, else null after a report.</summary>
    public string? Checked(string name, LayerReport layer)
    {
        if (MemberNames.IsValid(name))
            return name;
        report.Add(Rules.InvalidName, layer.Site("Name"), name);
        return null;
    }

    /// <summary>Takes a full name. Reports where it is taken, and says so.</summary>
    public bool Take(string fullName, string kind, LayerReport layer)
    {
        if (owners.TryGetValue(fullName, out string? owner))
        {
            report.Add(Rules.DuplicateName, layer.Site("Name"), fullName, owner);
            return false;
        }

        owners.Add(fullName, "a " + kind);
        string parent = "";
        foreach (string segment in fullName.Split('.'))
        {
            if (!MemberNames.IsIndex(segment) && Clash(parent, segment) is { } other)
            {
                report.Add(Rules.MemberClash, layer.Site("Name"), parent + other, parent + segment, MemberNames.Of(segment));
                return true;
            }

            parent += segment + ".";
        }

        return true;
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

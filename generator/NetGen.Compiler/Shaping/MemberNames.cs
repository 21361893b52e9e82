namespace NetGen.Compiler.Shaping;

/// <summary>Names of layers as members of the generated class.</summary>
internal static class MemberNames
{
    /// <summary>
    /// A part of a name as a C# member: "conv1" is Conv1, "self_attention" is SelfAttention. Two numbers stay apart: "block1_1"
    /// is Block1_1.
    /// </summary>
    public static string Of(string segment)
    {
        string member = "";
        foreach (string word in segment.Split('_').Where(word => word.Length > 0))
        {
            bool isNumberAfterNumber = member.Length > 0 && char.IsDigit(member[member.Length - 1]) && char.IsDigit(word[0]);
            member += (isNumberAfterNumber ? "_" : "") + char.ToUpperInvariant(word[0]) + word.Substring(1);
        }

        return member.Length == 0 || char.IsDigit(member[0]) ? "_" + member : member;
    }

    /// <summary>Whether a part of a name is an index: layer2.0 is Layer2[0].</summary>
    public static bool IsIndex(string segment) => segment.Length > 0 && segment.All(char.IsDigit);

    /// <summary>A valid name as near as can be to one that is not: "fc 1" is fc_1.</summary>
    public static string Mended(string name)
    {
        IEnumerable<string> segments = name.Split('.')
            .Select(segment => string.Concat(segment.Select(c => IsLetterOrDigit(c) ? c : '_')).Trim('_'))
            .Where(segment => segment.Length > 0);
        string mended = string.Join(".", segments);
        return mended.Length > 0 ? mended : "layer";
    }

    /// <summary>Whether a name has parts of letters, digits and underscores, with dots between them.</summary>
    public static bool IsValid(string name) => name.Split('.').All(
        segment => segment.Length > 0 && segment.All(c => c == '_' || IsLetterOrDigit(c)));

    private static bool IsLetterOrDigit(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z';
}

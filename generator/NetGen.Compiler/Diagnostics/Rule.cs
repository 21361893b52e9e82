namespace NetGen.Compiler.Diagnostics;

/// <summary>A kind of diagnostic: its id, which is never reused, a title, and a format for its messages.</summary>
internal sealed record Rule(string Id, string Title, string Format, RuleSeverity Severity = RuleSeverity.Error)
{
    /// <summary>
    /// Whether it is advice on a network that works. It is given only where there is no error: a layer out of place makes
    /// its neighbours look strange too.
    /// </summary>
    public bool IsAdvice { get; init; }

    /// <summary>The number of placeholders of <see cref="Format"/>, which are numbered from 0.</summary>
    public int ArgumentCount
    {
        get
        {
            int count = 0;
            while (Format.Contains("{" + count + "}"))
                count++;
            return count;
        }
    }

    /// <summary>The format with one more placeholder at its end, for the block.</summary>
    public string FormatWithBlock => Format + "{" + ArgumentCount + "}";
}

namespace NetGen.Reports;

/// <summary>A setting of a fit.</summary>
/// <param name="Name">The name in lower case with underscores, such as <c>batch_size</c>.</param>
/// <param name="Value">A <see cref="string"/>, <see cref="bool"/>, <see cref="long"/> or <see cref="double"/>.</param>
internal readonly record struct FitSetting(string Name, object Value)
{
    /// <summary>The value as text.</summary>
    public string Text => Value switch
    {
        bool flag => flag ? "true" : "false",
        _ => FormattableString.Invariant($"{Value}"),
    };
}

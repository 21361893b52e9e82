namespace MnistTrainer.Report;

/// <summary>Lines of a terminal that are drawn over until they are cleared.</summary>
internal sealed class LiveLines(TextWriter writer)
{
    private int drawn;

    /// <summary>Draws the lines in the place of those before.</summary>
    /// <param name="lines">None is wider than the terminal.</param>
    public void Draw(params ReadOnlySpan<string> lines)
    {
        writer.Write(Erasure + string.Join('\n', lines!));
        writer.Flush();
        drawn = lines.Length;
    }

    /// <summary>Takes the lines away.</summary>
    public void Clear()
    {
        if (drawn > 0)
            writer.Write(Erasure);
        drawn = 0;
    }

    // To the first column, up to the first of the lines, and all from there to the end of the screen.
    private string Erasure => (drawn > 1 ? $"\r\u001b[{drawn - 1}A" : "\r") + "\u001b[J";
}

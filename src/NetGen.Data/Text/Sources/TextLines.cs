namespace NetGen.Data;

/// <summary>A file with a text and its class on each line, separated by a tab.</summary>
internal sealed class TextLines(string path, bool labelFirst) : TextSource(path)
{
    internal override IReadOnlyList<LabelledText> Read()
    {
        var texts = new List<LabelledText>();
        int line = 0;
        foreach (ReadOnlySpan<char> ended in ReadFile(Path).AsSpan().EnumerateLines())
        {
            line++;
            ReadOnlySpan<char> content = ended;
            if (content.IsWhiteSpace())
                continue;
            int tab = content.IndexOf('\t');
            string form = labelFirst ? "a class, a tab and a text" : "a text, a tab and its class";
            if (tab < 0)
                throw new TextPlace(Path, line, 0).Error($"there is no tab; expected {form}.");
            int another = content[(tab + 1)..].IndexOf('\t');
            if (another >= 0)
                throw new TextPlace(Path, line, tab + another + 2).Error($"there is another tab; expected {form}.");
            TextPlace first = new(Path, line, 1), second = new(Path, line, tab + 2);
            (string before, string behind) = (content[..tab].ToString(), content[(tab + 1)..].ToString());
            texts.Add(labelFirst ? Made(behind, before, second, first) : Made(before, behind, first, second));
        }

        return texts.Count > 0 ? texts : throw new InvalidDataException($"'{Path}' is empty; expected lines of texts with classes.");
    }
}

using System.Globalization;
using nietras.SeparatedValues;

namespace NetGen.Data;

/// <summary>The column of texts and that of classes of a CSV file.</summary>
internal sealed class TextColumns : TextSource
{
    private readonly string text;
    private readonly string label;
    private readonly CsvOptions options;

    public TextColumns(string path, string text, string label, CsvOptions options)
        : base(path, options.Encoding)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        ArgumentException.ThrowIfNullOrEmpty(label);
        if (text == label)
            throw new ArgumentException($"'{text}' is named for the texts and for the classes; expected two columns.", nameof(label));
        (this.text, this.label, this.options) = (text, label, options);
    }

    internal override IReadOnlyList<LabelledText> Read()
    {
        string content = ReadFile(Path);
        if (string.IsNullOrWhiteSpace(content))
            throw new InvalidDataException($"'{Path}' is empty; expected {(options.HasHeader ? "a header and " : "")}rows.");
        int line = 1;
        var texts = new List<LabelledText>();
        try
        {
            Read(content, texts, ref line);
        }
        catch (Exception error) when (error is NotSupportedException or ArgumentException or IndexOutOfRangeException)
        {
            throw new CsvPlace(Path, line).Error(error.Message);
        }

        return texts.Count > 0 ? texts : throw new InvalidDataException($"'{Path}' has no row; expected at least one.");
    }

    private void Read(string content, List<LabelledText> texts, ref int line)
    {
        using SepReader reader = Sep.Reader(stated => stated with
        {
            Sep = options.Separator is { } separator ? new Sep(separator) : null,
            HasHeader = false,
            Unescape = true,
            DisableColCountCheck = true,
            CultureInfo = CultureInfo.InvariantCulture,
        }).FromText(content);
        int ofText = -1, ofLabel = -1, width = 0;
        while (reader.MoveNext())
        {
            SepReader.Row row = reader.Current;
            var place = new CsvPlace(Path, line);
            line = row.LineNumberToExcl;
            if (row.ColCount == 1 && row[0].Span.IsWhiteSpace())
                continue;
            if (width == 0)
            {
                width = row.ColCount;
                string[] names = new string[width];
                for (int i = 0; i < width; i++)
                    names[i] = options.HasHeader ? row[i].Span.Trim().ToString() : i.ToString(CultureInfo.InvariantCulture);
                (ofText, ofLabel) = (IndexOf(text, names, place), IndexOf(label, names, place));
                if (options.HasHeader)
                    continue;
            }

            if (row.ColCount != width)
            {
                throw place.Error(
                    $"expected {width} fields, as in the first row; got {row.ColCount}. A quote that is not closed takes in what follows.");
            }

            if (row[ofText].Span.IsWhiteSpace())
                throw place.Error(text, "there is no text.");
            if (row[ofLabel].Span.IsWhiteSpace())
                throw place.Error(label, "there is no class.");
            TextPlace start = new(Path, place.Line, 0);
            texts.Add(Made(row[ofText].ToString(), row[ofLabel].ToString(), start, start));
        }
    }

    private static int IndexOf(string name, string[] names, CsvPlace place)
    {
        int index = Array.IndexOf(names, name);
        if (index < 0)
            throw place.Error($"there is no column '{name}'; the columns are {CsvReader.Listed(names)}.");
        return Array.IndexOf(names, name, index + 1) < 0 ? index : throw place.Error($"two columns are named '{name}'.");
    }
}

using System.Globalization;
using System.Text;
using nietras.SeparatedValues;

namespace NetGen.Data;

/// <summary>Reads rows of a CSV file into cells: numbers as floats, categories by their numbers.</summary>
internal sealed class CsvReader
{
    private readonly CsvOptions options;
    private readonly IReadOnlyList<CsvField> fields;
    private readonly CategoryIndex?[] categories;
    private readonly bool[] mayLack;
    private readonly bool[] isIgnored;

    /// <param name="options">How files are read.</param>
    /// <param name="fields">What is read of them.</param>
    /// <param name="isNeeded">Which of the fields a file must have; those that it lacks are without values. All by default.</param>
    /// <param name="isIgnored">Which of the fields are not read though the file has them. None by default.</param>
    public CsvReader(
        CsvOptions options, IReadOnlyList<CsvField> fields, Func<int, bool>? isNeeded = null, Func<int, bool>? isIgnored = null)
    {
        (this.options, this.fields) = (options, fields);
        categories = [.. fields.Select(field => field.IsNumber ? null : new CategoryIndex())];
        mayLack = [.. fields.Select((_, index) => isNeeded?.Invoke(index) == false)];
        this.isIgnored = [.. fields.Select((_, index) => isIgnored?.Invoke(index) == true)];
    }

    /// <summary>The categories of each field that were read, by their numbers; empty for numbers.</summary>
    public IReadOnlyList<string>[] Categories => [.. categories.Select(index => index?.Texts ?? [])];

    /// <summary>A category of a field by its number.</summary>
    public string CategoryOf(int field, int number) => categories[field]!.Texts[number];

    /// <summary>Reads all rows of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="take">
    /// Takes the cells of a row, which are valid during the call, and its place: see
    /// <see cref="CsvCell"/>. False ends the reading.
    /// </param>
    /// <exception cref="InvalidDataException">The file is no table with these columns; the message names line and column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public void Read(string path, RowAction take)
    {
        using StreamReader text = EncodedFile.Open(path, options.Encoding);
        using SepReader reader = Begin(path, text);
        ReadRows(path, reader, take);
    }

    private SepReader Begin(string path, StreamReader text)
    {
        try
        {
            return Sep.Reader(stated => stated with
            {
                Sep = options.Separator is { } separator ? new Sep(separator) : null,
                HasHeader = false,
                Unescape = true,
                DisableColCountCheck = true,
                CultureInfo = CultureInfo.InvariantCulture,
            }).From(text);
        }
        catch (DecoderFallbackException)
        {
            throw UndecodableByte.In(path, options.Encoding, CsvOptions.EncodingOption);
        }
        catch (Exception error) when (IsOfFile(error))
        {
            throw new CsvPlace(path, 1).Error(error.Message);
        }
    }

    /// <summary>Goes on to the next row. What callers do with rows throws as it is.</summary>
    private bool Next(SepReader reader, CsvPlace place)
    {
        try
        {
            return reader.MoveNext();
        }
        catch (DecoderFallbackException)
        {
            throw UndecodableByte.In(place.Path, options.Encoding, CsvOptions.EncodingOption);
        }
        catch (Exception error) when (IsOfFile(error))
        {
            throw place.Error(error.Message);
        }
    }

    // A row that is too long, or has too many columns.
    private static bool IsOfFile(Exception error) => error is NotSupportedException or ArgumentException or IndexOutOfRangeException;

    private void ReadRows(string path, SepReader reader, RowAction take)
    {
        int[]? positions = null;
        int width = 0, line = 1;
        var cells = new int[fields.Count];
        while (Next(reader, new CsvPlace(path, line)))
        {
            SepReader.Row row = reader.Current;

            // What is behind the row's last line is known; where the first begins, the reader says wrongly of the first row.
            var place = new CsvPlace(path, line);
            line = row.LineNumberToExcl;
            if (row.ColCount == 1 && row[0].Span.Trim().IsEmpty)
                continue;
            if (positions is null)
            {
                width = row.ColCount;
                positions = PositionsIn(place, options.HasHeader ? TextsOf(row) : Positions(width));
                if (options.HasHeader)
                    continue;
            }

            if (row.ColCount != width)
            {
                throw place.Error(
                    $"expected {width} fields, as in the first row; got {row.ColCount}. A quote that is not closed takes in what follows.");
            }

            if (Parse(row, positions, place, cells) && !take(cells, place))
                return;
        }

        if (positions is null)
            throw new InvalidDataException($"'{path}' is empty; expected {(options.HasHeader ? "a header and " : "")}rows.");

        static string[] Positions(int width) =>
            [.. Enumerable.Range(0, width).Select(index => index.ToString(CultureInfo.InvariantCulture))];
    }

    private static string[] TextsOf(SepReader.Row row)
    {
        var texts = new string[row.ColCount];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = row[i].Span.ToString();
        return texts;
    }

    private int[] PositionsIn(CsvPlace place, string[] header)
    {
        for (int i = 0; i < header.Length; i++)
            header[i] = header[i].Trim();
        var positions = new int[fields.Count];
        for (int i = 0; i < positions.Length; i++)
        {
            string name = fields[i].Name;
            positions[i] = isIgnored[i] ? -1 : Array.IndexOf(header, name);
            if (positions[i] >= 0 && Array.IndexOf(header, name, positions[i] + 1) >= 0)
                throw place.Error($"two columns are named '{name}'.");
            if (positions[i] < 0 && !mayLack[i])
                throw place.Error($"there is no column '{name}'; the columns are {Listed(header)}.");
        }

        return positions;
    }

    internal static string Listed(IEnumerable<string> names)
    {
        const int Most = 30;
        string[] all = [.. names.Take(Most + 1)];
        string text = string.Join(", ", all.Take(Most).Select(name => $"'{Shortened(name)}'"));
        return all.Length > Most ? text + " and more" : text;
    }

    private static string Shortened(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : $"{text[..40]}…";

    /// <summary>Whether the row is kept.</summary>
    private bool Parse(SepReader.Row row, int[] positions, CsvPlace place, int[] cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            CsvField field = fields[i];
            ReadOnlySpan<char> text = positions[i] < 0 ? default : row[positions[i]].Span.Trim();
            if (positions[i] < 0 || IsMissing(text))
            {
                if (field.DropsRow && positions[i] >= 0)
                    return false;
                if (field.NeedsValue && positions[i] >= 0)
                {
                    string rule = field.IsNumber ? nameof(Missing.Mean) : nameof(Missing.Zero);
                    throw place.Error(
                        field.Name,
                        $"there is no value ('{Shortened(text)}'); rules for that are {nameof(Missing)}.{nameof(Missing.DropRow)} and "
                            + $"{nameof(Missing)}.{rule}.");
                }

                cells[i] = field.IsNumber ? CsvCell.MissingNumber : CsvCell.MissingCategory;
            }
            else
            {
                cells[i] = field.IsNumber ? CsvCell.Of(Number(text, field, place)) : Category(text, i, place);
            }
        }

        return true;
    }

    private bool IsMissing(ReadOnlySpan<char> text)
    {
        foreach (string missing in options.MissingTexts)
        {
            if (text.Equals(missing, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static float Number(ReadOnlySpan<char> text, CsvField field, CsvPlace place)
    {
        if (!float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) || !float.IsFinite(value))
        {
            string hint = text.Contains(',') ? " with a decimal point" : "";
            throw place.Error(field.Name, $"expected a finite number{hint}, got '{Shortened(text)}'.");
        }

        if (field.IsLogarithmic && value <= -1)
            throw place.Error(field.Name, $"ln(1 + x) is of numbers above -1; got {Shortened(text)}.");
        return value;
    }

    private int Category(ReadOnlySpan<char> text, int index, CsvPlace place)
    {
        int number = categories[index]!.NumberOf(text);
        return number >= 0 ? number : throw place.Error(
            fields[index].Name, $"there are more than {CategoryIndex.Most:N0} categories; expected a column with fewer.");
    }

    /// <summary>Takes a row.</summary>
    internal delegate bool RowAction(ReadOnlySpan<int> cells, CsvPlace place);
}

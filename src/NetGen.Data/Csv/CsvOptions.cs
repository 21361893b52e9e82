using System.Text;
using nietras.SeparatedValues;

namespace NetGen.Data;

/// <summary>How a CSV file is read. Quoted fields, which may hold separators and line breaks, and a BOM are always understood.</summary>
public sealed record CsvOptions
{
    internal const string EncodingOption = $"{nameof(CsvOptions)}.{nameof(Encoding)}";

    /// <summary>
    /// How bytes become characters: UTF-8 unless stated otherwise, and <see cref="System.Text.Encoding.Latin1"/> of many older files. A
    /// file that begins with a BOM, of UTF-8, UTF-16 or UTF-32, is read by that. A byte that is no character is an error that names file,
    /// line and column.
    /// </summary>
    public Encoding Encoding
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = Encoding.UTF8;

    /// <summary>
    /// The character between fields; where none is stated, the one that the first line shows: comma, semicolon, tab or bar.
    /// </summary>
    /// <exception cref="ArgumentException">The character cannot separate, as a quote or a letter.</exception>
    public char? Separator
    {
        get;
        init => field = value is { } stated ? new Sep(stated).Separator : null;
    }

    /// <summary>Whether the first line names the columns; else they are named by their positions, from "0" on.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Texts that stand for a field without a value. Spaces around a field do not count, nor does upper or lower case.</summary>
    public IReadOnlyList<string> MissingTexts
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = ["", "NA", "N/A", "NaN", "null", "?"];

    /// <summary>
    /// The folder of the binary copies of files with more than 16 MiB of values, which take the place of the file when it is read again;
    /// the user's cache where none is stated.
    /// </summary>
    public string? CacheFolder { get; init; }
}

using System.Text;

namespace NetGen.Reports;

/// <summary>Writes markup that is both HTML and well-formed XML. All text and all values of attributes are escaped.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder markup = new();
    private readonly Stack<string> open = new();

    /// <summary>Opens an element; attributes without a value are left out.</summary>
    public void Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(tag, attributes);
        markup.Append('>');
        open.Push(tag);
    }

    /// <summary>Closes the element that was opened last.</summary>
    /// <exception cref="InvalidOperationException">None is open.</exception>
    public void Close() => markup.Append("</").Append(open.Pop()).Append('>');

    /// <summary>Writes an element that has text alone.</summary>
    public void Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(tag, attributes);
        Text(text);
        Close();
    }

    /// <summary>Writes an element that has no content, such as <c>img</c>.</summary>
    public void Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(tag, attributes);
        markup.Append(" />");
    }

    /// <summary>Writes text.</summary>
    public void Text(string text) => Append(text);

    /// <summary>Writes markup as it is.</summary>
    public void Raw(string text) => markup.Append(text);

    /// <summary>The markup.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public override string ToString() => open.Count == 0
        ? markup.ToString()
        : throw new InvalidOperationException($"The element '{open.Peek()}' is still open.");

    private void Begin(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        markup.Append('<').Append(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is null)
                continue;
            markup.Append(' ').Append(name).Append("=\"");
            Append(value);
            markup.Append('"');
        }
    }

    private void Append(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    markup.Append("&amp;");
                    break;
                case '<':
                    markup.Append("&lt;");
                    break;
                case '>':
                    markup.Append("&gt;");
                    break;
                case '"':
                    markup.Append("&quot;");
                    break;
                case < ' ' and not ('\n' or '\t') or 0xFFFE or 0xFFFF or 0x7F:
                    // XML has no form for these.
                    markup.Append(Rune.ReplacementChar.ToString());
                    break;
                default:
                    markup.Append(rune.ToString());
                    break;
            }
        }
    }
}

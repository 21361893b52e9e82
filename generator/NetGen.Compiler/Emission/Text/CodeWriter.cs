using System.Runtime.CompilerServices;

namespace NetGen.Compiler.Emission;

/// <summary>Text with indentation. Lines end with \n on every system, so that the output is the same everywhere.</summary>
internal sealed class CodeWriter(int indentation = 0, int capacity = 1 << 16)
{
    private const int LongestLine = 130;

    private readonly TextBuffer text = new(capacity);
    private readonly Stack<TextBuffer> free = new();
    private int depth = indentation;

    /// <summary>How far lines are indented, in steps of four spaces.</summary>
    public int Depth => depth;

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', depth * 4);
            text.Append(line);
        }

        text.Append('\n');
        return this;
    }

    /// <summary>A line in parts, which are put together without a string for the whole.</summary>
    public CodeWriter Line([InterpolatedStringHandlerArgument("")] ref LineHandler line)
    {
        if (line.Parts.Length > 0)
        {
            text.Append(' ', depth * 4);
            text.Append(line.Parts);
        }

        text.Append('\n');
        Release(line.Parts);
        return this;
    }

    /// <summary>A list with commas, on as many lines as can be read, each but the first indented once more.</summary>
    /// <param name="begin">What stands before it.</param>
    /// <param name="parts">Its parts, of which there is one at least.</param>
    /// <param name="end">What stands behind it.</param>
    public void List(string begin, IEnumerable<string> parts, string end)
    {
        string line = begin, indentation = new string(' ', begin.TakeWhile(character => character == ' ').Count() + 4);
        foreach (string part in parts)
        {
            if (line.Length + part.Length > LongestLine)
            {
                Line(line.TrimEnd());
                line = indentation;
            }

            line += part + ", ";
        }

        Line(line.Substring(0, line.Length - 2) + end);
    }

    /// <summary>Prints once more a block that has been printed at the same indentation, and what is behind it.</summary>
    /// <param name="first">Prints what is first in the block now.</param>
    /// <param name="printed">The block, from its brace.</param>
    public void Again(Action first, string printed)
    {
        Line("{");
        depth++;
        first();
        depth--;
        text.Append(printed.Substring(printed.IndexOf('\n') + 1));
    }

    /// <summary>Opens a block under a header; disposing it closes the block.</summary>
    public Block Open(string header)
    {
        Line(header);
        return Open();
    }

    /// <summary>Opens a block without a header.</summary>
    public Block Open()
    {
        Line("{");
        depth++;
        return new Block(this);
    }

    public override string ToString() => text.ToString();

    /// <summary>Begins another file, in the memory of the one before.</summary>
    public void Clear() => text.Clear();

    // A part of a line may print lines of its own before, which then have buffers of their own.
    private TextBuffer Rent() => free.Count > 0 ? free.Pop() : new TextBuffer(256);

    private void Release(TextBuffer buffer)
    {
        buffer.Clear();
        free.Push(buffer);
    }

    public readonly struct Block(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line("}");
        }
    }

    /// <summary>What C# makes of an interpolated string that is a line.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct LineHandler
    {
        public LineHandler(int literalLength, int formattedCount, CodeWriter writer) => Parts = writer.Rent();

        internal TextBuffer Parts { get; }

        public void AppendLiteral(string part) => Parts.Append(part);

        public void AppendFormatted(string? part) => Parts.Append(part ?? "");

        public void AppendFormatted(int part) => Parts.Append(Literals.Integer(part));

        public void AppendFormatted(long part) => Parts.Append(Literals.Integer(part));

        public void AppendFormatted(object? part) => Parts.Append(part?.ToString() ?? "");
    }
}

using System.Text;

namespace NetGen.Compiler.Emission;

/// <summary>Text with indentation. Lines end with \n on every system, so that the output is the same everywhere.</summary>
internal sealed class CodeWriter(int indentation = 0)
{
    private readonly StringBuilder text = new();
    private int depth = indentation;

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
            text.Append(' ', depth * 4).Append(line);
        text.Append('\n');
        return this;
    }

    /// <summary>Opens a block under a header; disposing it closes the block.</summary>
    public Block Open(string header)
    {
        Line(header).Line("{");
        depth++;
        return new Block(this);
    }

    /// <summary>Opens a block without a header.</summary>
    public Block Open()
    {
        Line("{");
        depth++;
        return new Block(this);
    }

    public override string ToString() => text.ToString();

    public readonly struct Block(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line("}");
        }
    }
}

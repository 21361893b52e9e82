using System.Text;
using NetGen.Data;
using NetGen.Mutations.Mutating;
using NetGen.Mutations.Networks;

namespace NetGen.Mutations.Kinds;

/// <summary>A text whose windows are samples, of which byte pairs are learnt.</summary>
internal sealed class TextWindowsKind() : FileKind("text-windows")
{
    public override IReadOnlyList<byte[]> Valid { get; } = [Encoding.UTF8.GetBytes(Verses.Text)];

    public override byte[] MutateStructure(byte[] file, Draw draw) => TextMutation.Of(file, draw);

    public override void Read(string path)
    {
        var data = new Verses(path);
        int[] indices = [.. Enumerable.Range(0, data.Count)];
        data.CopyTokens(indices, new int[data.Count * data.SampleSize]);
        data.CopyLabels(indices, new int[data.Count * data.LabelsPerSample]);

        // Byte pairs give back what was read.
        string text = File.ReadAllText(path);
        Tokenizer tokenizer = ((TextPreparation)data.Preparation).CreateTokenizer();
        if (tokenizer.Decode(tokenizer.Encode(text)) != text)
            throw new InvalidOperationException("The text that was decoded is another one than was encoded.");
    }
}

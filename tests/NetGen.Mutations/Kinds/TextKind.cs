using System.Text;
using NetGen.Data;
using NetGen.Mutations.Mutating;
using NetGen.Mutations.Networks;

namespace NetGen.Mutations.Kinds;

/// <summary>Texts with classes: lines of a file, or two columns of a CSV file.</summary>
internal sealed class TextKind(bool isTable) : FileKind(isTable ? "text-csv" : "text")
{
    public override IReadOnlyList<byte[]> Valid { get; } = [Encoding.UTF8.GetBytes(isTable ? Opinions.Table : Opinions.Lines)];

    public override byte[] MutateStructure(byte[] file, Draw draw) =>
        isTable ? CsvMutation.Of(file, draw) : TextMutation.Of(file, draw);

    public override void Read(string path)
    {
        TextSource source = isTable ? TextSource.Csv(path, text: "review", label: "sentiment") : TextSource.Lines(path);
        foreach (TokenizerKind tokenizer in (TokenizerKind[])[TokenizerKind.Words, TokenizerKind.Characters])
        {
            var data = new Opinions(source, tokenizer);
            int[] indices = [.. Enumerable.Range(0, data.Count)];
            data.CopyTokens(indices, new int[data.Count * data.SampleSize]);
            data.CopyLabels(indices, new int[data.Count]);
        }
    }
}

using System.Text;
using NetGen.Data;
using NetGen.Mutations.Mutating;
using NetGen.Mutations.Networks;

namespace NetGen.Mutations.Kinds;

/// <summary>Weights with a tokenizer: loaded, and used to classify a text, or to go on with one.</summary>
internal sealed class TextModelKind : FileKind
{
    private readonly bool writes;
    private readonly Network network;

    /// <param name="folder">A folder of its own.</param>
    /// <param name="writes">Whether it is a language model of byte pairs; else it classifies words or characters.</param>
    public TextModelKind(string folder, bool writes)
        : base(writes ? "language-model" : "text-model")
    {
        this.writes = writes;
        network = writes ? new VerseNet(seed: 1) : new OpinionNet(seed: 1);
        string path = Path.Combine(folder, $"saved {Name}"), texts = Path.Combine(folder, $"texts of {Name}.txt");
        File.WriteAllBytes(texts, Encoding.UTF8.GetBytes(writes ? Verses.Text : Opinions.Lines));
        Valid = writes
            ? [Saved(new Verses(texts))]
            : [
                Saved(new Opinions(TextSource.Lines(texts))),
                Saved(new Opinions(TextSource.Lines(texts), TokenizerKind.Characters)),
            ];

        byte[] Saved(IDataSet data)
        {
            network.Save(path, data);
            return File.ReadAllBytes(path);
        }
    }

    public override IReadOnlyList<byte[]> Valid { get; }

    public override byte[] MutateStructure(byte[] file, Draw draw) => SafetensorsMutation.Of(file, "netgen.preparation", draw);

    public override void Read(string path)
    {
        TextModel model = TextModel.Load(path, network);
        if (writes)
            model.Write("A pepper \u00E9", tokens: 8);
        else
            model.Predict("A moving plot, caf\u00E9!");
    }

    public override bool IsExpected(Exception error, string path) => base.IsExpected(error, path)

        // The network has other inputs or outputs than the file says.
        || (error is ArgumentException && error.Message.Contains(path, StringComparison.Ordinal))
        || (error is InvalidOperationException && error.Message.Contains("An output of the network is ", StringComparison.Ordinal));
}

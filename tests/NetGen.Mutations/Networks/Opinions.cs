using NetGen.Data;

namespace NetGen.Mutations.Networks;

/// <summary>Short texts of two classes: on lines, or in two columns of a CSV file.</summary>
[DataSet, Sample(6, Vocabulary = 24, PaddingToken = 0), Classes(2)]
internal sealed class Opinions(TextSource source, TokenizerKind tokenizer = TokenizerKind.Words) : TextDataSet(source, tokenizer)
{
    public const string Lines =
        "A moving film.\tgood\nDull, and far too long\tbad\n\nIt's superb \u2013 caf\u00E9 \uD83D\uDE00!\tgood\nWeak plot\tbad\n";

    public const string Table = """
        sentiment,review,stars
        good,"A moving film, and ""short"".",5
        bad,"Dull
        and far too long",1
        good,Superb café,4

        """;
}

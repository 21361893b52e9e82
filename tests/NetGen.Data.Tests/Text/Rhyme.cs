namespace NetGen.Data.Tests.Text;

/// <summary>A text that repeats itself.</summary>
[DataSet, Sample(8, Vocabulary = 24), Classes(24, Per = Per.Step)]
public sealed class Rhyme(string path, TokenizerKind tokenizer = TokenizerKind.Characters, int stride = 0)
    : TextWindows(path, tokenizer, stride)
{
    public const string Line = "peter piper picked a peck\n";
}

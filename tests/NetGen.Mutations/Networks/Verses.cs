using NetGen.Data;

namespace NetGen.Mutations.Networks;

/// <summary>Windows of byte pairs.</summary>
[DataSet, Sample(6, Vocabulary = 270), Classes(270, Per = Per.Step)]
internal sealed class Verses(string path) : TextWindows(path, TokenizerKind.BytePairs)
{
    public const string Text = "Peter Piper picked a peck of pickled pepper \u2013 \u00E9\uD83D\uDE00.\r\nA peck of pickled pepper!\n";
}

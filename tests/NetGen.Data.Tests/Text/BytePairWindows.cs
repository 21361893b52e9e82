namespace NetGen.Data.Tests.Text;

/// <summary>Windows of byte pairs.</summary>
[DataSet, Sample(8, Vocabulary = 400), Classes(400, Per = Per.Step)]
public sealed class BytePairWindows(string path) : TextWindows(path, TokenizerKind.BytePairs);

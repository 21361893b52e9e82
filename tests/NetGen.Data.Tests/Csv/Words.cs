namespace NetGen.Data.Tests.Csv;

/// <summary>Words, each a token: the first input.</summary>
[DataSet, Sample(1, Vocabulary = 3), Classes(2)]
public sealed class Words(string path) : CsvDataSet(path, new CsvColumns().Token("word").Label("kind"));

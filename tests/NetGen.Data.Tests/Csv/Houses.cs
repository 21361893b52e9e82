namespace NetGen.Data.Tests.Csv;

/// <summary>Houses: numbers and a category as a token, and a price that ranges over powers of ten.</summary>
[DataSet, Sample(2), Sample(1, Name = "town", Vocabulary = 4), Target(1)]
public sealed class Houses(string path) : CsvDataSet(path, new CsvColumns()
    .Number("area").Number("rooms", Scaling.MinMax).Token("town", Unseen.Ignore).Target("price", Scaling.Standard, log: true));

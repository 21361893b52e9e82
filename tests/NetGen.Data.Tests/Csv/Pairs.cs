namespace NetGen.Data.Tests.Csv;

/// <summary>Two values of a series, one for each shop, of which the next is predicted.</summary>
[DataSet, Sample(2, 1), Target(1)]
public sealed class Pairs(string path) : CsvDataSet(path, new CsvColumns().Number("x").Target("x").Group("shop").Window(2));

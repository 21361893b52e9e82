namespace NetGen.Data.Tests.Csv;

/// <summary>A series: two columns of 12 rows, of which the next two values of one are predicted.</summary>
[DataSet, Sample(12, 2), Target(2)]
public sealed class Waves(string path) : CsvDataSet(path, new CsvColumns()
    .Number("wave").Number("trend").Target("wave", Scaling.Standard).Window(steps: 12, horizon: 2));

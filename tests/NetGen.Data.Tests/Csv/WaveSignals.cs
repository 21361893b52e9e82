namespace NetGen.Data.Tests.Csv;

/// <summary>The same as a signal, [channels, length].</summary>
[DataSet, Sample(2, 12, Axes = Axes.ChannelsLength, ChannelsLast = true), Target(2)]
public sealed class WaveSignals(string path) : CsvDataSet(path, new CsvColumns()
    .Number("wave").Number("trend").Target("wave", Scaling.Standard).Window(steps: 12, horizon: 2));

namespace NetGen.Data.Tests.Csv;

/// <summary>Houses: numbers and a category as a token, and a price that ranges over powers of ten.</summary>
[DataSet, Sample(2), Sample(1, Name = "town", Vocabulary = 4), Target(1)]
public sealed class Houses(string path) : CsvDataSet(path, new CsvColumns()
    .Number("area").Number("rooms", Scaling.MinMax).Token("town", Unseen.Ignore).Target("price", Scaling.Standard, log: true));

[Network]
[Input<Houses>]
[Concat<Identity, Town>]
[Linear(16), ReLU]
[Linear(1)]
[MSE]
public partial class HouseNet
{
    [From("town"), Embedding(4, 2), Flatten]
    partial class Town : Block;
}

/// <summary>A series: two columns of 12 rows, of which the next two values of one are predicted.</summary>
[DataSet, Sample(12, 2), Target(2)]
public sealed class Waves(string path) : CsvDataSet(path, new CsvColumns()
    .Number("wave").Number("trend").Target("wave", Scaling.Standard).Window(steps: 12, horizon: 2));

[Network]
[Input<Waves>]
[Flatten, Linear(32), Tanh]
[Linear(2)]
[MSE]
public partial class WaveNet;

/// <summary>The same as a signal, [channels, length].</summary>
[DataSet, Sample(2, 12, Axes = Axes.ChannelsLength, ChannelsLast = true), Target(2)]
public sealed class WaveSignals(string path) : CsvDataSet(path, new CsvColumns()
    .Number("wave").Number("trend").Target("wave", Scaling.Standard).Window(steps: 12, horizon: 2));

[Network]
[Input<WaveSignals>]
[Conv1d(8, 3), Tanh, Flatten]
[Linear(2)]
[MSE]
public partial class WaveSignalNet;

/// <summary>Words, each a token: the first input.</summary>
[DataSet, Sample(1, Vocabulary = 3), Classes(2)]
public sealed class Words(string path) : CsvDataSet(path, new CsvColumns().Token("word").Label("kind"));

[Network]
[Input<Words>]
[Embedding(3, 4), Flatten, Linear(1)]
[BCEWithLogits]
public partial class WordNet;

[Network]
[Input<Penguins>]
[Linear(3), LogSoftmax]
[NLL]
public partial class LogNet;

[Network]
[Input<Penguins>]
[Linear(3)]
[MultiMargin]
public partial class MarginNet;

[Network]
[Input(2)]
[Linear(3)]
[CrossEntropy]
public partial class ThreeNet;

/// <summary>Two values of a series, one for each shop, of which the next is predicted.</summary>
[DataSet, Sample(2, 1), Target(1)]
public sealed class Pairs(string path) : CsvDataSet(path, new CsvColumns().Number("x").Target("x").Group("shop").Window(2));

[Network]
[Input<Pairs>]
[Flatten, Linear(1)]
[MSE]
public partial class PairNet;

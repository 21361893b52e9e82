using NetGen.Data;

namespace NetGen.Mutations.Networks;

/// <summary>A series of two harbours: windows of three steps, which predict two numbers one and two steps ahead.</summary>
[DataSet, Sample(3, 2), Target(4)]
internal sealed class Tides(string path, CsvOptions? options = null) : CsvDataSet(path, new CsvColumns()
    .Number("level").Number("wind").Group("harbour").Target("level").Target("wind", Scaling.Standard, log: true)
    .Window(steps: 3, horizon: 2), options)
{
    public const string Text = """
        harbour;level;wind
        north;0.5;1
        north;1.5;2
        north;2.5;3
        north;1.0;4
        north;0.0;5
        south;9;6
        south;8;7
        south;7;8
        south;6;9
        south;5;8

        """;
}

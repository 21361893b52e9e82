namespace NetGen.Data.Tests.Csv;

/// <summary>A CSV set whose contract the columns alone decide.</summary>
[DataSet]
internal sealed class Table : CsvDataSet
{
    public Table(string path, CsvColumns columns, CsvOptions? options = null)
        : base(path, columns, options)
    {
    }

    public Table(IReadOnlyList<string> paths, CsvColumns columns)
        : base(paths, columns)
    {
    }

    public static float[][] SamplesOf(IDataSet data)
    {
        var samples = new float[data.Count][];
        for (int i = 0; i < samples.Length; i++)
            data.CopySamples([i], samples[i] = new float[data.SampleSize]);
        return samples;
    }

    public static float[][] TargetsOf(IDataSet data)
    {
        var targets = new float[data.Count][];
        for (int i = 0; i < targets.Length; i++)
            data.CopyTargets([i], targets[i] = new float[data.TargetSize]);
        return targets;
    }

    public static int[] LabelsOf(IDataSet data)
    {
        var labels = new int[data.Count];
        data.CopyLabels([.. Enumerable.Range(0, data.Count)], labels);
        return labels;
    }
}

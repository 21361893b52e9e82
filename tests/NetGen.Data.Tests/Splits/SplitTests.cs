using NetGen.Data.Tests.Csv;

namespace NetGen.Data.Tests.Splits;

public class SplitTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Parts_have_each_sample_once_and_the_same_for_a_seed(bool stratified)
    {
        IDataSet data = Numbers(103);
        IReadOnlyList<IDataSet> parts = data.Split([0.7, 0.2, 0.1], seed: 3, stratified);
        Assert.Equal([72, 21, 10], parts.Select(part => part.Count));
        Assert.Equal(Enumerable.Range(0, 103), parts.SelectMany(Ids).Order());
        Assert.Equal(parts.SelectMany(Ids), data.Split([0.7, 0.2, 0.1], seed: 3, stratified).SelectMany(Ids));
        Assert.NotEqual(parts.SelectMany(Ids), data.Split([0.7, 0.2, 0.1], seed: 4, stratified).SelectMany(Ids));
        Assert.NotEqual(Ids(parts[0]).Order(), Ids(parts[0]));
    }

    [Fact]
    public void A_seed_gives_these_samples_on_every_machine()
    {
        (_, IDataSet test) = Numbers(40).Split(0.8, seed: 1);
        Assert.Equal([17, 16, 4, 21, 8, 10, 11, 36], Ids(test));
        (_, test) = Numbers(40).Split(0.8, seed: 1, stratified: true);
        Assert.Equal([17, 3, 4, 8, 21, 10, 11, 36], Ids(test));
    }

    [Fact]
    public void Stratified_parts_have_of_each_class_what_the_set_has()
    {
        // 10 of class 0, 20 of class 1, 70 of class 2.
        IDataSet data = Labelled([.. Enumerable.Range(0, 100).Select(i => i % 10 == 0 ? 0 : i % 10 < 3 ? 1 : 2)]);
        (IDataSet train, IDataSet test) = data.Split(0.8, seed: 1, stratified: true);
        Assert.Equal([8, 16, 56], CountsOf(train));
        Assert.Equal([2, 4, 14], CountsOf(test));
        foreach ((IDataSet others, IDataSet fold) in data.KFold(5, seed: 1, stratified: true))
        {
            Assert.Equal([8, 16, 56], CountsOf(others));
            Assert.Equal([2, 4, 14], CountsOf(fold));
        }
    }

    [Fact]
    public void Folds_validate_each_sample_once()
    {
        IReadOnlyList<(IDataSet Train, IDataSet Validation)> folds = Numbers(50).KFold(4, seed: 1);
        Assert.Equal(Enumerable.Range(0, 50), folds.SelectMany(fold => Ids(fold.Validation)).Order());
        Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, 50), Ids(fold.Train).Concat(Ids(fold.Validation)).Order()));
    }

    [Fact]
    public void A_group_lies_in_one_part()
    {
        int[] groups = [.. Enumerable.Range(0, 90).Select(i => i % 9)];
        (IDataSet train, IDataSet test) = Numbers(90).SplitByGroup(2.0 / 3, groups, seed: 1);
        Assert.Equal((60, 30), (train.Count, test.Count));
        Assert.Empty(Ids(train).Select(id => groups[id]).Intersect(Ids(test).Select(id => groups[id])));
        Assert.Throws<ArgumentException>(() => Numbers(90).SplitByGroup(0.5, seed: 1));
        Assert.Throws<ArgumentException>(() => Numbers(90).SplitByGroup(0.5, new int[90], seed: 1));
    }

    [Fact]
    public void A_column_may_be_the_group()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write(
            "a.csv", "patient,x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"p{i % 8},{i},{i % 2}\n")));
        var data = new Table(path, new CsvColumns().Number("x", Scaling.None).Label("y").Group("patient"));
        (IDataSet train, IDataSet test) = data.SplitByGroup(0.75, seed: 1);
        Assert.Equal((30, 10), (train.Count, test.Count));
        Assert.Empty(Ids(train).Select(id => id % 8).Intersect(Ids(test).Select(id => id % 8)));
        foreach ((IDataSet others, IDataSet fold) in train.KFoldByGroup(3, seed: 2))
            Assert.Empty(Ids(others).Select(id => id % 8).Intersect(Ids(fold).Select(id => id % 8)));
        (train, test) = data.SplitByTime(0.6);
        Assert.Equal(Enumerable.Range(0, 24), Ids(train));
        Assert.Equal(Enumerable.Range(24, 16), Ids(test));
    }

    [Fact]
    public void The_first_samples_train_where_time_splits()
    {
        (IDataSet train, IDataSet test) = Numbers(10).SplitByTime(0.6, gap: 1);
        Assert.Equal([0, 1, 2, 3, 4, 5], Ids(train));
        Assert.Equal([7, 8, 9], Ids(test));
        Assert.Throws<ArgumentException>(() => Numbers(10).SplitByTime(0.9, gap: 1));
    }

    [Fact]
    public void Each_fold_has_the_statistics_of_its_own_training_part()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{i * i},{i % 2}\n")));
        var data = new Table(path, new CsvColumns().Number("x").Label("y"));
        (IDataSet part, IDataSet test) = data.Split(0.8, seed: 1);
        RequireStandard(part);
        var seen = new HashSet<double>();
        foreach ((IDataSet train, IDataSet validation) in part.KFold(3, seed: 1))
        {
            RequireStandard(train);
            CsvPreparedColumn ofTrain = ColumnOf(train);
            Assert.Equal(ofTrain, ColumnOf(validation));
            seen.Add(ofTrain.Offset);
            RequireStandard(train.Concat(train));
            RequireStandard(train.Subset([.. Enumerable.Range(0, train.Count)]).Cached());
        }

        Assert.Equal(3, seen.Count);
        RequireStandard(part);
        Assert.Equal(ColumnOf(part), ColumnOf(test));

        // The two parts together are the set again; split anew, they have one training part.
        (IDataSet first, IDataSet second) = part.Concat(test).Split(0.5, seed: 5);
        RequireStandard(first);
        Assert.Equal(ColumnOf(first), ColumnOf(second));
        Assert.Equal(ColumnOf(first), ColumnOf(part.PreparedAs(first)));
    }

    [Fact]
    public void Sets_that_are_prepared_otherwise_are_not_joined()
    {
        using var folder = new TemporaryFolder();
        CsvColumns columns = new CsvColumns().Number("x").Label("y");
        var first = new Table(folder.Write("a.csv", "x,y\n1,a\n2,b\n"), columns);
        var second = new Table(folder.Write("b.csv", "x,y\n1,a\n9,b\n"), columns);
        var error = Assert.Throws<ArgumentException>(() => first.Concat(second));
        Assert.Contains("other statistics", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, first.Concat(second.PreparedAs(first)).Count);
    }

    [Fact]
    public void Sets_with_another_contract_are_not_joined() =>
        Assert.Throws<ArgumentException>(() => Numbers(10).Concat(new ArrayDataSet(new float[] { 1, 2 }, new[] { 0 }, 2, [2])));

    [Fact]
    public void Sets_with_and_without_weights_are_not_joined()
    {
        var data = new ArrayDataSet(new float[] { 1, 2 }, new[] { 0 }, 2, [2]);
        Assert.Contains("with weights; expected those of 'arrays', samples of [2], 1 labels of 2 classes and targets of 0, without weights",
            Assert.Throws<ArgumentException>(() => data.Concat(data.WithWeights(new[] { 1f }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrapped_sets_pass_on_what_the_inner_one_states()
    {
        float[] pixels = [.. Enumerable.Range(0, 4 * 12).Select(i => (float)i)];
        ArrayDataSet data = new ArrayDataSet(pixels, new[] { 0, 1, 2, 0 }, 3, [3, 2, 2])
            .WithInput("time", new float[] { 5, 6, 7, 8 }).WithInput("words", new[] { 1, 2, 3, 4, 5, 6, 7, 8 })
            .WithLengths(new[] { 4, 3, 2, 1 }).WithWeights(new[] { 1, 0.5f, 2, 3 });
        int[] indices = [3, 1];
        IDataSet joined = data.Subset([1]).Concat(data).Subset([4, 2]);
        foreach (IDataSet wrapped in new[] { data.Subset(indices), joined, data.Cached().Subset(indices) })
        {
            Assert.Equal([3, 2, 2], wrapped.Shape);
            Assert.Equal((2, 12, 3, 1, 0, 0), (
                wrapped.Count, wrapped.SampleSize, wrapped.Classes, wrapped.LabelsPerSample, wrapped.TargetSize, wrapped.Vocabulary));
            Assert.False(wrapped.CopiesChannelsLast);
            float[] samples = new float[24], time = new float[2];
            int[] words = new int[4], lengths = new int[2], labels = new int[2];
            wrapped.CopySamples([0, 1], samples);
            wrapped.CopyInput("time", [0, 1], time);
            wrapped.CopyInput("words", [0, 1], words);
            wrapped.CopyLengths("input", [0, 1], lengths);
            wrapped.CopyLabels([0, 1], labels);
            var weights = new float[2];
            wrapped.CopyWeights([0, 1], weights);
            Assert.True(wrapped.HasWeights);
            Assert.Equal([3, 0.5f], weights);
            Assert.Equal(pixels[36..].Concat(pixels[12..24]), samples);
            Assert.Equal([8, 6], time);
            Assert.Equal([7, 8, 3, 4], words);
            Assert.Equal([1, 3], lengths);
            Assert.Equal([0, 1], labels);
            Assert.Throws<ArgumentOutOfRangeException>(() => wrapped.CopyLabels([2], new int[1]));
        }
    }

    [Fact]
    public void Rarer_classes_come_as_often_as_the_most_frequent_one()
    {
        IDataSet data = Labelled([0, 1, 1, 1, 2, 2]);
        IDataSet balanced = data.Balanced(seed: 1);
        Assert.Equal([3, 3, 3], CountsOf(balanced));
        Assert.Equal(Enumerable.Range(0, 6), Ids(balanced).Distinct().Order());
        Assert.Equal([2f, 2 / 3f, 1f], data.ClassWeights());
    }

    [Fact]
    public void Parts_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Numbers(10).Split(1, seed: 1));
        Assert.Throws<ArgumentException>(() => Numbers(10).Split(0.01, seed: 1));
        Assert.Throws<ArgumentException>(() => Numbers(10).Split(double.NaN, seed: 1));
        Assert.Throws<ArgumentException>(() => Numbers(10).Split([0.5, 0.6], seed: 1));
        Assert.Throws<ArgumentException>(() => Numbers(3).KFold(4, seed: 1));
        Assert.Throws<ArgumentException>(() => new ArrayDataSet([[1f], [2f]]).Split(0.5, seed: 1, stratified: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers(3).Subset([3]));
    }

    private static void RequireStandard(IDataSet data)
    {
        float[] values = [.. Table.SamplesOf(data).Select(sample => sample[0])];
        Assert.Equal(0, values.Average(), 1e-5);
        Assert.Equal(1, values.Average(value => value * value), 1e-4);
    }

    private static CsvPreparedColumn ColumnOf(IDataSet data) => ((CsvPreparation)DataSetFitting.PreparationOf(data)!).Columns[0];

    private static ArrayDataSet Numbers(int count) => Labelled([.. Enumerable.Range(0, count).Select(i => i % 3)]);

    /// <summary>Each sample is its own index.</summary>
    private static ArrayDataSet Labelled(int[] labels) =>
        new(Enumerable.Range(0, labels.Length).Select(i => (float)i).ToArray(), labels, 3, [1]);

    private static int[] Ids(IDataSet data) => [.. Table.SamplesOf(data).Select(sample => (int)sample[0])];

    private static int[] CountsOf(IDataSet data)
    {
        var counts = new int[3];
        foreach (int label in Table.LabelsOf(data))
            counts[label]++;
        return counts;
    }
}

// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using NetGen.Tests.Training;

namespace NetGen.Tests.Data;

public class ArrayDataSetTests
{
    private static readonly float[][] Rows = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]];
    private static readonly float[] Flat = [.. Rows.SelectMany(row => row)];

    public static TheoryData<string> Forms =>
        ["labels", "row labels", "targets", "row targets", "row target rows", "samples", "row samples"];

    [Theory, MemberData(nameof(Forms))]
    public void Samples_are_those_of_the_arrays(string form)
    {
        ArrayDataSet data = Of(form);
        var samples = new float[8];
        data.CopySamples([2, 0], samples);
        Assert.Equal([9, 10, 11, 12, 1, 2, 3, 4], samples);
        Assert.Equal((3, 4), (data.Count, data.SampleSize));
        Assert.Equal("arrays", data.Name);
        Assert.Throws<ArgumentException>("destination", () => data.CopySamples([0], new float[5]));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => data.CopySamples([3], new float[4]));
    }

    [Fact]
    public void Labels_and_targets_are_those_of_the_arrays()
    {
        foreach (string form in new[] { "labels", "row labels" })
        {
            var labels = new int[4];
            ArrayDataSet data = Of(form);
            data.CopyLabels([2, 1], labels);
            Assert.Equal([1, 0, 2, 1], labels);
            Assert.Equal((3, 2, 0), (data.Classes, data.LabelsPerSample, data.TargetSize));
            Assert.Throws<NotSupportedException>(() => data.CopyTargets([0], new float[1]));
        }

        foreach (string form in new[] { "targets", "row targets", "row target rows" })
        {
            var targets = new float[4];
            ArrayDataSet data = Of(form);
            data.CopyTargets([2, 1], targets);
            Assert.Equal([5, 6, 3, 4], targets);
            Assert.Equal((0, 0, 2), (data.Classes, data.LabelsPerSample, data.TargetSize));
            Assert.Throws<NotSupportedException>(() => data.CopyLabels([0], new int[1]));
        }

        Assert.Throws<NotSupportedException>(() => Of("samples").CopyLabels([0], new int[1]));
        Assert.Throws<NotSupportedException>(() => Of("samples").CopyTargets([0], new float[1]));
    }

    /// <summary>Arrays as images come: [height, width, channels].</summary>
    [Fact]
    public void Channels_that_are_last_are_transposed()
    {
        var data = new ArrayDataSet([[0, 100, 1, 101, 2, 102, 3, 103, 4, 104, 5, 105]], [2, 2, 3]) { ChannelsLast = true };
        var sample = new float[12];
        data.CopySamples([0], sample);
        Assert.Equal([0, 1, 2, 3, 4, 5, 100, 101, 102, 103, 104, 105], sample);
        Assert.Equal([2, 2, 3], data.Shape.ToArray());
        Assert.Throws<ArgumentException>("ChannelsLast", () => new ArrayDataSet([[1, 2]]) { ChannelsLast = true });
        Assert.Throws<ArgumentException>("ChannelsLast", () => new ArrayDataSet([[1, 2]], [2]) { ChannelsLast = true });
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_its_numbers()
    {
        Refuses("samples", "There is no sample; expected at least one.", () => new ArrayDataSet(Array.Empty<float>(), [4]));
        Refuses("samples", "There is no sample; expected at least one.", () => new ArrayDataSet([]));
        Refuses(
            "samples", "Samples of [1, 2, 3] have 6 floats each; expected a multiple of that, got 13 floats.",
            () => new ArrayDataSet(new float[13], [1, 2, 3]));
        Refuses(
            "samples", "Array 1 has 3 floats and array 0 has 2; expected as many for each sample.",
            () => new ArrayDataSet([[1, 2], [1, 2, 3]]));
        Refuses("samples", "Array 1 is null; expected an array of floats for each sample.", () => new ArrayDataSet([[1, 2], null!]));
        Refuses("samples", "Array 0 is empty; expected an array of floats for each sample.", () => new ArrayDataSet([[], [1]]));
        Refuses(
            "samples", "Sample 1 has NaN as value 2; expected finite numbers.",
            () => new ArrayDataSet(new float[] { 1, 2, 3, 4, 5, float.NaN }, [3]));
        Refuses(
            "targets", "Sample 1 has Infinity as value 0; expected finite numbers.",
            () => new ArrayDataSet([[1], [2]], new float[] { 1, float.PositiveInfinity }));
        Refuses("targets", "There are 3 samples and 2 targets; expected one for each sample.", () => new ArrayDataSet(Rows, [[1], [2]]));
        Refuses(
            "targets", "There are 3 samples and 4 targets; expected one for each sample, or as many for each.",
            () => new ArrayDataSet(Rows, new float[4]));
        Refuses(
            "labels", "There are 3 samples and 0 labels; expected one for each sample, or as many for each.",
            () => new ArrayDataSet(Rows, Array.Empty<int>(), 3));
        Refuses(
            "shape", "A sample of [2, 3] has 6 floats, and the arrays have 4.", () => new ArrayDataSet(Rows, new[] { 0, 1, 2 }, 3, [2, 3]));
        Refuses("shape", "A size is at least 1; got [2, 0].", () => new ArrayDataSet(Flat, [2, 0]));
        Refuses("shape", "[65536, 65536] are more floats than an array holds.", () => new ArrayDataSet(Flat, [65536, 65536]));

        // Labels in the place of the shape.
        Refuses(
            "shape", "A shape has one to three sizes; got 4. After class labels the number of classes is stated, and then the shape.",
            () => new ArrayDataSet(Flat, [0, 1, 1, 0]));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => new ArrayDataSet(Rows, new[] { 0, 0, 0 }, 1));
        Assert.Throws<ArgumentNullException>("samples", () => new ArrayDataSet((float[][])null!));
        Assert.Throws<ArgumentNullException>("shape", () => new ArrayDataSet(Flat, null!));
        Assert.Throws<ArgumentException>("value", () => new ArrayDataSet(Rows) { Name = "" });

        static void Refuses(string argument, string message, Action action) =>
            Assert.Equal($"{message} (Parameter '{argument}')", Assert.Throws<ArgumentException>(argument, action).Message);
    }

    [Fact]
    public void A_network_learns_from_it()
    {
        var clusters = new Clusters(300);
        var data = new ArrayDataSet(clusters.Samples, clusters.Labels, LinearClassifier.Classes, [LinearClassifier.Features]);
        LinearClassifier ofArrays = new(), ofClusters = new();
        ofArrays.Fit(data, new Adam(0.05), epochs: 3, batchSize: 32, threads: 1);
        ofClusters.Fit(clusters, new Adam(0.05), epochs: 3, batchSize: 32, threads: 1);
        Assert.Equal(ofClusters.Memory.Parameters, ofArrays.Memory.Parameters);
        Assert.Equal(ofClusters.Evaluate(clusters, threads: 1).Accuracy, ofArrays.Evaluate(data, threads: 1).Accuracy);
    }

    /// <summary>What is wrong with the set is said before the first step.</summary>
    [Fact]
    public void A_data_set_that_does_not_fit_the_network_is_refused_with_both_shapes()
    {
        var samples = new float[10];
        Refuses(
            "'arrays' has samples of [5, 1]; the input of LinearClassifier takes [5].",
            new ArrayDataSet(samples, new[] { 0, 1 }, 3, [5, 1]));
        Refuses(
            "'arrays' has samples of 10 floats; the input of LinearClassifier takes [5], which is 5.",
            new ArrayDataSet([samples], new[] { 0 }, 3));
        Refuses(
            "'flowers' has 1 labels a sample of 4 classes; CrossEntropy after the output of LinearClassifier, "
            + "which gives [3], takes 1 of 3.",
            new ArrayDataSet(samples, new[] { 0, 1 }, 4, [5]) { Name = "flowers" });
        Refuses(
            "'arrays' has targets of 2 floats; CrossEntropy after the output of LinearClassifier compares with [3], which is 3.",
            new ArrayDataSet(samples, new float[4], [5]));
        Refuses(
            "'arrays' has no targets; CrossEntropy of LinearClassifier compares with [3].",
            new ArrayDataSet(samples, [5]));
        Refuses(
            "Sample 1 of 'arrays' has the label 3; expected 0 to 2.",
            new ArrayDataSet(samples, new[] { 0, 3 }, 3, [5]));

        static void Refuses(string message, ArrayDataSet data)
        {
            var network = new LinearClassifier();
            float[] before = network.Memory.Parameters.ToArray();
            Assert.Equal(
                $"{message} (Parameter 'data')",
                Assert.Throws<ArgumentException>("data", () => network.Fit(data, new SGD(0.1), epochs: 1, batchSize: 1)).Message);
            Assert.Equal($"{message} (Parameter 'data')", Assert.Throws<ArgumentException>("data", () => network.Evaluate(data)).Message);
            Assert.Equal(before, network.Memory.Parameters);
        }
    }

    private static ArrayDataSet Of(string form) => form switch
    {
        "labels" => new ArrayDataSet(Flat, new[] { 0, 1, 2, 1, 1, 0 }, 3, [4]),
        "row labels" => new ArrayDataSet(Rows, new[] { 0, 1, 2, 1, 1, 0 }, 3),
        "targets" => new ArrayDataSet(Flat, new float[] { 1, 2, 3, 4, 5, 6 }, [2, 2]),
        "row targets" => new ArrayDataSet(Rows, new float[] { 1, 2, 3, 4, 5, 6 }),
        "row target rows" => new ArrayDataSet(Rows, [[1, 2], [3, 4], [5, 6]], [2, 2]),
        "samples" => new ArrayDataSet(Flat, [1, 2, 2]),
        _ => new ArrayDataSet(Rows),
    };
}
